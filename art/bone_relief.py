"""Lets bone close under the skin show in the light: shin, kneecap, knuckles, brow, collarbone, spines, malleoli."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from art import light
from art.bone_fit import F, I
from art.bones import bone_height
from art.rasterise import vertex_normals
from art.skeleton import Skeleton
from art.views import LitFigure

_LIFT = 8.0  # mm by which bare bone would lift the skin: enough to be seen, too little to change the outline


def with_relief(figure: LitFigure, skeleton: Skeleton, twin: NDArray[np.int64]) -> LitFigure:
    """The figure lit as if bone close under its skin lifted it; its points stay, so zones and outlines do too."""
    height = bone_height(skeleton, figure.points, vertex_normals(figure.points, figure.faces))
    near = light.neighbours(figure.faces, len(figure.points))
    for _ in range(2):
        height = 0.5 * height + 0.5 * (near @ height)
    height = _LIFT * 0.5 * (height + height[twin])
    slope = _slopes(figure.points, figure.faces, height)
    normals = figure.normals - slope
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return replace(figure, normals=normals, bumps=figure.bumps + 0.35 * (height - near @ (near @ height)))


def _slopes(points: F, faces: I, height: F) -> F:
    """Gradient of a height over the skin at each vertex, (n, 3): the mean of its faces' gradients by their area."""
    a, b, c = (points[faces[:, k]] for k in range(3))
    normal = np.cross(b - a, c - a)
    double = np.maximum((normal**2).sum(axis=1, keepdims=True), 1e-9)
    h = [height[faces[:, k]][:, None] for k in range(3)]
    gradient = (
        h[0] * np.cross(normal, c - b) + h[1] * np.cross(normal, a - c) + h[2] * np.cross(normal, b - a)
    ) / double
    area = np.sqrt(double[:, 0])
    total = np.full(len(points), 1e-9)
    out = np.zeros_like(points)
    for k in range(3):
        total += np.bincount(faces[:, k], weights=area, minlength=len(points))
        for axis in range(3):
            out[:, axis] += np.bincount(faces[:, k], weights=area * gradient[:, axis], minlength=len(points))
    return np.asarray(out / total[:, None])
