"""A column that scrolls up and down, by finger and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from atlas.ui.key_focus import dress_for_keys
from atlas.ui.touch_scroll import scroll_by_touch


class ScrollArea(QScrollArea):
    def __init__(self, name: str, parent: QWidget | None = None, *, by_key: bool = False) -> None:
        """`name` is for screen readers. `by_key`: it takes the keys itself, where nothing in it does."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_key else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        scroll_by_touch(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        dress_for_keys(self, event)
        super().focusInEvent(event)
