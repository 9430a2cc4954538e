"""A fixed clock for the student's review: days of study in a time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from atlas.domain.study.learner import Moment, moment

FIRST = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # a Monday evening


def after(days: float = 0.0, *, zone_h: int = 0) -> Moment:
    """So many days after the first, by a clock of a zone so many hours east."""
    return moment((FIRST + timedelta(days=days)).astimezone(timezone(timedelta(hours=zone_h))))
