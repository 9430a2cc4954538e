"""What is done for the patient, whichever buttons ask for it: those beside a muscle, or beside an answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.domain.words.handout_order import muscles_of
from atlas.domain.words.story import STEPS
from atlas.ui.window.patient_actions import PatientActions


class PatientRequests(QObject):
    """Story and screen are changes of the state; guide and handout are asked for."""

    guide_wanted = Signal()
    handout_wanted = Signal()

    def __init__(self, store: Store, window: QWidget, *, kiosk: bool) -> None:
        """`kiosk`: whoever sits before it is the patient, and gets neither second screen nor file."""
        super().__init__(window)
        self._store, self._kiosk = store, kiosk
        self._buttons: list[PatientActions] = []
        if not kiosk:
            QShortcut(QKeySequence("F5"), window).activated.connect(self._on_story_wanted)
            QShortcut(QKeySequence(QKeySequence.StandardKey.Print), window).activated.connect(self.handout_wanted)

    def serve(self, actions: PatientActions) -> None:
        """Does what these buttons ask for."""
        self._buttons.append(actions)
        actions.story_wanted.connect(self._on_story_wanted)
        actions.guide_wanted.connect(self.guide_wanted)
        if self._kiosk:
            actions.keep_from_second_screen()
            return
        actions.handout_wanted.connect(self.handout_wanted)
        actions.screen_wanted.connect(self._on_screen_wanted)
        actions.screen_chosen.connect(self._store.show_patient_screen)
        actions.show_screen(self._store.state.patient_screen)
        actions.offer_handout(bool(muscles_of(self._store.state)))

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if self._kiosk:
            return
        for actions in self._buttons:
            if old.patient_screen != new.patient_screen:
                actions.show_screen(new.patient_screen)
            if muscles_of(old) != muscles_of(new):
                actions.offer_handout(bool(muscles_of(new)))

    def _on_story_wanted(self) -> None:
        if self._store.state.study.muscle is not None:
            self._store.open_story(STEPS[0])

    def _on_screen_wanted(self, lit: bool) -> None:
        self._store.show_patient_screen("follow" if lit else "off")
