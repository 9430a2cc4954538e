"""The drawing beside the plate: patient's screen, small pictures, handout; and that it goes with the patient."""

from __future__ import annotations

import pytest

from atlas.domain.pain.pain_report import Overlay
from tests.ui.conftest import STROKE
from tests.ui.person import HANDOUT, Person, violet

BROAD = ("Brush 90 mm", "Pain:  Strong")


def test_the_patients_screen_shows_the_drawing_and_what_lies_over_it(painter: Person) -> None:
    painter.presses("Patient's screen")
    screen = painter.patient_screen
    assert painter.patient_screen_is_lit and "Where does it hurt?" in screen.reads()
    painter.paints("infraspinous-centre")
    painter.settled()
    assert "This is what you showed" in screen.reads() and "Over the shoulder blade (right)" in screen.reads()
    twin, spot = (painter.color_at("infraspinous-centre", opposite, on=screen) for opposite in (True, False))
    assert violet(spot) > 25 > 10 > violet(twin)
    painter.store.toggle_overlay(Overlay(muscle="infraspinatus", side="right"))
    painter.settled()
    assert "What you showed" in screen.reads() and "shoulder" in screen.legend()
    assert "What you showed" in screen.legend()
    assert "Infraspinatus, right" in screen.describes()
    painter.store.show_patient_screen("freeze")
    painter.store.draw(None)
    painter.settled()
    assert "This is what you showed" in screen.reads()
    painter.store.show_patient_screen("off")
    assert not painter.patient_screen_is_lit


def test_a_screen_that_is_blanked_shows_no_stroke_that_came_just_before(painter: Person) -> None:
    painter.store.show_patient_screen("follow")
    painter.paints("infraspinous-centre")
    painter.store.show_patient_screen("blank")
    painter.settled()
    assert painter.patient_screen_is_blank
    painter.store.show_patient_screen("off")


def test_the_small_pictures_of_the_views_show_the_drawing(painter: Person) -> None:
    painter.store.choose_view("whole-back")
    front, back = (painter.small_picture(view) for view in ("whole-front", "whole-back"))
    for brush in BROAD:
        painter.presses(brush)
    painter.paints("infraspinous-centre")
    painter.waits(1)
    assert painter.small_picture("whole-back") != back
    assert painter.small_picture("whole-front") == front


def test_a_handout_is_of_the_patterns_laid_over_the_drawing(painter: Person) -> None:
    assert not painter.offers(HANDOUT)
    painter.paints("infraspinous-centre", opposite=True)
    painter.store.toggle_overlay(Overlay(muscle="infraspinatus", side="left"))
    painter.store.toggle_overlay(Overlay(muscle="supraspinatus", side="left"))
    drawing = painter.store.state.report.drawing
    order = painter.opens_handout()
    assert order.muscles == ("infraspinatus", "supraspinatus") and set(order.sides) == {"left"}
    assert order.drawing is drawing
    painter.puts_handout_away()


def test_a_new_patient_finds_nothing_of_the_one_before(painter: Person) -> None:
    painter.paints("infraspinous-centre")
    painter.begins_new_patient()
    assert painter.store.state.report.is_empty and painter.store.state.report.past == ()
    painter.switches_to("pain")
    assert painter.answers() == []


def test_no_small_picture_keeps_the_drawing_of_the_patient_before(painter: Person) -> None:
    for brush in BROAD:
        painter.presses(brush)
    painter.paints("infraspinous-centre")
    painter.waits(1)
    views = ("torso-back", "whole-back")
    drawn = [painter.small_picture(view) for view in views]
    painter.begins_new_patient()
    assert [view for view in views if painter.small_picture(view) in drawn] == []


@pytest.mark.parametrize("change", ["language", "letters", "theme"])
def test_a_drawing_stays_on_the_body_with_other_words_letters_or_light(painter: Person, change: str) -> None:
    painter.paints(*STROKE)
    painter.zooms(1.5)
    before, closeness = painter.window, painter.closeness()
    if change == "theme":
        painter.store.choose_theme("dark")
    elif change == "letters":
        painter.store.choose_text_size(150)
    else:
        painter.store.choose_language("es")
    painter.settled()
    assert (painter.window is before) == (change == "theme")
    assert violet(painter.color_at("infraspinous-centre")) > 25
    assert painter.closeness() == closeness and painter.store.state.study.view == "torso-back"
