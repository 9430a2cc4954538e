"""While the list is a drawer: the button that opens it, and a fresh start for the next patient in one tap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from atlas.ui.kit.icon_button import IconButton
from atlas.ui.window.left_foot import new_patient_button


class DrawerButtons(QWidget):
    """Both stand in the list itself while that is not a drawer, or is open."""

    list_wanted = Signal()
    new_patient_wanted = Signal()

    def __init__(self, list_name: str, list_text: str, *, upright: bool, parent: QWidget | None = None) -> None:
        """`list_name` is what a screen reader says; `upright`: one button above the other."""
        super().__init__(parent)
        self.list_button = IconButton("menu", list_name, f" {list_text}")
        self.new_patient = new_patient_button()
        kept = self.new_patient.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing beside it jumps when the drawer opens
        self.new_patient.setSizePolicy(kept)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.list_button)
        row.addWidget(self.new_patient)
        row.addStretch(1)
        self.list_button.clicked.connect(self.list_wanted)
        self.new_patient.clicked.connect(self.new_patient_wanted)
        self.hide()

    def show_drawer(self, drawer: bool, opened: bool) -> None:
        """Whether the list is a drawer, and whether it is open."""
        self.setVisible(drawer)
        self.new_patient.setVisible(not opened)
