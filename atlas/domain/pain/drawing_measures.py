"""How large a drawing is, of how many parts, and how far two drawings agree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Painting
from atlas.domain.body.surface import Surface

MOST_OF_THE_BODY = 60.0  # percent of its surface

SAME_PERSON_JACCARD = (0.62, 0.18)
"""Mean and standard deviation of the overlap of two drawings a minute apart by the same person: 52 patients with back
or neck pain (Leoni, Falla, Egloff, Faccendini and Barbero, 2013)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainArea:
    """One connected area of a drawing: its size in cm² and the vertex nearest its centre."""

    cm2: float
    centre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnExtent:
    """Percent of the body surface that is painted: of the whole, and of its front and back halves apart."""

    whole: float
    front: float
    back: float


def extent(surface: Surface, painting: Painting) -> DrawnExtent:
    """How much of the skin is painted, in percent of the area of all of it, of the front and of the back."""
    faces_front = surface.normals[:, 2] >= 0.0
    covered = np.zeros(len(surface.points))
    covered[painting.vertices] = painting.cover
    area = surface.area.astype(float)

    def percent(where: NDArray[np.bool_]) -> float:
        return float(100.0 * (area * covered)[where].sum() / area[where].sum())

    return DrawnExtent(whole=percent(np.ones(len(area), bool)), front=percent(faces_front), back=percent(~faces_front))


def covers_most(surface: Surface, painting: Painting) -> bool:
    """Whether so much of the body is painted that hardly any pattern covers a good part of it."""
    return 100.0 * surface.painted_area(painting) > MOST_OF_THE_BODY * float(surface.area.sum())


def areas(surface: Surface, painting: Painting, least_cm2: float = 1.0) -> tuple[PainArea, ...]:
    """The connected areas of a painting, largest first; specks below `least_cm2` are left out."""
    inside = painting.vertices[painting.cover > 0.5]
    waiting = np.zeros(len(surface.points), bool)
    waiting[inside] = True
    found = []
    for start in inside:
        if not waiting[start]:
            continue
        patch = surface.joined_from(int(start), waiting)
        waiting[patch] = False
        cm2 = float(surface.area[patch].sum()) / 100.0
        if cm2 >= least_cm2:
            weight = surface.area[patch][:, None]
            middle = (surface.points[patch] * weight).sum(axis=0) / max(float(weight.sum()), 1e-6)
            centre = patch[np.argmin(np.linalg.norm(surface.points[patch] - middle, axis=1))]
            found.append(PainArea(cm2=round(cm2, 1), centre=int(centre)))
    return tuple(sorted(found, key=lambda a: -a.cm2))


def parts(surface: Surface, painting: Painting, least: float = 0.05) -> tuple[Painting, ...]:
    """A painting's connected parts, each a painting, the largest first; those below a share (0..1) are left out."""
    waiting = np.zeros(len(surface.points), bool)
    inside = painting.vertices[painting.cover > 0.5]
    waiting[inside] = True
    whole, found = surface.painted_area(painting), []
    for start in inside:
        if waiting[start]:
            patch = surface.joined_from(int(start), waiting)
            waiting[patch] = False
            of_it = np.isin(painting.vertices, patch)
            part = Painting(vertices=painting.vertices[of_it], strength=painting.strength[of_it])
            found.append((surface.painted_area(part), part))
    ranked = sorted(found, key=lambda one: -one[0])
    return tuple(part for area, part in ranked if area >= least * whole)


def overlap(surface: Surface, a: Painting, b: Painting) -> float:
    """Jaccard index of two drawings by skin area, 0..1; 1 for two empty ones."""
    n = len(surface.points)
    cover_a, cover_b = np.zeros(n, np.float32), np.zeros(n, np.float32)
    cover_a[a.vertices], cover_b[b.vertices] = a.cover, b.cover
    both = float((np.minimum(cover_a, cover_b) * surface.area).sum())
    either = float((np.maximum(cover_a, cover_b) * surface.area).sum())
    return both / either if either > 0.0 else 1.0
