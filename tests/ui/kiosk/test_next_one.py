"""The next one before a kiosk: words, light and letters are those it was started with, and nothing leads outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.domain.state import AtlasState, Look
from atlas.ui.kiosk.idle_watch import IDLE_MS, WARNING_S
from tests.ui.conftest import SCM, STROKE, close
from tests.ui.person import CLEARED, Person


@pytest.fixture
def kiosk(catalog: FileCatalog, opened: AtlasApp, tmp_path: Path) -> Iterator[Person]:
    """Someone before a kiosk whose figure has another tone of skin."""
    settings = tmp_path / "window.json"
    save_preferences(settings, Preferences(tone="monk-4"))
    someone = Person(AtlasApp(catalog, settings=settings, kiosk=True))
    someone.opens_window()
    yield someone
    someone.store.set(AtlasState())
    someone.settled()  # the whole program speaks, and writes, as before
    close(someone.app)


@pytest.fixture
def patient(kiosk: Person) -> Person:
    """One who has chosen words, letters and light, and has painted."""
    kiosk.store.choose_language("es")
    kiosk.store.choose_text_size(150)
    kiosk.store.choose_theme("contrast")
    kiosk.settled()
    kiosk.store.choose_mode("pain")
    kiosk.store.choose_view("torso-back")
    kiosk.settled()
    kiosk.paints(*STROKE)
    return kiosk


@pytest.mark.parametrize("how", ["idle", "button"])
def test_the_next_one_before_the_kiosk_finds_its_words_and_light_as_it_was_started(patient: Person, how: str) -> None:
    if how == "idle":
        patient.waits(IDLE_MS / 1000 + 1)
        patient.waits(WARNING_S + 1)
    else:
        patient.opens_list()
        patient.presses("Nuevo paciente")
    patient.settled()
    assert patient.store.state == AtlasState(look=Look(tone="monk-4", draped=True))
    assert patient.title() == "Choose a muscle"
    assert patient.shows(CLEARED) == (how == "button")  # whoever comes after an idle time is another


def test_nothing_that_was_chosen_in_a_kiosk_outlives_it(patient: Person, tmp_path: Path) -> None:
    patient.app.window.guard_closing(False)
    patient.closes()
    assert load_preferences(tmp_path / "window.json")[0] == Preferences(tone="monk-4")


def test_no_patient_opens_a_second_window_in_the_kiosk(kiosk: Person) -> None:
    kiosk.store.choose_muscle(SCM)
    kiosk.settled()
    for mode in ("pain", "muscles"):
        kiosk.opens_list()
        kiosk.switches_to(mode)
        assert not kiosk.shows("Patient's screen")
        kiosk.key(Qt.Key.Key_F5)
    assert kiosk.store.state.patient_screen == "off" and kiosk.store.state.story is None
    assert not kiosk.patient_screen_is_lit
