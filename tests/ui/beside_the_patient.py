"""Someone beside the patient: the story, the patient's own screen, the guide, a new patient, the kiosk's way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from atlas.domain.scene import Scene
from atlas.domain.state import AtlasState
from atlas.ui.guide.page_view import PageView
from atlas.ui.kiosk.pin_pad import PinPad
from atlas.ui.patient import story_reader
from atlas.ui.patient.page_texts import PatientText
from atlas.ui.patient.reading_aloud import Voice
from tests.ui.hands import LEFT, Hands
from tests.ui.sight import Sight

NEW_PATIENT = "New patient: clears everything of the one before"
CLEARED, BRING_BACK = "Cleared for a new patient.", "Undo: bring back what was cleared"


class BesideThePatient(Hands):
    """What the patient is shown, and what goes when the next one comes."""

    # -- the story and the guide ---------------------------------------------

    @property
    def story(self) -> Sight:
        """The patient's view, over the whole window."""
        return self.part("The patient's view")

    @contextmanager
    def on_a_computer_with(self, voice: Voice | None) -> Iterator[None]:
        """One that reads aloud with this voice, or has none."""
        with pytest.MonkeyPatch.context() as parts:
            parts.setattr(story_reader, "find_voice", lambda parent: voice)
            yield
        reader = self.app.patient.opened().presenter.reader
        if reader is not None:
            reader.stop()
            reader.reading = None  # the next one looks for a voice anew

    def guide_page(self) -> Sight:
        """The page of the guide that is open."""
        return Sight(lambda: self.find(PageView))

    def page_of(self, state: AtlasState) -> tuple[Scene, PatientText]:
        """The picture and the words that a patient is shown in a state."""
        page = self.app.patient.opened().presenter.page(state)
        assert page is not None
        return page

    # -- the patient's screen ------------------------------------------------

    @property
    def patient_screen(self) -> Sight:
        """The second window, that the patient looks at."""
        return Sight(self._patient_screen)

    def _patient_screen(self) -> QWidget:
        found = self._patient_screens()
        assert len(found) == 1, "the patient's screen is off"
        return found[0]

    def _patient_screens(self) -> Sequence[QWidget]:
        kind = "PatientScreen"
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if w.isVisible() and type(w).__name__ == kind and w is not self.window]

    @property
    def patient_screen_is_lit(self) -> bool:
        return bool(self._patient_screens())

    @property
    def patient_screen_is_blank(self) -> bool:
        """Whether the patient's screen is there and shows nothing at all."""
        return all(not w.isVisible() for w in self._patient_screen().findChildren(QWidget))

    # -- a new patient -------------------------------------------------------

    def begins_new_patient(self) -> None:
        """A tap on "New patient", in the drawer where that is what must be opened first."""
        if not self.offers(NEW_PATIENT):
            self.opens_list()
        self.presses(NEW_PATIENT)

    # -- the kiosk -----------------------------------------------------------

    @property
    def pad(self) -> Sight:
        """Where the PIN is typed on leaving the kiosk."""
        return Sight(lambda: self.find(PinPad))

    def types_pin(self, pin: str) -> None:
        """Tries to leave the kiosk with a PIN, on the pad."""
        if not self.seen(PinPad):
            self.closes()
        for name in (*pin, "Leave"):
            QTest.mouseClick(self.pad.button(name), LEFT)
        self.settled()
