"""What progress says: retention against what was predicted, days in a row, confusions, how well regions are known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.study.cards import Card
from atlas.domain.study.confusion import confused, on_a_ring
from atlas.domain.study.known import known_muscles, known_regions
from atlas.domain.study.learner import Answer
from atlas.domain.study.retention import answers_by_day, days_in_a_row, retention
from atlas.domain.study.schedule import GOOD, Schedule
from tests.domain.study.times import after


def answer(card: str, grade: int = 3, *, days: float = 0.0, elapsed: int | None = None, given: str = "") -> Answer:
    when = after(days)
    predicted = None if elapsed is None else 0.9
    return Answer(card=card, at=when.at, day=when.day, grade=grade, predicted=predicted, elapsed=elapsed, given=given)


def test_retention_counts_what_came_after_a_day_or_more() -> None:
    told = [answer("a/pattern", elapsed=3) for _ in range(9)] + [answer("a/pattern", 1, elapsed=3)]
    told += [answer("b/pattern"), answer("b/pattern", 1, elapsed=0)]
    (only,) = retention(told)
    assert (only.count, only.right, only.days) == (10, 0.9, 3.0)
    assert only.least < 0.9 < only.most and only.predicted == pytest.approx(0.9)


def test_days_in_a_row_last_until_a_day_is_left_out() -> None:
    by_day = answers_by_day([answer("a/pattern", days=d) for d in (0, 1, 1, 2, 4)])
    assert days_in_a_row(by_day, after(2).day) == 3
    assert days_in_a_row(by_day, after(3).day) == 3  # nothing yet today
    assert days_in_a_row(by_day, after(4).day) == 1
    assert days_in_a_row(by_day, after(9).day) == 0


def test_what_was_taken_for_each_other_is_counted_in_both_directions() -> None:
    told = [
        answer("b/pattern", 1, given="a"),
        answer("a/pattern", 1, given="b"),
        answer("a/bones", 1, given="c"),
        answer("a/pattern", 3, given="a"),
        answer("a/origin", 1, given="c"),
        answer("a/pattern", 1, given="gone"),
    ]
    pairs = confused(told, {"a", "b", "c"})
    assert [(p.one, p.other, p.times) for p in pairs] == [("a", "b", 2), ("a", "c", 1)]
    places = on_a_ring(pairs)
    assert set(places) == {"a", "b", "c"} and len(set(places.values())) == 3


def test_a_muscle_is_known_as_well_as_all_its_cards_and_a_region_as_its_muscles(catalog: FileCatalog) -> None:
    schedule = Schedule()
    cards = [Card(kind="pattern", about="infraspinatus"), Card(kind="bones", about="infraspinatus")]
    cards.append(Card(kind="pattern", about="masseter-deep"))
    memories = {"infraspinatus/pattern": schedule.answered(None, GOOD, after())}
    today = known_muscles(cards, memories, schedule, after().day)
    assert today == {"infraspinatus": pytest.approx(0.5)}
    later = known_muscles(cards, memories, schedule, after().day + timedelta(days=30))
    assert later["infraspinatus"] < today["infraspinatus"]
    regions = known_regions(catalog.muscles.values(), today)
    mainly = {r for z in catalog.muscles["infraspinatus"].zones if z.strength == "essential" for r in z.regions}
    assert set(regions) == mainly and all(0.0 < share <= 0.5 for share in regions.values())
