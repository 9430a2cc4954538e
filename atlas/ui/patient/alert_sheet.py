"""When to get help, over the patient's view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.ui.kit.keyboard_focus import next_inside
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate


class AlertSheet(QFrame):
    """When to see someone, in large text; a tap puts it away. A long text scrolls."""

    ROLE = QAccessible.Role.Dialog

    def __init__(self, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alertSheet")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setStyleSheet(f"font-size: {18 * scale:.1f}pt;")
        self._title = QLabel(translate("Story", "When to get help"))
        self._title.setStyleSheet(f"font-size: {22 * scale:.1f}pt; font-weight: 600;")
        self._title.setWordWrap(True)
        self._scroll = ScrollArea(self._title.text(), by_key=True)
        self._scroll.setWidget(self._text)
        self.setAccessibleName(self._title.text())
        self.close_button = QPushButton(translate("Story", "Close"))
        self.close_button.setProperty("look", "outlined")
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 36, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return next_inside(self, forward)  # it hides what lies below

    def show_text(self, text: str) -> None:
        self._text.setText(text)

    def text(self) -> str:
        return self._text.text()

    def height_for(self, width: int) -> int:
        """How high it must be, px, for all of it to be read at once."""
        inside = width - 72
        parts = (self._title, self._text)
        needed = sum(p.heightForWidth(inside - 8) for p in parts)
        return needed + self.close_button.sizeHint().height() + 96
