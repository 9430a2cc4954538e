"""Measures the painted muscles: where each lies in every view and how much of it is seen, as one table a figure."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from atlas.content.baked.extents import StoredExtents, made_of
from atlas.content.saving import save_whole
from atlas.content.seals import digest_of
from atlas.domain.plate.extents import CELLS
from atlas.paths import Places
from atlas.render.colours import muscle_table


def write_extents(places: Places, figure: str, muscles: Iterable[str]) -> None:
    """Writes a figure's table of all `muscles`; one without pictures has no rows."""
    rows = {muscle: _measured(sorted((places.pictures(muscle) / figure).glob("*.png"))) for muscle in muscles}
    save_whole(places.extents(figure), packed(rows))


def _measured(pictures: list[Path]) -> StoredExtents:
    opacity = np.array([word >> 24 for word in muscle_table("classic")], np.float32) / np.float32(255)
    boxes, covers, names, digests = [], [], [], []
    for path in pictures:
        data = path.read_bytes()
        digests.append(digest_of(data))
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            x, y = (int(n) for n in str(image.info["corner"]).split())
            alpha = opacity[np.asarray(image)]
        names.append(path.stem)
        boxes.append((x, y, alpha.shape[1], alpha.shape[0]))
        covers.append(np.round(255.0 * _in_cells(alpha)).astype(np.uint8))
    return StoredExtents(
        names=tuple(names),
        boxes=np.array(boxes, np.int32).reshape(-1, 4),
        covers=np.array(covers, np.uint8).reshape(-1, CELLS, CELLS),
        made_of=made_of(digests),
    )


def _in_cells(alpha: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean cover (CELLS, CELLS) of a picture (h, w); its pixels may be fewer than the cells, or lie across them."""
    out = alpha
    for _ in range(2):  # down, then across
        size = len(out)
        edges = np.linspace(0.0, size, CELLS + 1)
        summed = np.vstack([np.zeros((1, out.shape[1]), np.float64), np.cumsum(out, axis=0, dtype=np.float64)])
        whole = np.minimum(edges.astype(int), size - 1)
        at = summed[whole] + (edges - whole)[:, None] * out[whole]
        out = (np.diff(at, axis=0) * (CELLS / size)).astype(np.float32).T
    return out


def packed(rows: Mapping[str, StoredExtents]) -> bytes:
    """The table as the bytes of a file; the same rows give the same bytes."""
    out = io.BytesIO()
    np.savez_compressed(
        out,
        muscles=np.array(list(rows), "U"),
        made_of=np.array([row.made_of for row in rows.values()], "U"),
        counts=np.array([len(row.names) for row in rows.values()], np.uint16),
        names=np.array([name for row in rows.values() for name in row.names], "U"),
        boxes=np.concatenate([row.boxes for row in rows.values()]),
        covers=np.concatenate([row.covers for row in rows.values()]),
    )
    return out.getvalue()
