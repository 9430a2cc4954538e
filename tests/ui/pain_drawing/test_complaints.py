"""Complaints said in words: each is added to what is painted, or takes its place, in one step of undo."""

from __future__ import annotations

from tests.ui.conftest import STROKE
from tests.ui.person import Person

WAYS = "What a complaint does"


def test_a_complaint_is_added_to_what_is_painted_in_one_step_of_undo(painter: Person) -> None:
    temple, forehead = (painter.complaint(c) for c in ("headache-temple", "headache-forehead"))
    assert not painter.shows(WAYS)
    painter.paints(*STROKE)
    by_hand = painter.store.state.report.drawing
    assert by_hand is not None and painter.shows(WAYS)
    painter.says("headache-temple")
    both = painter.store.state.report.drawing
    assert both is not None and (both.strength >= by_hand.strength).all() and (both.strength > by_hand.strength).any()
    painter.says("headache-forehead")
    painter.settled()
    assert painter.lit_complaints() == [temple, forehead] and painter.warnings()
    painter.presses("Undo")
    painter.presses("Undo")
    painter.settled()
    assert painter.store.state.report.drawing is by_hand and painter.lit_complaints() == []
    assert "headache" not in painter.all_warnings().lower()
    painter.presses("Redo")
    assert painter.lit_complaints() == [temple]


def test_a_complaint_takes_the_place_of_what_is_painted_only_when_that_is_asked_for(painter: Person) -> None:
    temple, forehead = (painter.complaint(c) for c in ("headache-temple", "headache-forehead"))
    painter.paints(*STROKE)
    painter.says("headache-temple")
    assert painter.room_of("Replace drawing").height() >= 48
    painter.presses("Replace drawing")
    painter.says("headache-forehead")
    alone = painter.store.state.report
    assert painter.lit_complaints() == [forehead] and alone.drawing is not None
    shoulder = painter.vertex("infraspinous-centre")
    assert not alone.drawing.strength[shoulder] and not alone.instead  # the next one adds again
    painter.presses("Undo")
    before = painter.store.state.report.drawing
    assert before is not None and before.strength[shoulder] > 0.5 and painter.lit_complaints() == [temple]
