"""A learner with a known forgetting curve keeps what the scheduler promises."""

from __future__ import annotations

import pytest

from atlas.domain.study.cards import Card
from atlas.domain.study.retention import retention
from benchmarks.simulated_learner import study

CARDS = tuple(Card(kind="pattern", about=f"muscle-{k:03}") for k in range(160))


@pytest.fixture(scope="module")
def share() -> tuple[float, float]:
    """What was right and what was predicted, of all that came after two days or more.

    What was forgotten would fall due within the day; after one it is known less well, as the scheduler knows.
    """
    answers = [answer for seed in (1, 2, 3, 4) for answer in study(CARDS, 150, new_a_day=10, seed=seed).answers]
    found = [kept for kept in retention(answers) if kept.days > 1.5]
    count = sum(r.count for r in found)
    return sum(r.right * r.count for r in found) / count, sum(r.predicted * r.count for r in found) / count


def test_a_learner_who_forgets_as_expected_keeps_ninety_percent(share: tuple[float, float]) -> None:
    right, predicted = share
    assert right == pytest.approx(0.9, abs=0.02)
    assert right == pytest.approx(predicted, abs=0.015)


def test_every_span_of_days_is_as_well_kept_as_was_predicted() -> None:
    for kept in retention(study(CARDS, 150, new_a_day=10, seed=3).answers):
        if kept.count > 100:
            assert kept.least - 0.02 <= kept.predicted <= kept.most + 0.02, kept
