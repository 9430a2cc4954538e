"""The geometry of fitting bones: similarity, frames between joints, smooth warps, and staying under the skin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.interpolate import RBFInterpolator
from scipy.spatial import cKDTree

from art.rasterise import vertex_normals

F = NDArray[np.float64]
I = NDArray[np.int64]  # noqa: E741 - beside F it reads well
Move = Callable[[F], F]


def shifted(point: F, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> F:
    """The point moved by mm to the left, up and forward."""
    return np.asarray(point + np.array([x, y, z]))


def unit(v: F) -> F:
    return np.asarray(v / np.linalg.norm(v))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a long bone lies: from its near to its far end, with a direction that tells how it is turned."""

    near: F
    far: F
    second: F

    def axes(self) -> F:
        along = unit(self.far - self.near)
        second = unit(self.second - along * (self.second @ along))
        return np.column_stack([along, second, np.cross(along, second)])

    @property
    def length(self) -> float:
        return float(np.linalg.norm(self.far - self.near))


def between(source: Frame, target: Frame, thickness: float | None = None) -> Move:
    """Lays `source` on `target`, stretched along by their lengths and across by `thickness` (as along if None)."""
    along = target.length / source.length
    scale = np.diag([along, thickness or along, thickness or along])
    matrix = target.axes() @ scale @ source.axes().T

    def move(points: F) -> F:
        return np.asarray((points - source.near) @ matrix.T + target.near)

    return move


def similarity(a: F, b: F) -> Move:
    """The turn, shift and one scale that lay a (n, 3) on b best (Umeyama, 1991)."""
    ma, mb = a.mean(axis=0), b.mean(axis=0)
    u, s, vt = np.linalg.svd((b - mb).T @ (a - ma) / len(a))
    e = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    scale = np.trace(np.diag(s) @ e) / ((a - ma) ** 2).sum() * len(a)
    matrix = scale * (u @ e @ vt)

    def move(points: F) -> F:
        return np.asarray((points - ma) @ matrix.T + mb)

    return move


def symmetric_similarity(a: F, b: F) -> Move:
    """As `similarity`, for right halves: with their mirror images, so that the midline stays the midline."""
    flip = np.array([-1.0, 1.0, 1.0])
    return similarity(np.vstack([a, a * flip]), np.vstack([b, b * flip]))


def warp(a: F, b: F, stiffness: float, mirrored: bool = False) -> Move:
    """A thin-plate warp that carries a (n, 3) near b; `stiffness` mm tells how near. Mirrored: alike on both sides."""
    if mirrored:
        flip = np.array([-1.0, 1.0, 1.0])
        a, b = np.vstack([a, a * flip]), np.vstack([b, b * flip])
        _, first = np.unique(np.round(a, 3), axis=0, return_index=True)
        first.sort()
        a, b = a[first], b[first]
    field = RBFInterpolator(a, b - a, kernel="thin_plate_spline", degree=1, smoothing=stiffness)

    def move(points: F) -> F:
        return np.asarray(points + field(points))

    return move


def ball(points: F, start: F, radius: float) -> tuple[F, float]:
    """Centre and radius of the ball that fits the points near a first guess: a joint's head or socket."""
    centre = start
    for _ in range(12):
        away = np.linalg.norm(points - centre, axis=1)
        near = points[np.abs(away - radius) < 0.22 * radius]
        lhs = np.column_stack([2.0 * near, np.ones(len(near))])
        got, *_ = np.linalg.lstsq(lhs, (near**2).sum(axis=1), rcond=None)
        centre = got[:3]
        radius = float(np.sqrt(got[3] + centre @ centre))
    return centre, radius


class Skin:
    """The skin of a figure in a stance, asked how deep a point lies under it."""

    def __init__(self, points: F, faces: I, folded: NDArray[np.bool_] | None = None) -> None:
        """`folded` (n,) marks skin inside mouth, nostrils and lids: no outside of the body."""
        self.points = points
        self.faces = faces
        self.normals = vertex_normals(points, faces)
        if folded is not None:
            for _ in range(6):  # and the rim around it
                folded = folded.copy()
                folded[faces[folded[faces].any(axis=1)]] = True
            faces = faces[~folded[faces].any(axis=1)]
            used, faces = np.unique(faces, return_inverse=True)
            faces = faces.reshape(-1, 3)
            points, normals = points[used], self.normals[used]
        else:
            normals = self.normals
        self._air = Air(self.points, self.faces)
        corners = points[faces]
        turned = normals[faces]
        spots = [points, corners.mean(axis=1), *(0.5 * (corners[:, k] + corners[:, k - 1]) for k in range(3))]
        ways = [normals, turned.mean(axis=1), *(0.5 * (turned[:, k] + turned[:, k - 1]) for k in range(3))]
        self._samples, out = np.vstack(spots), np.vstack(ways)
        self._normals = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
        self._tree = cKDTree(self._samples)

    def depth(self, at: F) -> tuple[F, F]:
        """Depth in mm under the skin (negative outside) and the way out (n, 3), for points (n, 3)."""
        away, near = self._tree.query(at)
        out = self._normals[near]
        plane = ((self._samples[near] - at) * out).sum(axis=1)
        # Away from the skin the nearest distance tells more than the plane through one spot of it.
        where = self._air.around(at)
        return np.where(where == 0, plane, np.where(where > 0, away, -away)), out


class Air:
    """A coarse grid that tells the inside of a closed skin from the air around it."""

    _CELL = 4.0  # mm

    def __init__(self, points: F, faces: I) -> None:
        self._low = points.min(axis=0) - 3 * self._CELL
        shape = np.ceil((points.max(axis=0) - self._low) / self._CELL).astype(int) + 4
        wall = np.zeros(shape, bool)
        corners = points[faces]
        longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(axis=1)
        for count, held in ((4, longest <= 11.0), (14, longest > 11.0)):
            a, b, c = (corners[held, k] for k in range(3))
            for i in range(count + 1):
                for j in range(count + 1 - i):
                    u, v = i / count, j / count
                    spot = a * (1.0 - u - v) + b * u + c * v
                    wall[tuple(((spot - self._low) / self._CELL).astype(int).T)] = True
        rooms, _ = ndimage.label(~wall)
        self._where = np.where(wall, 0, np.where(rooms == rooms[0, 0, 0], -1, 1)).astype(np.int8)

    def around(self, at: F) -> NDArray[np.int8]:
        """1 inside the body, -1 in the air, 0 close to the skin."""
        cell = ((at - self._low) / self._CELL).astype(int)
        inside = ((cell >= 0) & (cell < self._where.shape)).all(axis=1)
        cell[~inside] = 0
        return np.asarray(self._where[tuple(cell.T)], np.int8)


def kept_under(points: F, skin: Skin, least: float, reach: float, upright: NDArray[np.bool_], rounds: int = 8) -> F:
    """Bone moved in until every point lies `least` mm under the skin; what is within `reach` mm goes along smoothly.

    So the bone is bent as a whole and shows no dent. `upright` (n,) marks points that stay in their sagittal plane.
    """
    points = points.copy()
    for _ in range(rounds):
        depth, out = skin.depth(points)
        out[upright, 0] = 0.0
        lack = np.clip(least - depth, 0.0, 14.0)
        if lack.max() < 0.05:
            break
        tree = cKDTree(points)
        push = -out * lack[:, None]
        size = np.linalg.norm(push, axis=1)
        moved = np.zeros_like(points)
        active = np.flatnonzero(size > 1e-6)
        weight = np.zeros(len(points))
        strongest = np.zeros(len(points))
        for i in active:
            ring = np.asarray(tree.query_ball_point(points[i], reach))
            fall = 1.0 - np.linalg.norm(points[ring] - points[i], axis=1) / reach
            fall = np.clip(fall, 0.0, 1.0) ** 2 * (3.0 - 2.0 * np.clip(fall, 0.0, 1.0))
            moved[ring] += push[i] * (fall * size[i])[:, None]
            weight[ring] += fall * size[i]
            strongest[ring] = np.maximum(strongest[ring], fall * size[i])
        direction = moved / np.maximum(weight, 1e-9)[:, None]
        length = np.maximum(np.linalg.norm(direction, axis=1, keepdims=True), 1e-9)
        points = points + direction / length * strongest[:, None] * (weight > 0)[:, None]
    depth, out = skin.depth(points)
    out[upright, 0] = 0.0
    rest = np.clip(least - depth, 0.0, 3.0)
    return np.asarray(points - out * rest[:, None])


def average(moves: Sequence[Move], points: F, shares: F) -> F:
    """Points moved by several moves, each by its share (n, k)."""
    return np.asarray(sum(move(points) * shares[:, [k]] for k, move in enumerate(moves)))
