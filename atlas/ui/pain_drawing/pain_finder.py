"""The left pane of "Where it hurts": saying it in words, as a complaint or region by region; it mirrors the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from atlas.domain.pain.pain_report import PainReport
from atlas.render.fonts import font
from atlas.ui.finding.answer_rows import Row
from atlas.ui.finding.nothing_fits import NothingFits
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.scroll_area import scroll_by_touch
from atlas.ui.kit.search_box import SearchBox
from atlas.ui.kit.typed_letters import is_typed
from atlas.ui.language.translate import translate, translated
from atlas.ui.pain_drawing.pain_rows import PainRow

_KIND = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _PainList(QListView):
    """A tap, Enter or Space chooses a row. The state says which rows are lit, not the tap."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_typed(event):  # not to run through the rows: it belongs to the search
            event.ignore()
            return
        if event.key() in _PRESSES:
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate


class PainFinder(QWidget):
    """Says what was typed, which side is meant, which complaint was chosen and which region was ticked or cleared."""

    typed = Signal(str)
    side_chosen = Signal(str)
    kind_chosen = Signal(str)
    complaint_chosen = Signal(str)
    instead_chosen = Signal(bool)  # whether a complaint takes the place of what is painted
    region_ticked = Signal(str, bool)
    other_chosen = Signal(object)  # PainRow: a muscle, a page, a nerve root
    near_chosen = Signal(object)  # Row: one of the nearest things, where nothing fits
    paint_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox()
        self.search.setPlaceholderText(translate("Hurts", "Say where it hurts"))
        self.search.setAccessibleName(translate("Hurts", "Say where it hurts"))
        self.search.setAccessibleDescription(translate("Hurts", "Type a complaint or a place of the body."))
        sides = [("right", "Right"), ("left", "Left")]
        self.sides = Choice(translate("Hurts", "Side of the patient"), translated("Hurts", sides))
        kinds = [("complaint", "Complaints"), ("region", "Regions")]
        self.kinds = Choice(translate("Hurts", "List"), translated("Hurts", kinds))
        add, replace = translate("Hurts", "Add"), translate("Hurts", "Replace drawing")
        about = translate("Hurts", "What a complaint does")
        self.ways = Choice(about, [("add", add), ("instead", replace)], wraps=True)
        self.ways.hide()
        self.list = _PainList()
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(False)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("Hurts", "Complaints and regions"))
        self.list.viewport().setAutoFillBackground(False)
        self.list.setStyleSheet(
            "QListView { background: transparent; }"
            "QListView::indicator { width: 18px; height: 18px; border: 2px solid palette(dark); border-radius: 5px; }"
            "QListView::indicator:checked { background: palette(link); border-color: palette(link); }"
        )
        scroll_by_touch(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.sides)
        column.addWidget(self.kinds)
        column.addWidget(self.ways)
        self._nothing = NothingFits(translate("Finder", "Paint it instead"))
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self._nothing.chosen.connect(self.near_chosen)
        self._nothing.paint_wanted.connect(self.paint_wanted)
        self._items: dict[str, QStandardItem] = {}
        self._rows: dict[str, PainRow] = {}
        self._painted: frozenset[str] = frozenset()
        self._complaints: tuple[str, ...] = ()
        self._has_drawing = self._lists_complaints = False
        self.kinds.show_choice("complaint")
        self.search.query_typed.connect(self.typed)
        self.kinds.chosen.connect(self.kind_chosen)
        self.sides.chosen.connect(self.side_chosen)
        self.ways.chosen.connect(self._on_way_chosen)
        self.list.chosen.connect(self._choose)

    def start_afresh(self) -> None:
        """Nothing is typed, and the complaints are listed from the first one on."""
        self.search.start_afresh()
        self.kinds.show_choice("complaint")
        self.list.setCurrentIndex(QModelIndex())
        self.list.scrollToTop()

    def show_report(self, report: PainReport) -> None:
        """The side, the complaints that hold, and while something is painted what the next one does to it."""
        self.sides.show_choice(report.side)
        self.ways.show_choice("instead" if report.instead else "add")
        self._has_drawing = not report.is_empty
        self._offer_ways()
        if report.complaints != self._complaints:
            self._complaints = report.complaints
            self._light_complaints()

    def show_pain_rows(self, pain_rows: Sequence[PainRow], nearest: Sequence[Row] = ()) -> None:
        """`nearest`: what is offered where there are no rows."""
        self._model.clear()
        self._items = {}
        self._rows = {row.id: row for row in pain_rows}
        self._nothing.show_nearest(() if pain_rows else nearest)
        self._nothing.setVisible(not pain_rows)
        two_lines = 2 * self.list.fontMetrics().height() + 10
        for row in pain_rows:
            said = f"{row.text}\n{row.below}" if row.below else row.text
            item = QStandardItem(said)
            item.setSizeHint(QSize(120, max(48, two_lines) if row.below else 48))
            item.setToolTip(said.replace("\n", ", "))
            item.setAccessibleText(said.replace("\n", ", "))
            item.setData(row.kind, _KIND)
            item.setData(row.id, _ID)
            if row.kind == "heading":
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(font(strong=True))
            elif row.kind == "region":
                item.setData(Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
                self._items[row.id] = item
            self._model.appendRow(item)
        self._light_complaints()
        self._lists_complaints = any(row.kind == "complaint" for row in pain_rows)
        self._offer_ways()
        self.list.scrollToTop()

    def show_ticked(self, regions: frozenset[str]) -> None:
        """Which regions are painted on the side that is meant."""
        self._painted = regions
        with QSignalBlocker(self):
            for region, item in self._items.items():
                state = Qt.CheckState.Checked if region in regions else Qt.CheckState.Unchecked
                if item.checkState() != state:
                    item.setCheckState(state)

    def _offer_ways(self) -> None:
        """Only where a complaint is listed, and there is something to add it to."""
        self.ways.setVisible(self._has_drawing and self._lists_complaints)

    def _light_complaints(self) -> None:
        lit, flags = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        lit.clearSelection()
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            if item.data(_KIND) == "complaint" and item.data(_ID) in self._complaints:
                lit.select(item.index(), flags.Select)

    def _on_way_chosen(self, way: str) -> None:
        self.instead_chosen.emit(way == "instead")

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        item = self._model.itemFromIndex(index)
        kind, name = item.data(_KIND), item.data(_ID)
        if kind == "complaint":
            self.complaint_chosen.emit(name)
        elif kind == "region":
            # What is painted says what is ticked: the tap asks for the other of what it was before.
            self.region_ticked.emit(name, name not in self._painted)
        elif name in self._rows:
            self.other_chosen.emit(self._rows[name])
