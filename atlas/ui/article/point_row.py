"""A trigger point in the text: its number, and where it sends pain; a tap lights it on the plate."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from atlas.render.fonts import font
from atlas.ui.language.translate import translate

_LEFT = 52
_ROOM = 14


class PointRow(QAbstractButton):
    """A trigger point in a text: its number and where it sends pain; checked while it is the one that is lit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = 0
        self.setCheckable(True)
        self.setFont(font(11.5))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_point(self, point: int, text: str) -> None:
        self.point = point
        self.setText(text)
        self.setAccessibleName(translate("Article", "Trigger point {}: {}").format(point, text))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - _LEFT - 10, 40), 10_000)
        text = QFontMetrics(self.font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(text.height() + 2 * _ROOM, 50)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 50)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        field = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            role = QPalette.ColorRole.Highlight if self.isChecked() else QPalette.ColorRole.AlternateBase
            painter.setBrush(palette.color(role))
            painter.drawRoundedRect(field, 12, 12)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field, 12, 12)
        disc = QRectF(self._placed(QRect(12, round(field.center().y()) - 14, 28, 28)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.Mid))
        painter.drawEllipse(disc)
        on_disc = QColor(palette.color(QPalette.ColorRole.Window if self.isChecked() else QPalette.ColorRole.Text))
        painter.setPen(on_disc)
        painter.setFont(font(11, strong=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.point))
        painter.setFont(self.font())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        words = self._placed(QRect(_LEFT, 0, self.width() - _LEFT - 10, self.height()))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, self.text())

    def _placed(self, place: QRect) -> QRect:
        """The other way round where one writes from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
