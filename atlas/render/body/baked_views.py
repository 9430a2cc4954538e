"""Reads the baked pictures of the body: brightness, outline, and which place of the skin each pixel shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from atlas.content.files import read_bytes
from atlas.content.seals import ReadsFile
from atlas.domain.body.camera import Camera
from atlas.domain.body.painting import Floats, Ints
from atlas.domain.problems import Unreadable
from atlas.domain.views import View
from atlas.render.body.body_picture import BodyPicture, Scale, Window, read_picture
from atlas.render.shelf import Shelf

ROOM_SKINS = 28_500_000  # bytes: the coarse pictures of all views of one figure
ROOM_BODIES = 14_000_000
_ROOM_FINE = 2_500_000  # one, for whoever looks closer

FACES: dict[Scale, str] = {1: ".faces", 2: ".half"}  # how the files end that say which face lies at each pixel


class DamagedPicture(Exception):
    """A baked picture is missing or cannot be read: which file, and one sentence."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinPicture:
    """How one view looks bare: its brightness, and what of it is body."""

    shade: NDArray[np.uint8]  # (h, w)
    bounds: Ints  # where no body at all begins and ends by turns, as flat numbers of pixels
    rim: Ints  # (r,) flat numbers of the pixels that are partly body
    rim_cover: NDArray[np.uint8]  # (r,) how much of each of those is, 1..254

    @property
    def shape(self) -> tuple[int, int]:
        return self.shade.shape[0], self.shade.shape[1]

    @property
    def outside(self) -> NDArray[np.bool_]:
        """(h, w) True where there is no body at all."""
        lengths = np.diff(self.bounds, prepend=0, append=self.shade.size)
        return np.repeat(np.arange(len(lengths)) % 2 == 1, lengths).reshape(self.shade.shape)

    def cropped(self, window: Window) -> SkinPicture:
        """A part of it."""
        left, top, right, bottom = window
        if window == (0, 0, self.shape[1], self.shape[0]):
            return self
        y, x = np.divmod(self.rim, self.shape[1])
        inside = (x >= left) & (x < right) & (y >= top) & (y < bottom)
        return SkinPicture(
            shade=np.ascontiguousarray(self.shade[top:bottom, left:right]),
            bounds=_bounds(self.outside[top:bottom, left:right]),
            rim=((y[inside] - top) * (right - left) + x[inside] - left).astype(np.int32),
            rim_cover=self.rim_cover[inside],
        )

    @property
    def size(self) -> int:
        """Bytes."""
        return self.shade.nbytes + self.bounds.nbytes + self.rim.nbytes + self.rim_cover.nbytes


def _bounds(outside: NDArray[np.bool_]) -> Ints:
    flat = outside.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    return np.append(0, changes).astype(np.int32) if flat.size and flat[0] else changes.astype(np.int32)


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
        return self._read_skin(view, 1).cropped(window), self._read(view, 1).cropped(window)

    def _read_skin(self, view: str, scale: Scale) -> SkinPicture:
        shade, cover = (self._grey(view + ending, self.camera(view), scale) for ending in (".jpg", ".png"))
        flat = cover.ravel()
        rim = np.flatnonzero((flat > 0) & (flat < 255)).astype(np.int32)
        return SkinPicture(shade=shade, bounds=_bounds(cover == 0), rim=rim, rim_cover=flat[rim])

    def _read(self, view: str, scale: Scale) -> BodyPicture:
        camera, path = self.camera(view), self._folder / (view + FACES[scale])
        try:
            return read_picture(self._read_file(path), camera, scale, self.points_for(view), self._shape.faces())
        except (Unreadable, ValueError) as error:
            raise DamagedPicture(path, _sentence(error)) from error

    def _grey(self, name: str, camera: Camera, scale: Scale) -> NDArray[np.uint8]:
        path = self._folder / name
        try:
            return grey_picture(self._read_file(path), camera.width, camera.height, scale)
        except (Unreadable, ValueError) as error:
            raise DamagedPicture(path, _sentence(error)) from error


def grey_picture(data: bytes, width: int, height: int, scale: Scale) -> NDArray[np.uint8]:
    """A grey JPEG or PNG at a scale as (h, w) bytes. Raises ValueError where it is not whole, or of another size."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
            if image.size != (width, height):  # known before anything is unpacked
                raise ValueError("its size does not fit the view")
            image.load()
            grey = image if image.mode == "L" else image.convert("L")
            return np.asarray(grey.reduce(2, (0, 0, width // 2 * 2, height // 2 * 2)) if scale == 2 else grey)
    except Image.DecompressionBombError as error:
        raise ValueError("its size does not fit the view") from error
    except Exception as error:  # Pillow fails in many ways
        raise error if type(error) is ValueError else ValueError("it is damaged, or no picture") from error


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, Unreadable) else f"The picture cannot be used: {error}."


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBy:
    """A view with its flip: which baked picture it comes from, and whether that is turned over."""

    baked: str
    flipped: bool

    @staticmethod
    def of(view: View) -> SeenBy:
        return SeenBy(baked=view.mirrored_from or view.id, flipped=view.mirrored_from is not None)
