"""The surfaces of one window, and which of them fills it in each mode."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from atlas.app.kept_settings import KeptSettings
from atlas.content.catalog import FileCatalog
from atlas.domain.pin_tries import KioskLock
from atlas.domain.state import AtlasState, Mode
from atlas.domain.store import Store
from atlas.render.renderer import Renderer
from atlas.ui.finding.searching import Searching
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.muscles.surface import MusclesSurface
from atlas.ui.new_patient import NewPatient
from atlas.ui.pain_drawing.unsaved_drawing import UnsavedDrawing
from atlas.ui.plate.presenter import PlatePresenter
from atlas.ui.surface import LazySurface, Surface
from atlas.ui.window.patient_requests import PatientRequests
from atlas.ui.window.slots import Slots
from atlas.ui.window.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.content.kept.learners import LearnerFolder
    from atlas.ui.guide.surface import GuideSurface
    from atlas.ui.handout.surface import HandoutSurface
    from atlas.ui.kiosk.kiosk import Kiosk
    from atlas.ui.pain_drawing.surface import PainDrawingSurface
    from atlas.ui.patient.surface import PatientSurface
    from atlas.ui.study.surface import StudySurface


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HouseGround:
    """What the surfaces of a window are made of."""

    store: Store
    window: AtlasWindow
    catalog: FileCatalog  # in the language of the window
    english: FileCatalog
    plates: Renderer
    presenter: PlatePresenter
    thumbnails: Thumbnails
    requests: PatientRequests
    new_patient: NewPatient
    settings: KeptSettings
    languages: Mapping[str, str]  # that can be shown: the name of each by its code
    lock: KioskLock | None  # of a kiosk
    save_drawing: Callable[[], None]  # asks for a file, and writes the drawing there
    study: tuple[Callable[[], LearnerFolder], Callable[[], float]]  # opens the learners, and a clock in s since 1970


class Surfaces:
    """All that a window can show; but for the first, each is imported and made when it is wanted."""

    def __init__(self, ground: HouseGround) -> None:
        store, window = ground.store, ground.window
        self.kiosk: Kiosk | None = None
        self.closing: UnsavedDrawing | None = None
        if ground.lock is not None:
            from atlas.ui.kiosk.kiosk import Kiosk

            self.kiosk = Kiosk(window, ground.new_patient, ground.lock)
        else:
            self.closing = UnsavedDrawing(store, window, ground.save_drawing)
        # Made by functions that know no more than the ground: so a window that is left goes at once, with all of it.
        searching = Searching(ground.catalog, store.state.room.language, window)
        make_pain_drawing = partial(_make_pain_drawing, ground, searching, self.closing)
        self.muscles = MusclesSurface(store, window, ground.catalog, ground.thumbnails, ground.requests, searching)
        self.pain_drawing = LazySurface(make_pain_drawing, _is_of_pain, window)
        self.guide = LazySurface(partial(_make_guide, ground), _is_of_guide, window)
        self.patient = LazySurface(partial(_make_patient, ground), _shows_patient, window)
        self.handout = LazySurface(partial(_make_handout, ground), _never, window)
        self.study: LazySurface[StudySurface] | None = None  # in a kiosk there is none
        own = self.kiosk or self.closing
        assert own is not None
        self.all: tuple[Surface, ...] = (
            self.muscles,
            self.pain_drawing,
            self.guide,
            self.patient,
            self.handout,
            own,
        )
        self._modes: dict[Mode, Surface] = {
            "muscles": self.muscles,
            "pain": self.pain_drawing,
            "guide": self.guide,
        }
        if ground.lock is None:
            self.study = LazySurface(partial(_make_study, ground, searching), _is_of_study, window)
            self.all = (*self.all, self.study)
            self._modes["study"] = self.study

    def slots_of(self, mode: Mode) -> Slots:
        """What fills the window in a mode."""
        return self._modes[mode].slots


def _make_pain_drawing(ground: HouseGround, searching: Searching, closing: UnsavedDrawing | None) -> PainDrawingSurface:
    from atlas.content.kept import drawing_files
    from atlas.ui.pain_drawing.surface import PainDrawingSurface

    made = PainDrawingSurface(
        ground.store,
        ground.window,
        ground.window.plate_pane.plate,
        ground.catalog,
        ground.plates,
        ground.thumbnails,
        ground.requests,
        ground.presenter.warm_up,
        searching,
        drawing_files,
        files=ground.lock is None,  # the public gets no way to the files of this computer
    )
    if closing is not None:
        made.drawing_files.failed.connect(closing.show_trouble)
    return made


def _make_guide(ground: HouseGround) -> GuideSurface:
    from atlas.ui.guide.surface import GuideSurface

    return GuideSurface(ground.store, ground.window, ground.catalog)


def _make_patient(ground: HouseGround) -> PatientSurface:
    from atlas.ui.patient.surface import PatientSurface

    return PatientSurface(ground.store, ground.window, ground.catalog, ground.plates)


def _make_handout(ground: HouseGround) -> HandoutSurface:
    from atlas.ui.handout.surface import HandoutSurface

    letterhead = ground.settings.letterhead
    made = HandoutSurface(ground.store, ground.window, ground.english, ground.plates, ground.languages, letterhead)
    made.letterhead_changed.connect(ground.settings.keep_letterhead)
    return made


def _make_study(ground: HouseGround, searching: Searching) -> StudySurface:
    from atlas.app.study_table import save_table
    from atlas.ui.study.surface import StudySurface

    open_learners, clock = ground.study
    return StudySurface(
        ground.store,
        ground.window,
        ground.catalog,
        ground.plates,
        searching,
        open_learners(),
        partial(_local_time, clock),
        save_table,
    )


def _local_time(clock: Callable[[], float]) -> datetime:
    """This moment in the time zone of the computer."""
    return datetime.fromtimestamp(clock()).astimezone()


def _never(state: AtlasState) -> bool:
    return False


def _is_of_pain(state: AtlasState) -> bool:
    return state.mode == "pain"


def _is_of_guide(state: AtlasState) -> bool:
    return state.mode == "guide"


def _is_of_study(state: AtlasState) -> bool:
    return state.mode == "study"


def _shows_patient(state: AtlasState) -> bool:
    return state.story is not None or state.patient_screen != "off"
