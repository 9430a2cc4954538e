"""Saves pain drawings, and opens them from files that somebody may have changed."""

from __future__ import annotations

import json
from pathlib import Path

from atlas.content.files import NotJson, TooLarge, read_json
from atlas.content.saving import save_whole
from atlas.domain.body.surface import Surface
from atlas.domain.pain.drawing import Drawing
from atlas.domain.pain.drawing_record import NotADrawing, from_record, to_record
from atlas.domain.problems import Unreadable

MOST_BYTES = 4_000_000  # a drawing of the whole body takes a fifth of this


def read_drawing(path: Path, surface: Surface) -> tuple[Drawing, str]:
    """A drawing and its label. Raises NotADrawing, whose text is a sentence."""
    try:
        record = read_json(path, MOST_BYTES)
    except TooLarge as error:
        raise NotADrawing(f"{path.name} is too large to be a pain drawing.") from error
    except NotJson as error:
        raise NotADrawing(f"{path.name} is not complete, or not a pain drawing.") from error
    except Unreadable as error:
        raise NotADrawing(f"{path.name} cannot be opened: {error.why}.") from error
    return from_record(record, surface)


def save_drawing(path: Path, drawing: Drawing, label: str) -> None:
    """Writes a drawing with its label, whole or not at all. Raises NotSaved."""
    save_whole(path, json.dumps(to_record(drawing, label), separators=(",", ":")).encode())
