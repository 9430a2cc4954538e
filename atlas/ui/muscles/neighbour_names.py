"""The outlined neighbors by name: one is named here or by a tap on the plate, and then can be opened."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from atlas.ui.kit.drop_down import DropDown
from atlas.ui.language.translate import translate


class NeighbourNames(QWidget):
    """Says which neighbor is to be named, and that the named one is to be opened; there while they are outlined."""

    named = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = DropDown(translate("Neighbors", "Neighbors by name"))
        self._names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._names.setMinimumContentsLength(16)
        self._names.setPlaceholderText(translate("Look", "Neighbors"))
        self._open = QPushButton(translate("Neighbors", "Open"))
        self._open.setProperty("look", "outlined")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._names)
        row.addWidget(self._open)
        row.addStretch(1)
        self._names.currentIndexChanged.connect(self._on_named)
        self._open.clicked.connect(self._on_opened)
        self.hide()

    def show_neighbours(self, names: Mapping[str, str], named: str | None) -> None:
        """The names of muscles by id, and which of them is named."""
        with QSignalBlocker(self._names):
            if list(names) != [self._names.itemData(k) for k in range(self._names.count())]:
                self._names.clear()
                for muscle, name in names.items():
                    self._names.addItem(name, muscle)
            self._names.setCurrentIndex(-1 if named is None else self._names.findData(named))
        self._open.setEnabled(named is not None)
        self._open.setAccessibleName(
            translate("Neighbors", "Open: {}").format(names[named])
            if named is not None and named in names
            else self._open.text()
        )
        self.setVisible(bool(names))

    def _on_named(self, number: int) -> None:
        if number >= 0:
            self.named.emit(self._names.itemData(number))

    def _on_opened(self) -> None:
        self.opened.emit(self._names.currentData())
