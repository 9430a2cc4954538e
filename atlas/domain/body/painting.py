"""What is painted on the skin: vertices, and how deep each lies inside the painting's edge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray


def union(paintings: Iterable[Painting]) -> Painting:
    """The strongest of several paintings at every vertex."""
    parts = list(paintings)
    if not parts:
        return Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
    if len(parts) == 1:
        return parts[0]
    vertices = np.concatenate([p.vertices for p in parts])
    strength = np.concatenate([p.strength for p in parts])
    unique, place = np.unique(vertices, return_inverse=True)
    best = np.zeros(len(unique), np.float32)
    np.maximum.at(best, place, strength)
    return Painting(vertices=unique.astype(np.int32), strength=best)


def less(painting: Painting, *others: Painting, overlap: float = 0.0) -> Painting:
    """A painting less what others cover; the edge between them is theirs, or lies `overlap` mm inside them."""
    strength, further = painting.strength.copy(), np.float32(overlap / (2.0 * EDGE_MM))
    for other in others:
        _, at, there = np.intersect1d(painting.vertices, other.vertices, assume_unique=True, return_indices=True)
        strength[at] = np.minimum(strength[at], 1.0 - other.strength[there] + further)
    kept = strength > 0.0
    return Painting(vertices=painting.vertices[kept], strength=strength[kept]) if others else painting


Floats: TypeAlias = NDArray[np.float32]

Ints: TypeAlias = NDArray[np.int32]

EDGE_MM = 10.0  # strength runs from 0 this far outside a painting's edge, through 0.5 on it, to 1 this far inside

_COVER_MM = 2.0  # over this breadth about the edge a vertex goes from not covered to covered


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Painting:
    """Something painted on the skin: vertex numbers, ascending, and how deep inside the painting each lies.

    Strength is a distance, so that it can be drawn smoothly between vertices: 0.5 on the edge, 0 at EDGE_MM
    outside it, 1 at EDGE_MM inside. Two paintings are equal if their numbers are; these are read-only.
    """

    vertices: Ints  # (k,)
    strength: Floats  # (k,)
    _hash: int | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.vertices.flags.writeable = self.strength.flags.writeable = False

    def __eq__(self, other: object) -> bool:
        if self is other:  # as nearly always: a pattern is painted once
            return True
        if not isinstance(other, Painting):
            return NotImplemented
        return np.array_equal(self.vertices, other.vertices) and np.array_equal(self.strength, other.strength)

    def __hash__(self) -> int:
        if self._hash is None:  # once: a picture is looked up by all that is painted on it
            object.__setattr__(self, "_hash", hash((self.vertices.tobytes(), self.strength.tobytes())))
        return self._hash or 0

    @property
    def cover(self) -> Floats:
        """How much of each vertex's skin is painted, 0..1, (k,)."""
        share = (self.strength - 0.5) * (2.0 * EDGE_MM / _COVER_MM) + 0.5
        return np.asarray(np.clip(share, 0.0, 1.0), np.float32)

    def dense(self, n: int) -> Floats:
        out = np.zeros(n, np.float32)
        out[self.vertices] = self.strength
        return out
