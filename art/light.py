"""How the body is lit: open sky measured on the surface once, two soft lamps that travel with the viewer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

from art.rasterise import Camera, rasterise, vertex_normals

F = NDArray[np.float64]

_SKY_DIRECTIONS = 220
_SKY_MM_PER_PX = 2.0


def sky_openness(points: F, faces: NDArray[np.int64]) -> F:
    """Share of the sky each vertex sees, 0..1, cosine-weighted (ambient occlusion), by depth maps from all round."""
    normals = vertex_normals(points, faces)
    got = np.zeros(len(points))
    possible = np.full(len(points), 1e-9)
    centre = tuple((points.min(axis=0) + points.max(axis=0)) / 2.0)
    golden = np.pi * (3.0 - np.sqrt(5.0))
    for k in range(_SKY_DIRECTIONS):
        height = 1.0 - 2.0 * (k + 0.5) / _SKY_DIRECTIONS
        camera = Camera(
            centre=centre,  # type: ignore[arg-type]
            yaw=np.rad2deg(golden * k) % 360.0,
            pitch=float(np.rad2deg(np.arcsin(height))),
            roll=0.0,
            mm_per_px=_SKY_MM_PER_PX,
            width=960,
            height=960,
        )
        seen = rasterise(points, faces, camera)
        p = camera.project(points + normals * 1.5)
        facing = normals @ camera.rotation()[2]
        x = np.clip(p[:, 0].astype(int), 0, camera.width - 1)
        y = np.clip(p[:, 1].astype(int), 0, camera.height - 1)
        open_ = seen.depth[y, x] < p[:, 2] + 1.0
        weight = np.clip(facing, 0.0, None)
        got += weight * open_
        possible += weight
    return np.asarray(got / possible)


def neighbours(faces: NDArray[np.int64], n: int) -> csr_matrix:
    """Row-normalised neighbour averaging (n, n)."""
    a = np.concatenate([faces[:, k] for k in range(3)])
    b = np.concatenate([faces[:, (k + 1) % 3] for k in range(3)])
    graph = coo_matrix((np.ones(2 * len(a)), (np.r_[a, b], np.r_[b, a])), shape=(n, n)).tocsr()
    graph.data[:] = 1.0
    degree = np.asarray(graph.sum(axis=1)).ravel()
    graph.data /= np.repeat(np.maximum(degree, 1.0), np.diff(graph.indptr))
    return graph


def relief(points: F, faces: NDArray[np.int64]) -> F:
    """Signed relief in mm: how far a vertex stands out of (+) or sinks into (-) the smoothed skin around it."""
    near = neighbours(faces, len(points))
    normals = vertex_normals(points, faces)
    smooth = points
    for _ in range(6):
        smooth = near @ smooth
    return np.asarray(np.sum((points - smooth) * normals, axis=1))


def shade(
    normals: NDArray[np.float32],
    sky: NDArray[np.float32],
    bumps: NDArray[np.float32],
    albedo: NDArray[np.float32] | float = 1.0,
) -> NDArray[np.float32]:
    """Brightness 0..1 of camera-space normals (..., 3) with their sky, relief and albedo values (...)."""
    length = np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-6)
    n = normals / length
    key = np.array([-0.42, 0.50, 0.76])
    fill = np.array([0.62, 0.05, 0.78])
    key /= np.linalg.norm(key)
    fill /= np.linalg.norm(fill)
    wrap = 0.14  # light bleeds past the terminator, as it does through skin
    lit = np.clip((n @ key + wrap) / (1 + wrap), 0.0, 1.0) ** 1.15 * 0.84
    filled = np.clip((n @ fill + wrap) / (1 + wrap), 0.0, 1.0) * 0.20
    ambient = 0.20 + 0.10 * n[..., 1]
    open_ = np.clip(sky, 0.0, 1.0)
    soft = 0.40 + 0.60 * open_
    edge = np.clip(1.0 - n[..., 2], 0.0, 1.0) ** 1.7
    cavity = np.clip(1.0 + 0.06 * np.clip(bumps, -3.0, 2.0), 0.75, 1.1)
    light = ((lit + filled) * soft * 0.86 + ambient * open_) * cavity * (1.0 - 0.46 * edge) * albedo
    # A film-like shoulder: bright skin keeps its form instead of burning out.
    return np.asarray(np.clip(1.10 * (1.0 - np.exp(-1.75 * np.clip(light, 0.0, None) ** 1.35)), 0.0, 1.0), np.float32)
