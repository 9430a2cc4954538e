"""Which published patterns cover a painted area: geometry only, no likelihood and no cause.

A pattern's weight at a vertex is its cover by essential pain, or what `strengths` says of its cover by spillover.
With D the painted area and M the painted area times those weights,

    covers = M / D            what is said and what the list is sorted by, in whole percent

Of those that cover equally much, what is met most often in such pain stands first (`finding.ranking.Likely`), and what
has little of itself elsewhere: with P the whole weight of the pattern, M / (D + 0.25 (P - M)) (Tversky, 1977).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Floats, Painting
from atlas.domain.body.sides import Side, sides_of
from atlas.domain.body.surface import Surface
from atlas.domain.finding.ranking import Likely
from atlas.domain.pattern import Pattern
from atlas.domain.strengths import STRENGTHS

ELSEWHERE_WEIGHT = 0.25
_LEAST_PERCENT = 1
_MEANT = 0.03  # of the drawing, from which a region is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pattern that covers some of the drawing. `covers_percent` is 0..100, whole."""

    muscle: str
    side: Side
    covers_percent: int


class PatternIndex:
    """All patterns of both sides, listed by vertex, so that a drawing asks only about the skin it touches."""

    def __init__(self, surface: Surface, patterns: Iterable[Pattern], likely: Likely | None = None) -> None:
        """`likely` orders patterns that cover equally much."""
        self._likely, self._region_ids = likely, surface.region_ids
        self._area = surface.area
        self._keys: list[tuple[str, Side]] = []
        vertices: list[NDArray[np.int32]] = []
        weights: list[Floats] = []
        for pattern in patterns:
            right = pattern_weight(pattern)
            for side in sides_of("both"):
                painting = surface.sided(right, side)
                self._keys.append((pattern.muscle, side))
                vertices.append(painting.vertices)
                weights.append(painting.strength)
        lengths = [len(v) for v in vertices]
        vertex = np.concatenate(vertices) if vertices else np.zeros(0, np.int32)
        entry = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        skin = (np.concatenate(weights) if weights else np.zeros(0, np.float32)) * self._area[vertex]
        order = np.argsort(vertex, kind="stable")
        self._entry, self._skin = entry[order], skin[order]
        self._starts = np.searchsorted(vertex[order], np.arange(len(surface.points) + 1))
        # Whole patches of skin are summed beforehand: only where one is part painted is it asked vertex by vertex.
        half = surface.points[:, 0] > 0.0
        self._patch = surface.region.astype(np.int32) * 2 + half
        self._patches = 2 * len(surface.region_ids)
        self._patch_skin = np.bincount(self._patch, weights=self._area, minlength=self._patches)
        cell = entry.astype(np.int64) * self._patches + self._patch[vertex]
        sums = np.bincount(cell, weights=skin, minlength=len(lengths) * self._patches)
        self._sums = np.ascontiguousarray(sums.reshape(len(lengths), self._patches).T)  # by patch
        self._whole = self._sums.sum(axis=0)
        muscles = list(dict.fromkeys(muscle for muscle, _ in self._keys))
        numbers = {muscle: k for k, muscle in enumerate(muscles)}
        self._muscles, self._muscle = muscles, np.array([numbers[m] for m, _ in self._keys], np.int32)

    def matches(self, drawing: Painting) -> tuple[Match, ...]:
        """Patterns that cover at least one percent of a drawing, best first. An empty drawing matches nothing."""
        cover = np.zeros(len(self._area), np.float32)
        cover[drawing.vertices] = drawing.cover
        painted = cover * self._area
        total = float(painted.sum())
        if total <= 0.0:
            return ()
        mostly = 2.0 * np.bincount(self._patch, weights=painted, minlength=self._patches) > self._patch_skin
        differs = cover - mostly[self._patch]  # what the sum over the whole patch takes too much, or too little
        vertices = np.flatnonzero(differs)
        first = self._starts[vertices]
        counts = self._starts[vertices + 1] - first
        place = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()))
        rest = self._skin[place] * np.repeat(differs[vertices], counts)
        matched = np.bincount(self._entry[place], weights=rest, minlength=len(self._keys))
        matched = np.maximum(matched + self._sums_of(mostly), 0.0)
        covers = 100.0 * matched / total
        score = matched / (total + ELSEWHERE_WEIGHT * np.maximum(self._whole - matched, 0.0))
        percent = np.rint(covers).astype(np.int32)
        found = np.flatnonzero(percent >= _LEAST_PERCENT)
        worth = score[found] + self._likely_in(painted)[found]
        best = found[np.lexsort((found, -worth, -percent[found]))]
        return tuple(
            Match(muscle=self._keys[k][0], side=self._keys[k][1], covers_percent=said)
            for k, said in zip(best.tolist(), percent[best].tolist(), strict=True)
        )

    def _sums_of(self, patches: NDArray[np.bool_]) -> NDArray[np.float64]:
        """(entries,) what each pattern weighs on some patches together."""
        asked = np.flatnonzero(patches)
        if 4 * len(asked) < len(patches):
            return np.asarray(self._sums[asked].sum(axis=0))
        return patches.astype(np.float64) @ self._sums  # nothing is copied

    def _likely_in(self, painted: Floats) -> Floats:
        """For each pattern how likely it is met where this is painted (mm² a vertex); nothing where that is unknown."""
        out = np.zeros(len(self._keys), np.float32)
        if self._likely is None:
            return out
        by_patch = np.bincount(self._patch, weights=painted, minlength=self._patches)
        by_region = by_patch[0::2] + by_patch[1::2]
        least = _MEANT * float(by_region.sum())
        meant = [r for r, area in zip(self._region_ids, by_region.tolist(), strict=False) if area > least]
        worth = self._likely.of(meant)
        return np.array([worth.get(muscle, 0.0) for muscle in self._muscles], np.float32)[self._muscle]


def shared_out(surface: Surface, drawing: Painting, weights: Sequence[Painting]) -> tuple[int, ...]:
    """What each of some patterns (as weights, on their sides) covers of a drawing beyond those before it, in whole
    percent of the drawing; with what none of them covers they are 100."""
    skin = drawing.cover * surface.area[drawing.vertices]
    total = float(skin.sum())
    if total <= 0.0:
        return tuple(0 for _ in weights)
    out, before = [], 0
    most = np.zeros(len(surface.points), np.float32)
    for weight in weights:
        most[weight.vertices] = np.maximum(most[weight.vertices], weight.strength)
        covered = round(100.0 * float((most[drawing.vertices] * skin).sum()) / total)
        out.append(covered - before)
        before = covered
    return tuple(out)


def pattern_weight(pattern: Pattern) -> Painting:
    """A pattern of the right side as weights: `strength` here is a weight 0..1, not a distance."""
    vertices = pattern.whole.vertices
    weight = np.zeros(len(vertices), np.float32)
    for zone in pattern.zones:
        at = np.searchsorted(vertices, zone.painting.vertices)
        weight[at] = np.maximum(weight[at], STRENGTHS[zone.strength].matches * zone.painting.cover)
    kept = weight > 0.0
    return Painting(vertices=vertices[kept], strength=weight[kept])
