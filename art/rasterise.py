"""Turns triangles into pixels: a z-buffer that remembers which face was seen and where on it."""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Looks at `centre` (mm) without perspective. Yaw turns about the upright axis, pitch then tips the view.

    Yaw 0 sees the front, 90 the patient's left, 180 the back, -90 the patient's right; pitch 90 sees from above.
    """

    centre: tuple[float, float, float]
    yaw: float
    pitch: float
    roll: float
    mm_per_px: float
    width: int
    height: int

    def rotation(self) -> F:
        """Rows are the camera's right, up and towards-the-viewer axes in body coordinates."""
        y, p, r = np.deg2rad([self.yaw, self.pitch, self.roll])
        toward = np.array([np.sin(y) * np.cos(p), np.sin(p), np.cos(y) * np.cos(p)])
        right = np.array([np.cos(y), 0.0, -np.sin(y)])
        up = np.cross(toward, right)
        right, up = np.cos(r) * right + np.sin(r) * up, np.cos(r) * up - np.sin(r) * right
        return np.stack([right, up, toward])

    def project(self, points: F) -> F:
        """Body points (n, 3) in mm to (x px, y px, depth mm towards the viewer)."""
        q = (points - np.array(self.centre)) @ self.rotation().T
        return np.column_stack(
            [
                self.width / 2.0 + q[:, 0] / self.mm_per_px,
                self.height / 2.0 - q[:, 1] / self.mm_per_px,
                q[:, 2],
            ]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragments:
    """What each pixel sees: the face (-1 where none), barycentric weights of corners 1 and 2, depth in mm."""

    face: NDArray[np.int32]  # (h, w)
    b1: NDArray[np.float32]
    b2: NDArray[np.float32]
    depth: NDArray[np.float32]


@numba.njit(cache=True)
def _fill(xyz, faces, face, b1, b2, depth, cull):  # type: ignore[no-untyped-def]
    h, w = face.shape
    for f in range(faces.shape[0]):
        i, j, k = faces[f, 0], faces[f, 1], faces[f, 2]
        x0, y0, x1, y1, x2, y2 = xyz[i, 0], xyz[i, 1], xyz[j, 0], xyz[j, 1], xyz[k, 0], xyz[k, 1]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if area == 0.0 or (cull and area > 0.0):
            continue
        lo_x = max(int(np.ceil(min(x0, x1, x2) - 0.5)), 0)
        hi_x = min(int(np.floor(max(x0, x1, x2) - 0.5)), w - 1)
        lo_y = max(int(np.ceil(min(y0, y1, y2) - 0.5)), 0)
        hi_y = min(int(np.floor(max(y0, y1, y2) - 0.5)), h - 1)
        z0, z1, z2 = xyz[i, 2], xyz[j, 2], xyz[k, 2]
        for py in range(lo_y, hi_y + 1):
            gy = py + 0.5
            for px in range(lo_x, hi_x + 1):
                gx = px + 0.5
                u = ((gx - x0) * (y2 - y0) - (x2 - x0) * (gy - y0)) / area
                v = ((x1 - x0) * (gy - y0) - (gx - x0) * (y1 - y0)) / area
                if u < -1e-9 or v < -1e-9 or u + v > 1.0 + 1e-9:
                    continue
                z = z0 + u * (z1 - z0) + v * (z2 - z0)
                if z > depth[py, px]:
                    depth[py, px] = z
                    face[py, px] = f
                    b1[py, px] = u
                    b2[py, px] = v


def rasterise(points: F, faces: NDArray[np.int64], camera: Camera, scale: int = 1, cull: bool = True) -> Fragments:
    """Rasterises points (n, 3) mm and faces (m, 3), `scale` samples a pixel in each direction."""
    xyz = camera.project(points)
    xyz[:, :2] *= scale
    shape = (camera.height * scale, camera.width * scale)
    out = Fragments(
        face=np.full(shape, -1, np.int32),
        b1=np.zeros(shape, np.float32),
        b2=np.zeros(shape, np.float32),
        depth=np.full(shape, -1e9, np.float32),
    )
    _fill(xyz, faces, out.face, out.b1, out.b2, out.depth, cull)
    return out


@numba.njit(cache=True)
def _blend(values, faces, face, b1, b2, out):  # type: ignore[no-untyped-def]
    h, w = face.shape
    for y in range(h):
        for x in range(w):
            f = face[y, x]
            if f < 0:
                continue
            u, v = b1[y, x], b2[y, x]
            for c in range(values.shape[1]):
                out[y, x, c] = (
                    values[faces[f, 0], c] * (1.0 - u - v) + values[faces[f, 1], c] * u + values[faces[f, 2], c] * v
                )


def interpolate(values: F, faces: NDArray[np.int64], seen: Fragments) -> NDArray[np.float32]:
    """Per-vertex values (n, c) at every pixel (h, w, c); zero where nothing is seen."""
    out = np.zeros((*seen.face.shape, values.shape[1]), np.float32)
    _blend(np.ascontiguousarray(values, np.float32), faces, seen.face, seen.b1, seen.b2, out)
    return out


def vertex_normals(points: F, faces: NDArray[np.int64]) -> F:
    """Unit normals (n, 3), weighted by the area of the faces around each vertex."""
    a, b, c = (points[faces[:, k]] for k in range(3))
    n = np.cross(b - a, c - a)
    out = np.zeros_like(points)
    for k in range(3):
        for axis in range(3):
            out[:, axis] += np.bincount(faces[:, k], weights=n[:, axis], minlength=len(points))
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
