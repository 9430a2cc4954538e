"""Asks for the PIN, or only whether it is meant, before the kiosk is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from atlas.ui.fonts import text_scale
from atlas.ui.words import translate

_WRONG_IN_A_ROW = 5
_PAUSE_MS = 30_000
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0")


class PinPad(QFrame):
    """Says which PIN was typed (an empty text where none is asked for), or that one stays."""

    ROLE = QAccessible.Role.Dialog

    pin_typed = Signal(str)
    given_up = Signal()

    def __init__(self, asks_pin: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self._asks, self._wrong = asks_pin, 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        heading = translate("Kiosk", "Type the PIN to leave") if asks_pin else translate("Kiosk", "Leave the atlas?")
        self.setAccessibleName(heading)
        title = QLabel(heading)
        title.setProperty("look", "title")
        title.setWordWrap(True)
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
        for widget in (title, self._typed, self._said, self._pad):
            inner.addWidget(widget)
        inner.addLayout(row)
        self._typed.setVisible(asks_pin)
        self._pad.setVisible(asks_pin)
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
        self.setFocusProxy(self._typed if asks_pin else self.stay)
        self.hide()

    def show_wrong(self) -> None:
        """The PIN was not the right one; after a few in a row one has to wait."""
        self._typed.clear()
        self._wrong += 1
        self._said.show()
        if self._wrong >= _WRONG_IN_A_ROW:
            self._said.setText(translate("Kiosk", "Wrong too often. Wait half a minute, then try again."))
            self.leave.setEnabled(False)
            self._pause.start()
        else:
            self._said.setText(translate("Kiosk", "That is not the PIN."))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes next finds nothing typed."""
        self._typed.clear()
        if not self._pause.isActive():
            self._said.hide()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        event.accept()

    def _on_key(self) -> None:
        key = self.sender().property("key")
        self._typed.setText(self._typed.text()[:-1] if key == "⌫" else self._typed.text() + key)

    def _on_leave(self) -> None:
        if self.leave.isEnabled():
            self.pin_typed.emit(self._typed.text() if self._asks else "")

    def _on_pause_over(self) -> None:
        self._wrong = 0
        self._said.hide()
        self.leave.setEnabled(True)
