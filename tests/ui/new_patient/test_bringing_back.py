"""For a few seconds a new patient can be taken back, where a drawing was in no file."""

from __future__ import annotations

from pathlib import Path

from atlas.ui.new_patient import UNDO_MS
from tests.ui.conftest import SCM, STROKE
from tests.ui.person import BRING_BACK, CLEARED, NEW_PATIENT, SEARCH, Person, violet


def test_an_unsaved_drawing_can_be_brought_back_for_a_few_seconds(painter: Person) -> None:
    painter.paints(*STROKE)
    drawing = painter.store.state.report.drawing
    painter.begins_new_patient()
    assert painter.store.state.report.drawing is None and painter.shows(CLEARED)
    assert painter.room_of(BRING_BACK).height() >= 48
    assert painter.window.rect().contains(painter.room_of(CLEARED))
    painter.presses(BRING_BACK)
    assert drawing is not None and painter.store.state.report.drawing is drawing
    assert painter.store.state.mode == "pain" and painter.store.state.study.view == "torso-back"
    assert not painter.shows(CLEARED)
    assert violet(painter.color_at("infraspinous-centre")) > 25


def test_in_a_small_window_it_can_be_brought_back_and_a_new_patient_begun_from_the_list(painter: Person) -> None:
    painter.paints(*STROKE)
    painter.window.resize(800, 600)
    painter.opens_list()
    painter.begins_new_patient()
    painter.opens_list()
    painter.settled()
    assert painter.shows(CLEARED) and painter.offers(NEW_PATIENT)
    assert not painter.room_of(CLEARED).intersects(painter.room_of(NEW_PATIENT))
    assert painter.window.rect().contains(painter.room_of(CLEARED))


def test_ctrl_z_brings_it_back_too(painter: Person) -> None:
    painter.paints(*STROKE)
    drawing = painter.store.state.report.drawing
    painter.key("Ctrl+N")
    assert painter.hears_focus() == SEARCH and painter.store.state.report.drawing is None
    painter.key("Ctrl+Z")
    painter.waits_until(lambda: painter.store.state.report.drawing is drawing)
    assert drawing is not None


def test_after_that_it_is_gone(painter: Person) -> None:
    painter.paints(*STROKE)
    painter.begins_new_patient()
    painter.waits(UNDO_MS / 1000 - 1)
    assert painter.shows(CLEARED)
    painter.waits(UNDO_MS / 1000 + 1)
    assert not painter.shows(CLEARED) and not painter.offers(BRING_BACK)
    painter.key("Ctrl+Z")
    assert painter.store.state.report.is_empty


def test_the_next_patients_first_word_ends_it(painter: Person) -> None:
    painter.paints(*STROKE)
    painter.begins_new_patient()
    painter.store.choose_theme("dark")
    painter.switches_to("pain")
    assert painter.shows(CLEARED)
    painter.store.choose_muscle(SCM)
    assert not painter.shows(CLEARED)
    painter.key("Ctrl+Z")
    assert painter.store.state.report.is_empty and painter.store.state.study.muscle == SCM


def test_it_outlasts_a_window_made_anew(painter: Person) -> None:
    painter.paints(*STROKE)
    drawing = painter.store.state.report.drawing
    painter.begins_new_patient()
    before = painter.window
    painter.store.choose_text_size(125)
    painter.settled()
    assert painter.window is not before and painter.shows(CLEARED)
    painter.presses(BRING_BACK)
    assert drawing is not None and painter.store.state.report.drawing is drawing
    assert painter.store.state.room.text_size == 125


def test_the_patients_screen_is_blank_while_undo_is_offered(painter: Person) -> None:
    painter.store.show_patient_screen("freeze")
    painter.paints(*STROKE)
    painter.begins_new_patient()
    assert painter.patient_screen_is_blank and painter.shows(CLEARED)
    painter.presses(BRING_BACK)
    assert painter.patient_screen_is_blank and painter.store.state.patient_screen == "blank"
    painter.store.show_patient_screen("off")


def test_nothing_is_offered_where_nothing_is_lost(painter: Person, tmp_path: Path) -> None:
    painter.paints(*STROKE)
    painter.saves_drawing(tmp_path / "drawing.json")
    painter.begins_new_patient()
    assert not painter.shows(CLEARED)
    painter.store.choose_muscle(SCM)
    painter.begins_new_patient()
    assert not painter.shows(CLEARED)
