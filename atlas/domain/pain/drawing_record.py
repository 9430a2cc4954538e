"""A drawing as a plain record for a file, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from atlas.domain.body.painting import EDGE_MM, Floats, Ints
from atlas.domain.body.surface import Surface
from atlas.domain.pain.drawing import _MOST_MARKS, LEVELS, QUALITIES, Drawing, _changed, blank

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
