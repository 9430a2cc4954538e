"""The shape of a sheet of fibres on a figure: a swelling shell in the body, or a cushion on the skin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import RectBivariateSpline
from scipy.spatial import cKDTree

from art.rasterise import vertex_normals
from atlas.domain.anatomy import FibreSheet
from atlas.domain.body.inner import way_of
from atlas.domain.body.surface import Surface
from atlas.domain.fibres import facing_along, fibre_grid, swell

F = NDArray[np.float64]

_ALONG, _ACROSS = 96, 30
_LEAST_LIFT = 0.5  # mm over the skin at the edge
_MOST_LIFT = 0.45  # share of its thickness by which a muscle's middle stands over the skin: it lies in the body
_ROUNDER = 1.7  # how much rounder a sheet on the skin is lit than it stands out
_LEAST_THICK = 0.7  # mm of half a sheet where it is tendon
_ROUND = {"sheet": 4.0, "fan": 3.4, "pennate": 2.6, "belly": 2.0}  # 2 is the section of a spindle, 4 that of a cushion


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A sheet as a mesh of the right side: mm in the figure's axes."""

    sheet: FibreSheet
    points: F  # (n, 3)
    faces: NDArray[np.int64]  # (m, 3)
    normals: F  # (n, 3), as it is lit
    uv: F  # (n, 2): along and across
    across: F  # (n, 3) unit way across the fibres
    ring: NDArray[np.int64]  # (n, k) vertices of the skin next to each point
    weight: F  # (n, k)
    width_mm: float
    length_mm: float


def shape_of(sheet: FibreSheet, surface: Surface, reference: Surface) -> Shape:
    """The shape of a sheet on a figure in a stance; `reference` is the body on which sheets on the skin are laid."""
    return _in_body(sheet, surface) if sheet.in_body else _on_skin(sheet, surface, reference)


def _shares() -> tuple[F, F]:
    """Where the grid lies along and across: closer together at its sides, where it is round."""
    return np.linspace(0.0, 1.0, _ALONG), 0.5 - 0.5 * np.cos(np.pi * np.linspace(0.0, 1.0, _ACROSS))


def _resampled(grid: F) -> F:
    u, v = np.linspace(0, 1, grid.shape[0]), np.linspace(0, 1, grid.shape[1])
    along, across = _shares()
    return np.stack([RectBivariateSpline(u, v, grid[..., k])(along, across) for k in range(3)], axis=2)


def _in_body(sheet: FibreSheet, surface: Surface) -> Shape:
    grid = _resampled(fibre_grid(surface, sheet, along=56, across=15).astype(float))
    normal, side = _frame(grid, way_of(sheet.faces).astype(float))
    u, v = (a.ravel() for a in np.meshgrid(*_shares(), indexing="ij"))
    half = 0.5 * sheet.thickness * _swollen(sheet, u) * _section(sheet, v)
    flat, out = grid.reshape(-1, 3), normal.reshape(-1, 3)
    thin = np.minimum(_LEAST_THICK, 0.5 * sheet.thickness) * _section(sheet, v)
    lift = np.maximum(half, thin)[:, None] * out
    points = np.concatenate([flat + lift, flat - lift])
    front = _faces()
    if np.sum(vertex_normals(flat, front) * out) < 0:
        front = front[:, ::-1]
    faces = np.concatenate([front, front[:, ::-1] + len(flat)])
    away, ring = cKDTree(surface.points).query(points, k=6)
    return Shape(
        sheet=sheet,
        points=points,
        faces=faces,
        normals=vertex_normals(points, faces),
        uv=np.tile(np.column_stack([u, v]), (2, 1)),
        across=np.tile(side.reshape(-1, 3), (2, 1)),
        ring=ring,
        weight=_weights(away),
        width_mm=_width(grid),
        length_mm=_length(grid),
    )


def _on_skin(sheet: FibreSheet, surface: Surface, reference: Surface) -> Shape:
    grid = _resampled(fibre_grid(reference, sheet, along=30, across=12).astype(float))
    flat = grid.reshape(-1, 3)
    away, ring = cKDTree(reference.points).query(flat, k=24)
    # The skin a sheet rests on looks the way the sheet does: not the arm beside the trunk.
    up = np.repeat(facing_along(reference, sheet, _ALONG), _ACROSS, axis=0)
    against = np.einsum("nkj,nj->nk", reference.normals[ring], up) < 0.0
    away = np.where(against, away + 40.0, away)
    order = np.argsort(away, axis=1, kind="stable")[:, :6]
    away, ring = np.take_along_axis(away, order, 1), np.take_along_axis(ring, order, 1)
    weight = _weights(away)
    moved = flat + ((surface.points[ring] - reference.points[ring]) * weight[..., None]).sum(axis=1)
    normal = (surface.normals[ring] * weight[..., None]).sum(axis=1)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    normal = _smooth(normal.reshape(_ALONG, _ACROSS, 3)).reshape(-1, 3)
    u, v = (a.ravel() for a in np.meshgrid(*_shares(), indexing="ij"))
    rise = _MOST_LIFT * sheet.thickness * _swollen(sheet, u) * _section(sheet, v)
    points = moved + normal * (_LEAST_LIFT + rise)[:, None]
    faces = _faces()
    lit = vertex_normals(moved + normal * (_ROUNDER * rise)[:, None], faces)
    if np.sum(lit * normal) < 0:
        faces, lit = faces[:, ::-1], -lit
    return Shape(
        sheet=sheet,
        points=points,
        faces=faces,
        normals=lit,
        uv=np.column_stack([u, v]),
        across=_across(moved.reshape(_ALONG, _ACROSS, 3)).reshape(-1, 3),
        ring=ring,
        weight=weight,
        width_mm=_width(grid),
        length_mm=_length(grid),
    )


def _swollen(sheet: FibreSheet, u: F) -> F:
    """How thick a sheet is along its fibres, as a share."""
    if sheet.form in ("belly", "pennate"):
        return np.asarray(swell(sheet, u))
    start, end = 0.6 * sheet.tendon[0], 1.0 - 0.6 * sheet.tendon[1]
    flesh = np.clip((u - start) / max(end - start, 1e-6), 0.0, 1.0)
    if sheet.form == "fan":  # thickest where its fibres come together
        flesh = flesh**1.7
    return np.asarray(0.12 + 0.88 * np.sin(np.pi * flesh) ** 0.55)


def _section(sheet: FibreSheet, v: F) -> F:
    """How thick a sheet is across its fibres, as a share; a pennate one has a groove over its tendon."""
    out = np.sqrt(np.clip(1.0 - np.abs(2.0 * v - 1.0) ** _ROUND[sheet.form], 0.0, 1.0))
    if sheet.form == "pennate":
        out = out * (1.0 - 0.10 * np.exp(-(((v - sheet.line) / 0.07) ** 2)))
    return np.asarray(out)


def _frame(grid: F, facing: F) -> tuple[F, F]:
    """Per point the way out of the sheet, on the side that it faces, and the way across its fibres."""
    along = np.gradient(grid, axis=0)
    side = _across(grid)
    normal = np.cross(along, side)
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
    if (normal[_ALONG // 4 : -_ALONG // 4] @ facing).sum() < 0.0:
        normal = -normal
    for k in range(1, _ALONG):  # where a cord winds, its face goes along
        turned = np.einsum("ij,ij->i", normal[k], normal[k - 1]) < 0.0
        normal[k, turned] *= -1.0
    if (normal[_ALONG // 4 : -_ALONG // 4] @ facing).sum() < 0.0:
        normal = -normal
    return _smooth(normal), side


def _across(grid: F) -> F:
    """Unit ways across the fibres; one for a whole row, so that it is sound where a sheet is a mere cord."""
    side = np.gradient(grid, axis=1)
    broad = np.linalg.norm(grid[:, -1] - grid[:, 0], axis=1)
    whole = (grid[:, -1] - grid[:, 0]) / np.maximum(broad, 1e-6)[:, None]
    side /= np.maximum(np.linalg.norm(side, axis=2, keepdims=True), 1e-9)
    narrow = np.clip(1.0 - broad / 6.0, 0.0, 1.0)[:, None, None]
    side = side * (1.0 - narrow) + whole[:, None] * narrow
    return np.asarray(side / np.maximum(np.linalg.norm(side, axis=2, keepdims=True), 1e-9))


def _smooth(field: F) -> F:
    for _ in range(6):
        field = field.copy()
        field[1:-1] = (field[:-2] + 2 * field[1:-1] + field[2:]) / 4
        field[:, 1:-1] = (field[:, :-2] + 2 * field[:, 1:-1] + field[:, 2:]) / 4
    return field / np.maximum(np.linalg.norm(field, axis=-1, keepdims=True), 1e-9)


def _weights(away: F) -> F:
    weight = 1.0 / (away + 1.5) ** 2
    return np.asarray(weight / weight.sum(axis=1, keepdims=True))


def _faces() -> NDArray[np.int64]:
    i, j = np.meshgrid(np.arange(_ALONG - 1), np.arange(_ACROSS - 1), indexing="ij")
    a = (i * _ACROSS + j).ravel()
    quads = np.stack([a, a + _ACROSS, a + _ACROSS + 1, a + 1], axis=1)
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def _width(grid: F) -> float:
    rows = (grid[_ALONG // 4], grid[_ALONG // 2], grid[3 * _ALONG // 4])
    return float(max(np.linalg.norm(np.diff(row, axis=0), axis=1).sum() for row in rows))


def _length(grid: F) -> float:
    return float(np.linalg.norm(np.diff(grid[:, _ACROSS // 2], axis=0), axis=1).sum())
