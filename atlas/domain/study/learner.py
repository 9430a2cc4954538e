"""A learner: what is chosen to be learned, what has been answered, notes and marks on muscles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeAlias

from atlas.domain.study.cards import KINDS, CardKind

_DAY_BEGINS_H = 4  # who studies past midnight is still in the evening before
LONGEST_NAME, LONGEST_NOTE = 60, 2000  # characters
NEW_A_DAY = (0, 5, 10, 20, 40)
GOALS = (10, 20, 40, 80, 160)  # answers a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something is answered: the moment (UTC) and the learner's own day there, which begins at four."""

    at: datetime
    day: date


def moment(local: datetime) -> Moment:
    """A moment by a clock that knows its time zone."""
    return Moment(at=local.astimezone(UTC), day=(local - timedelta(hours=_DAY_BEGINS_H)).date())


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a learner has chosen. No areas: all of them. `typed`: names are typed rather than chosen among four."""

    new_a_day: int = 10
    goal: int = 40  # answers a day
    areas: tuple[str, ...] = ()
    kinds: tuple[CardKind, ...] = KINDS
    typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A learner's own words on a muscle, and whether it is marked."""

    muscle: str
    text: str = ""
    marked: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and not self.marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer as it is kept. `predicted`: 0..1, how likely it was to be known; None when it was new.

    `given` is the muscle (or flag) that was said; `elapsed` whole days since it was answered before.
    """

    card: str
    at: datetime  # UTC
    day: date
    grade: int
    predicted: float | None = None
    elapsed: int | None = None
    given: str = ""
    score: float | None = None  # 0..1 of the overlap, or mm
    took_ms: int = 0

    @property
    def right(self) -> bool:
        return self.grade > 1


WhyNot: TypeAlias = Literal["other", "damaged", "later", "open"]


class NotALearner(Exception):
    """A file holds no learner that can be opened; the text is a sentence, `why` says it in one word.

    It is something other than a learner, damaged, written by a later atlas, or open in another window.
    """

    def __init__(self, name: str, why: WhyNot) -> None:
        said = {
            "other": "is not a learner's file of the atlas",
            "damaged": "is damaged",
            "later": "was written by a later version of the atlas",
            "open": "is open in another window",
        }
        super().__init__(f"{name} {said[why]}.")
        self.name, self.why = name, why
