"""Asks whether someone is still there before an idle kiosk begins anew."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.language.translate import translate


class IdleWarning(QFrame):
    """Asks whether someone is still there; any touch is an answer."""

    ROLE = QAccessible.Role.Dialog

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self.setAccessibleName(translate("Idle", "Are you still there?"))
        box = QFrame()
        box.setObjectName("dialog")
        box.setMaximumWidth(round(560 * text_scale()))
        title = QLabel(translate("Idle", "Are you still there?"))
        title.setProperty("look", "title")
        title.setWordWrap(True)
        self._text = QLabel()
        self._text.setProperty("look", "large")
        self._text.setWordWrap(True)
        self.stay = QPushButton(translate("Idle", "Yes, go on"))
        self.stay.setProperty("look", "primary")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(36, 32, 36, 28)
        inner.setSpacing(18)
        for widget in (title, self._text, self.stay):
            inner.addWidget(widget)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 50)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self.setFocusProxy(self.stay)
        self.hide()

    def show_seconds(self, left: int) -> None:
        text = translate("Idle", "Everything is cleared in {} seconds.").format(left)
        self._text.setText(text)
