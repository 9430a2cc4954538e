"""Reads the baked pictures of the body: brightness, outline, and which place of the skin each pixel shows."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from atlas.content.files import read_bytes
from atlas.content.seals import ReadsFile
from atlas.domain.body.camera import Camera
from atlas.domain.body.painting import Floats, Ints
from atlas.domain.problems import Unreadable
from atlas.domain.views import View
from atlas.render.shelf import Shelf

ROOM_SKINS = 15_000_000  # bytes: the coarse pictures of some thirty views
ROOM_BODIES = 21_000_000
_ROOM_FINE = 4_000_000  # one, for whoever looks closer

Scale = Literal[1, 2]  # 1: every pixel; 2: every second, for the first look
FACES: dict[Scale, str] = {1: ".faces", 2: ".half"}  # how the files end that say which face lies at each pixel

Window: TypeAlias = tuple[int, int, int, int]
"""A part of a baked picture: left, top, right, bottom in px of its scale; the last two are the first outside."""


class DamagedPicture(Exception):
    """A baked picture is missing or cannot be read: which file, and one sentence."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinPicture:
    """How one view looks bare: its brightness, and what of it is body."""

    shade: NDArray[np.uint8]  # (h, w)
    packed_outside: NDArray[np.uint8]  # a bit a pixel, set where there is no body at all
    rim: Ints  # (r,) flat numbers of the pixels that are partly body
    rim_cover: NDArray[np.uint32]  # (r,) how much of each of those is, 1..254

    @property
    def shape(self) -> tuple[int, int]:
        return self.shade.shape[0], self.shade.shape[1]

    @property
    def outside(self) -> NDArray[np.bool_]:
        """(h, w) True where there is no body at all."""
        return np.unpackbits(self.packed_outside, count=self.shade.size).view(np.bool_).reshape(self.shade.shape)

    def cropped(self, window: Window) -> SkinPicture:
        """A part of it."""
        left, top, right, bottom = window
        y, x = np.divmod(self.rim, self.shape[1])
        inside = (x >= left) & (x < right) & (y >= top) & (y < bottom)
        return SkinPicture(
            shade=np.ascontiguousarray(self.shade[top:bottom, left:right]),
            packed_outside=np.packbits(self.outside[top:bottom, left:right]),
            rim=((y[inside] - top) * (right - left) + x[inside] - left).astype(np.int32),
            rim_cover=self.rim_cover[inside],
        )

    @property
    def size(self) -> int:
        """Bytes."""
        return self.shade.nbytes + self.packed_outside.nbytes + self.rim.nbytes + self.rim_cover.nbytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPicture:
    """Which skin one view shows. Its body pixels are sorted by face, so that painted faces find theirs at once."""

    shape: tuple[int, int]  # (h, w)
    face_ids: Ints  # (v,) the faces seen, ascending
    starts: Ints  # (v + 1,) where each face's pixels begin among the body's pixels
    first: Ints  # (v,) each face's first pixel, y * w + x
    further: NDArray[np.uint16] | Ints  # (p,) how much further each pixel of a face is than its first
    weight1: NDArray[np.uint8]  # (p,) barycentric weight of the face's second corner, 0..255
    weight2: NDArray[np.uint8]  # (p,) and of its third

    @property
    def size(self) -> int:
        """Bytes."""
        kept = (self.face_ids, self.starts, self.first, self.further, self.weight1, self.weight2)
        return sum(array.nbytes for array in kept)

    @property
    def pixel(self) -> Ints:
        """(p,) all of the body's pixels, y * w + x."""
        return np.repeat(self.first, np.diff(self.starts)) + self.further

    def pixels(self, place: Ints, face: Ints) -> Ints:
        """Some of the body's pixels, y * w + x, whose faces are known; `face` counts those seen."""
        return self.first[face] + self.further[place]


def unpack_faces(packed: bytes, width: int, height: int) -> Ints:
    """The face number at every pixel (h, w), -1 for none; undoes what `art` packed. Raises ValueError.

    No more is ever unpacked than a view of that size needs.
    """
    kind, rest = _unpacked(packed, width * height)
    numbers, _ = _unpacked(rest, 4 * int(np.count_nonzero(kind == 2)))
    if kind.size != width * height or int(kind.max(initial=0)) > 2:
        raise ValueError("its size does not fit the view")
    planes = numbers.reshape(4, -1)
    new = np.cumsum(np.ascontiguousarray(planes.T).view("<i4").ravel(), dtype=np.int64).astype(np.int32)
    # A run of pixels of one face begins at each new or copied-from-above pixel, and at the first of each row.
    begins = kind != 0
    begins[::width] = True
    run = np.cumsum(begins, dtype=np.int32)  # of each pixel
    run -= 1
    first = np.flatnonzero(begins)
    how = kind[first]
    face = np.full(len(first), -1, np.int32)
    face[how == 2] = new - 1
    source = np.arange(len(first), dtype=np.int32)  # the run that each has its face from: its own, or one above it
    copied = np.flatnonzero((how == 1) & (first >= width))
    source[copied] = run[first[copied] - width]
    while not np.array_equal(source, further := source[source]):
        source = further
    np.take(face[source], run, out=run, mode="clip")
    return run.reshape(height, width)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureShape:
    """One figure's skin, asked for only when a place on it is needed.

    `points`: (n, 3) mm in a stance, None where that is not known; `faces`: (f, 3).
    """

    points: Callable[[str], Floats | None]
    faces: Callable[[], Ints]


class Shelves:
    """The pictures of all figures that are at hand: the coarse ones of one figure's views, and the last fine ones."""

    def __init__(self) -> None:
        self.skins: dict[Scale, Shelf[tuple[Path, str], SkinPicture]] = {
            1: Shelf(_ROOM_FINE, lambda picture: picture.size),
            2: Shelf(ROOM_SKINS, lambda picture: picture.size),
        }
        self.bodies: dict[Scale, Shelf[tuple[Path, str], BodyPicture]] = {
            1: Shelf(_ROOM_FINE, lambda picture: picture.size),
            2: Shelf(ROOM_BODIES, lambda picture: picture.size),
        }


class BakedViews:
    """All views of one figure, read when asked for."""

    def __init__(
        self,
        folder: Path,
        cameras: Mapping[str, Camera],
        shape: FigureShape,
        read: ReadsFile = read_bytes,
        shelves: Shelves | None = None,
    ) -> None:
        """`cameras` by view."""
        self._folder = folder
        self._shape = shape
        self._read_file = read
        self._cameras = cameras
        self._shelves = shelves or Shelves()

    def camera(self, view: str) -> Camera:
        """Of a baked view. Raises DamagedPicture where it is not known."""
        if view not in self._cameras:
            raise DamagedPicture(self._folder / "views.json", f"It does not say how `{view}` was taken.")
        return self._cameras[view]

    def points_for(self, view: str) -> Floats:
        """(n, 3) mm, as the figure stood for a view. Raises DamagedPicture."""
        stance = self.camera(view).stance
        points = self._shape.points(stance)
        if points is None:
            raise DamagedPicture(self._folder.parent / "stances.npz", f"It does not hold the stance `{stance}`.")
        return points

    def skin(self, view: str, scale: Scale, *, keep: bool = True) -> SkinPicture:
        """How a baked view looks bare; not `keep`, to be looked at once. Raises DamagedPicture."""
        make = partial(self._read_skin, view, scale)
        return self._shelves.skins[scale].get((self._folder, view), make, keep=keep)

    def picture(self, view: str, scale: Scale, *, keep: bool = True) -> BodyPicture:
        """Which skin a baked view shows; not `keep`, to be looked at once. Raises DamagedPicture."""
        make = partial(self._read, view, scale)
        return self._shelves.bodies[scale].get((self._folder, view), make, keep=keep)

    def part(self, view: str, window: Window) -> tuple[SkinPicture, BodyPicture]:
        """A part of a baked view with all its pixels, which is not kept. Raises DamagedPicture."""
        return self._read_skin(view, 1).cropped(window), self._read(view, 1, window)

    def _read_skin(self, view: str, scale: Scale) -> SkinPicture:
        camera = self.camera(view)
        shade = self._grey(view + ".jpg", camera)
        cover = self._grey(view + ".png", camera)
        if scale == 2:
            shade, cover = _halved(shade), _halved(cover)
        flat = cover.ravel()
        rim = np.flatnonzero((flat > 0) & (flat < 255)).astype(np.int32)
        return SkinPicture(
            shade=shade, packed_outside=np.packbits(cover == 0), rim=rim, rim_cover=flat[rim].astype(np.uint32)
        )

    def _read(self, view: str, scale: Scale, window: Window | None = None) -> BodyPicture:
        camera = self.camera(view)
        path, faces = self._folder / (view + FACES[scale]), self._shape.faces()
        try:
            face = unpack_faces(self._read_file(path), camera.width // scale, camera.height // scale)
        except (Unreadable, ValueError) as error:
            raise DamagedPicture(path, _sentence(error)) from error
        if face.size and not -1 <= int(face.min()) <= int(face.max()) < len(faces):
            raise DamagedPicture(path, "It was made for another surface.")
        if window is not None:
            left, top, right, bottom = window
            face, camera = face[top:bottom, left:right], camera.cropped(*window)
        return _sorted_by_face(face, camera, scale, self.points_for(view), faces)

    def _grey(self, name: str, camera: Camera) -> NDArray[np.uint8]:
        path = self._folder / name
        try:
            return grey_picture(self._read_file(path), camera.width, camera.height)
        except (Unreadable, ValueError) as error:
            raise DamagedPicture(path, _sentence(error)) from error


def grey_picture(data: bytes, width: int, height: int) -> NDArray[np.uint8]:
    """A grey JPEG or PNG as (h, w) bytes. Raises ValueError where it is not whole, or of another size."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
            if image.size != (width, height):  # known before anything is unpacked
                raise ValueError("its size does not fit the view")
            return np.asarray(image.convert("L"))
    except Image.DecompressionBombError as error:
        raise ValueError("its size does not fit the view") from error
    except Exception as error:  # Pillow fails in many ways
        raise error if type(error) is ValueError else ValueError("it is damaged, or no picture") from error


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, Unreadable) else f"The picture cannot be used: {error}."


def _halved(a: NDArray[np.uint8]) -> NDArray[np.uint8]:
    h, w = a.shape[0] // 2 * 2, a.shape[1] // 2 * 2
    b = a[:h, :w].astype(np.uint16)
    return ((b[::2, ::2] + b[1::2, ::2] + b[::2, 1::2] + b[1::2, 1::2] + 2) // 4).astype(np.uint8)


def _sorted_by_face(
    face: Ints,
    camera: Camera,
    scale: Scale,
    points: Floats,
    faces: Ints,
) -> BodyPicture:
    # What is as long as the picture has pixels is let go of early, and is no wider than it must be.
    w = face.shape[1]
    pixel = np.flatnonzero(face >= 0).astype(np.int32)
    number = face.ravel()[pixel]
    order = np.argsort(number, kind="stable")
    pixel, number = pixel[order], number[order]
    del order
    first = np.flatnonzero(np.r_[True, number[1:] != number[:-1]]) if number.size else np.zeros(0, np.int64)
    face_ids = number[first]
    starts = np.r_[first, len(pixel)].astype(np.int32)
    del number
    # A face is small, so two bytes are enough for its pixels: the kept pictures are mostly these.
    lowest = pixel[first]
    further = pixel - np.repeat(lowest, np.diff(starts))
    if not further.size or int(further.max()) < 65_536:
        further = further.astype(np.uint16)
    flat = camera.project(points)[:, :2].astype(np.float64) / scale
    a, b, c = (flat[faces[face_ids, k]] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    # Weights are linear over a face: one small table a face, one multiply-add a pixel.
    which = np.repeat(np.arange(len(face_ids), dtype=np.int32), np.diff(starts))
    x = (pixel % w).astype(np.float32)
    y = (pixel // w).astype(np.float32)
    x += np.float32(0.5 / scale)
    y += np.float32(0.5 / scale)
    weights = []
    for p, q in ((c, a), (a, b)):
        # twice the area of the part opposite the corner, over the whole
        dx, dy = (p[:, 0] - q[:, 0]) / area, (p[:, 1] - q[:, 1]) / area
        base = q[:, 1] * dx - q[:, 0] * dy
        value = dy.astype(np.float32)[which]
        value *= x
        step = dx.astype(np.float32)[which]
        step *= y
        value -= step
        value += base.astype(np.float32)[which]
        np.clip(value, 0.0, 1.0, out=value)
        value *= np.float32(255)
        weights.append(np.round(value, out=value).astype(np.uint8))
    return BodyPicture(
        shape=(face.shape[0], w),
        face_ids=face_ids,
        starts=starts,
        first=lowest,
        further=further,
        weight1=weights[0],
        weight2=weights[1],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBy:
    """A view with its flip: which baked picture it comes from, and whether that is turned over."""

    baked: str
    flipped: bool

    @staticmethod
    def of(view: View) -> SeenBy:
        return SeenBy(baked=view.mirrored_from or view.id, flipped=view.mirrored_from is not None)
