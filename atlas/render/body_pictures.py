"""Reads the baked pictures of the body: brightness, outline, and which place of the skin each pixel shows."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from atlas.content.cameras import read_cameras
from atlas.content.files import Unreadable, read_bytes
from atlas.content.seals import ReadsFile
from atlas.domain.camera import STANDING, Camera
from atlas.domain.surface import Floats, Ints
from atlas.domain.views import View

Scale = Literal[1, 2]  # 1: every pixel; 2: every second, for the first look


class DamagedPicture(Exception):
    """A baked picture is missing or cannot be read: which file, and one sentence."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinPicture:
    """How one view looks bare: its brightness, and what of it is body."""

    shade: NDArray[np.uint8]  # (h, w)
    outside: NDArray[np.bool_]  # (h, w) True where there is no body at all
    rim: Ints  # (r,) flat numbers of the pixels that are partly body
    rim_cover: NDArray[np.uint32]  # (r,) how much of each of those is, 1..254

    @property
    def shape(self) -> tuple[int, int]:
        return self.shade.shape[0], self.shade.shape[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPicture:
    """Which skin one view shows. Its body pixels are sorted by face, so that painted faces find theirs at once."""

    shade: NDArray[np.uint8]  # (h, w)
    face_ids: Ints  # (v,) the faces seen, ascending
    starts: Ints  # (v + 1,) where each face's pixels begin in `pixel`
    pixel: Ints  # (p,) y * w + x
    weight1: NDArray[np.uint8]  # (p,) barycentric weight of the face's second corner, 0..255
    weight2: NDArray[np.uint8]  # (p,) and of its third

    @property
    def shape(self) -> tuple[int, int]:
        return self.shade.shape[0], self.shade.shape[1]


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
    kind = kind.reshape(height, width)
    out = np.zeros((height, width), np.int32)
    # Row by row: a run starts at each new or copied-from-above pixel and lasts while 'same as left' goes on.
    used = np.r_[0, np.cumsum(np.count_nonzero(kind == 2, axis=1))]
    above = np.zeros(width, np.int32)
    for y in range(height):
        row = kind[y]
        starts = np.flatnonzero(row)
        value = above[starts].copy()
        fresh = row[starts] == 2
        value[fresh] = new[used[y] : used[y + 1]]
        lengths = np.diff(np.r_[starts, width])
        lead = starts[0] if starts.size else width
        out[y, lead:] = np.repeat(value, lengths)
        above = out[y]
    return out - 1


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
    """The points of one figure: standing, and in the stances some views are taken in; (n, 3) mm.

    `stances` is asked only for a view that is not taken standing, and raises DamagedPicture.
    """

    points: Floats
    faces: Ints
    stances: Callable[[], Mapping[str, Floats]]


class BodyPictures:
    """All views of one figure, read when first asked for; the coarse ones stay in memory."""

    def __init__(self, folder: Path, shape: Callable[[], FigureShape], read: ReadsFile = read_bytes) -> None:
        """`shape` gives the figure's points; it is asked for only when a place on the skin is needed."""
        self._folder = folder
        self._shape = shape
        self._read_file = read
        self._cameras, self._wrong = read_cameras(folder / "views.json", read)
        self._skins: dict[tuple[str, Scale], SkinPicture] = {}
        self._coarse: dict[str, BodyPicture] = {}
        self._fine: dict[str, BodyPicture] = {}

    def camera(self, view: str) -> Camera:
        """Of a baked view. Raises DamagedPicture where it is not known."""
        if view not in self._cameras:
            why = " ".join(self._wrong) or f"It does not say how `{view}` was taken."
            raise DamagedPicture(self._folder / "views.json", why)
        return self._cameras[view]

    def points_for(self, view: str) -> Floats:
        """(n, 3) mm, as the figure stood for a view. Raises DamagedPicture."""
        shape, stance = self._shape(), self.camera(view).stance
        if stance == STANDING:
            return shape.points
        stances = shape.stances()
        if stance not in stances:
            raise DamagedPicture(self._folder.parent / "stances.npz", f"It does not hold the stance `{stance}`.")
        return stances[stance]

    def skin(self, view: str, scale: Scale) -> SkinPicture:
        """How a baked view looks bare. Raises DamagedPicture."""
        key = (view, scale)
        if key not in self._skins:
            for old in [k for k in self._skins if k[1] == 1][1:]:
                del self._skins[old]
            self._skins[key] = self._read_skin(view, scale)
        return self._skins[key]

    def picture(self, view: str, scale: Scale) -> BodyPicture:
        """Which skin a baked view shows. Raises DamagedPicture."""
        kept = self._coarse if scale == 2 else self._fine
        if view not in kept:
            if scale == 1 and len(self._fine) >= 2:
                self._fine.pop(next(iter(self._fine)))
            kept[view] = self._read(view, scale)
        return kept[view]

    def has(self, view: str, scale: Scale) -> bool:
        return view in (self._coarse if scale == 2 else self._fine)

    def _read_skin(self, view: str, scale: Scale) -> SkinPicture:
        camera = self.camera(view)
        shade = self._grey(view + ".jpg", camera)
        cover = self._grey(view + ".png", camera)
        if scale == 2:
            shade, cover = _halved(shade), _halved(cover)
        flat = cover.ravel()
        rim = np.flatnonzero((flat > 0) & (flat < 255)).astype(np.int32)
        return SkinPicture(shade=shade, outside=cover == 0, rim=rim, rim_cover=flat[rim].astype(np.uint32))

    def _read(self, view: str, scale: Scale) -> BodyPicture:
        camera = self.camera(view)
        path, faces = self._folder / (view + ".faces"), self._shape().faces
        try:
            face = unpack_faces(self._read_file(path), camera.width, camera.height)
        except (Unreadable, ValueError) as error:
            raise DamagedPicture(path, _sentence(error)) from error
        if face.size and not -1 <= int(face.min()) <= int(face.max()) < len(faces):
            raise DamagedPicture(path, "It was made for another surface.")
        if scale == 2:
            face = face[: camera.height // 2 * 2 : 2, : camera.width // 2 * 2 : 2]
        return _sorted_by_face(self.skin(view, scale).shade, face, camera, scale, self.points_for(view), faces)

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
    shade: NDArray[np.uint8],
    face: Ints,
    camera: Camera,
    scale: Scale,
    points: Floats,
    faces: Ints,
) -> BodyPicture:
    w = face.shape[1]
    pixel = np.flatnonzero(face >= 0).astype(np.int32)
    number = face.ravel()[pixel]
    order = np.argsort(number, kind="stable")
    pixel, number = pixel[order], number[order]
    face_ids, first = np.unique(number, return_index=True)
    starts = np.r_[first, len(pixel)].astype(np.int32)
    flat = camera.project(points)[:, :2].astype(np.float64) / scale
    a, b, c = (flat[faces[face_ids, k]] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    # Weights are linear over a face: one small table a face, one multiply-add a pixel.
    which = np.repeat(np.arange(len(face_ids)), np.diff(starts))
    x = (pixel % w + 0.5 / scale).astype(np.float32)
    y = (pixel // w + 0.5 / scale).astype(np.float32)
    weights = []
    for p, q in ((c, a), (a, b)):
        # twice the area of the part opposite the corner, over the whole
        dx, dy = (p[:, 0] - q[:, 0]) / area, (p[:, 1] - q[:, 1]) / area
        base = q[:, 1] * dx - q[:, 0] * dy
        value = x * dy.astype(np.float32)[which] - y * dx.astype(np.float32)[which] + base.astype(np.float32)[which]
        weights.append(np.round(np.clip(value, 0.0, 1.0) * 255).astype(np.uint8))
    return BodyPicture(
        shade=shade,
        face_ids=face_ids.astype(np.int32),
        starts=starts,
        pixel=pixel,
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
