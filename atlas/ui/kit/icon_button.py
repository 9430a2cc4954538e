"""A button that shows a sign and says its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from atlas.ui.kit.icons import icon

_OTHER_WAY = {"back": "next", "next": "back", "undo": "redo", "redo": "undo"}  # from right to left
_REDRAWS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)


class IconButton(QPushButton):
    """The sign follows the theme; `name` is what a screen reader says and the tooltip shows."""

    def __init__(self, sign: str, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._sign = sign
        self._drawn: tuple[str, QColor] | None = None
        self.setProperty("look", "outlined" if text else "icon")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(22, 22))
        self._draw_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is no room for the whole text, the sign stands alone."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def show_sign(self, sign: str, name: str) -> None:
        """Another sign with its name."""
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._draw_sign()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRAWS:
            self._draw_sign()

    def _draw_sign(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign = _OTHER_WAY.get(self._sign, self._sign) if mirrored else self._sign
        colour = QApplication.palette().color(QPalette.ColorRole.WindowText)
        if (sign, colour) != self._drawn:
            self._drawn = (sign, colour)
            self.setIcon(icon(sign, colour))
