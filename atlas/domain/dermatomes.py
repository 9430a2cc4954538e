"""Dermatomes: the skin that one nerve root is most consistently found to supply, beside a muscle's pattern."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.domain.surface import EDGE_MM, Painting, Stroke, Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Dermatome:
    """One nerve root's skin on the right side: in words (`regions`) and in geometry (`strokes`)."""

    id: str
    name: str
    regions: tuple[str, ...]
    strokes: tuple[Stroke, ...]
    sources: tuple[str, ...]


def paint_dermatome(surface: Surface, dermatome: Dermatome) -> Painting:
    """The dermatome of the right side. It ends at the midline, so that its mirror image meets it there."""
    painting = surface.paint(dermatome.strokes)
    to_midline = 0.5 - surface.points[painting.vertices, 0] / np.float32(2.0 * EDGE_MM)
    strength = np.minimum(painting.strength, np.clip(to_midline, 0.0, 1.0)).astype(np.float32)
    kept = strength > 0.0
    return Painting(vertices=painting.vertices[kept], strength=strength[kept])
