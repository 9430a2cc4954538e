"""Brings the plate up to a state at once, and says when it has been painted: all beside it follows then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState
from atlas.render.renderer import Renderer
from atlas.ui.language.translate import translate
from atlas.ui.plate.description import described
from atlas.ui.plate.plate_view import PlateView
from atlas.ui.plate.view_rows import view_rows
from atlas.ui.plate.view_strip import ViewStrip
from atlas.ui.plate.warm_up import WarmUp

_AHEAD, _A_STEP = 300, 5  # plates that are composed ahead, at most and in one step
_SMALL_AFTER_MS = 400  # the small pictures follow once gestures pause


class PlatePresenter(QObject):
    """Shows states, one after the other, and does only what the difference asks for."""

    settled = Signal(
        object, object, str
    )  # AtlasState that stands beside it so far or None, AtlasState, the plate in words

    def __init__(
        self, plate: PlateView, views: ViewStrip, catalog: Catalog, plates: Renderer, start: AtlasState
    ) -> None:
        super().__init__(plate)
        self.catalog, self.plates = catalog, plates
        self._plate, self._views = plate, views
        self._state = start
        self._beside: AtlasState | None = None  # the state that the panes beside the plate show
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_beside)
        self._small_later = QTimer(self, singleShot=True, interval=_SMALL_AFTER_MS)
        self._small_later.timeout.connect(views.bring_pictures_up_to_date)
        self.warm_up = WarmUp(self)
        views.picture_wanted.connect(self._on_picture_wanted)
        self._in_words = ""  # what the plate shows
        self._scene: Scene | None = None  # the first picture waits until the window stands
        self._later.start()

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        self._state = new
        if _of_the_plate(old) != _of_the_plate(new):
            self._scene = self._show_plate()
            self._plate.repaint()  # at once: what stands beside it, and the small pictures, come after it
            self._later.start()
        elif replace(old, report=new.report) != new:  # what is painted changes nothing here but the small pictures
            self._later.start()
        elif new.mode == "pain" and old.report.drawing is not new.report.drawing:
            self._small_later.start()

    def stop(self) -> None:
        self._later.stop()
        self._small_later.stop()
        self.warm_up.stop()
        self._plate.stop()

    @property
    def is_behind(self) -> bool:
        """Whether something beside the plate still has to follow the state."""
        return self._later.isActive()

    # -- at once -------------------------------------------------------------

    def _show_plate(self) -> Scene:
        state = replace(self._state, report=self._state.report.on_the_plate)
        scene, self._in_words = resolve(state, self.catalog), described(self._state, self.catalog)
        self._plate.show_scene(scene, self._in_words)
        return scene

    # -- after the plate -----------------------------------------------------

    def _show_beside(self) -> None:
        if self._plate.draws_companions:  # the whole plate comes before all that stands beside it
            self._later.start()
            return
        if self._scene is None:
            self._scene = self._show_plate()
        new, old, scene = self._state, self._beside, self._scene
        self._beside = replace(new, report=new.report.on_the_plate)  # it would outlive its patient here
        set_off = (new.study.region, new.study.point, new.study.neighbour) != (None, None, None)
        self._plate.show_caption(self._caption(scene), set_off=set_off)
        self.settled.emit(old, new, self._in_words)
        composed = new.study.muscle is not None and new.mode != "pain"
        rows = view_rows(tuple(self.catalog.views.values()), scene.shares, composed=composed)
        self._views.show_views(rows, scene.view.id if scene.plate is None else None)
        if old is None or _of_the_small_pictures(old) != _of_the_small_pictures(new):
            self._views.renew_pictures()
        if old is None or old.look.figure != new.look.figure:
            self.warm_up.begin(chain(self.plates.warm_steps(new.look.figure), self._compose_ahead(new)))
            self.catalog.mend_patterns()

    def _compose_ahead(self, state: AtlasState) -> Iterator[None]:
        """Composes the plates of all muscles for a figure, a few a step; in another thread."""
        for k, muscle in enumerate(list(self.catalog.muscles)[:_AHEAD], 1):
            self.catalog.plate(muscle, state.look.figure, state.study.sides)
            if k % _A_STEP == 0:
                yield

    def _caption(self, scene: Scene) -> str:
        state = self._state
        if state.study.neighbour is not None:
            return self.catalog.muscles[state.study.neighbour].name
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

    def _on_picture_wanted(self, view: str | None) -> None:
        if self._scene is not None and view is None:
            if self._state.study.muscle is not None:  # or the muscle has gone since
                self._views.show_picture(view, self._small_plate(self._scene), marked=True)
        elif self._scene is not None and view is not None:
            report = self._state.report
            drawing = report.drawing if self._state.mode == "pain" and not report.is_empty else None
            other = replace(self._scene, view=self.catalog.views[view], points=(), drawing=drawing)
            marked = bool(other.paint or other.ink or other.drawing)
            self._views.show_picture(view, self.plates.small(other, self._views.picture_room), marked=marked)

    def _small_plate(self, scene: Scene) -> QImage:
        """The middle of the muscle's composed plate."""
        state = self._state
        assert state.study.muscle is not None
        plate = self.catalog.plate(state.study.muscle, scene.figure, state.study.sides, state.study.point)
        room = QSizeF(*plate.main.size_mm).scaled(QSizeF(self._views.picture_room), Qt.AspectRatioMode.KeepAspectRatio)
        main = replace(scene, view=self.catalog.views[plate.main.view])
        return self.plates.panel(main, plate.main.box, room.toSize().expandedTo(QSize(1, 1)))


def _of_the_plate(state: AtlasState) -> tuple[object, ...]:
    """What changes the picture; where it hurts, no muscle lies on it."""
    pain = state.report.on_the_plate if state.mode == "pain" else None
    return state.look, state.room.theme, state.room.language, state.study.on_the_plate, pain


def _of_the_small_pictures(state: AtlasState) -> tuple[object, ...]:
    """What changes the small pictures: each has its own view."""
    return _of_the_plate(replace(state, study=replace(state.study, view=None, panel=0)))
