"""Draws a row of the patterns that cover the drawing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from atlas.domain.pain.overlays import LETTERS
from atlas.render.fonts import font
from atlas.render.pain.ink import swatch
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.pain_drawing.match_rows import _BESIDE, _OPEN, _PICTURE, _SIGN, ROW, MatchRow, _Index, _mirrored, _Role


class MatchRowDelegate(QStyledItemDelegate):
    """Paints a pattern of the answer: sign, small picture, name, percent, places."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._plain, self._strong = font(), font(strong=True)
        self._room = 280
        self._heights: dict[tuple[str, int, bool], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: MatchRow | None = index.data(ROW)
        if row is None:
            return QSize(200, _PICTURE + 34)
        lines = ((row.title, True), (row.said, False), (row.matched, False), (row.unmatched, False))
        wrapped = sum(self._height(text, strong) for text, strong in lines)
        return QSize(200, max(wrapped + 20, _PICTURE + 34))

    def fit(self, width: int) -> None:
        """The rows are to be `width` px broad."""
        self._room = width

    def forget(self) -> None:
        """Lets go of the texts whose heights it knows."""
        self._heights.clear()

    @staticmethod
    def opens(row: QRect, place: QPoint, direction: Qt.LayoutDirection) -> bool:
        """Whether a tap on a row is meant to open its muscle."""
        end = QRect(row.right() - _OPEN + 1, row.top(), _OPEN, row.height())
        return QStyle.visualRect(direction, row, end).contains(place)

    def _width(self, strong: bool) -> int:
        """px for a line; the strong first one stands beside the sign."""
        return max(self._room - _BESIDE - (_SIGN if strong else 0), 80)

    def _height(self, text: str, strong: bool) -> int:
        width = self._width(strong)
        key = text, width, strong
        if key not in self._heights:
            metrics = QFontMetrics(self._strong if strong else self._plain)
            room = metrics.boundingRect(0, 0, width, 999, Qt.TextFlag.TextWordWrap, text)
            self._heights[key] = room.height() if text else 0
        return self._heights[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: MatchRow = index.data(ROW)
        palette = QPalette(option.palette)
        field = QRectF(QRect(option.rect)).adjusted(1, 2, -3, -2)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, field, palette, option.state, row)
        picture = QRectF(field.left() + 8, field.top() + 9, _PICTURE, _PICTURE)
        left = picture.right() + 12
        self._paint_picture(painter, _mirrored(painter, field, picture), palette, row)
        self._paint_sign(painter, field, palette)
        lines = [
            (row.title, self._strong, _Role.Text),
            (row.said, self._plain, _Role.Text),
            (row.matched, self._plain, _Role.Dark),
            (row.unmatched, self._plain, _Role.Dark),
        ]
        top = field.top() + 6
        for text, face, role in lines:
            strong = face is self._strong
            height = self._height(text, strong)
            painter.setFont(face)
            painter.setPen(palette.color(role))
            line = _mirrored(painter, field, QRectF(left, top, self._width(strong), height + 2))
            painter.drawText(line, Qt.TextFlag.TextWordWrap, text)
            top += height
        painter.restore()

    def _paint_sign(self, painter: QPainter, field: QRectF, palette: QPalette) -> None:
        """The sign that there is more about the muscle."""
        sign = _mirrored(painter, field, QRectF(field.right() - 18, field.top() + 12, 6, 14))
        points = [sign.topRight(), QPointF(sign.left(), sign.center().y()), sign.bottomRight()]
        if painter.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            points = [sign.topLeft(), QPointF(sign.right(), sign.center().y()), sign.bottomLeft()]
        painter.setPen(QPen(palette.color(_Role.Dark), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)

    def _paint_ground(
        self, painter: QPainter, field: QRectF, palette: QPalette, state: QStyle.StateFlag, row: MatchRow
    ) -> None:
        if row.place is not None or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(_Role.AlternateBase if row.place is None else _Role.Highlight))
            painter.drawRoundedRect(field, 12, 12)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(_Role.Link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), 12, 12)

    def _paint_picture(self, painter: QPainter, field: QRectF, palette: QPalette, row: MatchRow) -> None:
        frame = QPainterPath()
        frame.addRoundedRect(field, 10, 10)
        painter.fillPath(frame, palette.color(_Role.Base))
        picture = self._thumbnails.of(row.which.muscle)
        if not picture.isNull():
            painter.save()
            painter.setClipPath(frame)
            if row.which.side == "left":  # the pictures are of the right side
                painter.translate(field.left() + field.right(), 0)
                painter.scale(-1, 1)
            painter.drawPixmap(field, picture, QRectF(picture.rect()))
            painter.restore()
        bar = QRectF(field.left(), field.bottom() + 8, field.width(), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_Role.Mid))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(palette.color(_Role.Link))
        covered = QRectF(bar.left(), bar.top(), max(bar.width() * min(row.covers, 100.0) / 100.0, 6.0), bar.height())
        painter.drawRoundedRect(_mirrored(painter, bar, covered), 3, 3)
        if row.place is not None and row.ink is not None:
            ink = swatch(row.ink, 52)
            disc = max(16.0, QFontMetrics(self._strong).height() + 2.0)
            chip = QRectF(field.left() - 3, field.top() - 3, disc + 9, disc + 9)
            painter.fillRect(chip, palette.color(_Role.Base))
            painter.drawImage(chip, ink)
            letter = QRectF(chip.center().x() - disc / 2, chip.center().y() - disc / 2, disc, disc)
            painter.setBrush(palette.color(_Role.Base))
            painter.drawEllipse(letter)
            painter.setPen(palette.color(_Role.Text))
            painter.setFont(self._strong)
            painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, LETTERS[row.place])
