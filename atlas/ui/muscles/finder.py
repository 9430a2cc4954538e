"""Search and list: what a muscle is found with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atlas.domain.catalog import Catalog
from atlas.ui.finding.answer_list import AnswerList
from atlas.ui.finding.answer_rows import Row
from atlas.ui.finding.filter_bar import FilterBar
from atlas.ui.finding.nothing_fits import NothingFits
from atlas.ui.kit.search_box import SearchBox
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate


class FinderPanel(QWidget):
    """Says what was typed, what was chosen, and that someone would rather paint."""

    query_typed = Signal(str)
    chosen = Signal(object)  # Row
    paint_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails, catalog: Catalog, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox()
        self.filters = FilterBar(catalog, language)
        self.list = AnswerList(thumbnails)
        self._nothing = NothingFits(translate("Finder", "Paint it instead"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        row.addWidget(self.filters.fold)
        column.addLayout(row)
        column.addWidget(self.filters)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.search.query_typed.connect(self.query_typed)
        self.search.moved.connect(self.list.move_highlight)
        self.search.accepted.connect(self.list.choose_highlighted)
        self.list.chosen.connect(self.chosen)
        self._nothing.chosen.connect(self.chosen)
        self._nothing.paint_wanted.connect(self.paint_wanted)

    def show_rows(self, rows: Sequence[Row], nearest: Sequence[Row] = ()) -> None:
        """`nearest`: what is offered where there are no rows."""
        self.list.show_rows(tuple(rows))
        self._nothing.show_nearest(() if rows else nearest)
        self._nothing.setVisible(not rows)

    def begin_new_patient(self) -> None:
        """Nothing tells what was searched or chosen before, and the search is ready."""
        self.search.start_afresh()
        self.filters.begin_new_patient()
        self.list.start_afresh()
        self._nothing.show_nearest(())
        self.search.setFocus()

    def start_typing(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
