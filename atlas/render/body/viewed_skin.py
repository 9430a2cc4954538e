"""The skin as one picture shows it: which pixels belong to which vertices, and the place of the skin under a pixel."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Floats, Ints
from atlas.domain.body.surface import Surface
from atlas.render.body.baked_views import BodyPicture, Scale, Window


class ViewedSkin:
    """One view of one figure at one scale; of a flipped view all pixels are given as they are shown."""

    def __init__(
        self,
        surface: Surface,
        body: BodyPicture,
        scale: Scale,
        flipped: bool,
        mm_per_px: float,
        window: Window | None = None,
    ) -> None:
        """`mm_per_px` of the fine picture. With a `window` only that part of `body` is shown, as if it were all."""
        self.surface = surface
        self.scale = scale
        self.mm_per_px = mm_per_px * scale
        self._body = body
        self._flipped = flipped
        self._window = window

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) px at this scale."""
        if self._window is not None:
            left, top, right, bottom = self._window
            return right - left, bottom - top
        height, width = self._body.shape
        return width, height

    def pixels(self, dense: Floats, changed: NDArray[np.bool_] | None = None) -> _Pixels | None:
        """The pixels where a strength (n,) may show, or where it may have `changed`; None where there are none."""
        asked = (dense > 0.0) if changed is None else changed
        a, b, c = self._corners
        touched = np.flatnonzero(asked[a] | asked[b] | asked[c])
        if not touched.size:
            return None
        body = self._body
        first = body.starts[touched]
        counts = body.starts[touched + 1] - first
        place = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()), dtype=np.int32)
        of = np.repeat(np.arange(len(touched), dtype=np.int32), counts)
        if self._window is not None:
            width, height = self.size
            x, y = self.xy(place, touched.astype(np.int32)[of])
            inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
            place, of = place[inside], of[inside]
            if not place.size:
                return None
        return _Pixels(self, place, of, touched.astype(np.int32), self._corners[:, touched])

    def xy(self, place: Ints, face: Ints) -> tuple[Ints, Ints]:
        """Columns and rows, as shown, of some of the picture's body pixels, whose faces are known."""
        y, x = np.divmod(self._body.pixels(place, face), np.int32(self._body.shape[1]))
        if self._window is not None:
            x, y = x - self._window[0], y - self._window[1]
        return (self.size[0] - 1 - x if self._flipped else x), y

    def weights(self, place: Ints) -> tuple[Floats, Floats]:
        """Barycentric weights 0..1 of the second and third corner at some of the body pixels."""
        share = np.float32(1 / 255)
        return self._body.weight1[place] * share, self._body.weight2[place] * share

    @property
    def bytes(self) -> int:
        """What it takes when all of it has been asked for, without the picture that it is read from."""
        return int(np.prod(self._body.shape)) * 4 + len(self._body.face_ids) * 12

    def position(self, x: float, y: float) -> Floats | None:
        """The skin, (3,) mm on the reference body, at a px of the fine picture; None beside the body."""
        found = self._face_at(x, y)
        if found is None:
            return None
        corners, place = found
        u, v = (float(weight[0]) for weight in self.weights(place))
        a, b, c = self.surface.points[corners]
        return np.asarray(a + u * (b - a) + v * (c - a), np.float32)

    def vertex(self, x: float, y: float) -> int | None:
        """The vertex nearest to a px of the fine picture; None beside the body."""
        found = self._face_at(x, y)
        if found is None:
            return None
        corners, place = found
        u, v = int(self._body.weight1[place][0]), int(self._body.weight2[place][0])
        return int(corners[int(np.argmax([255 - u - v, u, v]))])

    def _face_at(self, x: float, y: float) -> tuple[Ints, Ints] | None:
        """The corners (3,) of the face at a px of the fine picture, and the number (1,) of its pixel of the body."""
        height, width = self._body.shape
        column, row = int(x // self.scale), int(y // self.scale)
        if not (0 <= column < width and 0 <= row < height):
            return None
        k = int(self._number[row, width - 1 - column if self._flipped else column])
        if k < 0:
            return None
        face = self._body.face_ids[int(np.searchsorted(self._body.starts, k, side="right")) - 1]
        corners = self.surface.faces[face]
        if self._flipped:
            corners = self.surface.twin[corners]
        return corners, np.array([k], np.int32)

    @cached_property
    def _corners(self) -> Ints:
        """(3, f) the vertices at the corners of the faces that are seen."""
        corners = self.surface.faces[self._body.face_ids]
        return np.ascontiguousarray((self.surface.twin[corners] if self._flipped else corners).T)

    @cached_property
    def _number(self) -> Ints:
        """(h, w) the number of each pixel among the body's pixels, -1 beside the body."""
        height, width = self._body.shape
        out = np.full(height * width, -1, np.int32)
        pixel = self._body.pixel
        out[pixel] = np.arange(len(pixel), dtype=np.int32)
        return out.reshape(height, width)


class _Pixels:
    """Some pixels of a view, with the way from a value of the vertices to a value there."""

    def __init__(self, skin: ViewedSkin, place: Ints, of: Ints, faces: Ints, corners: Ints) -> None:
        """`of` says of each pixel which of the `faces` it belongs to."""
        self.x, self.y = skin.xy(place, faces[of])
        self._of, self._corners = of, corners
        self._u, self._v = skin.weights(place)

    def values(self, dense: Floats) -> Floats:
        """A smooth value (n,) of the vertices at the pixels."""
        a, b, c = dense[self._corners]
        return np.asarray(a[self._of] + self._u * (b - a)[self._of] + self._v * (c - a)[self._of], np.float32)
