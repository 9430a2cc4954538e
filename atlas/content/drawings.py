"""Opens a pain drawing from a file that somebody may have changed."""

from __future__ import annotations

import json
from pathlib import Path

from atlas.domain.drawing import Drawing, NotADrawing, from_record
from atlas.domain.surface import Surface

MOST_BYTES = 4_000_000  # a drawing of the whole body takes a fifth of this


def read_drawing(path: Path, surface: Surface) -> tuple[Drawing, str]:
    """A drawing and its label. Raises NotADrawing, whose text is a sentence."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotADrawing(f"{path.name} cannot be opened: {error.strerror or error}.") from error
    if len(raw) > MOST_BYTES:
        raise NotADrawing(f"{path.name} is too large to be a pain drawing.")
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise NotADrawing(f"{path.name} is not complete, or not a pain drawing.") from error
    return from_record(record, surface)
