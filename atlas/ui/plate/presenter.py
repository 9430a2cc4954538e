"""Brings the window up to a state: the plate at once, all beside it when the plate has been painted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from atlas.content.catalog import FileCatalog
from atlas.domain.choices import ENGLISH
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState
from atlas.render.renderer import LatePlates
from atlas.ui.article.blocks import Block
from atlas.ui.kit.theme import THEMES, palette, style_sheet
from atlas.ui.language.translate import translate
from atlas.ui.muscles.muscle_article import article
from atlas.ui.muscles.muscle_rows import grouped, ranked
from atlas.ui.plate.description import described
from atlas.ui.plate.view_rows import view_rows
from atlas.ui.plate.warm_up import WarmUp
from atlas.ui.window.notices import Notices
from atlas.ui.window.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.domain.search import MuscleSearch


_SMALL_AFTER_MS = 400  # the small pictures follow when the hand rests


class PlatePresenter(QObject):
    """Shows states, one after the other, and does only what the difference asks for."""

    def __init__(
        self,
        window: AtlasWindow,
        catalog: FileCatalog,
        plates: LatePlates,
        problems: tuple[str, ...],
        start: AtlasState,
    ) -> None:
        super().__init__(window)
        self.catalog, self.plates = catalog, plates
        self._window = window
        self.notices = Notices(window.notice, catalog.found_wrong, problems, self)
        self._search: MuscleSearch | None = None
        self._state = start
        self._beside: AtlasState | None = None  # the state that the panes beside the plate show
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_beside)
        self._small_later = QTimer(self, singleShot=True, interval=_SMALL_AFTER_MS)
        self._small_later.timeout.connect(window.plate_pane.views.bring_pictures_up_to_date)
        self.warm_up = WarmUp(self)
        window.plate_pane.views.picture_wanted.connect(self._on_picture_wanted)
        self._show_theme()
        self._show_rows()
        self._in_words = ""  # what the plate shows
        self._scene: Scene | None = None  # the first picture waits until the window stands
        self._later.start()

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        self._state = new
        if old.room.theme != new.room.theme:
            self._show_theme()
        if old.study.query != new.study.query:
            self._show_rows()
        if _of_the_plate(old) != _of_the_plate(new):
            self._scene = self._show_plate()
            self._later.start()
        elif replace(old, report=new.report) != new:  # what is painted changes nothing here but the small pictures
            self._later.start()
        elif new.mode == "pain" and old.report.drawing is not new.report.drawing:
            self._small_later.start()

    def stop(self) -> None:
        self.notices.stop()
        self._later.stop()
        self._small_later.stop()
        self.warm_up.stop()

    @property
    def is_behind(self) -> bool:
        """Whether something beside the plate still has to follow the state."""
        return self._later.isActive()

    # -- at once -------------------------------------------------------------

    def _show_plate(self) -> Scene:
        state = replace(self._state, report=self._state.report.on_the_plate)
        scene, self._in_words = resolve(state, self.catalog), described(self._state, self.catalog)
        self._window.plate_pane.plate.show_scene(scene, self._in_words)
        return scene

    def _show_rows(self) -> None:
        query, muscles = self._state.study.query, self.catalog.muscles
        finder = self._window.finder
        finder.search.show_query(query)
        if query.strip():
            if self._search is None:
                self._search = self._made_search()
            finder.show_rows(ranked([muscles[m] for m in self._search.find(query)]))
            finder.list.show_first()
        else:
            finder.show_rows(grouped(tuple(muscles.values())))
            finder.list.show_muscle(self._state.study.muscle)

    def _made_search(self) -> MuscleSearch:
        from atlas.domain.search import MuscleSearch  # not needed until someone types

        muscles, language, complaints = self.catalog.muscles.values(), self._state.room.language, None
        if language != ENGLISH:  # in English they stand with the muscles
            from atlas.domain.words.guide import complaints_by_muscle

            complaints = complaints_by_muscle(self.catalog.guide(language).complaints.values(), muscles)
        return MuscleSearch(muscles, self.catalog.called_anywhere(), complaints)

    def _show_theme(self) -> None:
        colours = THEMES[self._state.room.theme]
        QApplication.setPalette(palette(colours))
        self._window.setStyleSheet(style_sheet(colours, self._state.room.text_size))

    # -- after the plate -----------------------------------------------------

    def _show_beside(self) -> None:
        if self._scene is None:
            self._scene = self._show_plate()
            self.notices.show()
        new, old, scene = self._state, self._beside, self._scene
        self._beside = replace(new, report=new.report.on_the_plate)  # it would outlive its patient here
        window, pane = self._window, self._window.plate_pane
        pane.plate.show_caption(
            self._caption(scene), set_off=new.study.region is not None or new.study.point is not None
        )
        if old is None or old.study.muscle != new.study.muscle:
            window.finder.list.show_muscle(new.study.muscle)
        if old is None or (old.study.muscle, old.study.reader) != (new.study.muscle, new.study.reader):
            self._show_article()
        window.explanation.article.show_description(self._in_words)
        window.explanation.article.show_point(new.study.point)
        pane.sides.show_choice(new.study.sides)
        pane.layers.show_layers(new.study.layers, new.look.palette)
        window.look_panel.show_look(new.look.figure, new.look.tone, new.look.palette, new.room.theme)
        window.look_panel.show_reading(new.room.language, new.room.text_size, new.room.reduced_motion)
        pane.views.show_views(view_rows(tuple(self.catalog.views.values()), scene.shares), scene.view.id)
        if old is None or _of_the_small_pictures(old) != _of_the_small_pictures(new):
            pane.views.renew_pictures()
        if old is None or old.look.figure != new.look.figure:
            self.warm_up.begin(self.plates.warm_steps(new.look.figure))
            self.catalog.mend_patterns()

    def _show_article(self) -> None:
        explanation, catalog = self._window.explanation, self.catalog
        if self._state.study.muscle is None:
            explanation.show_welcome()
            return
        muscle = catalog.muscles[self._state.study.muscle]
        texts = catalog.texts(muscle.id, self._state.room.language)
        blocks = article(muscle, texts, self._state.study.reader, catalog.regions, catalog.sources, catalog.muscles)
        language, reader = self._state.room.language, self._state.study.reader
        if language != ENGLISH and catalog.untranslated(muscle.id, language, reader):
            note = translate("Story", "Not translated yet, so shown in English.")
            blocks = (Block(kind="muted", text=note), *blocks)
        explanation.readers.show_choice(reader)
        explanation.show_muscle(muscle, blocks)

    def _caption(self, scene: Scene) -> str:
        state = self._state
        if state.study.region is not None:
            label = self.catalog.regions[state.study.region].label
            sides = {"right": translate("Plate", "right side"), "left": translate("Plate", "left side")}
            side = f", {sides[state.study.region_side]}" if state.study.region_side else ""
            return label[:1].upper() + label[1:] + side
        return (
            scene.view.name
            if state.study.point is None
            else translate("Plate", "Trigger point {}").format(state.study.point)
        )

    def _on_picture_wanted(self, view: str) -> None:
        if self._scene is not None:
            report = self._state.report
            drawing = report.drawing if self._state.mode == "pain" and not report.is_empty else None
            other = replace(self._scene, view=self.catalog.views[view], points=(), drawing=drawing)
            marked = bool(other.paint or other.ink or other.drawing)
            self._window.plate_pane.views.show_picture(view, self.plates.image(other), marked=marked)


def _of_the_plate(state: AtlasState) -> tuple[object, ...]:
    """What changes the picture; where it hurts, no muscle lies on it."""
    pain = state.report.on_the_plate if state.mode == "pain" else None
    return state.look, state.room.theme, state.room.language, state.study.on_the_plate, pain


def _of_the_small_pictures(state: AtlasState) -> tuple[object, ...]:
    """What changes the small pictures: each has its own view."""
    return _of_the_plate(replace(state, study=replace(state.study, view=None)))
