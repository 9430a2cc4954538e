"""The list of muscles, filtered by what a muscle is and does."""

from __future__ import annotations

from tests.ui.person import Person

FILTER = "Filter the list: 0 chosen"


def unfolds(me: Person) -> None:
    me.opens_list()
    if not me.shows("All areas"):
        me.presses(FILTER)


def test_a_filter_leaves_what_fits_and_is_said(me: Person) -> None:
    me.opens_list()
    whole = len(me.found())
    unfolds(me)
    me.chooses("Foot", "All areas")
    me.chooses("S2", "All roots")
    me.settled()
    found = me.found()
    assert 0 < len(found) < whole
    foot = {m.name for m in me.app.catalog.muscles.values() if m.area == "foot"}
    assert set(found) <= foot
    assert me.offers("Filter the list: 2 chosen")


def test_a_filter_holds_while_one_searches_and_goes_with_the_patient(me: Person) -> None:
    unfolds(me)
    me.chooses("Deep", "All depths")
    me.searches("hip")
    deep = {m.name for m in me.app.catalog.muscles.values() if m.depth == "deep"}
    assert me.found() and set(me.found()) <= deep
    me.begins_new_patient()
    me.settled()
    assert me.store.state.study.filters.count == 0
    assert len(me.found()) == len(me.app.catalog.muscles)


def test_one_tap_takes_all_filters_away(me: Person) -> None:
    unfolds(me)
    me.chooses("Foot", "All areas")
    me.presses("All muscles again")
    me.settled()
    assert len(me.found()) == len(me.app.catalog.muscles)


def test_the_patterns_that_cover_a_drawing_are_filtered_too(painter: Person) -> None:
    painter.store.choose_view("torso-back")
    painter.app.pain_drawing.opened().words.complaint_chosen.emit("headache-back-of-head")
    painter.settled()
    whole = painter.rows("Patterns that cover the drawing")
    painter.presses(FILTER)
    painter.chooses("Deep", "All depths")
    painter.settled()
    found = painter.rows("Patterns that cover the drawing")
    deep = {m.name for m in painter.app.catalog.muscles.values() if m.depth == "deep"}
    assert 0 < len(found) < len(whole)
    assert all(any(row.startswith(name) for name in deep) for row in found)
