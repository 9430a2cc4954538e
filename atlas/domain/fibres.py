"""Lays a muscle's fibres on the skin or in the body, and finds the place of a trigger point among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.anatomy import FibreSheet, Muscle, TriggerPoint
from atlas.domain.body.inner import Place, pressed_at, spot, way_of
from atlas.domain.body.painting import Floats
from atlas.domain.body.surface import Surface, SurfacePoint

Shares: TypeAlias = NDArray[np.float64]

_TURNED_MM = 8.0  # a sheet less broad than this on either face is a cord that bends, not one that turns over
_CORD = 0.16  # how broad and thick tendon is, as a share of its belly
_LEAST_TAPER = 0.3  # how broad a spindle's ends are, as a share of its belly


def fibre_grid(surface: Surface, sheet: FibreSheet, along: int = 40, across: int = 16) -> Floats:
    """Points (along, across, 3) in mm, right side: row 0 at the origin, the last at the insertion.

    They lie on the skin, or in the middle of a sheet that lies in the body.
    """
    spread = np.linspace(0.0, 1.0, across)
    shares = np.linspace(0.0, 1.0, along)
    if sheet.in_body:
        knots = np.stack([_inner_line(surface, line, spread) for line in sheet.lines])
        grid = _spline(knots, _steps(knots), shares)
        if sheet.width is not None:
            grid = grid + _swelling(grid, shares, spread, sheet)
        return np.asarray(grid, np.float32)
    knots = np.stack([_line(surface, line, spread) for line in sheet.lines])  # (lines, across, 3)
    grid = _spline(knots, _steps(knots), shares)
    if sheet.width is not None:
        grid = grid + _spindle(surface, grid, shares, spread, sheet)
    facing = facing_along(surface, sheet, along)
    out = np.array(
        [[surface.on_skin(p, f) for p in row] for row, f in zip(grid.astype(np.float32), facing, strict=True)]
    )
    for _ in range(3):
        out[1:-1] = (out[:-2] + 2 * out[1:-1] + out[2:]) / 4
        out[:, 1:-1] = (out[:, :-2] + 2 * out[:, 1:-1] + out[:, 2:]) / 4
    return np.asarray(out, np.float32)


def point_position(surface: Surface, muscle: Muscle, point: TriggerPoint) -> Floats:
    """Where a trigger point lies on the reference body, (3,) mm, right side: on the skin, or in its muscle."""
    grid = fibre_grid(surface, muscle.fibres[point.sheet - 1], along=24, across=9)
    return at(grid, point.along, point.across)


def point_vertex(surface: Surface, muscle: Muscle, point: TriggerPoint) -> int:
    """The vertex of the skin that a finger presses to reach a trigger point, right side."""
    sheet, inside = muscle.fibres[point.sheet - 1], point_position(surface, muscle, point)
    return pressed_at(surface, inside, way_of(sheet.faces)) if sheet.in_body else surface.nearest(inside)


def _steps(knots: Floats) -> Shares:
    """How far along a sheet its lines (k, m, 3) lie, as shares 0..1."""
    middle = knots.mean(axis=1)
    steps = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(middle, axis=0), axis=1))]
    return np.asarray(steps / max(float(steps[-1]), 1e-6))


def at(grid: Floats, along: float, across: float) -> Floats:
    """The place at fibre coordinates 0..1 of a fibre grid (n, m, 3)."""
    i, j = along * (grid.shape[0] - 1), across * (grid.shape[1] - 1)
    a, b = min(int(i), grid.shape[0] - 2), min(int(j), grid.shape[1] - 2)
    u, v = i - a, j - b
    top = grid[a, b] * (1 - v) + grid[a, b + 1] * v
    low = grid[a + 1, b] * (1 - v) + grid[a + 1, b + 1] * v
    return np.asarray(top * (1 - u) + low * u, np.float32)


def crosses_itself(surface: Surface, grid: Floats) -> bool:
    """True where the sheet turns over on the skin: its lines are written in opposite order, so that fibres cross."""
    middle = grid[:, grid.shape[1] // 2]
    along = np.gradient(middle, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    normal = surface.normals[[surface.nearest(p) for p in middle]]
    for k in range(1, len(normal)):  # a row beside other skin (the arm on the trunk) may have caught its normal
        if normal[k] @ normal[k - 1] < 0.0:
            normal[k] = -normal[k]
    breadth = np.einsum("ij,ij->i", np.cross(grid[:, -1] - grid[:, 0], along), normal)  # mm, signed by the order across
    return bool(breadth.max() > _TURNED_MM and breadth.min() < -_TURNED_MM)


def facing_along(surface: Surface, sheet: FibreSheet, along: int) -> Floats:
    """Which way the skin under each of `along` rows of a sheet looks, by the landmarks of its lines: (along, 3)."""
    lines = [[p for p in line if isinstance(p, SurfacePoint)] for line in sheet.lines]
    facing = np.array(
        [np.mean([surface.normals[surface.vertex(p.landmark, p.opposite)] for p in line], axis=0) for line in lines]
    )
    places = np.array([np.mean([surface.place(p) for p in line], axis=0) for line in lines])
    steps = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(places, axis=0), axis=1))]
    shares = np.linspace(0.0, max(float(steps[-1]), 1e-6), along)
    return np.stack([np.interp(shares, steps, facing[:, k]) for k in range(3)], axis=1).astype(np.float32)


def _line(surface: Surface, points: Sequence[Place], spread: Shares) -> Floats:
    """Places at shares `spread` of the length of a line over the skin, (len(spread), 3)."""
    path = surface.path([p for p in points if isinstance(p, SurfacePoint)])
    if len(path) == 1:
        return np.repeat(path, len(spread), axis=0)
    length = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
    return np.stack([np.interp(spread * length[-1], length, path[:, k]) for k in range(3)], axis=1).astype(np.float32)


def _inner_line(surface: Surface, places: Sequence[Place], spread: Shares) -> Floats:
    """Places at shares `spread` of the length of a smooth line through places in the body, (len(spread), 3)."""
    knots = np.array([spot(surface, place) for place in places])
    if len(knots) == 1:
        return np.repeat(knots, len(spread), axis=0)
    steps = np.r_[0.0, np.cumsum(np.maximum(np.linalg.norm(np.diff(knots, axis=0), axis=1), 1e-3))]
    return _spline(knots[:, None], steps / steps[-1], spread)[:, 0]


def _spline(knots: Floats, at_shares: Shares, shares: Shares) -> Floats:
    """Catmull-Rom through rows of knots (k, m, 3) at their shares 0..1 -> (len(shares), m, 3)."""
    padded = np.concatenate([2 * knots[:1] - knots[1:2], knots, 2 * knots[-1:] - knots[-2:-1]])
    out = []
    for s in shares:
        k = min(int(np.searchsorted(at_shares, s, side="right")) - 1, len(knots) - 2)
        t = (s - at_shares[k]) / max(at_shares[k + 1] - at_shares[k], 1e-6)
        p0, p1, p2, p3 = padded[k : k + 4]
        out.append(
            0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
        )
    return np.array(out, np.float32)


def _spindle(surface: Surface, grid: Floats, shares: Shares, spread: Shares, sheet: FibreSheet) -> Floats:
    """How far each grid point moves sideways so that a line of single points becomes a belly `width` mm broad."""
    middle = grid.mean(axis=1)
    direction = np.gradient(middle, axis=0)
    direction /= np.maximum(np.linalg.norm(direction, axis=1, keepdims=True), 1e-6)
    normal = surface.normals[[surface.nearest(p) for p in middle.astype(np.float32)]]
    side = np.cross(direction, normal)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    for _ in range(4):
        side[1:-1] = (side[:-2] + 2 * side[1:-1] + side[2:]) / 4
    share_of_single = _share_of_single(sheet, shares)
    taper = _LEAST_TAPER + (1 - _LEAST_TAPER) * np.maximum(np.sin(np.pi * np.clip(shares, 0.0, 1.0)), 0.0) ** 0.8
    offset = (spread - 0.5)[None, :, None] * (sheet.width or 0.0)
    return np.asarray(offset * (taper * share_of_single)[:, None, None] * side[:, None, :], np.float32)


def _share_of_single(sheet: FibreSheet, shares: Shares) -> Shares:
    """How much each row lies at lines of a single point, which have no breadth of their own."""
    single = np.array([float(len(line) == 1) for line in sheet.lines])
    return np.asarray(np.interp(shares, np.linspace(0.0, 1.0, len(single)), single))


def swell(sheet: FibreSheet, shares: Shares) -> Shares:
    """How far the flesh swells along a sheet: `_CORD` where it is tendon, 1 where it is thickest."""
    start, end = 0.75 * sheet.tendon[0], 1.0 - 0.75 * sheet.tendon[1]
    flesh = np.clip((shares - start) / max(end - start, 1e-6), 0.0, 1.0)
    return np.asarray(_CORD + (1.0 - _CORD) * np.sin(np.pi * flesh) ** 0.7)


def _swelling(grid: Floats, shares: Shares, spread: Shares, sheet: FibreSheet) -> Floats:
    """As `_spindle`, for a sheet in the body: broad where it swells, a cord where it is tendon."""
    direction = np.gradient(grid.mean(axis=1), axis=0)
    direction /= np.maximum(np.linalg.norm(direction, axis=1, keepdims=True), 1e-6)
    side = np.cross(direction, way_of(sheet.faces))
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    for _ in range(4):
        side[1:-1] = (side[:-2] + 2 * side[1:-1] + side[2:]) / 4
    broad = swell(sheet, shares) * _share_of_single(sheet, shares) * (sheet.width or 0.0)
    return np.asarray((spread - 0.5)[None, :, None] * broad[:, None, None] * side[:, None, :], np.float32)
