"""Divides the skin into the named regions: every vertex goes to the region whose seeds are nearest over the skin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra

F = NDArray[np.float64]


def skin_graph(points: F, faces: NDArray[np.int64]) -> csr_matrix:
    """Distances in mm over the skin between each vertex and those up to two edges away, (n, n)."""
    n = len(points)
    a = faces[:, [0, 1, 2]].ravel()
    b = faces[:, [1, 2, 0]].ravel()
    one = coo_matrix((np.ones(2 * len(a), np.int8), (np.r_[a, b], np.r_[b, a])), shape=(n, n)).tocsr()
    one.data[:] = 1
    two = (one @ one + one).tocoo()
    keep = two.row != two.col
    row, col = two.row[keep], two.col[keep]
    length = np.linalg.norm(points[row] - points[col], axis=1)
    return coo_matrix((length, (row, col)), shape=(n, n)).tocsr()


def divide(
    points: F,
    graph: csr_matrix,
    twin: NDArray[np.int64],
    seeds: Mapping[str, Sequence[tuple[NDArray[np.int64], float]]],
    region_ids: Sequence[str],
) -> NDArray[np.uint8]:
    """Region number of every vertex (n,), alike on both sides.

    `seeds` gives each region lines of vertices and the radius in mm within which they have a head start:
    a vertex goes where distance minus radius is smallest. Regions without seeds get no skin.
    """
    right = np.nonzero(points[:, 0] <= 1e-3)[0]
    half = graph[right][:, right]
    local = np.full(len(points), -1)
    local[right] = np.arange(len(right))
    best = np.full(len(right), np.inf)
    owner = np.zeros(len(right), np.uint8)
    for number, region in enumerate(region_ids):
        for line, radius in seeds.get(region, ()):
            start = local[line]
            start = start[start >= 0]
            if not start.size:
                continue
            away = dijkstra(half, indices=start, min_only=True, limit=260.0) - radius
            closer = away < best
            best[closer] = away[closer]
            owner[closer] = number
    out = np.zeros(len(points), np.uint8)
    out[right] = owner
    out[twin[right]] = owner
    return out
