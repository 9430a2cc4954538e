"""Plates that were composed are kept, as long as their patterns are the same, and not too many."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from atlas.domain.pattern import Pattern
from atlas.domain.plate.kept_plates import MOST_PLATES, KeptPlates
from atlas.domain.plate.plate import Plate, nothing_but

PATTERN = Pattern(muscle="infraspinatus", zones=(), points=())


class Composer:
    """Counts how often it composes."""

    def __init__(self) -> None:
        self.kept, self.composed = KeptPlates(), 0

    def plate(self, key: int, pattern: Pattern = PATTERN) -> Plate:
        return self.kept.get(key, pattern, partial(self._compose, key))

    def _compose(self, key: int) -> Plate:
        self.composed += 1
        return nothing_but("torso-back", f"muscle {key}")


def test_a_plate_is_composed_once_for_a_pattern_and_anew_for_another() -> None:
    composer = Composer()
    assert composer.plate(1) is composer.plate(1) and composer.composed == 1
    composer.plate(1, replace(PATTERN, points=((1, 4),)))
    assert composer.composed == 2


def test_when_there_is_no_room_the_plate_goes_that_was_not_asked_for_the_longest() -> None:
    composer = Composer()
    for key in (*range(MOST_PLATES), 0, MOST_PLATES):
        composer.plate(key)
    composer.plate(0)
    assert composer.composed == MOST_PLATES + 1
    composer.plate(1)
    assert composer.composed == MOST_PLATES + 2
