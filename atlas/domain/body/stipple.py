"""Where dots of pain lie on the skin, and how finely it is drawn: the same dots for every view, figure and pattern."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.painting import Floats, Ints

PLAIN_GRAIN_MM = 6.0  # where nothing is known of the skin


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stipple:
    """Dots evenly spread over the skin, mirrored from the right half to the left; arrays are read-only.

    `grain` is the least distance between neighbouring dots about each vertex: small on face and hand, large on the
    thigh. Dots come in ranks: those whose `spacing` is at least s lie s grains apart or more, and no gap among them is
    much larger, so that by leaving out ranks dots part evenly.
    """

    corners: NDArray[np.uint16]  # (3, d) the vertices about each dot; dots stand in the order of the first of them
    weights: NDArray[np.uint8]  # (2, d) how near it is to the second and to the third of them, of 255 in all three
    spacing: Floats  # (d,) grains, 1 or more
    grain: Floats  # (n,) mm
    _starts: Ints = field(init=False, repr=False)  # (n + 1,) where the dots of each first corner begin

    def __post_init__(self) -> None:
        starts = np.searchsorted(self.corners[0], np.arange(len(self.grain) + 1)).astype(np.int32)
        object.__setattr__(self, "_starts", starts)
        for array in (self.corners, self.weights, self.spacing, self.grain):
            array.flags.writeable = False

    @staticmethod
    def mirrored(
        corners: NDArray[np.uint16], weights: NDArray[np.uint8], spacing: Floats, grain: Floats, twin: Ints
    ) -> Stipple:
        """From the dots of the right half alone."""
        both = np.concatenate([corners, twin[corners].astype(np.uint16)], axis=1)
        order = np.argsort(both[0], kind="stable")
        return Stipple(
            corners=np.ascontiguousarray(both[:, order]),
            weights=np.ascontiguousarray(np.concatenate([weights, weights], axis=1)[:, order]),
            spacing=np.concatenate([spacing, spacing])[order],
            grain=grain,
        )

    @staticmethod
    def plain(n: int) -> Stipple:
        """A dot on each of `n` vertices, for a body that none were made for: uneven, but nothing is left white."""
        every = np.arange(n, dtype=np.uint16)
        return Stipple(
            corners=np.stack([every, every, every]),
            weights=np.full((2, n), 85, np.uint8),
            spacing=np.ones(n, np.float32),
            grain=np.full(n, PLAIN_GRAIN_MM, np.float32),
        )

    def about(self, vertices: Ints) -> Ints:
        """The dots whose first corner is one of some vertices."""
        first = self._starts[vertices]
        counts = self._starts[vertices + 1] - first
        total = int(counts.sum())
        return np.asarray(np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(total), np.int32)

    def at(self, value: Floats, dots: Ints) -> Floats:
        """A value (n,) of the vertices at some of the dots."""
        (a, b, c), (u, v, w) = self.corners[:, dots], self.shares(dots)
        return np.asarray(value[a] * u + value[b] * v + value[c] * w, np.float32)

    def shares(self, dots: Ints) -> Floats:
        """(3, k) how near some of the dots are to each of their corners, 1 in all."""
        v, w = self.weights[:, dots] * np.float32(1 / 255)
        return np.stack([1 - v - w, v, w])
