"""The left pane: the modes, below them what the open one brings, and at its foot a fresh start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.ui.kit.keyboard_focus import follow
from atlas.ui.window.left_foot import LeftFoot
from atlas.ui.window.mode_switch import ModeSwitch


class LeftPane(QWidget):
    """The modes, what a surface puts below them, and the foot."""

    def __init__(self, modes: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`modes` are (value, name)."""
        super().__init__(parent)
        self.setObjectName("leftPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.modes = ModeSwitch(modes)
        self.foot = LeftFoot()
        self._shown: QWidget | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 0)
        column.setSpacing(2)
        column.addWidget(self.modes)
        column.addWidget(self.foot)

    def fill(self, widget: QWidget | None) -> None:
        """Shows a surface's widget in place of the one before."""
        if widget is self._shown:
            return
        if self.isAncestorOf(self.window().focusWidget() or self):  # or Qt hands it to the button that clears all
            self.modes.choice.checked.setFocus()
        if self._shown is not None:
            self._shown.hide()
        self._shown = widget
        if widget is None:
            return
        if self._column.indexOf(widget) < 0:
            self._column.insertWidget(self._column.indexOf(self.foot), widget, 1)
            follow(self.modes.choice.last, widget)
        widget.show()
