"""How good an answer was: paint by its overlap on the skin, a mark by its distance over it, names by what they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from atlas.domain.body.over_the_skin import distance_over_skin
from atlas.domain.body.painting import Painting, union
from atlas.domain.body.sides import Side
from atlas.domain.body.surface import Surface
from atlas.domain.finding.answers import Found
from atlas.domain.pattern import Pattern
from atlas.domain.study.schedule import AGAIN, EASY, GOOD, HARD, Grade

FARTHEST_MM = 250.0  # a mark that is farther away is not measured
_PAINT: tuple[tuple[float, Grade], ...] = ((0.80, EASY), (0.60, GOOD), (0.40, HARD))  # overlap, at least
_MARK: tuple[tuple[float, Grade], ...] = (
    (8.0, EASY),
    (16.0, GOOD),
    (30.0, HARD),
)  # mm over the skin, at most: a finger is 16 broad
_AS_GOOD = 0.97  # of the best answer to what was typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """`score`: 0..1 of overlap or of names, or mm; `other_side`: all of it was on the patient's other side."""

    grade: Grade
    score: float
    other_side: bool = False


def paint_score(surface: Surface, painted: Painting, pattern: Pattern, inside: Collection[str] = ()) -> Scored:
    """What was painted against the essential zones of the right side; those felt `inside` are no skin to paint.

    The overlap is 2 |A and B| / (|A| + |B|) in mm² of skin (Dice, 1945).
    """
    zone = essential(pattern, inside)
    own = overlap(surface, painted, zone)
    turned = overlap(surface, painted, surface.mirrored(zone))
    other_side = own < 0.05 <= turned
    return Scored(grade=_at_least(own, _PAINT), score=own, other_side=other_side)


def essential(pattern: Pattern, inside: Collection[str] = ()) -> Painting:
    """The zone that is to be painted, of the right side."""
    return union([z.painting for z in pattern.zones if z.strength == "essential" and z.id not in inside])


def overlap(surface: Surface, a: Painting, b: Painting) -> float:
    """0..1, by the skin that two paintings cover; 0 where either covers none."""
    n = len(surface.points)
    one, other = Painting(vertices=a.vertices, strength=a.cover), Painting(vertices=b.vertices, strength=b.cover)
    first, second = one.dense(n) * surface.area, other.dense(n) * surface.area
    whole = float(first.sum() + second.sum())
    both = float(np.minimum(first, second).sum())
    return 2.0 * both / whole if whole > 0.0 else 0.0


def mark_score(surface: Surface, vertex: int, points: Iterable[int]) -> Scored:
    """A mark against the nearest of some points, vertices of the right side. Raises ValueError where there are none."""
    points = list(points)
    away = min(distance_over_skin(surface, vertex, point, FARTHEST_MM) for point in points)
    twins = min(distance_over_skin(surface, vertex, int(surface.twin[point]), FARTHEST_MM) for point in points)
    grade = next((grade for most, grade in _MARK if away <= most), AGAIN)
    return Scored(grade=grade, score=away, other_side=twins < away and twins <= _MARK[-1][0])


def side_of(surface: Surface, vertex: int) -> Side:
    """The patient's side that a vertex lies on; the midline counts as right."""
    return "right" if float(surface.points[vertex, 0]) <= 1e-3 else "left"


def several_score(said: Collection[str], right: Collection[str], also: Collection[str]) -> Scored:
    """All that were to be named: 2 right / (right ones + said ones); what is in `also` neither helps nor harms."""
    counted = {name for name in said if name not in also}
    met = len(counted & set(right))
    score = 2.0 * met / (len(counted) + len(right)) if right else 0.0
    grade: Grade = EASY if score >= 1.0 else GOOD if score >= 0.8 else HARD if score >= 0.6 else AGAIN
    return Scored(grade=grade, score=score)


def named_muscles(found: Found) -> tuple[str, ...]:
    """The muscles that a typed text names, by their own or another name, those that fit it equally well."""
    named = [answer for answer in found.of("muscle") if answer.why == "name"]
    best = max((answer.score for answer in named), default=0.0)
    return tuple(answer.id for answer in named if answer.score >= _AS_GOOD * best)


def typed_score(found: Found, right: Collection[str]) -> Scored:
    """A typed name: right where it names the muscle, hardly so where it does not say which part of it is meant."""
    named = named_muscles(found)
    met = [name for name in named if name in right]
    if not met:
        return Scored(grade=AGAIN, score=0.0)
    return Scored(grade=GOOD if len(met) == len(named) else HARD, score=len(met) / len(named))


def chosen_score(given: str, right: Collection[str]) -> Scored:
    """One of four."""
    met = given in right
    return Scored(grade=GOOD if met else AGAIN, score=1.0 if met else 0.0)


def _at_least(score: float, steps: tuple[tuple[float, Grade], ...]) -> Grade:
    return next((grade for least, grade in steps if score >= least), AGAIN)
