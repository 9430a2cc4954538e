"""A patient's pain drawing on the skin: marks of a strength, a quality and a depth; painted, rubbed out, measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Floats, Painting
from atlas.domain.body.surface import Surface

Level: TypeAlias = Literal["mild", "medium", "strong"]
Quality: TypeAlias = Literal["aching", "burning", "sharp", "tingling", "numb", "stiff"]

LEVELS: tuple[Level, ...] = ("mild", "medium", "strong")
QUALITIES: tuple[Quality, ...] = ("aching", "burning", "sharp", "tingling", "numb", "stiff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """What the next stroke paints. `width` in mm of skin; an eraser rubs out whatever it meets."""

    width: float = 30.0
    level: Level = "medium"
    quality: Quality = "aching"
    deep: bool = False
    eraser: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawing:
    """A pain drawing on the skin, (n,) each; read-only. Two drawings are the same only if they are one object.

    `strength` is a distance to the painted edge, as in Painting; the others say what was painted last at a vertex.
    """

    surface_version: str
    strength: Floats
    level: NDArray[np.uint8]  # index into LEVELS
    quality: NDArray[np.uint8]  # index into QUALITIES
    deep: NDArray[np.bool_]

    def __post_init__(self) -> None:
        for array in (self.strength, self.level, self.quality, self.deep):
            array.flags.writeable = False

    @property
    def painting(self) -> Painting:
        vertices = np.flatnonzero(self.strength > 0.0).astype(np.int32)
        return Painting(vertices=vertices, strength=self.strength[vertices])

    @property
    def empty(self) -> bool:
        return not bool((self.strength > 0.5).any())


def blank(surface: Surface) -> Drawing:
    """A drawing on which nothing is painted; each array holds one value a vertex."""
    n = len(surface.points)
    return Drawing(
        surface_version=surface.version,
        strength=np.zeros(n, np.float32),
        level=np.zeros(n, np.uint8),
        quality=np.zeros(n, np.uint8),
        deep=np.zeros(n, bool),
    )


def painted(drawing: Drawing, surface: Surface, line: Floats, brush: Brush) -> Drawing:
    """The drawing after a brush went along `line` (m, 3) mm on the reference body."""
    touched = surface.brushed(line, brush.width)
    at, new = touched.vertices, touched.strength
    strength = drawing.strength.copy()
    if brush.eraser:
        strength[at] = np.minimum(strength[at], 1.0 - new)
        return _changed(drawing, strength=strength)
    level, quality, deep = drawing.level.copy(), drawing.quality.copy(), drawing.deep.copy()
    strength[at] = np.maximum(strength[at], new)
    inside = at[new > 0.5]
    rim = at[(new > 0.0) & (drawing.strength[at] < 0.5)]
    for where in (rim, inside):
        level[where] = LEVELS.index(brush.level)
        quality[where] = QUALITIES.index(brush.quality)
        deep[where] = brush.deep
    return _changed(drawing, strength=strength, level=level, quality=quality, deep=deep)


def with_region(drawing: Drawing, surface: Surface, region: Painting, brush: Brush, shown: bool) -> Drawing:
    """The drawing with a whole region painted (or rubbed out, when not `shown`)."""
    strength = drawing.strength.copy()
    if not shown:
        left = np.clip(1.0 - 2.0 * region.strength, 0.0, 1.0)  # no rim of it stays
        strength[region.vertices] = np.minimum(strength[region.vertices], left)
        return _changed(drawing, strength=strength)
    strength[region.vertices] = np.maximum(strength[region.vertices], region.strength)
    level, quality, deep = drawing.level.copy(), drawing.quality.copy(), drawing.deep.copy()
    level[region.vertices] = LEVELS.index(brush.level)
    quality[region.vertices] = QUALITIES.index(brush.quality)
    deep[region.vertices] = brush.deep
    return _changed(drawing, strength=strength, level=level, quality=quality, deep=deep)


def joined(drawing: Drawing, painting: Painting, brush: Brush) -> Drawing:
    """The drawing with a painting added where nothing was painted; what was painted keeps its own strength and kind."""
    strength, level, quality, deep = (getattr(drawing, n).copy() for n in ("strength", "level", "quality", "deep"))
    new = painting.vertices[drawing.strength[painting.vertices] < 0.5]
    strength[painting.vertices] = np.maximum(strength[painting.vertices], painting.strength)
    level[new] = LEVELS.index(brush.level)
    quality[new] = QUALITIES.index(brush.quality)
    deep[new] = brush.deep
    return _changed(drawing, strength=strength, level=level, quality=quality, deep=deep)


def from_painting(surface: Surface, painting: Painting, brush: Brush | None = None) -> Drawing:
    """A drawing of one painting."""
    return with_region(blank(surface), surface, painting, brush or Brush(), shown=True)


def _changed(drawing: Drawing, **arrays: NDArray[np.generic]) -> Drawing:
    kept = {name: getattr(drawing, name) for name in ("strength", "level", "quality", "deep")}
    return Drawing(surface_version=drawing.surface_version, **(kept | arrays))


# -- figures a clinician expects ---------------------------------------------


# -- saving ------------------------------------------------------------------

_MOST_MARKS = 2 * len(LEVELS) * len(QUALITIES)  # one for each kind of pain
