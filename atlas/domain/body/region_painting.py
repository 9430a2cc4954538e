"""Named regions as paintings."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Side
from atlas.domain.body.surface import Surface


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
