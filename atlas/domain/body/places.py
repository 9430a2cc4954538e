"""Which places of the body a painting covers, by region and side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Side
from atlas.domain.body.surface import Surface

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
