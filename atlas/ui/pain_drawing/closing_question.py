"""Asks before the window closes over a drawing that is in no file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.language.translate import translate


class ClosingQuestion(QFrame):
    """Says what is to become of the drawing."""

    ROLE = QAccessible.Role.Dialog

    save_wanted = Signal()
    close_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        heading = translate("Closing", "The drawing is not saved")
        self.setAccessibleName(heading)
        box = QFrame()
        box.setObjectName("dialog")
        box.setMaximumWidth(round(640 * text_scale()))
        title = _label("title", heading)
        self._said = _label("large", "")
        self.save = QPushButton(translate("Hurts", "Save…"))
        self.close_unsaved = QPushButton(translate("Closing", "Close without saving"))
        self.stay = QPushButton(translate("Closing", "Stay"))
        self.save.setProperty("look", "primary")
        buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        flow = FlowLayout(buttons)
        for button in (self.save, self.close_unsaved, self.stay):
            if button is not self.save:
                button.setProperty("look", "outlined")
            flow.addWidget(button)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(36, 32, 36, 28)
        inner.setSpacing(18)
        for part in (title, self._said, buttons):
            inner.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 50)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self.save.clicked.connect(self.save_wanted)
        self.close_unsaved.clicked.connect(self.close_wanted)
        self.stay.clicked.connect(self.stay_wanted)
        self.setFocusProxy(self.save)
        self.say("")
        self.hide()

    def say(self, trouble: str) -> None:
        """Why it could not be saved; nothing: only what closing does."""
        self._said.setText(trouble or translate("Closing", "If the atlas is closed now, the drawing is gone."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stay_wanted.emit()
        else:
            super().keyPressEvent(event)


def _label(look: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
