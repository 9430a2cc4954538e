"""A learner whose forgetting is known, who studies every day for a year with the atlas's own schedule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from atlas.domain.study.cards import Card
from atlas.domain.study.learner import Answer, Moment, moment
from atlas.domain.study.schedule import AGAIN, GOOD, HARD, Grade, Memory, Schedule, elapsed_days
from atlas.domain.study.session import next_card

FIRST_DAY = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
_FIRST_KNOWN = 0.6  # of new cards, that are right at once: among four choices some are guessed
_EASE = 0.15  # of the right answers, that were hard


@dataclass
class Simulated:
    """What came of it: every answer, and how the cards stand."""

    answers: list[Answer] = field(default_factory=list)
    memories: dict[str, Memory] = field(default_factory=dict)


def study(
    cards: Sequence[Card],
    days: int,
    *,
    new_a_day: int = 10,
    most_a_day: int = 400,
    forgets: float = 1.0,
    seed: int = 1,
    kept: Callable[[Answer, Memory], None] | None = None,
) -> Simulated:
    """Studies every evening until all is done for the day.

    The learner forgets along the power law of FSRS: a card last seen t days ago is known with (1 + f t / S) ** d,
    where S is the stability that the scheduler works with, divided by `forgets`: 1 is the learner it takes for granted.
    """
    schedule, dice, out = Schedule(), Random(seed), Simulated()
    for number in range(days):
        now = moment(FIRST_DAY + timedelta(days=number))
        new_left, asked = new_a_day, 0
        while asked < most_a_day:
            card = next_card(cards, out.memories, schedule, now, new_left=new_left)
            if card is None:
                break
            before = out.memories.get(card.id)
            new_left -= before is None
            grade = _answered(before, schedule, now, forgets, dice)
            predicted = None if before is None else schedule.recall(before, now.day)
            memory = schedule.answered(before, grade, now)
            answer = Answer(
                card=card.id,
                at=now.at,
                day=now.day,
                grade=grade,
                predicted=predicted,
                elapsed=elapsed_days(before, now.day),
                took_ms=6000,
            )
            if kept is not None:
                kept(answer, memory)
            out.answers.append(answer)
            out.memories[card.id] = memory
            now = moment(now.at + timedelta(seconds=10))
            asked += 1
    return out


def _answered(before: Memory | None, schedule: Schedule, now: Moment, forgets: float, dice: Random) -> Grade:
    if before is None:
        share = _FIRST_KNOWN
    elif before.last_day == now.day:
        share = 0.97  # seen a few minutes ago
    else:
        days = (now.day - before.last_day).days
        share = schedule.recall(before, before.last_day + timedelta(days=round(days * forgets)))
    if dice.random() >= share:
        return AGAIN
    return HARD if dice.random() < _EASE else GOOD
