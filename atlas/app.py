"""The composition root: makes the parts, and connects what the user does to the state and that to the window."""

from __future__ import annotations

import atlas.ui.window.startup  # noqa: F401

# isort: split
import contextlib
import gc
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.content.kept.kiosk_door import KioskDoor
from atlas.content.kept.preferences import Letterhead, Preferences, load_preferences, save_preferences
from atlas.domain.body.sides import Side
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState, Look, Room
from atlas.domain.store import Store
from atlas.render.display import started
from atlas.render.fonts import BODY_POINTS, font, load_fonts
from atlas.render.renderer import LatePlates
from atlas.ui.handout.door import HandoutDoor
from atlas.ui.kit.accessible_roles import tell_roles
from atlas.ui.kit.file_dialogs import forget_folders
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.languages import Languages
from atlas.ui.language.saving_words import settings_broken
from atlas.ui.new_patient import NewPatient
from atlas.ui.pain_drawing.door import PainDrawingDoor
from atlas.ui.patient.surface import Chairside
from atlas.ui.plate.presenter import PlatePresenter
from atlas.ui.window.shortcuts import Shortcuts
from atlas.ui.window.window import AtlasWindow

_FRAME = QSize(16, 48)  # px that a system's title bar and borders may take


class AtlasApp(QObject):
    """One window on one store. Another language or size of letters makes another window on the same store."""

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
    ) -> None:
        """`settings` None: nothing is kept. `problems` are sentences to show besides those of the files."""
        super().__init__()
        tell_roles()
        self._catalog, self._muscles = catalog, muscles
        self._settings = settings
        self._kept, self.broken = load_preferences(settings) if settings else (Preferences(), None)
        self._problems = problems
        self._languages = Languages(languages, catalog.found_wrong)
        if self._kept.language not in self._languages.known:
            self._kept = replace(self._kept, language=ENGLISH)
        self._before = self._kept
        self._kiosk = KioskDoor(settings, self._kept, clock) if kiosk else None
        kept = self._kept
        self._start = AtlasState(
            room=Room(theme=kept.theme, language=kept.language, text_size=kept.text_size, reduced_motion=kept.still),
            look=Look(figure=kept.figure, tone=kept.tone, palette=kept.palette),
        )
        self.store = Store(self._start)
        self._plates = LatePlates(catalog, body, muscles)
        self._fresh = NewPatient(self.store, self._start, self, room_stays=not kiosk)
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._make_anew)
        self.store.subscribe(self._on_state_changed)
        self._make()

    def _make(self) -> None:
        """The window and all that shows the state in it, in the state's language and size of letters."""
        state = self.store.state
        self._languages.speak(state.room.language)
        QApplication.setFont(font(BODY_POINTS * state.room.text_size / 100.0, as_is=True))
        thumbnails = Thumbnails(self._muscles, self._catalog.found_wrong, self._catalog.seals.read)
        self.window = AtlasWindow(self._plates, thumbnails)
        self.window.look_panel.offer_languages(self._languages.known)
        self.catalog = self._catalog.in_language(state.room.language)
        self.mirror = PlatePresenter(self.window, self.catalog, self._plates, self._notices(), state)
        self.chairside = Chairside(self.store, self.window, self.catalog, self._plates, self._fresh, self._kiosk)
        self.store.subscribe(self.mirror.show_state)
        self.store.subscribe(self.chairside.show_state)
        self.door = PainDrawingDoor(self.store, self.window, self.catalog, self._plates, thumbnails)
        self.door.actions_made.connect(self.chairside.serve)
        self.store.subscribe(self.door.show_state)
        self.chairside.save_wanted.connect(self.door.save_drawing)
        self.door.not_saved.connect(self.chairside.show_trouble)
        self.door.painting_began.connect(self.mirror.warm_up.wait)
        if self._kiosk is not None:
            self.door.keep_from_files()
        self.handouts: HandoutDoor | None = None
        if self._kiosk is None:  # the public gets no way to the files of this computer
            self.handouts = HandoutDoor(
                self.store,
                self.window,
                self._catalog,
                self._plates,
                self._languages.known,
                Letterhead(
                    clinic=self._kept.clinic,
                    logo=Path(self._kept.logo) if self._kept.logo else None,
                    paper=self._kept.paper,
                ),
            )
            self.handouts.letterhead_changed.connect(self._on_letterhead_changed)
            self.door.actions_made.connect(self.handouts.serve)
            self.store.subscribe(self.handouts.show_state)
        self._fresh.forget_with(self._forgetting())
        self.door.begin()
        self._connect()

    def _forgetting(self) -> list[Callable[[], None]]:
        """What keeps something of a patient beside the state, told to let go of it when a new one begins."""
        kept = [self.door.start_afresh, self.chairside.start_afresh, self._plates.forget, self.window.start_afresh]
        return kept if self.handouts is None else [self.handouts.stop, *kept]

    def _make_anew(self) -> None:
        """Another window in the old one's place, with the same state; the old one goes."""
        before = self.window
        self._let_go()
        state = before.windowState()
        before.closed.disconnect(self._on_closed)
        before.guard_closing(False)
        self._make()
        spread = bool(state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))
        self.window.setGeometry(before.normalGeometry() if spread else before.geometry())
        self.window.setWindowState(state)
        self.window.plate_pane.plate.look_like(before.plate_pane.plate)
        self.window.show_finder(False)
        self.window.show()
        self.chairside.show_state(
            replace(AtlasState(), room=replace(AtlasState().room, language=self.store.state.room.language)),
            self.store.state,
        )
        self.window.plate_pane.plate.setFocus()
        before.close()
        before.deleteLater()

    def _let_go(self) -> None:
        self.mirror.stop()
        self.chairside.stop()
        self.door.stop()
        self.store.unsubscribe(self.mirror.show_state)
        self.store.unsubscribe(self.chairside.show_state)
        self.store.unsubscribe(self.door.show_state)
        if self.handouts is not None:
            self.handouts.stop()
            self.store.unsubscribe(self.handouts.show_state)

    def _on_state_changed(self, old: AtlasState, new: AtlasState) -> None:
        if (old.room.language, old.room.text_size) != (new.room.language, new.room.text_size):
            self._anew.start()

    def _notices(self) -> tuple[str, ...]:
        """What is wrong besides the atlas's files; where the settings lie is nothing for a waiting room."""
        if self.broken is None or self._kiosk is not None:
            return self._problems
        return (*self._problems, settings_broken(self.broken.kept))

    @property
    def is_behind(self) -> bool:
        """Whether something that is shown still has to follow the state."""
        pain = self.door.pain
        parts = (self.mirror, self.chairside.patient, *(() if pain is None else (pain.mirror,)))
        return self._anew.isActive() or any(part.is_behind for part in parts)

    def open(self) -> None:
        """Shows the window where it was last; reads the rest of the body in idle moments."""
        kept = QByteArray.fromHex(QByteArray(self._kept.geometry.encode("ascii", "ignore")))
        if kept.isEmpty() or not self.window.restoreGeometry(kept):
            room = self.window.screen().availableGeometry().size()
            self.window.resize(self.window.sizeHint().boundedTo(room - _FRAME))
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowFullScreen)  # only the kiosk is
        self.window.show_finder(True)
        if self._kiosk is None:
            self.window.show()
        else:
            self.window.showFullScreen()
        self.window.finder.search.setFocus()
        gc.freeze()  # `early` turned it off; what was made until now stays, and need not be looked through
        gc.enable()

    def _connect(self) -> None:
        window, store = self.window, self.store
        pane, look, article = window.plate_pane, window.look_panel, window.explanation.article
        window.closed.connect(self._on_closed)
        window.finder.query_typed.connect(store.search)
        window.finder.muscle_chosen.connect(self._on_muscle_chosen)
        pane.layers.layer_shown.connect(store.show_layer)
        pane.plate.point_focused.connect(store.focus_point)
        pane.plate.place_tapped.connect(self._on_place_tapped)
        pane.views.view_chosen.connect(store.choose_view)
        pane.sides.chosen.connect(store.choose_sides)
        look.figure_chosen.connect(store.choose_figure)
        look.tone_chosen.connect(store.choose_tone)
        look.palette_chosen.connect(store.choose_palette)
        look.theme_chosen.connect(store.choose_theme)
        look.language_chosen.connect(store.choose_language)
        look.text_size_chosen.connect(store.choose_text_size)
        look.stillness_chosen.connect(store.reduce_motion)
        window.explanation.reader_chosen.connect(store.choose_reader)
        article.point_chosen.connect(store.focus_point)
        article.muscle_chosen.connect(self._on_related_chosen)
        keys = Shortcuts(window)
        keys.search_wanted.connect(window.start_search)
        keys.reader_chosen.connect(store.choose_reader)
        keys.sides_chosen.connect(store.choose_sides)
        keys.closer_wanted.connect(pane.zoom_in)
        keys.farther_wanted.connect(pane.zoom_out)
        keys.whole_wanted.connect(pane.plate.fit)
        keys.next_view_wanted.connect(pane.views.choose_next)
        keys.previous_view_wanted.connect(pane.views.choose_previous)

    def _on_muscle_chosen(self, muscle: str) -> None:
        self.store.choose_muscle(muscle)
        if self.window.has_drawer:
            self.window.show_finder(False)

    def _on_related_chosen(self, muscle: str) -> None:
        self.store.search("")
        self.store.choose_muscle(muscle)

    def _on_place_tapped(self, vertex: int | None) -> None:
        if vertex is None:
            self.store.name_region(None)
            return
        surface = self._catalog.surface
        region = surface.region_ids[int(surface.region[vertex])]
        side: Side = "right" if surface.points[vertex, 0] <= 0 else "left"
        self.store.name_region(region, None if region in surface.midline_ids else side)

    def _on_letterhead_changed(self, letterhead: Letterhead) -> None:
        logo = str(letterhead.logo) if letterhead.logo else ""
        self._kept = replace(self._kept, clinic=letterhead.clinic, logo=logo, paper=letterhead.paper)

    def _on_closed(self) -> None:
        gc.unfreeze()  # so that this window can go, where the program stays
        self.mirror.stop()
        self.chairside.stop()
        self.door.stop()
        forget_folders()
        if self._settings is None or self._kiosk is not None:  # what a patient chose does not outlive the visit
            return
        state = self.store.state
        kept = replace(
            self._kept,
            figure=state.look.figure,
            tone=state.look.tone,
            palette=state.look.palette,
            theme=state.room.theme,
            language=state.room.language,
            text_size=state.room.text_size,
            still=state.room.reduced_motion,
            geometry=bytes(self.window.saveGeometry().toHex().data()).decode("ascii"),
        )
        with contextlib.suppress(NotSaved):  # not worth a word at closing time
            save_preferences(self._settings, kept, self._before)


def main(kiosk: bool = False) -> int:
    """Opens the window and stays until it is closed; `kiosk`: full screen, for a tablet in a clinic."""
    application = QApplication.instance() or started(QApplication, sys.argv[:1])
    assert isinstance(application, QApplication)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends it at once: Python would answer only at the next event
    application.setApplicationName("Trigger-Point Referral Atlas")
    catalog = FileCatalog()
    catalog.found_wrong.add(*load_fonts(catalog.places.fonts))
    application.setFont(font())
    opened = AtlasApp(catalog, settings=paths.user_settings(), kiosk=kiosk)
    if opened.broken is not None:
        print(f"atlas: {opened.broken}", file=sys.stderr)
    opened.open()
    return application.exec()
