"""Connects what is done beside the patient (story, screen, guide, new patient, kiosk) to the state."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from atlas.content.catalog import FileCatalog
from atlas.content.kept.kiosk_door import KioskDoor
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.domain.words.story import STEPS
from atlas.render.renderer import LatePlates
from atlas.ui.guide.surface import GuideSurface
from atlas.ui.kiosk.idle_warning import IdleWarning
from atlas.ui.kiosk.idle_watch import IdleWatch
from atlas.ui.kiosk.kiosk_exit import KioskExit
from atlas.ui.new_patient import NewPatient
from atlas.ui.patient.presenter import PatientPresenter
from atlas.ui.window.closing_question import ClosingQuestion
from atlas.ui.window.patient_actions import PatientActions
from atlas.ui.window.window import AtlasWindow


class Chairside(QObject):
    save_wanted = Signal()  # the drawing, before the window closes; the window waits until that has been done

    def __init__(
        self,
        store: Store,
        window: AtlasWindow,
        catalog: FileCatalog,
        plates: LatePlates,
        fresh: NewPatient,
        kiosk: KioskDoor | None = None,
    ) -> None:
        """`kiosk` is the way out of it, in a kiosk."""
        super().__init__(window)
        self._store, self._window, self._fresh = store, window, fresh
        self.exit = KioskExit(window, kiosk) if kiosk is not None else None
        self.patient = PatientPresenter(window, catalog, plates)
        self.guide = GuideSurface(window, catalog, store.state.room.language)
        self._served: list[PatientActions] = []
        self.idle: IdleWatch | None = None
        self.warning: IdleWarning | None = None
        self.question: ClosingQuestion | None = None
        self._connect()
        window.offer_undo(fresh.is_offered)
        self._guard_closing()
        if kiosk is not None:
            window.finder.foot.show_kiosk(True)
            self.idle = IdleWatch(self)
            self.idle.warned.connect(self._on_idle_warned)
            self.idle.woken.connect(self._on_woken)
            self.idle.ran_out.connect(self._on_idle_ran_out)
            self.idle.start()

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if old.mode != new.mode or old.page != new.page:
            self.guide.show_state(old, new)
        self.patient.show_state(old, new)
        if old.study.muscle != new.study.muscle:
            self._window.explanation.for_patient.show_muscle(new.study.muscle)
        if old.patient_screen != new.patient_screen:
            for actions in self._served:
                actions.show_screen(new.patient_screen)
        if old.report is not new.report:
            self._guard_closing()

    def stop(self) -> None:
        self.patient.stop()
        if self.idle is not None:
            self.idle.stop()
        if self.exit is not None:
            self.exit.stop()

    def start_afresh(self) -> None:
        """Neither guide nor patient's screen shows anything of the patient before."""
        self.guide.start_afresh()
        self.patient.start_afresh()

    def begin_new_patient(self) -> None:
        """Nothing of the one before is left."""
        self._fresh.begin()

    def _connect(self) -> None:
        window, store = self._window, self._store
        finder = window.finder
        self.serve(window.explanation.for_patient)
        finder.modes.mode_chosen.connect(self._on_mode_chosen)
        for place in (finder.foot, window.plate_pane, self.guide):
            place.new_patient_wanted.connect(self.begin_new_patient)
        finder.foot.leave_wanted.connect(self.ask_to_leave)
        window.leave_asked.connect(self.ask_to_leave)
        window.cleared.undo_wanted.connect(self._fresh.bring_back)
        self._fresh.offered.connect(window.offer_undo)
        self.patient.step_chosen.connect(store.open_story)
        self.patient.screen_closed.connect(store.show_patient_screen)
        self.guide.page_chosen.connect(self._on_page_chosen)
        self.guide.muscle_chosen.connect(self._on_guide_muscle_chosen)
        QShortcut(QKeySequence("Ctrl+N"), window).activated.connect(self.begin_new_patient)
        if self.exit is None:
            QShortcut(QKeySequence("P"), window).activated.connect(self._on_story_wanted)
        window.explanation.for_patient.show_muscle(store.state.study.muscle)

    def serve(self, actions: PatientActions) -> None:
        """Does what these buttons ask for."""
        self._served.append(actions)
        actions.story_wanted.connect(self._on_story_wanted)
        actions.guide_wanted.connect(self._on_guide_wanted)
        if self.exit is not None:  # whoever sits before it is the patient
            actions.keep_from_second_screen()
            return
        actions.screen_wanted.connect(self._on_screen_wanted)
        actions.screen_chosen.connect(self._store.show_patient_screen)
        actions.show_screen(self._store.state.patient_screen)

    # -- what is done --------------------------------------------------------

    def _on_story_wanted(self) -> None:
        if self._store.state.study.muscle is not None:
            self._store.open_story(STEPS[0])

    def _on_guide_wanted(self) -> None:
        self._store.read_guide(self.guide.page_for(self._store.state.study.muscle))

    def _on_mode_chosen(self, mode: str) -> None:
        if mode == "guide":
            self._store.read_guide(self._store.state.page or self.guide.page_for(None))
        elif mode == "pain":
            self._store.choose_mode("pain")
        else:
            self._store.choose_mode("muscles")

    def _on_page_chosen(self, page: str) -> None:
        self._store.read_guide(page)
        if self._window.has_drawer:
            self._window.show_finder(False)

    def _on_guide_muscle_chosen(self, muscle: str) -> None:
        self._store.open_muscle(muscle, self._store.state.study.sides)

    def _on_screen_wanted(self, lit: bool) -> None:
        self._store.show_patient_screen("follow" if lit else "off")

    # -- closing -------------------------------------------------------------

    def _guard_closing(self) -> None:
        self._window.guard_closing(self.exit is not None or self._store.state.report.is_unsaved)

    def _ask_about_drawing(self) -> None:
        if self.question is None:
            self.question = ClosingQuestion(self._window)
            self.question.save_wanted.connect(self._on_save_wanted)
            self.question.close_wanted.connect(self._on_close_wanted)
            self.question.stay_wanted.connect(self._on_stay_wanted)
        self.question.say("")
        self._window.cover(self.question)

    def show_trouble(self, sentence: str) -> None:
        """Why the drawing could not be saved."""
        if self.question is not None:
            self.question.say(sentence)

    def _on_save_wanted(self) -> None:
        self.save_wanted.emit()
        if not self._store.state.report.is_unsaved:
            self._window.close()

    def _on_close_wanted(self) -> None:
        self._window.guard_closing(False)
        self._window.close()

    def _on_stay_wanted(self) -> None:
        if self.question is not None:
            self._window.uncover(self.question)

    # -- the kiosk -----------------------------------------------------------

    def _on_idle_warned(self, left: int) -> None:
        if self.warning is None:
            self.warning = IdleWarning(self._window)
            self.warning.stay.clicked.connect(self._on_woken)
        self.warning.show_seconds(left)
        self._window.cover(self.warning)

    def _on_woken(self) -> None:
        if self.warning is not None:
            self._window.uncover(self.warning)

    def _on_idle_ran_out(self) -> None:
        self._on_woken()
        if self.exit is not None:
            self.exit.stay()
        self._fresh.begin(may_return=False)  # whoever comes next is another

    def ask_to_leave(self) -> None:
        """In a kiosk asks for the PIN; else asks about an unsaved drawing."""
        if self.exit is not None:
            self.exit.ask()
        else:
            self._ask_about_drawing()
