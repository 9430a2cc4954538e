"""Which published patterns cover a painted area: geometry only, no likelihood and no cause.

A pattern's weight at a vertex is its cover by essential pain, or half its cover by spillover. With D the painted area,
M the painted area times those weights, and P the whole weight of the pattern,

    covers = M / D            what is said to the user: "covers 84% of what you painted"
    score  = M / (D + b (P - M)),  b = 0.25      what the list is sorted by (Tversky, 1977)

`covers` alone would put a pattern that paints half the body first; the second term asks how much of the pattern lies
elsewhere, so that a small focused pattern is not buried under a large vague one. It is weighted low because people
rarely paint a whole pattern.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.domain.pattern import Pattern
from atlas.domain.surface import Floats, Painting, Side, Surface

SPILLOVER_WEIGHT = 0.5
ELSEWHERE_WEIGHT = 0.25
_LEAST_PERCENT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pattern that covers some of the drawing. `covers_percent` is 0..100, `score` 0..1."""

    muscle: str
    side: Side
    covers_percent: float
    score: float


class PatternIndex:
    """All patterns of both sides, listed by vertex, so that a drawing asks only about the skin it touches."""

    def __init__(self, surface: Surface, patterns: Iterable[Pattern]) -> None:
        self._area = surface.area
        self._keys: list[tuple[str, Side]] = []
        vertices: list[NDArray[np.int32]] = []
        weights: list[Floats] = []
        for pattern in patterns:
            right = pattern_weight(pattern)
            for side, painting in (("right", right), ("left", surface.mirrored(right))):
                self._keys.append((pattern.muscle, "right" if side == "right" else "left"))
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
        self._sums = sums.reshape(len(lengths), self._patches)
        self._whole = self._sums.sum(axis=1)

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
        matched = np.maximum(matched + self._sums[:, mostly].sum(axis=1), 0.0)
        covers = 100.0 * matched / total
        score = matched / (total + ELSEWHERE_WEIGHT * np.maximum(self._whole - matched, 0.0))
        found = np.flatnonzero(covers >= _LEAST_PERCENT)
        best = found[np.lexsort((found, -score[found]))]
        return tuple(
            Match(
                muscle=self._keys[k][0],
                side=self._keys[k][1],
                covers_percent=round(float(covers[k]), 1),
                score=float(score[k]),
            )
            for k in best
        )


def pattern_weight(pattern: Pattern) -> Painting:
    """A pattern of the right side as weights: `strength` here is a weight 0..1, not a distance."""
    essential, spillover = pattern.painting("essential"), pattern.painting("spillover")
    vertices = np.union1d(essential.vertices, spillover.vertices).astype(np.int32)
    weight = np.zeros(len(vertices), np.float32)
    for field, share in ((spillover, SPILLOVER_WEIGHT), (essential, 1.0)):
        at = np.searchsorted(vertices, field.vertices)
        weight[at] = np.maximum(weight[at], share * field.cover)
    kept = weight > 0.0
    return Painting(vertices=vertices[kept], strength=weight[kept])


def unexplained(surface: Surface, drawing: Painting, patterns: Iterable[Painting]) -> Painting:
    """What of a drawing none of some paintings cover."""
    rest = drawing.dense(len(surface.points))
    for painting in patterns:
        rest[painting.vertices] = np.minimum(rest[painting.vertices], 1.0 - painting.strength)
    vertices = np.flatnonzero(rest > 0.0).astype(np.int32)
    return Painting(vertices=vertices, strength=rest[vertices])


def regions_painting(surface: Surface, regions: Iterable[str], side: Side) -> Painting:
    """Whole regions as a painting; midline regions are painted on both halves. Raises KeyError for an unknown one."""
    number = {name: k for k, name in enumerate(surface.region_ids)}
    half = surface.half(side)
    chosen = np.zeros(len(surface.points), bool)
    for region in regions:
        of_region = surface.region == number[region]
        chosen |= of_region if region in surface.midline_ids else of_region & half
    vertices = np.flatnonzero(chosen).astype(np.int32)
    return Painting(vertices=vertices, strength=np.ones(len(vertices), np.float32))


def softened(surface: Surface, painting: Painting) -> Painting:
    """A painting of whole vertices with its strength a distance again, so that its edge is drawn smoothly."""
    n = len(surface.points)
    hard = painting.dense(n)
    soft = hard.astype(float)
    corners = surface.faces
    shared = np.maximum(np.bincount(corners.ravel(), minlength=n), 1)
    for _ in range(3):
        mean = np.repeat(soft[corners].mean(axis=1), 3)
        soft = np.bincount(corners.ravel(), weights=mean, minlength=n) / shared
    kept = float(surface.area[soft > 0.5].sum()) >= 0.8 * float(surface.area[hard > 0.5].sum())
    strength = (soft if kept else np.where(hard > 0.5, np.maximum(soft, 0.6), soft)).astype(np.float32)
    vertices = np.flatnonzero(strength > 0.02).astype(np.int32)
    return Painting(vertices=vertices, strength=strength[vertices])


_FINGERTIP = 200.0  # mm²


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named region on one half of the body; `side` None on the midline."""

    region: str
    side: Side | None


class DrawnPlaces:
    """The places of a drawing, asked once for many patterns."""

    def __init__(self, surface: Surface, drawing: Painting) -> None:
        self._surface, self._drawing = surface, drawing
        self._cells = _cells(surface, drawing)
        self._skin = drawing.cover * surface.area[drawing.vertices]
        total = np.bincount(self._cells, weights=self._skin, minlength=2 * len(surface.region_ids))
        order = np.argsort(-total, kind="stable")
        self._order = order[total[order] > 0.0]
        self._total = total
        self._whole = float(total.sum())
        self._row = np.full(len(surface.points), -1, np.int32)  # of each vertex among those of the drawing
        self._row[drawing.vertices] = np.arange(len(drawing.vertices), dtype=np.int32)

    def named(self, least: float) -> tuple[Place, ...]:
        """Those that hold at least `least` (0..1) of the drawing, each half apart, largest part first."""
        return tuple(_place(self._surface, k) for k in self._counted(least))

    def touched(self) -> tuple[Place, ...]:
        """Those that are painted, also where they are a small part of the drawing; none that a stroke only grazes.

        Enough is a fingertip of skin, or a fifth of the place or of the drawing.
        """
        surface, inside = self._surface, self._drawing.strength > 0.5
        cells = self._cells[inside]
        here, count = np.unique(cells, return_counts=True)
        skin = np.bincount(cells, weights=surface.area[self._drawing.vertices[inside]])
        every = np.arange(len(surface.points), dtype=np.int32)
        whole = np.bincount(_cells(surface, Painting(vertices=every, strength=np.zeros(0, np.float32))))
        enough = (skin[here] >= _FINGERTIP) | (count >= 0.2 * whole[here]) | (skin[here] >= 0.2 * skin.sum())
        return tuple(_place(surface, int(k)) for k in here[enough])

    def split(self, pattern: Painting, least: float = 0.03) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Those that a pattern covers at least a third of, and those it leaves."""
        rows = self._row[pattern.vertices[pattern.strength > 0.5]]
        rows = rows[rows >= 0]
        matched = np.bincount(self._cells[rows], weights=self._skin[rows], minlength=len(self._total))
        counted = [(k, matched[k] >= 0.35 * self._total[k]) for k in self._counted(least)]
        yes = tuple(_place(self._surface, k) for k, is_in in counted if is_in)
        return yes, tuple(_place(self._surface, k) for k, is_in in counted if not is_in)

    def _counted(self, least: float) -> list[int]:
        floor = least * self._whole
        return [int(k) for k in self._order if self._total[k] >= floor]


def places_of(surface: Surface, painting: Painting, least: float = 0.03) -> tuple[Place, ...]:
    """The regions that hold at least `least` (0..1) of a painting, each half apart, largest part first."""
    return DrawnPlaces(surface, painting).named(least)


def matched_regions(
    surface: Surface, drawing: Painting, pattern: Painting
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Places of a drawing that a pattern's painting covers, and those it leaves, largest part of the drawing first."""
    return DrawnPlaces(surface, drawing).split(pattern)


def _cells(surface: Surface, painting: Painting) -> NDArray[np.int64]:
    """Region times half of the body of each painted vertex; midline regions are one with their right half."""
    region = surface.region[painting.vertices].astype(np.int64)
    midline = np.array([r in surface.midline_ids for r in surface.region_ids], bool)
    left = (surface.points[painting.vertices, 0] > 0.0) & ~midline[region]
    return np.asarray(region * 2 + left)


def _place(surface: Surface, cell: int) -> Place:
    region = surface.region_ids[cell // 2]
    if region in surface.midline_ids:
        return Place(region=region, side=None)
    return Place(region=region, side="left" if cell % 2 else "right")
