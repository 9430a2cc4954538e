"""One window on one store, made anew where another language or text size is chosen."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from atlas import paths
from atlas.app.garbage import clear_away, let_all_go, pass_over_what_stands
from atlas.app.kept_settings import KeptSettings
from atlas.app.surfaces import HouseGround, Surfaces
from atlas.content.catalog import FileCatalog
from atlas.content.files import read_bytes
from atlas.content.kept.kiosk_lock import KeptKioskLock
from atlas.domain.body.sides import Side
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState
from atlas.domain.store import Listener, Store
from atlas.render.fonts import BODY_POINTS, font
from atlas.render.renderer import Renderer, lazy_renderer
from atlas.ui.finding.answer_rows import Row
from atlas.ui.kit.accessible_roles import install_roles
from atlas.ui.kit.file_dialogs import forget_folders
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.languages import Languages
from atlas.ui.language.saving_words import settings_broken
from atlas.ui.language.value_names import offered_modes
from atlas.ui.new_patient import NewPatient
from atlas.ui.plate.presenter import PlatePresenter
from atlas.ui.window.appearance import Appearance
from atlas.ui.window.notices import Notices
from atlas.ui.window.patient_requests import PatientRequests
from atlas.ui.window.shortcuts import Shortcuts
from atlas.ui.window.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.content.kept.learners import LearnerFolder

_FRAME = QSize(16, 48)  # px that a system's title bar and borders may take


class AtlasApp(QObject):
    """One window on one store. Another language or text size makes another window on the same store."""

    def __init__(
        self,
        catalog: FileCatalog,
        *,
        body: Path = paths.BODY,
        muscles: Path = paths.MUSCLES,
        settings: Path | None = None,
        problems: tuple[str, ...] = (),
        languages: Path = paths.LANGUAGES,
        kiosk: bool = False,
        clock: Callable[[], float] = time.time,
        learners: Path | None = None,
    ) -> None:
        """`settings`, `learners` None: nothing is kept. `problems` are sentences to show besides those of the files."""
        super().__init__()
        install_roles()
        self._catalog, self._muscles = catalog, muscles
        self._problems = problems
        self._languages = Languages(languages, catalog.languages, catalog.found_wrong, read_bytes)
        self._settings = KeptSettings(settings, self._languages.known, kiosk)
        self.broken = self._settings.broken
        self._lock = KeptKioskLock(settings, self._settings.preferences, clock) if kiosk else None
        start = self._settings.start
        self.store = Store(start)
        self._plates = lazy_renderer(partial(_plates, catalog, body, muscles))
        self._learners_folder, self._clock = learners, clock
        self._new_patient = NewPatient(self.store, start, self, room_stays=not kiosk)
        self._remake = QTimer(self, singleShot=True, interval=0)
        self._remake.timeout.connect(self._make_anew)
        self._clearing = QTimer(self, singleShot=True, interval=0)
        self._clearing.timeout.connect(clear_away)
        self.store.subscribe(self._on_state_changed)
        self._listeners: tuple[Listener, ...] = ()
        self._make()

    def _make(self) -> None:
        """The window and all that shows the state in it, in the state's language and text size."""
        state = self.store.state
        self._languages.speak(state.room.language)
        QApplication.setFont(font(BODY_POINTS * state.room.text_size / 100.0, as_is=True))
        self.catalog = self._catalog.in_language(state.room.language)
        modes = offered_modes(kiosk=self._lock is not None)
        self.window = window = AtlasWindow(self._plates, self.catalog, modes)
        window.view_settings.offer_languages(self._languages.known)
        self._notices = Notices(window.notice, self._catalog.found_wrong, self._besides(), window)
        self._appearance = Appearance(self.store, window, window.view_settings)
        self._requests = PatientRequests(self.store, window, kiosk=self._lock is not None)
        pane = window.plate_pane
        self.presenter = PlatePresenter(pane.plate, pane.views, self.catalog, self._plates, state)
        self._make_surfaces()
        window.begin_with(self.muscles.slots)
        self._connect()
        self._listeners = (
            self._appearance.show_state,
            self.presenter.show_state,
            self._requests.show_state,
            *(surface.show_state for surface in self.surfaces.all),
            self._show_mode,
        )
        for listener in self._listeners:
            self.store.subscribe(listener)
        forgetting = [surface.begin_new_patient for surface in self.surfaces.all]
        self._new_patient.forget_with([*forgetting, self._plates.forget, window.begin_new_patient])

    def _make_surfaces(self) -> None:
        """All that the window can show."""
        self.surfaces = made = Surfaces(
            HouseGround(
                store=self.store,
                window=self.window,
                catalog=self.catalog,
                english=self._catalog,
                plates=self._plates,
                presenter=self.presenter,
                thumbnails=Thumbnails(self._muscles, self._catalog.found_wrong, self._catalog.seals.read),
                requests=self._requests,
                new_patient=self._new_patient,
                settings=self._settings,
                languages=self._languages.known,
                lock=self._lock,
                save_drawing=self._save_drawing,
                study=(self._open_learners, self._clock),
            )
        )
        self.muscles, self.pain_drawing, self.guide = made.muscles, made.pain_drawing, made.guide
        self.patient, self.handout = made.patient, made.handout
        self.kiosk, self.closing = made.kiosk, made.closing

    @cached_property
    def _learners(self) -> LearnerFolder:
        """The same for every window: those that no folder keeps are in it."""
        from atlas.content.kept.learners import LearnerFolder  # with sqlite3, not needed until someone studies

        return LearnerFolder(self._learners_folder)

    def _open_learners(self) -> LearnerFolder:
        return self._learners

    def _make_anew(self) -> None:
        """Another window in the old one's place, with the same state; the old one goes."""
        before = self.window
        self._let_go()
        shape = before.windowState()
        before.closed.disconnect(self._on_closed)
        before.guard_closing(False)
        self._make()
        spread = bool(shape & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))
        self.window.setGeometry(before.normalGeometry() if spread else before.geometry())
        self.window.setWindowState(shape)
        self.window.plate_pane.plate.look_like(before.plate_pane.plate)
        self.window.show_list(False)
        self.window.show()
        state = self.store.state
        opened = AtlasState(room=state.room, look=state.look)
        for surface in self.surfaces.all:
            surface.show_state(opened, state)
        self._show_mode(opened, state)
        self.window.plate_pane.plate.setFocus()
        before.close()
        before.deleteLater()
        self._clearing.start()

    def _let_go(self) -> None:
        """Nothing follows the state any more, or goes on by itself."""
        self._notices.stop()
        self.presenter.stop()
        for surface in self.surfaces.all:
            surface.stop()
        for listener in self._listeners:
            self.store.unsubscribe(listener)
        self._listeners = ()

    def _show_mode(self, old: AtlasState, new: AtlasState) -> None:
        """Fills the window with what is up to date by now."""
        if old.mode != new.mode:
            self.window.left_pane.modes.show_mode(new.mode)
            self.window.fill(self.surfaces.slots_of(new.mode))

    def _on_state_changed(self, old: AtlasState, new: AtlasState) -> None:
        if (old.room.language, old.room.text_size) != (new.room.language, new.room.text_size):
            self._remake.start()

    def _besides(self) -> tuple[str, ...]:
        """What is wrong besides the atlas's files; where the settings lie is nothing for a waiting room."""
        if self.broken is None or self._lock is not None:
            return self._problems
        return (*self._problems, settings_broken(self.broken.kept, self.broken.names))

    @property
    def is_behind(self) -> bool:
        """Whether something that is shown still has to follow the state."""
        remaking = self._remake.isActive() or self._clearing.isActive()
        return remaking or self.presenter.is_behind or any(s.is_behind for s in self.surfaces.all)

    def open(self) -> None:
        """Shows the window where it was last; reads the rest of the body in idle moments."""
        kept = self._settings.geometry
        if kept.isEmpty() or not self.window.restoreGeometry(kept):
            room = self.window.screen().availableGeometry().size()
            self.window.resize(self.window.sizeHint().boundedTo(room - _FRAME))
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowFullScreen)  # only the kiosk is
        self.window.show_list(True)
        if self._lock is None:
            self.window.show()
        else:
            self.window.showFullScreen()
        self.muscles.finder.search.setFocus()
        pass_over_what_stands()

    def _connect(self) -> None:
        window, store, pane = self.window, self.store, self.window.plate_pane
        window.closed.connect(self._on_closed)
        window.new_patient_wanted.connect(self.begin_new_patient)
        window.typed.connect(self._on_typed)
        window.left_pane.modes.mode_chosen.connect(store.choose_mode)
        window.left_pane.foot.show_kiosk(self._lock is not None)
        window.cleared.undo_wanted.connect(self._new_patient.bring_back)
        self._new_patient.offered.connect(window.offer_undo)
        window.offer_undo(self._new_patient.is_offered)
        self._requests.guide_wanted.connect(self._on_guide_wanted)
        self._requests.handout_wanted.connect(self._on_handout_wanted)
        self.muscles.answer_wanted.connect(self._on_answer_wanted)
        self.muscles.paint_wanted.connect(self._on_paint_wanted)
        self.presenter.settled.connect(self._on_plate_settled)
        pane.plate.point_focused.connect(store.focus_point)
        pane.plate.place_tapped.connect(self._on_place_tapped)
        pane.views.view_chosen.connect(store.choose_view)
        pane.plate.panel_chosen.connect(store.choose_panel)
        shortcuts = Shortcuts(window)
        shortcuts.new_patient_wanted.connect(self.begin_new_patient)
        shortcuts.search_wanted.connect(self.muscles.start_search)
        shortcuts.reader_chosen.connect(store.choose_reader)
        shortcuts.sides_chosen.connect(store.choose_sides)
        shortcuts.closer_wanted.connect(pane.zoom_in)
        shortcuts.farther_wanted.connect(pane.zoom_out)
        shortcuts.whole_wanted.connect(pane.plate.fit)
        shortcuts.next_view_wanted.connect(pane.views.choose_next)
        shortcuts.previous_view_wanted.connect(pane.views.choose_previous)

    def begin_new_patient(self) -> None:
        """Nothing of the one before is left."""
        self._new_patient.begin()

    def _on_guide_wanted(self) -> None:
        self.guide.opened().open_for_muscle()

    def _on_handout_wanted(self) -> None:
        self.handout.opened().open()

    def _on_answer_wanted(self, row: Row) -> None:
        """Something that was found and that another mode shows."""
        if row.kind == "page":
            self.store.read_guide(f"problem/{row.id}")
        elif row.kind in ("complaint", "region", "root"):
            self.store.choose_mode("pain")
            self.pain_drawing.opened().take(row)

    def _on_typed(self, text: str) -> None:
        """Letters go to the search of what is open; the guide has none of its own, and in study they answer nothing."""
        if self.store.state.mode == "pain":
            self.pain_drawing.opened().start_search(text)
        elif self.store.state.mode != "study":
            self.store.choose_mode("muscles")
            self.muscles.start_search(text)

    def _on_paint_wanted(self) -> None:
        self.store.choose_mode("pain")

    def _save_drawing(self) -> None:
        self.pain_drawing.opened().drawing_files.ask_to_save()

    def _on_plate_settled(self, old: AtlasState | None, new: AtlasState, in_words: str) -> None:
        if old is None:
            self._notices.show()
        self.muscles.follow_plate(old, new, in_words)
        self._appearance.show_choices(new)

    def _on_place_tapped(self, vertex: int | None) -> None:
        if vertex is None:
            self.store.name_region(None)
            return
        scene = resolve(self.store.state, self._catalog)
        neighbour = self._plates.neighbour_at(scene, vertex) if scene.neighbours else None
        if neighbour is not None:
            self.store.name_neighbour(neighbour)
            return
        surface = self._catalog.surface
        region = surface.region_ids[int(surface.region[vertex])]
        side: Side = "right" if surface.points[vertex, 0] <= 0 else "left"
        self.store.name_region(region, None if region in surface.midline_ids else side)

    def _on_closed(self) -> None:
        let_all_go()
        self._let_go()
        forget_folders()
        if self._lock is None:  # what a patient chose does not outlive the visit
            self._settings.write(self.store.state, self.window.saveGeometry())


def _plates(catalog: FileCatalog, body: Path, muscles: Path) -> Renderer:
    from atlas.render.plates import Plates  # Pillow and more, a tenth of the start

    return Plates(catalog, body, muscles)
