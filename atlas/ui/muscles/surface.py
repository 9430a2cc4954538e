"""The mode "Muscles": search and list, the legend and the sides at the plate, and all about the chosen muscle."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.catalog import Catalog
from atlas.domain.choices import ENGLISH
from atlas.domain.scene import resolve, signs_of
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.ui.article.blocks import Block
from atlas.ui.finding.answer_rows import Row, grouped
from atlas.ui.finding.searching import Searching
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.muscles.finder import FinderPanel
from atlas.ui.muscles.muscle_article import article, untranslated_note
from atlas.ui.muscles.muscle_pane import MusclePane
from atlas.ui.muscles.neighbour_names import NeighbourNames
from atlas.ui.muscles.place_offer import PlaceOffer
from atlas.ui.plate.layer_chips import LayerChips
from atlas.ui.surface import Surface
from atlas.ui.window.patient_requests import PatientRequests
from atlas.ui.window.slots import Frame, Slots


class MusclesSurface(Surface):
    """Its widgets are those that the window opens with."""

    answer_wanted = Signal(object)  # Row: something that another surface shows
    paint_wanted = Signal()

    def __init__(
        self,
        store: Store,
        frame: Frame,
        catalog: Catalog,
        thumbnails: Thumbnails,
        requests: PatientRequests,
        searching: Searching,
    ) -> None:
        super().__init__(frame)
        self._store, self._frame, self._catalog, self._searching = store, frame, catalog, searching
        self.finder, self.layers, self.sides = (
            FinderPanel(thumbnails, catalog, store.state.room.language),
            LayerChips(),
            _sides(),
        )
        self.offer, self.neighbours = PlaceOffer(), NeighbourNames()
        self.pane = MusclePane()
        self.slots = Slots(
            left=self.finder,
            above=self.layers,
            below=_one_below_the_other(self.neighbours, self.offer, self.sides),
            right=self.pane,
            list_text=translate("Modes", "Muscles"),
        )
        requests.serve(self.pane.for_patient)
        self.pane.for_patient.show_muscle(store.state.study.muscle)
        self._show_rows(store.state)
        self.finder.query_typed.connect(store.search)
        self.finder.filters.chosen.connect(store.filter_muscles)
        self.finder.chosen.connect(self._on_answer_chosen)
        self.finder.paint_wanted.connect(self.paint_wanted)
        self.neighbours.named.connect(store.name_neighbour)
        self.neighbours.opened.connect(self._on_related_chosen)
        self.offer.wanted.connect(self._on_place_list_wanted)
        searching.ready.connect(self._on_search_ready)
        self.layers.layer_shown.connect(store.show_layer)
        self.sides.chosen.connect(store.choose_sides)
        self.pane.reader_chosen.connect(store.choose_reader)
        self.pane.article.point_chosen.connect(store.focus_point)
        self.pane.article.muscle_chosen.connect(self._on_related_chosen)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        """The rows and the story's button at once; the rest follows the plate."""
        if _of_the_list(old) != _of_the_list(new):
            self._show_rows(new)
        if old.study.muscle != new.study.muscle:
            self.pane.for_patient.show_muscle(new.study.muscle)

    def follow_plate(self, old: AtlasState | None, new: AtlasState, in_words: str) -> None:
        """What stands beside the plate, once that is painted; `old` is what stands there now, None at first."""
        if old is None or old.study.muscle != new.study.muscle:
            self.finder.list.show_muscle(new.study.muscle)
        if old is None or (old.study.muscle, old.study.reader) != (new.study.muscle, new.study.reader):
            self._show_article(new)
        self.pane.article.show_description(in_words)
        self.pane.article.show_point(new.study.point)
        self._show_offer(new)
        self.sides.show_choice(new.study.sides)
        scene = resolve(new, self._catalog) if new.study.muscle is not None else None
        signs = () if scene is None else signs_of(scene)
        beside = () if scene is None else scene.neighbours
        names = {layer.muscle: self._catalog.muscles[layer.muscle].name for layer in beside}
        self.neighbours.show_neighbours(names, new.study.neighbour)
        self.layers.show_layers(new.study.layers, signs, new.look.palette, new.look.tone)

    def begin_new_patient(self) -> None:
        self.finder.begin_new_patient()

    @property
    def is_behind(self) -> bool:
        """Whether the list still has to follow what was typed or asked for."""
        return self._searching.is_behind

    def stop(self) -> None:
        self._searching.stop()

    def start_search(self, typed: str = "") -> None:
        """Opens the list, and lets the user type; what was typed elsewhere stands there already."""
        self._frame.show_list(True)
        self.finder.start_typing()
        if typed:
            self._store.search(typed)
            self.finder.search.setCursorPosition(len(typed))

    # -- what the user does --------------------------------------------------

    def _on_answer_chosen(self, row: Row) -> None:
        if row.muscle:
            number = row.id.partition("/")[2]
            self._store.choose_found(row.muscle, row.side, int(number) if number else None)
        else:
            self.answer_wanted.emit(row)
        self._frame.put_list_away()

    def _on_place_list_wanted(self, what: str) -> None:
        self._store.list_place("senders" if what == "senders" else "residents")
        self._frame.show_list(True)

    def _on_search_ready(self) -> None:
        self._show_rows(self._store.state)

    def _on_related_chosen(self, muscle: str) -> None:
        self._store.search("")
        self._store.choose_muscle(muscle)

    # -- showing -------------------------------------------------------------

    def _show_rows(self, state: AtlasState) -> None:
        query, listed = state.study.query, state.study.listed
        self.finder.search.show_query(query)
        self.finder.filters.show_filter(state.study.filters)
        if listed is not None:
            by = self._searching.senders if listed.what == "senders" else self._searching.residents
            rows = by(listed)
            if rows is not None:
                self.finder.show_rows(self._filtered(rows, state))
                self.finder.list.show_first()
        elif query.strip():
            found = self._searching.find(query)
            if found is not None:
                rows = self._filtered(self._searching.rows(found), state)
                self.finder.show_rows(rows, self._searching.nearest(found))
                self.finder.list.show_first()
        else:
            self.finder.show_rows(self._filtered(grouped(tuple(self._catalog.muscles.values())), state))
            self.finder.list.show_muscle(state.study.muscle)

    def _filtered(self, rows: tuple[Row, ...], state: AtlasState) -> tuple[Row, ...]:
        """The muscles among some rows that the filters leave, with the headings that still stand over some."""
        wanted = state.study.filters
        if not wanted.count:
            return rows
        from atlas.domain.finding.filters import fits, nerves_of  # not needed until someone filters

        nerves = nerves_of(self._catalog.vocabulary) if wanted.nerve else {}
        muscles = self._catalog.muscles
        kept = {m.id for m in muscles.values() if fits(m, wanted, nerves)}
        left = [row for row in rows if row.kind is None or row.muscle in kept]
        return tuple(row for row, after in zip_longest(left, left[1:]) if row.kind or (after and after.kind))

    def _show_offer(self, state: AtlasState) -> None:
        region = state.study.region if state.mode == "muscles" else None
        self.offer.show_place(None if region is None else self._catalog.regions[region].label)

    def _show_article(self, state: AtlasState) -> None:
        catalog, language, reader = self._catalog, state.room.language, state.study.reader
        if state.study.muscle is None:
            self.pane.show_welcome()
            return
        muscle = catalog.muscles[state.study.muscle]
        texts = catalog.texts(muscle.id, language)
        blocks = article(muscle, texts, reader, catalog.regions, catalog.sources, catalog.muscles)
        missing = catalog.untranslated(muscle.id, language, reader) if language != ENGLISH else ()
        if missing:
            blocks = (Block(kind="muted", text=untranslated_note(missing, texts, reader)), *blocks)
        self.pane.readers.show_choice(reader)
        self.pane.show_muscle(muscle, blocks)


def _of_the_list(state: AtlasState) -> tuple[object, ...]:
    """What changes the rows."""
    return state.study.query, state.study.listed, state.study.filters


def _one_below_the_other(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return whole


def _sides() -> Choice:
    sides = Choice(
        translate("Plate", "Side"),
        [
            ("right", translate("Plate", "Right")),
            ("left", translate("Plate", "Left")),
            ("both", translate("Plate", "Both")),
        ],
        wraps=True,
    )
    policy = sides.sizePolicy()
    policy.setHorizontalStretch(1)  # they wrap only where there is no more room
    sides.setSizePolicy(policy)
    return sides
