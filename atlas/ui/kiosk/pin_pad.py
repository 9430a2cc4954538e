"""Asks for the PIN, or only whether it is meant, before the kiosk is left; or says that it cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from atlas.domain.pin_tries import Asks
from atlas.render.fonts import text_scale
from atlas.ui.language.translate import translate

_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0")


class PinPad(QFrame):
    """Says which PIN was typed (an empty text where none is asked for), or that one stays."""

    ROLE = QAccessible.Role.Dialog

    pin_typed = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self._asks: Asks = "nothing"
        self._waits = self._checks = False
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._title.setWordWrap(True)
        self._typed = QLineEdit()
        self._typed.setEchoMode(QLineEdit.EchoMode.Password)
        self._typed.setAccessibleName(translate("Kiosk", "PIN"))
        self._typed.setFixedHeight(52)
        self._typed.setMaxLength(12)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._pad = QWidget()
        grid = QGridLayout(self._pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self._pad.setMinimumHeight(4 * 56 + 3 * 8)
        for k, key in enumerate(_KEYS):
            button = QPushButton(key)
            button.setProperty("look", "outlined")
            button.setProperty("key", key)
            button.setFixedHeight(56)
            button.setAccessibleName(translate("Kiosk", "Delete") if key == "⌫" else key)
            button.clicked.connect(self._on_key)
            grid.addWidget(button, k // 3, k % 3)
        self.stay = QPushButton(translate("Kiosk", "Stay"))
        self.stay.setProperty("look", "outlined")
        self.leave = QPushButton(translate("Kiosk", "Leave"))
        self.leave.setProperty("look", "primary")
        row = QHBoxLayout()
        row.addWidget(self.stay)
        row.addWidget(self.leave)
        box = QFrame()
        box.setObjectName("dialog")
        box.setFixedWidth(round(360 * min(text_scale(), 1.5)))
        inner = QVBoxLayout(box)
        inner.setContentsMargins(28, 24, 28, 24)
        inner.setSpacing(14)
        for widget in (self._title, self._typed, self._said, self._pad):
            inner.addWidget(widget)
        inner.addLayout(row)
        self._said.hide()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self.stay.clicked.connect(self.given_up)
        self.leave.clicked.connect(self._on_leave)
        self._typed.returnPressed.connect(self._on_leave)
        self.hide()

    def show_asked(self, asks: Asks) -> None:
        """What must be done to leave."""
        self._asks = asks
        heading = {
            "nothing": translate("Kiosk", "Leave the atlas?"),
            "pin": translate("Kiosk", "Type the PIN to leave"),
            "shut": translate("Kiosk", "The atlas cannot be left just now"),
        }[asks]
        self._title.setText(heading)
        self.setAccessibleName(heading)
        self._typed.setVisible(asks == "pin")
        self._pad.setVisible(asks == "pin")
        self.leave.setVisible(asks != "shut")
        for_staff = translate(
            "Kiosk",
            "For the staff: the settings on this computer cannot be read, so no PIN can be checked. Set one with "
            "“atlas --set-pin” from another session of this computer, then try again here.",
        )
        self._say(for_staff if asks == "shut" else "")

    def show_wrong(self) -> None:
        """The PIN was not the right one."""
        self._typed.clear()
        self._say(translate("Kiosk", "That is not the PIN."))

    def show_wait(self, seconds: int) -> None:
        """No PIN is taken for some seconds; 0: one is."""
        if seconds:
            said = translate("Kiosk", "Too many wrong PINs. Try again in {time} minutes.")
            self._say(said.format(time=f"{seconds // 60}:{seconds % 60:02}"))
        elif self._waits:
            self._say("")
        self._waits = seconds > 0
        self._enable()

    def show_checking(self, checking: bool) -> None:
        """While a PIN is checked no tap and no key does anything."""
        self._checks = checking
        self._enable()

    def _enable(self) -> None:
        for key in (self.leave, self._typed, self._pad):
            key.setEnabled(not self._waits and not self._checks)
        self.stay.setEnabled(not self._checks)
        self.setFocusProxy(self._typed if self._asks == "pin" and not self._waits else self.stay)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes next finds nothing typed."""
        self._typed.clear()
        self._say("")
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._checks:
            self.given_up.emit()
        event.accept()

    def _on_key(self) -> None:
        key = self.sender().property("key")
        self._typed.setText(self._typed.text()[:-1] if key == "⌫" else self._typed.text() + key)

    def _on_leave(self) -> None:
        if self.leave.isEnabled() and self._asks != "shut":
            self.pin_typed.emit(self._typed.text() if self._asks == "pin" else "")
