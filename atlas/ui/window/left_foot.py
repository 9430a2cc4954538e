"""Below the list: a fresh start for the next patient, and in a kiosk the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atlas.ui.kit.icon_button import IconButton
from atlas.ui.language.translate import translate


def new_patient_button() -> IconButton:
    """The button that clears all for the next patient."""
    about = translate("Finder", "New patient: clears everything of the one before")
    return IconButton("again", about, " " + translate("Finder", "New patient"))


class LeftFoot(QWidget):
    """Below the list: a new patient, and in the kiosk the way out."""

    new_patient_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_patient = new_patient_button()
        self.leave = IconButton("close", translate("Kiosk", "Leave the atlas"))
        self.leave.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 8, 12)
        row.setSpacing(8)
        row.addWidget(self.new_patient, 1)
        row.addWidget(self.leave)
        self.new_patient.clicked.connect(self.new_patient_wanted)
        self.leave.clicked.connect(self.leave_wanted)

    def show_kiosk(self, kiosk: bool) -> None:
        self.leave.setVisible(kiosk)
