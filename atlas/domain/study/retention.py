"""How much was remembered, against what the scheduler had predicted; and how many answers each day had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from atlas.domain.study.learner import Answer

_STEPS = (1, 2, 4, 8, 15, 31, 61, 121, 366)  # days since the last answer, from each to the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Retained:
    """Answers that came so many days after the last one: how many, the shares 0..1 that were right and predicted.

    `days` is the mean; `least` and `most` bound what chance alone would give to the share that was right.
    """

    days: float
    count: int
    right: float
    predicted: float
    least: float
    most: float


def retention(answers: Iterable[Answer]) -> tuple[Retained, ...]:
    """By how long ago the last answer was, the shortest first; first answers and those of one day tell nothing."""
    groups: dict[int, list[Answer]] = {}
    for answer in answers:
        if answer.elapsed and answer.predicted is not None:
            step = max(k for k, days in enumerate(_STEPS) if days <= max(answer.elapsed, 1))
            groups.setdefault(step, []).append(answer)
    out = []
    for _, group in sorted(groups.items()):
        n, right = len(group), sum(a.right for a in group) / len(group)
        least, most = _wilson(right, n)
        out.append(
            Retained(
                days=sum(a.elapsed or 0 for a in group) / n,
                count=n,
                right=right,
                predicted=sum(a.predicted or 0.0 for a in group) / n,
                least=least,
                most=most,
            )
        )
    return tuple(out)


def _wilson(share: float, n: int) -> tuple[float, float]:
    """The interval that holds the true share in 95 % of cases (Wilson, 1927)."""
    z = 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * ((share * (1 - share) + z * z / (4 * n)) / n) ** 0.5 / (1 + z * z / n)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def answers_by_day(answers: Iterable[Answer]) -> dict[date, int]:
    """How many answers each day had."""
    out: dict[date, int] = {}
    for answer in answers:
        out[answer.day] = out.get(answer.day, 0) + 1
    return out


def days_in_a_row(by_day: Mapping[date, int], today: date) -> int:
    """How many days without a gap up to today, or to yesterday while nothing was answered today."""
    day = today if by_day.get(today) else today - timedelta(days=1)
    count = 0
    while by_day.get(day):
        count, day = count + 1, day - timedelta(days=1)
    return count
