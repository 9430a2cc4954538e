"""A muscle's referral pattern as painted on the skin, and what can be said about it from the geometry alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.domain.anatomy import Muscle, Strength
from atlas.domain.fibres import crosses_itself, fibre_grid, point_position
from atlas.domain.surface import Floats, Painting, Side, Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedZone:
    id: str
    strength: Strength
    painting: Painting  # right side, as written


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """All zones of a muscle, painted for the right side, and the vertices under its trigger points."""

    muscle: str
    zones: tuple[PaintedZone, ...]
    points: tuple[tuple[int, int], ...]  # (trigger point id, vertex of the right side)
    crossed: tuple[int, ...] = ()  # sheets, counted from 1, whose fibres cross: written in the wrong order

    def painting(self, strength: Strength, only: Iterable[str] | None = None) -> Painting:
        """All zones of one strength as one painting; `only` keeps the named zones."""
        wanted = None if only is None else set(only)
        return union([z.painting for z in self.zones if z.strength == strength and (wanted is None or z.id in wanted)])


def union(paintings: Iterable[Painting]) -> Painting:
    """The strongest of several paintings at every vertex."""
    parts = list(paintings)
    if not parts:
        return Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
    if len(parts) == 1:
        return parts[0]
    vertices = np.concatenate([p.vertices for p in parts])
    strength = np.concatenate([p.strength for p in parts])
    unique, place = np.unique(vertices, return_inverse=True)
    best = np.zeros(len(unique), np.float32)
    np.maximum.at(best, place, strength)
    return Painting(vertices=unique.astype(np.int32), strength=best)


def without(painting: Painting, other: Painting) -> Painting:
    """A painting less what another covers; the edge between them is the other's."""
    here, at, there = np.intersect1d(painting.vertices, other.vertices, assume_unique=True, return_indices=True)
    if not here.size:
        return painting
    strength = painting.strength.copy()
    strength[at] = np.minimum(strength[at], 1.0 - other.strength[there])
    kept = strength > 0.0
    return Painting(vertices=painting.vertices[kept], strength=strength[kept])


def paint_pattern(surface: Surface, muscle: Muscle) -> Pattern:
    """Paints a muscle's zones from their strokes and finds its trigger points; right side."""
    return Pattern(
        muscle=muscle.id,
        zones=tuple(PaintedZone(id=z.id, strength=z.strength, painting=surface.paint(z.strokes)) for z in muscle.zones),
        points=tuple((p.id, surface.nearest(point_position(surface, muscle, p))) for p in muscle.trigger_points),
        crossed=tuple(
            k
            for k, s in enumerate(muscle.fibres, 1)
            if crosses_itself(surface, fibre_grid(surface, s, along=13, across=3))
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionShare:
    region: str
    percent: float


NAMED_FROM_PERCENT = 10.0  # a region is said to be covered when at least this much of it is painted


def covered_regions(surface: Surface, painting: Painting, side: Side = "right") -> tuple[RegionShare, ...]:
    """The regions a painting really covers, largest share first."""
    shares = surface.region_shares(painting, side)
    found = [RegionShare(region=r, percent=round(p, 1)) for r, p in shares.items() if p >= NAMED_FROM_PERCENT]
    return tuple(sorted(found, key=lambda s: (-s.percent, s.region)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewShare:
    """How much of a pattern a view shows: 0..1 of its painted skin."""

    view: str
    share: float


ESSENTIAL_SHARE = 0.7  # of what a view is asked to show; spillover is the rest, however large its fields are


def view_shares(
    essential: Painting, spillover: Painting, area: Floats, visible: Mapping[str, NDArray[np.uint8]]
) -> tuple[ViewShare, ...]:
    """Share of a pattern seen in each view; `visible` view -> (n,) bytes for 0..1.

    Essential pain counts for seven tenths, so that a small essential field is not outvoted by wide spillover.
    """
    parts = []
    for painting, weight in ((essential, ESSENTIAL_SHARE), (spillover, 1.0 - ESSENTIAL_SHARE)):
        skin = painting.cover * area[painting.vertices]
        if float(skin.sum()) > 0.0:
            parts.append((painting.vertices, weight * skin / skin.sum()))
    whole = sum(float(weight.sum()) for _, weight in parts)
    return tuple(
        ViewShare(view=v, share=sum(float(weight @ seen[at]) for at, weight in parts) / max(255.0 * whole, 1e-9))
        for v, seen in visible.items()
    )
