"""The keyboard shortcuts of the window; no letter is one by itself, for letters go to the search."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_READERS = {"Ctrl+1": "patient", "Ctrl+2": "clinician", "Ctrl+3": "student"}
_SIDES = {"Alt+R": "right", "Alt+L": "left", "Alt+B": "both"}


class _Shortcut(QShortcut):
    """A shortcut that says what it stands for."""

    meant = Signal(str)

    def __init__(self, keys: str, meaning: str, widget: QWidget) -> None:
        super().__init__(QKeySequence(keys), widget)
        self._meaning = meaning
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.meant.emit(self._meaning)


class Shortcuts(QObject):
    """Says what a key of the window asks for."""

    new_patient_wanted = Signal()
    search_wanted = Signal()
    reader_chosen = Signal(str)
    sides_chosen = Signal(str)
    closer_wanted = Signal()
    farther_wanted = Signal()
    whole_wanted = Signal()
    next_view_wanted = Signal()
    previous_view_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        plain = {
            "Ctrl+N": self.new_patient_wanted,
            "Ctrl+F": self.search_wanted,
            "/": self.search_wanted,
            "+": self.closer_wanted,
            "=": self.closer_wanted,
            "-": self.farther_wanted,
            "0": self.whole_wanted,
            "]": self.next_view_wanted,
            "[": self.previous_view_wanted,
        }
        for keys, said in plain.items():
            _Shortcut(keys, "", window).activated.connect(said)
        for table, chosen in ((_READERS, self.reader_chosen), (_SIDES, self.sides_chosen)):
            for keys, meaning in table.items():
                _Shortcut(keys, meaning, window).meant.connect(chosen)
