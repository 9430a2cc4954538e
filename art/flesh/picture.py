"""One muscle in one view: flesh and tendon lit like the body, as indices of the muscles' table of colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from art.flesh.shapes import Shape
from art.flesh.stage import SAMPLES, Stage
from art.flesh.texture import fibres
from art.rasterise import Camera, interpolate, rasterise
from atlas.render.colours import MUSCLE_ALPHAS, MUSCLE_FLESH, MUSCLE_SHADES

F = NDArray[np.float64]
Picture = tuple[NDArray[np.uint8], int, int]
"""Indices of the table of colours (h, w), and the px of the corner in the view."""

_HIDDEN_BEHIND = 2.5  # mm the skin may lie before a muscle on it without hiding it
_BONE_BEFORE = (0.8, 5.0)  # mm that a bone lies before a muscle: from where to where it covers it more and more
_BONE_OUT = 1.0  # mm before the skin: a bone there lies in another limb
_BONE_COVERS = 0.42  # how much of it at most: it is seen through the bone
_DEEP = (25.0, 130.0)  # mm under the skin between which a muscle pales
_DEEP_COVERS = 0.30
_OUT_OF_SIGHT = (150.0, 190.0)  # mm under the skin between which it is lost
_GRAIN = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
_LEVELS = 23  # steps of brightness that a picture tells apart: few keep it small
_MIRROR = np.array([-1.0, 1.0, 1.0])


def seen_mm2(shapes: Sequence[Shape], on: Stage, twin: NDArray[np.int32], left: bool) -> float:
    """About how many mm² of a muscle a view shows, less where it is seen through something."""
    total = 0.0
    camera = on.camera
    for shape in shapes:
        points = shape.points * _MIRROR if left else shape.points
        normals = (shape.normals * _MIRROR if left else shape.normals) @ camera.rotation()[2]
        flat = camera.project(points)
        x, y = np.floor(flat[:, :2] * on.samples).astype(int).T
        inside = (x >= 0) & (y >= 0) & (x < on.skin.shape[1]) & (y < on.skin.shape[0]) & (normals > 0.0)
        x, y = np.where(inside, x, 0), np.where(inside, y, 0)
        share = (
            _showing(shape, on, flat[:, 2], x, y) * inside * _belonging(shape, on, twin, left) * np.maximum(normals, 0)
        )
        corners = shape.points[shape.faces]
        area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2.0
        total += float((area * share[shape.faces].mean(axis=1)).sum())
    return total


def draw(shapes: Sequence[Shape], on: Stage, twin: NDArray[np.int32], left: bool) -> Picture | None:
    """One muscle in one view; None where it is not seen."""
    camera = on.camera
    placed = [shape.points * _MIRROR if left else shape.points for shape in shapes]
    spots = np.concatenate([camera.project(points)[:, :2] for points in placed])
    x0, y0 = np.maximum(np.floor(spots.min(axis=0)).astype(int) - 2, 0)
    x1 = min(int(spots[:, 0].max()) + 3, camera.width)
    y1 = min(int(spots[:, 1].max()) + 3, camera.height)
    if x1 <= x0 or y1 <= y0:
        return None
    w, h = x1 - x0, y1 - y0
    crop = Camera(
        centre=_shifted(camera, x0 + w / 2.0 - camera.width / 2.0, y0 + h / 2.0 - camera.height / 2.0),
        yaw=camera.yaw,
        pitch=camera.pitch,
        roll=0.0,
        mm_per_px=camera.mm_per_px,
        width=w,
        height=h,
    )
    shift = float((np.array(crop.centre) - np.array(camera.centre)) @ camera.rotation()[2])
    level = np.zeros((h * SAMPLES, w * SAMPLES), np.float32)
    cover = np.zeros_like(level)
    nearest = np.full_like(level, -1e9)
    for number, (shape, points) in enumerate(zip(shapes, placed, strict=True)):
        faces = shape.faces[:, ::-1] if left else shape.faces
        seen = rasterise(points, faces, crop, SAMPLES, cull=False)
        y, x = np.nonzero((seen.face >= 0) & (seen.depth > nearest))
        depth = seen.depth[y, x].astype(float) + shift
        share = _showing(shape, on, depth, x + x0 * SAMPLES, y + y0 * SAMPLES)
        kept = share > 0.02
        y, x, share = y[kept], x[kept], share[kept]
        if not len(y):
            continue
        rotation = camera.rotation().T
        flip = _MIRROR if left else np.ones(3)
        belongs = _belonging(shape, on, twin, left)
        carried = np.column_stack(
            [(shape.normals * flip) @ rotation, (shape.across * flip) @ rotation, shape.uv, belongs]
        )
        values = interpolate(carried, faces, seen)[y, x].astype(float)
        normals = values[:, :3] * np.where(values[:, 2:3] < 0, -1.0, 1.0)  # what curls away is lit from outside too
        u, v, shown = values[:, 6], values[:, 7], values[:, 8]
        fibre = fibres(u, v, shape, 17 * number + 5, camera.mm_per_px / SAMPLES)
        furrowed = (0.50 - 0.34 * fibre.tendon) * np.minimum(1.0, 0.55 / camera.mm_per_px)
        normals = _unit(_unit(normals) - (furrowed * fibre.slope)[:, None] * _unit(values[:, 3:6]))
        light = _light(normals)
        edge = np.minimum(v, 1.0 - v) * shape.width_mm
        rounded = 0.80 + 0.20 * np.clip(edge / (0.16 * shape.width_mm), 0.0, 1.0)
        tone = (0.80 + 0.34 * fibre.height) * rounded
        flesh = MUSCLE_FLESH * np.clip(light * tone, 0.02, 1.0)
        cord = MUSCLE_FLESH + (1.0 - MUSCLE_FLESH) * np.clip(
            1.12 * light * (0.86 + 0.16 * fibre.height) - 0.08, 0.0, 1.0
        )
        level[y, x] = flesh * (1.0 - fibre.tendon) + cord * fibre.tendon
        rim = 1.0 if shape.sheet.in_body else np.clip(edge / (0.8 + 1.0 * np.clip(fibre.height, 0.0, 1.0)), 0.0, 1.0)
        cover[y, x] = share * fibre.there * rim * np.clip((shown - 0.30) / 0.35, 0.0, 1.0)
        nearest[y, x] = seen.depth[y, x]
    veil = on.veil[y0 * SAMPLES : (y0 + h) * SAMPLES, x0 * SAMPLES : (x0 + w) * SAMPLES]
    return _packed(level, cover, (veil > 0.25) & (veil < 0.70), _grain(h, w, y0, x0 - camera.width / 2.0), x0, y0)


def _showing(shape: Shape, on: Stage, depth: F, x: NDArray[np.integer], y: NDArray[np.integer]) -> F:
    """How much of a sheet shows at samples where it lies `depth` mm towards the viewer, 0..1."""
    skin = on.skin[y, x]
    if not shape.sheet.in_body:
        return np.asarray(depth > skin - _HIDDEN_BEHIND, float)
    within = (skin > -1e8) & (depth > on.exit[y, x] - 3.0)
    bone = on.bone[y, x]
    bone = np.where(bone > skin + _BONE_OUT, -1e9, bone)  # of a part that is left out: the hand beside the thigh
    before = _eased((bone - depth - _BONE_BEFORE[0]) / (_BONE_BEFORE[1] - _BONE_BEFORE[0]))
    deep = _eased((skin - depth - _DEEP[0]) / (_DEEP[1] - _DEEP[0]))
    lost = _eased((skin - depth - _OUT_OF_SIGHT[0]) / (_OUT_OF_SIGHT[1] - _OUT_OF_SIGHT[0]))
    veil = np.clip((on.veil[y, x] - 0.30) / 0.35, 0.0, 1.0)
    return np.asarray(within * veil * (1.0 - lost) * (1.0 - _BONE_COVERS * before) * (1.0 - _DEEP_COVERS * deep), float)


def _belonging(shape: Shape, on: Stage, twin: NDArray[np.int32], left: bool) -> F:
    """How much each point lies in what the view shows: the chest wall is not drawn where only the arm is."""
    if on.part is None:
        return np.ones(len(shape.ring))
    ring = twin[shape.ring] if left else shape.ring
    return np.asarray((on.part[ring] * shape.weight).sum(axis=1))


def _grain(h: int, w: int, y0: float, x0: float) -> NDArray[np.float32]:
    """Where between two steps each pixel rounds up, 0..1: an ordered grain, mirrored about the middle of the view."""
    y = (np.arange(h) + int(y0))[:, None] % 4
    x = np.floor(np.abs(np.arange(w) + 0.5 + x0)).astype(int)[None, :] % 4
    return np.asarray((_GRAIN[y, x] + 0.5) / 16.0, np.float32)


def _packed(
    level: NDArray[np.float32],
    cover: NDArray[np.float32],
    fading: NDArray[np.bool_],
    grain: NDArray[np.float32],
    x0: int,
    y0: int,
) -> Picture | None:
    h, w = level.shape[0] // SAMPLES, level.shape[1] // SAMPLES
    small_cover = cover.reshape(h, SAMPLES, w, SAMPLES).mean(axis=(1, 3))
    small = (level * cover).reshape(h, SAMPLES, w, SAMPLES).mean(axis=(1, 3)) / np.maximum(small_cover, 1e-4)
    soft = fading.reshape(h, SAMPLES, w, SAMPLES).any(axis=(1, 3))  # where a limb is cut, steps of cover show as bands
    alpha = np.floor(small_cover * (MUSCLE_ALPHAS - 1) + np.where(soft, grain, 0.5)).astype(np.uint8)
    shade = np.round(np.round(np.clip(small, 0, 1) * _LEVELS) * ((MUSCLE_SHADES - 1) / _LEVELS)).astype(np.uint8)
    index = np.where(alpha > 0, shade * MUSCLE_ALPHAS + alpha, 0).astype(np.uint8)
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not rows.size:
        return None
    index = index[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return index, int(x0 + columns[0]), int(y0 + rows[0])


def _light(n: F) -> F:
    key = np.array([-0.42, 0.50, 0.76])
    fill = np.array([0.62, 0.05, 0.78])
    key /= np.linalg.norm(key)
    fill /= np.linalg.norm(fill)
    edge = np.clip(1.0 - n[:, 2], 0.0, 1.0) ** 2.0
    half = key + np.array([0.0, 0.0, 1.0])
    half /= np.linalg.norm(half)
    shine = 0.20 * np.clip(n @ half, 0.0, 1.0) ** 22
    light = 0.14 + 0.62 * np.clip(n @ key, 0, 1) + 0.24 * np.clip(n @ fill, 0, 1) + shine
    return np.asarray(light * (1.0 - 0.50 * edge))


def _unit(v: F) -> F:
    return np.asarray(v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-6))


def _eased(x: F) -> F:
    t = np.clip(x, 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t))


def _shifted(camera: Camera, dx: float, dy: float) -> tuple[float, float, float]:
    right, up, _ = camera.rotation()
    c = np.array(camera.centre) + (right * dx - up * dy) * camera.mm_per_px
    return float(c[0]), float(c[1]), float(c[2])
