"""Dermatomes: the skin that one nerve root is most consistently found to supply, beside a muscle's pattern."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from atlas.domain.body.painting import EDGE_MM, Painting
from atlas.domain.body.sides import Side
from atlas.domain.body.surface import Stroke, Surface, SurfacePoint


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """Where examiners test a nerve root: a place on the right side, and the same place in words."""

    at: SurfacePoint
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dermatome:
    """One nerve root's skin on the right side: in words (`regions`) and in geometry (`strokes`)."""

    id: str
    name: str
    key_point: KeyPoint
    regions: tuple[str, ...]
    strokes: tuple[Stroke, ...]
    sources: tuple[str, ...]


@lru_cache(maxsize=4)  # the window, the patient's screen and the figures ask for the same one
def paint_dermatome(surface: Surface, dermatome: Dermatome) -> Painting:
    """The dermatome of the right side. It ends at the midline, so that its mirror image meets it there."""
    painting = surface.paint(dermatome.strokes)
    to_midline = 0.5 - surface.points[painting.vertices, 0] / np.float32(2.0 * EDGE_MM)
    strength = np.minimum(painting.strength, np.clip(to_midline, 0.0, 1.0)).astype(np.float32)
    kept = strength > 0.0
    return Painting(vertices=painting.vertices[kept], strength=strength[kept])


def key_vertex(surface: Surface, dermatome: Dermatome, side: Side) -> int:
    """The vertex under a dermatome's key point."""
    return surface.sided_vertex(surface.nearest(surface.place(dermatome.key_point.at)), side)
