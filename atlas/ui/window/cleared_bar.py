"""Says below that all was cleared, and for a few seconds how to bring it back."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStyle, QWidget

from atlas.ui.language.translate import translate

_ABOVE = 16  # px of the window below it


class ClearedBar(QFrame):
    """Over the window for as long as what was cleared can be brought back."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cleared")
        self.setAccessibleName(translate("Cleared", "Cleared for a new patient."))
        said = QLabel(translate("Cleared", "Cleared for a new patient."))
        self.undo = QPushButton(translate("Brush", "Undo"))
        self.undo.setProperty("look", "outlined")
        self.undo.setAccessibleName(translate("Cleared", "Undo: bring back what was cleared"))
        self.undo.setShortcut("Ctrl+Z")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(said)
        row.addWidget(self.undo)
        self.undo.clicked.connect(self.undo_wanted)
        self.hide()

    def place_in(self, room: QRect, left_pane: QRect) -> None:
        """Low in the middle of a window; beside the open left pane if it would cover what stands there."""
        place = self._lowest_in(room)
        if place.intersects(left_pane):
            beside = QRect(room)
            if left_pane.center().x() < room.center().x():
                beside.setLeft(left_pane.right() + 1)
            else:  # from right to left
                beside.setRight(left_pane.left() - 1)
            place = self._lowest_in(beside)
        self.setGeometry(place)
        self.raise_()

    def _lowest_in(self, room: QRect) -> QRect:
        size = self.sizeHint().boundedTo(room.size())
        edge = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        return QStyle.alignedRect(self.layoutDirection(), edge, size, room.adjusted(0, 0, 0, -_ABOVE))
