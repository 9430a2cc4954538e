"""Which place of the skin each pixel of a baked view shows, kept as runs: pixels side by side that show one face."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.camera import Camera
from atlas.domain.body.painting import Floats, Ints

Scale = Literal[1, 2]  # 1: every pixel; 2: every second, for the first look

Window: TypeAlias = tuple[int, int, int, int]
"""A part of a baked picture: left, top, right, bottom in px of its scale; the last two are the first outside."""

Exact: TypeAlias = NDArray[np.float64]

_MOST_SHORT = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPicture:
    """The skin that one view shows. Runs go on until the next one begins, or the row ends; four bytes each."""

    shape: tuple[int, int]  # (h, w)
    rows: Ints  # (h + 1,) where each row's runs begin among the runs
    left: NDArray[np.uint16]  # (r,) each run's first column
    face: NDArray[np.uint16] | Ints  # (r,) which of the `face_ids` it shows; their number where there is no body
    face_ids: Ints  # (v,) the faces seen, ascending
    camera: Camera  # of the fine picture
    scale: Scale
    points: Floats  # (n, 3) mm, as the figure stands in this view
    faces: Ints  # (f, 3) the corners of all faces

    @property
    def size(self) -> int:
        """Bytes of its own."""
        return self.rows.nbytes + self.left.nbytes + self.face.nbytes + self.face_ids.nbytes

    @property
    def begins(self) -> Ints:
        """(r + 1,) each run's first pixel, y * w + x, and the first one after them all."""
        height, width = self.shape
        out = np.empty(len(self.left) + 1, np.int32)
        out[:-1] = np.repeat(np.arange(height, dtype=np.int32) * np.int32(width), np.diff(self.rows))
        out[:-1] += self.left
        out[-1] = height * width
        return out

    def face_at(self, column: int, row: int) -> int | None:
        """Which of the `face_ids` a pixel shows; None beside the body."""
        start, end = int(self.rows[row]), int(self.rows[row + 1])
        run = start + int(np.searchsorted(self.left[start:end], column, side="right")) - 1
        face = int(self.face[run])
        return None if face == len(self.face_ids) else face

    def weights(self, seen: Ints, of: Ints, x: Ints, y: Ints) -> tuple[Floats, Floats]:
        """Barycentric weights 0..1, in steps of 1/255, of the second and third corner at pixels (k,) of some faces.

        `seen` says which of the `face_ids` these are, `of` to which of them each pixel belongs.
        """
        corners = self.faces[self.face_ids[seen]]
        flat = self.camera.project(self.points[corners.ravel()])[:, :2].astype(np.float64) / self.scale
        a, b, c = flat.reshape(-1, 3, 2).transpose(1, 0, 2)
        area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
        area = np.where(np.abs(area) < 1e-9, 1e-9, area)
        across, down = x.astype(np.float32), y.astype(np.float32)
        across += np.float32(0.5 / self.scale)
        down += np.float32(0.5 / self.scale)
        # Weights are linear over a face: one small table a face, one multiply-add a pixel.
        first, second = (_opposite(p, q, area, of, across, down) for p, q in ((c, a), (a, b)))
        return first, second

    def cropped(self, window: Window) -> BodyPicture:
        """A part of it, of the fine picture only."""
        left, top, right, bottom = window
        here = slice(int(self.rows[top]), int(self.rows[bottom]))
        begins = self.left[here].astype(np.int32)
        last = np.zeros(len(begins), bool)
        last[self.rows[top + 1 : bottom + 1] - self.rows[top] - 1] = True
        ends = np.where(last, self.shape[1], np.append(begins[1:], 0))
        kept = (ends > left) & (begins < right)
        number, old = self.face[here][kept], np.zeros(len(self.face_ids) + 1, bool)
        old[number] = True
        old[-1] = True
        new = np.cumsum(old, dtype=np.int32) - 1
        counts = np.add.reduceat(kept, self.rows[top:bottom] - self.rows[top], dtype=np.int32)
        return BodyPicture(
            shape=(bottom - top, right - left),
            rows=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
            left=np.maximum(begins[kept] - left, 0).astype(np.uint16),
            face=_narrow(new[number], self.face_ids),
            face_ids=self.face_ids[old[:-1]],
            camera=self.camera.cropped(*window),
            scale=self.scale,
            points=self.points,
            faces=self.faces,
        )


def _narrow(face: Ints, face_ids: Ints) -> NDArray[np.uint16] | Ints:
    return face.astype(np.uint16) if len(face_ids) <= _MOST_SHORT else face


def _opposite(p: Exact, q: Exact, area: Exact, of: Ints, across: Floats, down: Floats) -> Floats:
    """Twice the area of the part of a face opposite a corner, over the whole; 0..1 in steps."""
    dx, dy = (p[:, 0] - q[:, 0]) / area, (p[:, 1] - q[:, 1]) / area
    base = q[:, 1] * dx - q[:, 0] * dy
    value = dy.astype(np.float32)[of]
    value *= across
    step = dx.astype(np.float32)[of]
    step *= down
    value -= step
    value += base.astype(np.float32)[of]
    np.clip(value, 0.0, 1.0, out=value)
    value *= np.float32(255)
    np.round(value, out=value)
    value *= np.float32(1 / 255)
    return value


def read_picture(packed: bytes, camera: Camera, scale: Scale, points: Floats, faces: Ints) -> BodyPicture:
    """What `art` packed of a view. Raises ValueError where it cannot be that of the view, or of this body."""
    width, height = camera.width // scale, camera.height // scale
    first, face = unpack_runs(packed, width, height)
    if face.size and int(face.max()) >= len(faces):
        raise ValueError("it was made for another surface")
    there = np.zeros(len(faces) + 1, bool)
    there[face] = True  # the last one where there is no body
    there[-1] = False
    face_ids = np.flatnonzero(there).astype(np.int32)
    number = np.cumsum(there, dtype=np.int32) - 1
    number[-1] = len(face_ids)
    row, column = np.divmod(first, np.int32(width))
    return BodyPicture(
        shape=(height, width),
        rows=np.searchsorted(row, np.arange(height + 1)).astype(np.int32),
        left=column.astype(np.uint16),
        face=_narrow(number[face], face_ids),
        face_ids=face_ids,
        camera=camera,
        scale=scale,
        points=points,
        faces=faces,
    )


def unpack_faces(packed: bytes, width: int, height: int) -> Ints:
    """The face number at every pixel (h, w), -1 for none; undoes what `art` packed. Raises ValueError."""
    first, face = unpack_runs(packed, width, height)
    return np.repeat(face, np.diff(first, append=width * height)).reshape(height, width)


def unpack_runs(packed: bytes, width: int, height: int) -> tuple[Ints, Ints]:
    """The first pixel, y * w + x, and the face of each run of a view, -1 for none; no run is longer than its row.

    No more is ever unpacked than a view of that size needs. Raises ValueError.
    """
    kind, rest = _unpacked(packed, width * height)
    begins = kind != 0  # with each new pixel, or one copied from above
    begins[::width] = True
    first = np.flatnonzero(begins).astype(np.int32)
    how = kind[first]
    if int(how.max(initial=0)) > 2:
        raise ValueError("its size does not fit the view")
    is_new = how == 2
    numbers, _ = _unpacked(rest, 4 * int(np.count_nonzero(is_new)))
    new = np.ascontiguousarray(numbers.reshape(4, -1).T).view("<i4").ravel()
    face = np.full(len(first), -1, np.int32)
    face[is_new] = np.cumsum(new, dtype=np.int64).astype(np.int32) - 1
    if int(face.min(initial=-1)) < -1:
        raise ValueError("its size does not fit the view")
    source = np.arange(len(first), dtype=np.int32)  # the run that each has its face from: its own, or one above it
    copied = np.flatnonzero((how == 1) & (first >= width))
    run = np.cumsum(begins, dtype=np.int32)  # of each pixel, from 1
    source[copied] = run[first[copied] - width] - 1
    while not np.array_equal(source, further := source[source]):
        source = further
    return first, face[source]


def _unpacked(packed: bytes, size: int) -> tuple[NDArray[np.uint8], bytes]:
    """The first stream of some packed bytes, which must hold `size` bytes, and what follows it. Raises ValueError."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, size + 1)
    except zlib.error as error:
        raise ValueError("it is damaged") from error
    if len(data) != size or not stream.eof:
        raise ValueError("its size does not fit the view")
    return np.frombuffer(data, np.uint8), stream.unused_data
