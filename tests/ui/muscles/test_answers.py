"""Words and a tap on the skin lead from a place to muscles, complaints and pages, with the reason beside each."""

from __future__ import annotations

from PySide6.QtCore import Qt

from atlas.ui.finding.answer_rows import ROW, Row
from tests.ui.conftest import SCM
from tests.ui.person import MUSCLES, SEARCH, Person


def answers(me: Person) -> list[Row]:
    model = me.list(MUSCLES).model()
    return [model.index(k, 0).data(ROW) for k in range(model.rowCount())]


def test_a_sentence_is_answered_in_groups_with_reasons(me: Person) -> None:
    me.searches("outside of my left knee hurts when training")
    first = next(row for row in answers(me) if row.kind is not None)
    assert (first.id, first.below, first.side) == ("vastus-lateralis", "Felt here: outer knee", "left")
    assert [row.title for row in answers(me) if row.kind is None][:2] == ["Muscles", "Complaints"]


def test_a_muscle_opens_on_the_side_that_was_said(me: Person) -> None:
    me.searches("left temple")
    me.key(Qt.Key.Key_Return)
    assert me.store.state.study.muscle == "temporalis" and me.store.state.study.sides == "left"


def test_a_complaint_is_painted_where_it_hurts_on_the_side_that_was_said(me: Person) -> None:
    me.searches("my left heel")
    me.taps_row(MUSCLES, "Heel pain in the morning")
    me.settled()
    state = me.store.state
    assert state.mode == "pain" and state.report.complaints == ("heel-pain-morning",) and state.report.side == "left"
    assert not state.report.is_empty
    assert all(name.endswith("left") for name in me.answers()[:3])


def test_a_page_of_the_guide_opens(me: Person) -> None:
    me.searches("migraine")
    page = next(row for row in answers(me) if row.kind == "page")
    me.taps_row(MUSCLES, page.title)
    me.settled()
    assert me.store.state.mode == "guide" and me.store.state.page == f"problem/{page.id}"


def test_where_nothing_fits_something_is_offered(me: Person) -> None:
    me.pastes("膝", into=SEARCH)
    me.settled()
    assert me.found() == [] and "Nothing like that here." in me.reads()
    me.presses("Paint it instead")
    assert me.store.state.mode == "pain"


def test_a_tap_on_the_skin_lists_who_sends_pain_there_and_who_lies_there(me: Person) -> None:
    me.store.name_region("shoulder_front", "left")
    me.settled()
    me.presses("Sends pain here")
    me.settled()
    rows = answers(me)
    assert rows[0].title == "Send pain here: front of the shoulder" and "Infraspinatus" in [r.title for r in rows[:4]]
    me.presses("Lies here")
    me.settled()
    assert "deltoid-anterior" in [r.id for r in answers(me)]
    me.taps_row(MUSCLES, me.name("deltoid-anterior"))
    assert (me.store.state.study.muscle, me.store.state.study.sides) == ("deltoid-anterior", "left")


def test_a_new_patient_finds_all_muscles_listed_again(me: Person) -> None:
    me.store.name_region("temple", "right")
    me.store.list_place("senders")
    me.settled()
    me.begins_new_patient()
    me.settled()
    assert me.store.state.study.listed is None and len(me.found()) == len(me.app.catalog.muscles)


def test_each_point_says_its_own_note_and_its_own_places(me: Person) -> None:
    me.opens(SCM)
    points = me.app.catalog.muscles[SCM].trigger_points
    said = me.reads()
    for point in points:
        assert point.note is None or point.note in said
