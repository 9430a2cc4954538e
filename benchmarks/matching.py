"""How well a drawing finds its pattern, and how fast: `python benchmarks/matching.py`; docs/matching.md has the table.

For each entry its own essential zone is drawn, as it is and spoilt in the ways hands spoil it, and the rank of the
entry (or of one with the same pattern) is counted. Needs scipy (`pip install -e .[art]`).
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from atlas.content.catalog import FileCatalog
from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Side
from atlas.domain.body.surface import Surface
from atlas.domain.pain.drawing_measures import overlap
from atlas.domain.pain.matching import PatternIndex
from atlas.domain.pattern import Pattern

SHIFT_MM = 15.0
SAME_PATTERN = 0.8  # Jaccard of the essential zones from which two entries count as one


def main() -> None:
    catalog = FileCatalog()
    surface = catalog.surface
    patterns = [catalog.pattern(m) for m in catalog.muscles]
    index = PatternIndex(surface, patterns)
    essential = {p.muscle: p.painting("essential") for p in patterns}
    alike = _alike(surface, essential)
    spoil = Spoiling(surface)
    print("| drawing | drawings | first | among the first three | in percent |\n|---|---|---|---|---|")
    misses: list[str] = []
    for what, variants in spoil.ways():
        ranks = []
        for muscle, zone in essential.items():
            for variant in variants:
                drawn, side = variant(zone)
                rank = _rank(index, drawn, alike[muscle], side)
                ranks.append(rank)
                if rank > 3:
                    misses.append(f"{what}: {muscle} comes {rank}, after {_before(index, drawn)}")
        first, three = sum(r == 1 for r in ranks), sum(r <= 3 for r in ranks)
        print(f"| {what} | {len(ranks)} | {first} | {three} | {100 * three / len(ranks):.1f} |")
    print("\n" + ("\n".join(misses) if misses else "No drawing misses the first three."))
    _time(surface, patterns, index)


def _rank(index: PatternIndex, drawn: Painting, alike: set[str], side: Side) -> int:
    for k, match in enumerate(index.matches(drawn), 1):
        if match.muscle in alike and match.side == side:
            return k
    return 999


def _before(index: PatternIndex, drawn: Painting) -> str:
    return ", ".join(f"{m.muscle} ({m.side}, {m.covers_percent:.0f}%)" for m in index.matches(drawn)[:3])


def _alike(surface: Surface, zones: dict[str, Painting]) -> dict[str, set[str]]:
    return {
        a: {b for b, y in zones.items() if a == b or overlap(surface, x, y) >= SAME_PATTERN} for a, x in zones.items()
    }


class Spoiling:
    """A zone as people draw it: moved, too large, too small, with a part left out; a drawing and its side each."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._tree = cKDTree(surface.points)
        self._moves = {axis: self._from_where(np.array(axis, float) * SHIFT_MM) for axis in _DIRECTIONS}

    def ways(self):  # type: ignore[no-untyped-def]  # (name, list of functions from a zone to a drawing and its side)
        yield "its own essential zone", [self._as_it_is]
        yield "the same on the left", [self._on_the_left]
        yield f"moved by {SHIFT_MM:.0f} mm, six directions", [self._moved_by(axis) for axis in _DIRECTIONS]
        yield "20% larger", [self._sized(1.2)]
        yield "20% smaller", [self._sized(0.8)]
        yield "a third missing, four ways", [self._without(axis, end) for axis in (0, 1) for end in (0, 1)]

    def _as_it_is(self, zone: Painting) -> tuple[Painting, Side]:
        return zone, "right"

    def _on_the_left(self, zone: Painting) -> tuple[Painting, Side]:
        return self._surface.mirrored(zone), "left"

    def _moved_by(self, axis: tuple[int, int, int]):  # type: ignore[no-untyped-def]
        def moved(zone: Painting) -> tuple[Painting, Side]:
            return _sparse(zone.dense(len(self._surface.points))[self._moves[axis]]), "right"

        return moved

    def _sized(self, factor: float):  # type: ignore[no-untyped-def]
        def sized(zone: Painting) -> tuple[Painting, Side]:
            wanted, low, high = factor * self._surface.painted_area(zone), -0.5, 0.49
            for _ in range(20):
                middle = (low + high) / 2
                larger = replace(zone, strength=np.clip(zone.strength + np.float32(middle), 0, 1))
                low, high = (middle, high) if self._surface.painted_area(larger) < wanted else (low, middle)
            return larger, "right"

        return sized

    def _without(self, axis: int, end: int):  # type: ignore[no-untyped-def]
        def cut(zone: Painting) -> tuple[Painting, Side]:
            points = self._surface.points[zone.vertices]
            weight = self._surface.area[zone.vertices] * zone.cover
            middle = np.average(points, axis=0, weights=weight)
            _, _, ways = np.linalg.svd((points - middle) * np.sqrt(weight)[:, None], full_matrices=False)
            along = (points - middle) @ ways[axis] * (1 if end else -1)
            order = np.argsort(along)
            kept = np.zeros(len(along), bool)
            kept[order[np.cumsum(weight[order]) > weight.sum() / 3.0]] = True
            return Painting(vertices=zone.vertices[kept], strength=zone.strength[kept]), "right"

        return cut

    def _from_where(self, way: NDArray[np.float64]) -> NDArray[np.int64]:
        """For each vertex the one that comes to lie on it when the drawing is moved."""
        return np.asarray(self._tree.query(self._surface.points - way)[1])


_DIRECTIONS = ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1))


def _sparse(dense: NDArray[np.float32]) -> Painting:
    vertices = np.flatnonzero(dense).astype(np.int32)
    return Painting(vertices=vertices, strength=dense[vertices])


def _time(surface: Surface, patterns: list[Pattern], index: PatternIndex) -> None:
    """Median time of an answer, at one and at ten times the entries; the drawings are all essential zones.

    Time of the processor, so that other work on the machine does not count.
    """
    ten = PatternIndex(surface, list(_times_ten(patterns)))
    zones = [p.painting("essential") for p in patterns]
    everything = _sparse(np.ones(len(surface.points), np.float32))
    for name, drawings in (("one zone", zones), ("the whole body", [everything])):
        one, more = (_median_ms(i, drawings) for i in (index, ten))
        print(f"\n{name}: {one:.2f} ms with {len(patterns)} entries, {more:.2f} ms with {10 * len(patterns)}")


def _times_ten(patterns: list[Pattern]) -> Iterator[Pattern]:
    """Ten times the entries, under other names."""
    for k in range(10):
        for pattern in patterns:
            yield replace(pattern, muscle=f"{pattern.muscle}-{k}")


def _median_ms(index: PatternIndex, drawings: list[Painting]) -> float:
    took = []
    for drawing in drawings * (3 if len(drawings) > 1 else 9):
        begun = time.thread_time()
        index.matches(drawing)
        took.append((time.thread_time() - begun) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
