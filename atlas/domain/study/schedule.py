"""When a card is shown again: the FSRS scheduler, counted in whole days of the learner's own.

The scheduler is that of the `fsrs` package (Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced
Repetition Scheduling", KDD 2022, and what followed it). It is given noon of the learner's day, so that neither the hour
of study nor a time zone counts as forgetting; what is learned for the first time comes again after minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from atlas.domain.study.learner import Moment

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

Stage: TypeAlias = Literal["learning", "review", "relearning"]
Grade: TypeAlias = Literal[1, 2, 3, 4]

AGAIN: Grade = 1
HARD: Grade = 2
GOOD: Grade = 3
EASY: Grade = 4
GRADES: tuple[Grade, ...] = (1, 2, 3, 4)
PROMISED = 0.9  # of what is asked again after a day or more, to be known still
RETENTION = 0.915  # aimed at when it is due: after a single day, the shortest wait, fewer are
_LONGEST_DAYS = 3650
_STAGES: tuple[Stage, ...] = ("learning", "review", "relearning")  # as fsrs numbers them, from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """How a card stands in a learner's mind. `stability`: days until it is known with 90 %; `difficulty` 1..10.

    In review it is due on a day; while it is learned, at a moment.
    """

    stage: Stage
    stability: float
    difficulty: float
    last_day: date
    due_day: date
    due_at: datetime | None = None  # UTC
    step: int | None = None


class Schedule:
    """Made once. What it answers depends on nothing but what it is asked."""

    def __init__(self, retention: float = RETENTION) -> None:
        self._retention = retention

    @cached_property
    def _scheduler(self) -> Scheduler:
        from fsrs import Scheduler

        return Scheduler(desired_retention=self._retention, maximum_interval=_LONGEST_DAYS, enable_fuzzing=False)

    def answered(self, before: Memory | None, grade: Grade, now: Moment) -> Memory:
        """How the card stands after an answer; `before` None: it was new."""
        from fsrs import Rating

        noon = _noon(now.day)
        card, _ = self._scheduler.review_card(_card(before, now), Rating(grade), noon)
        stage = _STAGES[card.state - 1]
        assert card.stability is not None and card.difficulty is not None
        again = card.due - noon
        in_review = stage == "review"
        return Memory(
            stage=stage,
            stability=float(card.stability),
            difficulty=float(card.difficulty),
            last_day=now.day,
            due_day=card.due.date() if in_review else now.day,
            due_at=None if in_review else now.at + again,
            step=card.step,
        )

    def recall(self, memory: Memory, day: date) -> float:
        """How likely it is known on a day, 0..1."""
        kept = _set_back(memory, day)
        elapsed = (day - kept.last_day).days
        factor, decay = self._curve
        return float((1.0 + factor * elapsed / kept.stability) ** decay)

    @cached_property
    def _curve(self) -> tuple[float, float]:
        """Of the forgetting curve, (1 + factor * days / stability) ** decay: 90 % when as many days have passed."""
        decay = -self._scheduler.parameters[20]
        return float(0.9 ** (1.0 / decay) - 1.0), float(decay)


def is_due(memory: Memory, now: Moment) -> bool:
    """Whether a card that is known is to be asked now."""
    if memory.due_at is not None:
        return memory.due_at <= now.at or memory.last_day != now.day
    return _set_back(memory, now.day).due_day <= now.day


def elapsed_days(memory: Memory | None, day: date) -> int | None:
    """Whole days since it was last answered; None for a new one."""
    return None if memory is None else (day - _set_back(memory, day).last_day).days


def _set_back(memory: Memory, day: date) -> Memory:
    """As if last answered today, where the clock says a day before that: it was set back, or one flew westward."""
    ahead = memory.last_day - day
    if ahead <= timedelta():
        return memory
    return replace(memory, last_day=day, due_day=memory.due_day - ahead)


def _card(before: Memory | None, now: Moment) -> Card:
    from fsrs import Card, State

    if before is None:
        return Card(card_id=0, due=now.at)
    kept = _set_back(before, now.day)
    return Card(
        card_id=0,
        state=State(_STAGES.index(kept.stage) + 1),
        step=kept.step,
        stability=kept.stability,
        difficulty=kept.difficulty,
        due=_noon(kept.due_day),
        last_review=_noon(kept.last_day),
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
