"""The skin as one picture shows it: which pixels belong to which vertices, and the place of the skin under a pixel."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Floats, Ints
from atlas.domain.body.surface import Surface
from atlas.render.body.body_picture import BodyPicture, Window


class ViewedSkin:
    """One view of one figure at one scale; of a flipped view all pixels are given as they are shown."""

    def __init__(
        self, surface: Surface, body: BodyPicture, flipped: bool, mm_per_px: float, window: Window | None = None
    ) -> None:
        """`mm_per_px` of the fine picture. With a `window` only that part of `body` is shown, as if it were all."""
        self.surface = surface
        self.scale = body.scale
        self.mm_per_px = mm_per_px * body.scale
        self._body = body
        self._flipped = flipped
        height, width = body.shape
        self._window = (0, 0, width, height) if window is None else window

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) px at this scale."""
        left, top, right, bottom = self._window
        return right - left, bottom - top

    def pixels(self, dense: Floats, changed: NDArray[np.bool_] | None = None) -> _Pixels | None:
        """The pixels where a strength (n,) may show, or where it may have `changed`; None where there are none."""
        asked = (dense > 0.0) if changed is None else changed
        a, b, c = self._corners
        touched = np.zeros(len(a) + 1, bool)  # the last one: no body
        touched[:-1] = asked[a] | asked[b] | asked[c]
        left, top, right, bottom = self._window
        start, end = int(self._body.rows[top]), int(self._body.rows[bottom])
        run = np.flatnonzero(touched[self._body.face[start:end]])
        if not run.size:
            return None
        run += start
        row, first = np.divmod(self._begins[run], np.int32(self._body.shape[1]))
        last = np.minimum(first + self._begins[run + 1] - self._begins[run], np.int32(right))
        first = np.maximum(first, np.int32(left))
        counts = np.maximum(last - first, 0)
        x = np.repeat(first - np.cumsum(counts, dtype=np.int32) + counts, counts)
        x += np.arange(len(x), dtype=np.int32)
        if not x.size:
            return None
        of = (np.cumsum(touched, dtype=np.int32) - 1)[self._body.face[run]]
        seen = np.flatnonzero(touched).astype(np.int32)
        return _Pixels(self, x, np.repeat(row, counts), np.repeat(of, counts), seen)

    def shown(self, x: Ints, y: Ints) -> tuple[Ints, Ints]:
        """Where some of the body picture's pixels are shown."""
        left, top = self._window[:2]
        x, y = x - np.int32(left), y - np.int32(top)
        return (np.int32(self.size[0] - 1) - x if self._flipped else x), y

    def corners(self, seen: Ints) -> Ints:
        """(3, k) the vertices at the corners of some of the faces that are seen."""
        return self._corners[:, seen]

    def weights(self, seen: Ints, of: Ints, x: Ints, y: Ints) -> tuple[Floats, Floats]:
        """Barycentric weights 0..1 of the second and third corner at pixels of the body picture; as its own."""
        return self._body.weights(seen, of, x, y)

    @property
    def bytes(self) -> int:
        """What it takes when all of it has been asked for, without the picture that it is read from."""
        return len(self._body.left) * 4 + len(self._body.face_ids) * 12

    def position(self, x: float, y: float) -> Floats | None:
        """The skin, (3,) mm on the reference body, at a px of the fine picture; None beside the body."""
        found = self._face_at(x, y)
        if found is None:
            return None
        corners, u, v = found
        a, b, c = self.surface.points[corners]
        return np.asarray(a + u * (b - a) + v * (c - a), np.float32)

    def vertex(self, x: float, y: float) -> int | None:
        """The vertex nearest to a px of the fine picture; None beside the body."""
        found = self._face_at(x, y)
        if found is None:
            return None
        corners, *weights = found
        u, v = (round(255 * weight) for weight in weights)
        return int(corners[int(np.argmax([255 - u - v, u, v]))])

    def _face_at(self, x: float, y: float) -> tuple[Ints, float, float] | None:
        """The corners (3,) of the face at a px of the fine picture, and the weights of the second and third there."""
        height, width = self._body.shape
        column, row = int(x // self.scale), int(y // self.scale)
        if not (0 <= column < width and 0 <= row < height):
            return None
        if self._flipped:
            column = width - 1 - column
        seen = self._body.face_at(column, row)
        if seen is None:
            return None
        at = np.array([[seen], [0], [column], [row]], np.int32)
        u, v = (float(weight[0]) for weight in self._body.weights(*at))
        return self._corners[:, seen], u, v

    @cached_property
    def _begins(self) -> Ints:
        return self._body.begins

    @cached_property
    def _corners(self) -> Ints:
        """(3, v) the vertices at the corners of the faces that are seen."""
        corners = self.surface.faces[self._body.face_ids]
        return np.ascontiguousarray((self.surface.twin[corners] if self._flipped else corners).T)


class _Pixels:
    """Some pixels of a view, with the way from a value of the vertices to a value there."""

    def __init__(self, skin: ViewedSkin, x: Ints, y: Ints, of: Ints, seen: Ints) -> None:
        """Pixels of the body picture; `of` says of each which of the `seen` faces it belongs to."""
        self.x, self.y = skin.shown(x, y)
        self._of, self._corners = of, skin.corners(seen)
        self._u, self._v = skin.weights(seen, of, x, y)

    def values(self, dense: Floats) -> Floats:
        """A smooth value (n,) of the vertices at the pixels."""
        a, b, c = dense[self._corners]
        return np.asarray(a[self._of] + self._u * (b - a)[self._of] + self._v * (c - a)[self._of], np.float32)
