"""Which vertices of a mesh are joined by an edge; worked out when it is first asked for: a start does without."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from atlas.domain.body.painting import Ints


class Neighbours:
    """Of each vertex those around it, ascending."""

    def __init__(self, faces: Ints, count: int) -> None:
        """`faces` (f, 3) are numbers of `count` vertices."""
        self._faces, self._count = faces, count

    def of(self, vertex: int) -> Ints:
        starts, numbers = self._links
        return numbers[starts[vertex] : starts[vertex + 1]]

    @cached_property
    def rings(self) -> Ints:
        """(n, most): a row a vertex, filled up with the vertex itself."""
        starts, numbers = self._links
        counts = np.diff(starts)
        table = np.repeat(np.arange(len(counts), dtype=np.int32)[:, None], int(counts.max(initial=1)), axis=1)
        table[np.arange(table.shape[1]) < counts[:, None]] = numbers
        return table

    @cached_property
    def _links(self) -> tuple[Ints, Ints]:
        """Where each vertex's neighbours begin, (n + 1,), and all their numbers."""
        faces, n = self._faces, self._count
        a = np.concatenate([faces[:, [0, 1, 2]].ravel(), faces[:, [1, 2, 0]].ravel()])
        b = np.concatenate([faces[:, [1, 2, 0]].ravel(), faces[:, [0, 1, 2]].ravel()])
        pairs = np.sort(a.astype(np.int64) * n + b)  # by sorting: ten times as fast here as np.unique
        pairs = pairs[np.r_[True, pairs[1:] != pairs[:-1]]]
        start = np.searchsorted(pairs // n, np.arange(n + 1)).astype(np.int32)
        return start, (pairs % n).astype(np.int32)
