"""The four choices, each with its number, on as many lines as its text needs; afterwards which of them was right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from atlas.ui.language.translate import translate

Mark: TypeAlias = Literal["open", "right", "wrong", "other"]

_BADGE, _EDGE, _LEAST = 30, 12, 52  # px at the usual text size


class OptionButton(QAbstractButton):
    """One choice. Its number is the key that takes it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._mark: Mark = "open"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_option(self, text: str) -> None:
        """Another text, not answered yet."""
        self.setText(text)
        self.show_mark("open")
        self.updateGeometry()

    def show_mark(self, mark: Mark) -> None:
        """Whether it was right, or was taken and wrong."""
        self._mark = mark
        said = {"right": translate("Study", "right"), "wrong": translate("Study", "not right")}.get(mark, "")
        name = f"{self._number}: {self.text()}"
        self.setAccessibleName(f"{name} ({said})" if said else name)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._text_rect(QRect(0, 0, width, 10_000))
        return max(self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height() + 2 * _EDGE, _LEAST)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEAST)

    @property
    def _badge(self) -> int:
        """px across the number."""
        return max(_BADGE, self.fontMetrics().height() + 10)

    def _text_rect(self, rect: QRect) -> QRect:
        return rect.adjusted(2 * _EDGE + self._badge, _EDGE, -_EDGE, -_EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self.palette()
        accent, ink = colours.color(QPalette.ColorRole.Link), colours.color(QPalette.ColorRole.WindowText)
        line = colours.color(QPalette.ColorRole.Mid)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            if self._mark == "right":
                painter.setBrush(colours.color(QPalette.ColorRole.Highlight))
            elif self._mark == "open" and (self.underMouse() or self.isDown()):
                painter.setBrush(colours.color(QPalette.ColorRole.AlternateBase))
            focus = self.hasFocus()
            painter.setPen(QPen(accent if focus or self._mark == "right" else line, 3 if focus else 1.5))
            painter.drawRoundedRect(frame, 12, 12)
            painter.setOpacity(0.55 if self._mark == "other" else 1.0)
            badge = QRectF(self._mirrored(QRect(_EDGE, (self.height() - self._badge) // 2, self._badge, self._badge)))
            self._paint_badge(painter, badge)
            painter.setPen(ink)
            struck = painter.font()
            struck.setStrikeOut(self._mark == "wrong")
            painter.setFont(struck)
            painter.drawText(self._mirrored(self._text_rect(self.rect())), _FLAGS, self.text())

    def _paint_badge(self, painter: QPainter, badge: QRectF) -> None:
        """The number, or the sign of what came of it."""
        colours = self.palette()
        accent = colours.color(QPalette.ColorRole.Link)
        right = self._mark == "right"
        painter.setPen(QPen(accent if right else colours.color(QPalette.ColorRole.Dark), 1.5))
        painter.setBrush(accent if right else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(badge)
        painter.setPen(colours.color(QPalette.ColorRole.Window if right else QPalette.ColorRole.WindowText))
        sign = {"right": "✓", "wrong": "✕"}.get(self._mark, str(self._number))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, sign)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class OptionList(QWidget):
    """Says which choice was taken, by its id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [OptionButton(k + 1) for k in range(4)]
        self._ids: tuple[str, ...] = ()
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for button in self.buttons:
            column.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """`options` are (id, text); none of them is answered."""
        self._ids, self._open = tuple(option for option, _ in options), True
        for k, button in enumerate(self.buttons):
            button.setVisible(k < len(options))  # first: what is hidden tells its layout nothing of another text
            if k < len(options):
                button.show_option(options[k][1])

    def show_answer(self, right: Sequence[str], given: str) -> None:
        """Which was right, and which was taken."""
        self._open = False
        for option, button in zip(self._ids, self.buttons, strict=False):
            mark: Mark = "right" if option in right else "wrong" if option == given else "other"
            button.show_mark(mark)

    def take(self, number: int) -> bool:
        """Takes a choice by its number, from 1; whether there was one."""
        if self._open and 1 <= number <= len(self._ids):
            self.chosen.emit(self._ids[number - 1])
            return True
        return False

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, OptionButton):
            self.take(self.buttons.index(button) + 1)
