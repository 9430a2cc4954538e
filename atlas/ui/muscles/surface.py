"""The mode "Muscles": search and list, the legend and the sides at the plate, and all about the chosen muscle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.domain.catalog import Catalog
from atlas.domain.choices import ENGLISH
from atlas.domain.scene import resolve, signs_of
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.ui.article.blocks import Block
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.muscles.finder import Finder
from atlas.ui.muscles.muscle_article import article, untranslated_note
from atlas.ui.muscles.muscle_pane import MusclePane
from atlas.ui.muscles.muscle_rows import grouped, ranked
from atlas.ui.plate.layer_chips import LayerChips
from atlas.ui.surface import Surface
from atlas.ui.window.patient_requests import PatientRequests
from atlas.ui.window.slots import Frame, Slots

if TYPE_CHECKING:
    from atlas.domain.search import MuscleSearch


class MusclesSurface(Surface):
    """Its widgets are those that the window opens with."""

    def __init__(
        self, store: Store, frame: Frame, catalog: Catalog, thumbnails: Thumbnails, requests: PatientRequests
    ) -> None:
        super().__init__(frame)
        self._store, self._frame, self._catalog = store, frame, catalog
        self._search: MuscleSearch | None = None
        self.finder, self.layers, self.sides = Finder(thumbnails), LayerChips(), _sides()
        self.pane = MusclePane()
        self.slots = Slots(
            left=self.finder,
            above=self.layers,
            below=self.sides,
            right=self.pane,
            list_text=translate("Modes", "Muscles"),
        )
        requests.serve(self.pane.for_patient)
        self.pane.for_patient.show_muscle(store.state.study.muscle)
        self._show_rows(store.state)
        self.finder.query_typed.connect(store.search)
        self.finder.muscle_chosen.connect(self._on_muscle_chosen)
        self.layers.layer_shown.connect(store.show_layer)
        self.sides.chosen.connect(store.choose_sides)
        self.pane.reader_chosen.connect(store.choose_reader)
        self.pane.article.point_chosen.connect(store.focus_point)
        self.pane.article.muscle_chosen.connect(self._on_related_chosen)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        """The rows and the story's button at once; the rest follows the plate."""
        if old.study.query != new.study.query:
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
        self.sides.show_choice(new.study.sides)
        signs = signs_of(resolve(new, self._catalog)) if new.study.muscle is not None else ()
        self.layers.show_layers(new.study.layers, signs, new.look.palette, new.look.tone)

    def begin_new_patient(self) -> None:
        self.finder.begin_new_patient()

    def start_search(self) -> None:
        """Opens the list, and lets the user type."""
        self._frame.show_list(True)
        self.finder.start_typing()

    # -- what the user does --------------------------------------------------

    def _on_muscle_chosen(self, muscle: str) -> None:
        self._store.choose_muscle(muscle)
        self._frame.put_list_away()

    def _on_related_chosen(self, muscle: str) -> None:
        self._store.search("")
        self._store.choose_muscle(muscle)

    # -- showing -------------------------------------------------------------

    def _show_rows(self, state: AtlasState) -> None:
        query, muscles = state.study.query, self._catalog.muscles
        self.finder.search.show_query(query)
        if query.strip():
            if self._search is None:
                self._search = self._made_search(state.room.language)
            self.finder.show_rows(ranked([muscles[m] for m in self._search.find(query)]))
            self.finder.list.show_first()
        else:
            self.finder.show_rows(grouped(tuple(muscles.values())))
            self.finder.list.show_muscle(state.study.muscle)

    def _made_search(self, language: str) -> MuscleSearch:
        from atlas.domain.search import MuscleSearch  # not needed until someone types

        muscles, complaints = self._catalog.muscles.values(), None
        if language != ENGLISH:  # in English they stand with the muscles
            from atlas.domain.words.guide import complaints_by_muscle

            complaints = complaints_by_muscle(self._catalog.guide(language).complaints.values(), muscles)
        return MuscleSearch(muscles, self._catalog.called_anywhere(), complaints)

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
