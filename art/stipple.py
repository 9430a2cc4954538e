"""Spreads the dots of spillover pain over the skin: a blue noise in ranks, finer where the body has finer form."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

F = NDArray[np.float64]
_FINEST_MM, _COARSEST_MM = 2.6, 5.4
_OF_EDGE = 0.62  # of the mesh's own edges, which follow the body's form
_SMOOTHINGS = 40
_RANKS = (2.0, 1.78, 1.59, 1.41, 1.26, 1.12, 1.0)  # grains between neighbours, the widest first
_TRIES = 30  # candidates a dot: enough that none finds room any more


def grain(points: F, faces: NDArray[np.int64], twin: NDArray[np.int64]) -> F:
    """mm, (n,): the least distance between dots about each vertex, the same on both sides."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    length = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
    n = len(points)
    count = np.bincount(edges.ravel(), minlength=n)
    out = np.bincount(edges.ravel(), weights=np.repeat(length, 2), minlength=n) / np.maximum(count, 1)
    out = np.clip(_OF_EDGE * out, _FINEST_MM, _COARSEST_MM)
    for _ in range(_SMOOTHINGS):
        around = np.bincount(edges[:, 0], weights=out[edges[:, 1]], minlength=n)
        around += np.bincount(edges[:, 1], weights=out[edges[:, 0]], minlength=n)
        out = (out + around / np.maximum(count, 1)) / 2.0
    return np.asarray((out + out[twin]) / 2.0)


def stipple(
    points: F, faces: NDArray[np.int64], twin: NDArray[np.int64], hidden: NDArray[np.bool_]
) -> dict[str, NDArray[Any]]:
    """What `read_surface` reads back: the dots of the right half, and the grain of every vertex in tenths of a mm."""
    fine = grain(points, faces, twin)
    a, b, c = (points[faces[:, k]] for k in range(3))
    cross = np.cross(b - a, c - a)
    area = np.linalg.norm(cross, axis=1) / 2.0
    normals = cross / np.maximum(2.0 * area, 1e-12)[:, None]
    right = (points[faces][:, :, 0].mean(axis=1) < 0.0) & ~hidden[faces].any(axis=1)
    worth = np.where(right, area / fine[faces].mean(axis=1) ** 2, 0.0)
    rng = np.random.default_rng(1742)
    count = int(worth.sum() * _TRIES)
    face = rng.choice(len(faces), size=count, p=worth / worth.sum())
    u, v = np.sqrt(rng.random(count)), rng.random(count)
    weights = np.round(np.stack([1.0 - u, u * (1.0 - v), u * v], axis=1) * 255) / 255
    weights[:, 0] = 1.0 - weights[:, 1] - weights[:, 2]
    corners = faces[face]
    spots = (points[corners] * weights[:, :, None]).sum(axis=1)
    own = (fine[corners] * weights).sum(axis=1)
    # Each dot has a twin across the midline, from which it keeps away too.
    kept = spots[:, 0] < -0.5 * own
    corners, weights, spots, own, facing = (x[kept] for x in (corners, weights, spots, own, normals[face]))
    rank = _accepted(spots, facing, own, np.array(_RANKS), _COARSEST_MM * _RANKS[0])
    chosen = np.flatnonzero(rank >= 0)
    return {
        "dot_corners": corners[chosen].astype(np.uint16),
        "dot_weights": np.round(weights[chosen, 1:] * 255).astype(np.uint8),
        "dot_spacing": np.round(np.array(_RANKS)[rank[chosen]] * 100).astype(np.uint8),
        "grain": np.round(fine * 10).astype(np.uint8),
    }


@njit(cache=False)
def _accepted(spots: F, facing: F, own: F, ranks: F, cell: float) -> NDArray[np.int64]:
    """The rank at which each candidate found room among those before it, -1 for none; (m,)."""
    low = np.array([spots[:, 0].min(), spots[:, 1].min(), spots[:, 2].min()]) - cell
    shape = np.empty(3, np.int64)
    for k in range(3):
        shape[k] = int((spots[:, k].max() + 2 * cell - low[k]) / cell) + 1
    head = np.full(shape[0] * shape[1] * shape[2], -1, np.int64)
    following = np.full(len(spots), -1, np.int64)
    rank = np.full(len(spots), -1, np.int64)
    for r in range(len(ranks)):
        for m in range(len(spots)):
            if rank[m] >= 0:
                continue
            i = int((spots[m, 0] - low[0]) / cell)
            j = int((spots[m, 1] - low[1]) / cell)
            k = int((spots[m, 2] - low[2]) / cell)
            free = True
            reach = ranks[r] * own[m]
            for di in range(-1, 2):
                for dj in range(-1, 2):
                    for dk in range(-1, 2):
                        other = head[((i + di) * shape[1] + j + dj) * shape[2] + k + dk]
                        while other >= 0 and free:
                            away = 0.0
                            same = 0.0
                            for x in range(3):
                                away += (spots[m, x] - spots[other, x]) ** 2
                                same += facing[m, x] * facing[other, x]
                            if away < reach * reach and same > 0.0:
                                free = False
                            other = following[other]
            if free:
                rank[m] = r
                at = (i * shape[1] + j) * shape[2] + k
                following[m] = head[at]
                head[at] = m
    return rank
