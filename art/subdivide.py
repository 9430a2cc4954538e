"""Catmull-Clark subdivision of a quad mesh, and the mirror twin of every vertex."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree


def catmull_clark(
    positions: NDArray[np.float64], quads: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """One round: (n, 3) and (m, 4) to finer ones. New vertices: the old ones, then one an edge, then one a face.

    Catmull & Clark, 1978, with the usual boundary rules. It treats both sides alike, so twins stay twins.
    """
    n, m = len(positions), len(quads)
    face_points = positions[quads].mean(axis=1)
    a, b = quads, np.roll(quads, -1, axis=1)
    pairs = np.stack([np.minimum(a, b).ravel(), np.maximum(a, b).ravel()], axis=1)
    edges, edge_of = np.unique(pairs, axis=0, return_inverse=True)
    edge_of = edge_of.reshape(m, 4)
    e = len(edges)
    uses = np.bincount(edge_of.ravel(), minlength=e)
    mid = positions[edges].mean(axis=1)
    face_sum = np.zeros((e, 3))
    for k in range(4):
        np.add.at(face_sum, edge_of[:, k], face_points)
    inner = uses == 2
    edge_points = np.where(inner[:, None], (2.0 * mid + face_sum) / 4.0, mid)

    valence = np.bincount(quads.ravel(), minlength=n).astype(float)
    faces_mean = np.zeros((n, 3))
    for k in range(4):
        np.add.at(faces_mean, quads[:, k], face_points)
    faces_mean /= np.maximum(valence, 1)[:, None]
    edge_valence = np.bincount(edges.ravel(), minlength=n).astype(float)
    mids_mean = np.zeros((n, 3))
    np.add.at(mids_mean, edges[:, 0], mid)
    np.add.at(mids_mean, edges[:, 1], mid)
    mids_mean /= np.maximum(edge_valence, 1)[:, None]
    v = np.maximum(valence, 1)[:, None]
    smooth = (faces_mean + 2.0 * mids_mean + (v - 3.0) * positions) / v
    rim_edges = edges[~inner]
    rim_sum = np.zeros((n, 3))
    rim_count = np.zeros(n)
    for k in range(2):
        np.add.at(rim_sum, rim_edges[:, k], mid[~inner])
        np.add.at(rim_count, rim_edges[:, k], 1.0)
    rim = rim_count > 0
    smooth[rim] = (rim_sum[rim] + 2.0 * positions[rim]) / (rim_count[rim] + 2.0)[:, None]

    corner = quads
    edge_next = n + edge_of
    edge_before = np.roll(edge_next, 1, axis=1)
    centre = np.repeat((n + e + np.arange(m))[:, None], 4, axis=1)
    fine = np.stack([corner, edge_next, centre, edge_before], axis=2).reshape(-1, 4)
    return np.vstack([smooth, edge_points, face_points]), fine


def twins(positions: NDArray[np.float64], tolerance: float) -> NDArray[np.int64]:
    """For each vertex the number of its mirror image in x; its own number on the midline.

    Raises ValueError when a vertex has no partner within `tolerance`.
    """
    tree = cKDTree(positions)
    distance, found = tree.query(positions * np.array([-1.0, 1.0, 1.0]))
    if distance.max() > tolerance or (found[found] != np.arange(len(found))).any():
        raise ValueError(f"the mesh is not symmetric: worst {distance.max():.4f}")
    return found


def triangles(quads: NDArray[np.int64], twin: NDArray[np.int64], positions: NDArray[np.float64]) -> NDArray[np.int64]:
    """Splits quads (m, 4) along the shorter diagonal into triangles (2m, 3), alike on both sides.

    Triangle t of a quad and its mirror image are numbered so that callers may find twins by their vertices.
    """
    d02 = np.linalg.norm(positions[quads[:, 0]] - positions[quads[:, 2]], axis=1)
    d13 = np.linalg.norm(positions[quads[:, 1]] - positions[quads[:, 3]], axis=1)
    # Ties and rounding must fall alike on both sides: compare to a micrometre.
    first = np.round(d02, 6) <= np.round(d13, 6)
    q = quads
    split02 = np.stack([q[:, [0, 1, 2]], q[:, [0, 2, 3]]], axis=1)
    split13 = np.stack([q[:, [1, 2, 3]], q[:, [1, 3, 0]]], axis=1)
    return np.where(first[:, None, None], split02, split13).reshape(-1, 3)
