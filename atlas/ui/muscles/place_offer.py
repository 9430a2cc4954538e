"""What a tap on the skin offers: the muscles that send pain to the place, and those that lie there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from atlas.ui.language.translate import translate


class PlaceOffer(QWidget):
    """Two buttons, there while a place is named."""

    wanted = Signal(str)  # senders or residents

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._senders = QPushButton(translate("Finder", "Sends pain here"))
        self._residents = QPushButton(translate("Finder", "Lies here"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self._senders, self._residents):
            button.setProperty("look", "outlined")
            row.addWidget(button)
        row.addStretch(1)
        self._senders.clicked.connect(self._on_senders_clicked)
        self._residents.clicked.connect(self._on_residents_clicked)
        self.hide()

    def show_place(self, place: str | None) -> None:
        """The place that is named, as it is read out with the buttons."""
        self.setVisible(place is not None)
        if place is not None:
            self._senders.setAccessibleDescription(place)
            self._residents.setAccessibleDescription(place)

    def _on_senders_clicked(self) -> None:
        self.wanted.emit("senders")

    def _on_residents_clicked(self) -> None:
        self.wanted.emit("residents")
