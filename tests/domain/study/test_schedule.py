"""The schedule: what comes again when, over days, time zones and clocks that are set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from atlas.domain.study.cards import Card
from atlas.domain.study.learner import moment
from atlas.domain.study.schedule import AGAIN, EASY, GOOD, Memory, Schedule, elapsed_days, is_due
from atlas.domain.study.session import in_order_of_learning, next_card, waiting_today
from tests.domain.study.times import FIRST, after

SCHEDULE = Schedule()


def learned() -> Memory:
    """A card that was known twice on the first evening, and so is in review."""
    once = SCHEDULE.answered(None, GOOD, after())
    return SCHEDULE.answered(once, GOOD, after(0.01))


def test_a_new_card_that_was_known_comes_again_after_ten_minutes_and_then_after_days() -> None:
    once = SCHEDULE.answered(None, GOOD, after())
    assert once.due_at == FIRST + timedelta(minutes=10)
    assert not is_due(once, after())
    assert is_due(once, after(0.01))
    assert learned().due_day > after(1).day


def test_a_card_falls_due_on_its_day_at_whatever_hour_one_studies() -> None:
    due = learned().due_day
    morning = moment(datetime(due.year, due.month, due.day, 5, 0, tzinfo=UTC))
    eve = moment(datetime(due.year, due.month, due.day, 3, 0, tzinfo=UTC))  # still the evening before
    assert is_due(learned(), morning) and not is_due(learned(), eve)


def test_it_is_known_with_ninety_percent_on_the_day_it_falls_due() -> None:
    memory = learned()
    for _ in range(5):
        assert SCHEDULE.recall(memory, memory.due_day) == pytest.approx(0.9, abs=0.03)
        noon = datetime(memory.due_day.year, memory.due_day.month, memory.due_day.day, 12, tzinfo=UTC)
        memory = SCHEDULE.answered(memory, GOOD, moment(noon))


def test_what_was_forgotten_comes_again_the_same_day_and_then_sooner_than_before() -> None:
    memory = learned()
    day = memory.due_day
    noon = moment(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    lapsed, kept = SCHEDULE.answered(memory, AGAIN, noon), SCHEDULE.answered(memory, EASY, noon)
    assert lapsed.stage == "relearning" and lapsed.due_at is not None and lapsed.due_day == day
    assert SCHEDULE.answered(lapsed, GOOD, noon).due_day < kept.due_day


def test_studying_an_hour_earlier_than_the_day_before_counts_as_a_day() -> None:
    assert elapsed_days(learned(), after(0.95).day) == 1


def test_neither_a_flight_around_the_world_nor_summer_time_loses_a_day() -> None:
    memory = learned()
    for zone in (-11, -3, 0, 5, 13):
        local = datetime(2026, 3, 5, 20, 0, tzinfo=timezone(timedelta(hours=zone)))
        assert elapsed_days(memory, moment(local).day) == 3


def test_with_a_clock_set_back_by_a_year_nothing_waits_for_a_year() -> None:
    memory = learned()
    wait = (memory.due_day - memory.last_day).days
    before = moment(FIRST - timedelta(days=365))
    assert elapsed_days(memory, before.day) == 0
    assert SCHEDULE.recall(memory, before.day) == pytest.approx(1.0)
    again = SCHEDULE.answered(memory, GOOD, before)
    assert again.last_day == before.day
    assert before.day < again.due_day <= before.day + timedelta(days=10 * wait)


def test_what_was_being_learned_when_the_clock_was_set_back_is_asked_again() -> None:
    once = SCHEDULE.answered(None, GOOD, after())
    assert is_due(once, moment(FIRST - timedelta(days=30)))


def test_the_same_answers_give_the_same_schedule() -> None:
    assert learned() == learned()


def test_first_comes_what_is_due_the_least_known_before_the_rest_and_then_as_much_new_as_was_chosen() -> None:
    cards = in_order_of_learning([Card(kind="pattern", about=name) for name in "abcdef"])
    well = learned()
    ill = Memory(stage="review", stability=1.0, difficulty=8.0, last_day=well.last_day, due_day=well.due_day)
    memories = {"a/pattern": well, "b/pattern": ill}
    late = after(40)
    asked = next_card(cards, memories, SCHEDULE, late, new_left=2)
    assert asked is not None and asked.about == "b"
    assert waiting_today(cards, memories, late, new_left=2).whole == 4
    fresh = next_card(cards, {}, SCHEDULE, late, new_left=1)
    assert fresh == cards[0]
    assert next_card(cards, {}, SCHEDULE, late, new_left=0) is None


def test_two_cards_about_one_muscle_do_not_follow_each_other_while_there_are_others() -> None:
    cards = [Card(kind="pattern", about="a"), Card(kind="bones", about="a"), Card(kind="bones", about="b")]
    asked = next_card(cards, {}, SCHEDULE, after(), new_left=9, lately={"a"})
    assert asked is not None and asked.about == "b"


def test_a_card_that_is_being_learned_comes_a_little_early_rather_than_never() -> None:
    cards = [Card(kind="pattern", about="a")]
    memories = {"a/pattern": SCHEDULE.answered(None, GOOD, after())}
    assert next_card(cards, memories, SCHEDULE, after(), new_left=0) == cards[0]
