"""A row of buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Choice(QWidget):
    """Says which option was tapped; shows which one holds. `name` is what the choice is about."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`options` are (value, text on the button)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for value, text in options:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("value", value)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            self._buttons[value] = button
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def button(self, value: str) -> QPushButton:
        return self._buttons[value]

    def show_choice(self, value: str) -> None:
        self._buttons[value].setChecked(True)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.property("value"))
