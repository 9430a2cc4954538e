"""A button that shows a sign and says its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from atlas.ui.icons import icon


class IconButton(QPushButton):
    """The sign follows the theme; `name` is what a screen reader says and the tooltip shows."""

    def __init__(self, sign: str, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._sign = sign
        self.setProperty("look", "outlined" if text else "icon")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(22, 22))
        self._draw_sign()

    def show_sign(self, sign: str, name: str) -> None:
        """Another sign with its name."""
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._draw_sign()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw_sign()

    def _draw_sign(self) -> None:
        self.setIcon(icon(self._sign, QApplication.palette().color(QPalette.ColorRole.WindowText)))
