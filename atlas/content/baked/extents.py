"""Reads the table of where the painted muscles lie in the views of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from atlas.content.baked.arrays import DamagedArrays, read_arrays, taken
from atlas.content.files import read_bytes
from atlas.content.seals import ReadsFile, digest_of
from atlas.domain.body.camera import Camera
from atlas.domain.plate.extents import CELLS, Extent, Extents

_MOST_PX = 20_000  # of a side of a view


class DamagedExtents(ValueError):
    """The file does not hold where the muscles lie; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoredExtents:
    """One muscle's pictures: their names, boxes (x, y, width, height) px, and covers 0..255 of the cells of each."""

    names: tuple[str, ...]
    boxes: NDArray[np.int32]  # (m, 4)
    covers: NDArray[np.uint8]  # (m, CELLS, CELLS)
    made_of: str  # stands for the contents of the pictures


def made_of(digests: Iterable[str]) -> str:
    """Stands for some pictures, whose digests come in the order of their names."""
    return digest_of("".join(digests).encode())


def read_extents(path: Path, read: ReadsFile = read_bytes) -> dict[str, StoredExtents]:
    """By muscle. Raises Unreadable, DamagedExtents."""
    try:
        held = read_arrays(path, read)
        muscles = taken(held, "muscles", "U", (None,))
        made_of = taken(held, "made_of", "U", (len(muscles),))
        counts = taken(held, "counts", "u", (len(muscles),), 0, _MOST_PX)
        rows = int(counts.sum())
        names = taken(held, "names", "U", (rows,))
        boxes = taken(held, "boxes", "i", (rows, 4), -_MOST_PX, _MOST_PX)
        covers = taken(held, "covers", "u", (rows, CELLS, CELLS), 0, 255)
    except DamagedArrays as error:
        raise DamagedExtents(str(error)) from error
    out, end = {}, 0
    for muscle, of, count in zip(muscles, made_of, counts, strict=True):
        here = slice(end, end + int(count))
        end = here.stop
        out[str(muscle)] = StoredExtents(
            names=tuple(str(name) for name in names[here]), boxes=boxes[here], covers=covers[here], made_of=str(of)
        )
    return out


def extents_of(stored: Mapping[str, StoredExtents], cameras: Mapping[str, Camera]) -> Extents:
    """As shares of the baked views, whose cameras are known by view; a picture of an unknown view is left out."""
    return Extents(_Late(stored, cameras))


class _Late(Mapping[str, Mapping[str, Extent]]):
    """One muscle's extents are worked out when that muscle is asked for."""

    def __init__(self, stored: Mapping[str, StoredExtents], cameras: Mapping[str, Camera]) -> None:
        self._stored, self._cameras = stored, cameras

    def __getitem__(self, muscle: str) -> Mapping[str, Extent]:
        row = self._stored[muscle]
        out = {}
        for name, (x, y, width, height), cover in zip(row.names, row.boxes.tolist(), row.covers, strict=True):
            camera = self._cameras.get(name.removesuffix(".left"))
            if camera is not None:
                across, down = 1.0 / camera.width, 1.0 / camera.height
                box = (x * across, y * down, (x + width) * across, (y + height) * down)
                mm2 = width * height * camera.mm_per_px**2 / (255.0 * CELLS * CELLS)
                out[name] = Extent(box=box, cells=cover * np.float32(mm2))
        return out

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)
