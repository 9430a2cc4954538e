"""Patterns side by side: what only one of them has, and which point to press to tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from atlas.domain.anatomy import Muscle
from atlas.domain.body.painting import Painting, less
from atlas.domain.body.places import Place, places_of
from atlas.domain.body.surface import Surface
from atlas.domain.pain.pain_report import Overlay
from atlas.domain.pattern import Pattern

LEAST_OWN = (
    0.25  # a point tells patterns apart when this share (0..1) of its essential pain lies where no other has any
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctivePoint:
    """A trigger point whose pattern reaches where no other of the compared ones does."""

    overlays: Overlay
    point: int
    only_here: tuple[Place, ...]


def distinctive_points(
    surface: Surface, overlays: Sequence[Overlay], muscles: Sequence[Muscle], patterns: Sequence[Pattern]
) -> tuple[DistinctivePoint | None, ...]:
    """For each compared muscle the point that tells it best from the others; None where every point's pain overlaps.

    `muscles` and `patterns` are those of `compared`, in the same order.
    """
    whole = [surface.sided(p.whole, c.side) for p, c in zip(patterns, overlays, strict=True)]
    found: list[DistinctivePoint | None] = []
    for k, (which, muscle, pattern) in enumerate(zip(overlays, muscles, patterns, strict=True)):
        others = [w for j, w in enumerate(whole) if j != k]
        best: tuple[float, DistinctivePoint] | None = None
        for point in muscle.trigger_points:
            zone = surface.sided(pattern.painting("essential", point.refers_to), which.side)
            area = surface.painted_area(zone)
            own = less(zone, *others)
            share = surface.painted_area(own) / area if area > 0.0 else 0.0
            if share >= LEAST_OWN and (best is None or share > best[0]):
                places = places_of(surface, own, least=0.15)
                best = share, DistinctivePoint(overlays=which, point=point.id, only_here=places)
        found.append(best[1] if best else None)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two paintings in words: the places of both, and those of one alone."""

    both: tuple[Place, ...]
    first_only: tuple[Place, ...]
    second_only: tuple[Place, ...]


_NAMED_FROM = 0.06  # of a painting


def difference(surface: Surface, first: Painting, second: Painting) -> Difference:
    """Where two paintings agree and where each is alone; a place is named once, where most of it lies."""
    n = len(surface.points)
    a, b = first.dense(n), second.dense(n)
    shared = np.minimum(a, b)
    at = np.flatnonzero(shared > 0.5).astype(np.int32)
    both = places_of(surface, Painting(vertices=at, strength=shared[at]), least=_NAMED_FROM)
    first_only = places_of(surface, less(first, second), least=_NAMED_FROM)
    second_only = places_of(surface, less(second, first), least=_NAMED_FROM)
    return Difference(
        both=both,
        first_only=tuple(p for p in first_only if p not in both),
        second_only=tuple(p for p in second_only if p not in both),
    )
