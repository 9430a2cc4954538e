"""A patient's pain drawing on the skin: marks of a strength, a quality and a depth; painted, rubbed out, measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.surface import EDGE_MM, Floats, Ints, Painting, Surface

Level: TypeAlias = Literal["mild", "medium", "strong"]
Quality: TypeAlias = Literal["aching", "burning", "sharp", "tingling", "numb", "stiff"]

LEVELS: tuple[Level, ...] = ("mild", "medium", "strong")
QUALITIES: tuple[Quality, ...] = ("aching", "burning", "sharp", "tingling", "numb", "stiff")
MOST_OF_THE_BODY = 60.0  # percent of its surface
SAME_PERSON_JACCARD = (0.62, 0.18)
"""Mean and standard deviation of the overlap of two drawings a minute apart by the same person: 52 patients with back
or neck pain (Leoni, Falla, Egloff, Faccendini and Barbero, 2013)."""


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

    def of_level(self, level: Level) -> Painting:
        """The part of the drawing painted with one strength of pain."""
        vertices = np.flatnonzero((self.strength > 0.0) & (self.level == LEVELS.index(level))).astype(np.int32)
        return Painting(vertices=vertices, strength=self.strength[vertices])


def blank(surface: Surface) -> Drawing:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PainArea:
    """One connected area of a drawing: its size in cm² and the vertex nearest its centre."""

    cm2: float
    centre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Percent of the body surface that is painted: of the whole, and of its front and back halves apart."""

    whole: float
    front: float
    back: float


def extent(surface: Surface, painting: Painting) -> Extent:
    faces_front = surface.normals[:, 2] >= 0.0
    covered = np.zeros(len(surface.points))
    covered[painting.vertices] = painting.cover
    area = surface.area.astype(float)

    def percent(where: NDArray[np.bool_]) -> float:
        return float(100.0 * (area * covered)[where].sum() / area[where].sum())

    return Extent(whole=percent(np.ones(len(area), bool)), front=percent(faces_front), back=percent(~faces_front))


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


def overlap(surface: Surface, a: Painting, b: Painting) -> float:
    """Jaccard index of two drawings by skin area, 0..1; 1 for two empty ones."""
    n = len(surface.points)
    cover_a, cover_b = np.zeros(n, np.float32), np.zeros(n, np.float32)
    cover_a[a.vertices], cover_b[b.vertices] = a.cover, b.cover
    both = float((np.minimum(cover_a, cover_b) * surface.area).sum())
    either = float((np.maximum(cover_a, cover_b) * surface.area).sum())
    return both / either if either > 0.0 else 1.0


# -- saving ------------------------------------------------------------------

_MOST_MARKS = 2 * len(LEVELS) * len(QUALITIES)  # one for each kind of pain
FILE_FORMAT = "trigger-point-referral-atlas drawing"


class NotADrawing(ValueError):
    """A file that does not hold a drawing for this surface; the text is a sentence for the user."""


def to_record(drawing: Drawing, label: str = "") -> dict[str, object]:
    """A drawing as plain values for a JSON file: marks that name vertices of a surface version.

    `label` is kept only if someone typed it. Strengths are 1..255.
    """
    marks = []
    at = np.flatnonzero(drawing.strength > 0.0)
    kinds = np.stack([drawing.level[at], drawing.quality[at], drawing.deep[at]], axis=1)
    for level, quality, deep in np.unique(kinds, axis=0):
        chosen = at[(kinds == (level, quality, deep)).all(axis=1)]
        strength = np.clip(np.round(drawing.strength[chosen] * 255), 1, 255).astype(int)
        marks.append(
            {
                "level": LEVELS[level],
                "quality": QUALITIES[quality],
                "deep": bool(deep),
                "vertices": chosen.tolist(),
                "strengths": strength.tolist(),
            }
        )
    record: dict[str, object] = {
        "format": FILE_FORMAT,
        "version": 1,
        "surface": drawing.surface_version,
        "edge_mm": EDGE_MM,
        "marks": marks,
    }
    return record | ({"label": label} if label else {})


def from_record(record: object, surface: Surface) -> tuple[Drawing, str]:
    """The drawing and its label from plain values. Raises NotADrawing; nothing else is touched."""
    if not isinstance(record, Mapping) or record.get("format") != FILE_FORMAT:
        raise NotADrawing("This file is not a pain drawing of the atlas.")
    if record.get("version") != 1:
        raise NotADrawing("This drawing was saved by a newer atlas and cannot be read here.")
    if record.get("surface") != surface.version:
        raise NotADrawing(
            f"This drawing was made on another body surface ({record.get('surface')}); here it is {surface.version}."
        )
    marks = record.get("marks")
    label = record.get("label", "")
    if not isinstance(marks, Sequence) or isinstance(marks, str) or not isinstance(label, str):
        raise NotADrawing("The drawing's marks cannot be read; the file is damaged.")
    if len(marks) > _MOST_MARKS:
        raise NotADrawing("The drawing has more marks than can be made; the file is damaged.")
    drawing = blank(surface)
    arrays = {name: getattr(drawing, name).copy() for name in ("strength", "level", "quality", "deep")}
    for mark in marks:
        vertices, strengths = _mark_arrays(mark, len(surface.points))
        if mark["level"] not in LEVELS or mark["quality"] not in QUALITIES or type(mark["deep"]) is not bool:
            raise NotADrawing("The drawing has a mark of an unknown kind; the file is damaged.")
        arrays["strength"][vertices] = strengths
        arrays["level"][vertices] = LEVELS.index(mark["level"])
        arrays["quality"][vertices] = QUALITIES.index(mark["quality"])
        arrays["deep"][vertices] = mark["deep"]
    return _changed(drawing, **arrays), label


def _mark_arrays(mark: object, n: int) -> tuple[Ints, Floats]:
    damaged = NotADrawing("A mark of the drawing cannot be read; the file is damaged.")
    if not isinstance(mark, Mapping) or not {"level", "quality", "deep", "vertices", "strengths"} <= set(mark):
        raise damaged
    try:
        vertices = np.array(mark["vertices"], np.int64)
        strengths = np.array(mark["strengths"], np.float32) / 255.0
    except (TypeError, ValueError, OverflowError) as error:
        raise damaged from error
    fits = vertices.ndim == 1 and vertices.shape == strengths.shape
    if not fits or (vertices.size and (vertices.min() < 0 or vertices.max() >= n)):
        raise damaged
    if strengths.size and not (np.isfinite(strengths).all() and strengths.min() >= 0 and strengths.max() <= 1):
        raise damaged
    return vertices.astype(np.int32), strengths
