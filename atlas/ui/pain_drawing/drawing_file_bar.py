"""What can be done with the file of a drawing, and the label that someone may type for it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.language.translate import translate

_LONGEST_LABEL = 80


class DrawingFileBar(QWidget):
    """Label, save, open and compare: what can be done with a drawing's file."""

    label_typed = Signal(str)
    save_wanted = Signal()
    open_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLineEdit()
        self.label.setMaxLength(_LONGEST_LABEL)
        self.label.setMinimumHeight(48)
        self.label.setPlaceholderText(translate("Hurts", "Label, kept only in the file"))
        self.label.setAccessibleName(translate("Hurts", "Label of the drawing"))
        said = translate("Hurts", "Nothing in the file tells whose drawing it is, unless you type it here.")
        self.label.setAccessibleDescription(said)
        self.label.setToolTip(said)
        self.label.textEdited.connect(self.label_typed)
        row = QWidget()
        flow = FlowLayout(row)
        for text, name, wanted in (
            (translate("Hurts", "Save…"), translate("Hurts", "Save drawing"), self.save_wanted),
            (translate("Hurts", "Open…"), translate("Hurts", "Open drawing"), self.open_wanted),
            (translate("Hurts", "Second drawing…"), translate("Hurts", "Second drawing to compare"), self.other_wanted),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setProperty("look", "outlined")
            button.clicked.connect(wanted)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.label)

    def show_label(self, label: str) -> None:
        if self.label.text() != label:
            with QSignalBlocker(self.label):
                self.label.setText(label)
