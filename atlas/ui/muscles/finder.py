"""Search and list: what a muscle is found with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.ui.kit.search_box import SearchBox
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.muscles.muscle_list import MuscleList
from atlas.ui.muscles.muscle_rows import MuscleRow


class Finder(QWidget):
    """Says what was typed and which muscle was chosen."""

    query_typed = Signal(str)
    muscle_chosen = Signal(str)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox()
        self.list = MuscleList(thumbnails)
        self._nothing = QLabel(
            translate("Finder", "Nothing like that here. Try another word, such as the part of the body.")
        )
        self._nothing.setProperty("look", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(8, 16, 8, 0)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.search.query_typed.connect(self.query_typed)
        self.search.moved.connect(self.list.move_highlight)
        self.search.accepted.connect(self.list.choose_highlighted)
        self.list.muscle_chosen.connect(self.muscle_chosen)

    def show_rows(self, rows: tuple[MuscleRow, ...]) -> None:
        self.list.show_rows(rows)
        self._nothing.setVisible(not rows)

    def begin_new_patient(self) -> None:
        """Nothing tells what was searched or chosen before, and the search is ready."""
        self.search.start_afresh()
        self.list.start_afresh()
        self.search.setFocus()

    @property
    def says_nothing_found(self) -> bool:
        return self._nothing.isVisible()

    def start_typing(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
