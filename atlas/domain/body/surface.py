"""The skin as a mesh: landmarks on it, paths along it, strokes of pain painted on it, the regions that divide it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.neighbours import Neighbours
from atlas.domain.body.painting import EDGE_MM, Floats, Ints, Painting
from atlas.domain.body.sides import Side
from atlas.domain.body.stipple import Stipple

_STEP_MM = 4.0  # paths are walked in steps of this length
DEEPEST_GRAINS = 4.5  # deeper inside a painting nothing differs any more
_DEEPENINGS = 4  # vertices from EDGE_MM inside to where that is, where they lie closest
_SEEK_MM = 16.0  # how far skin that faces the right way is sought


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfacePoint:
    """A place on the skin: a landmark, or `percent` of the way from there to `towards`. Sides are the patient's."""

    landmark: str
    opposite: bool = False
    towards: str | None = None
    towards_opposite: bool = False
    percent: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A brush stroke of pain through points of the right side; `widths` in mm, one a point."""

    through: tuple[SurfacePoint, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surface:
    """The body surface that both figures share. Arrays are read-only.

    `points` is the reference body (mean of the figures, 1.75 m tall), in mm: x to the patient's left, y up, z forward.
    """

    version: str
    points: Floats  # (n, 3)
    figures: Mapping[str, Floats]  # figure -> (n, 3) mm
    faces: Ints  # (f, 3)
    twin: Ints  # (n,) the mirror image of each vertex
    region_ids: tuple[str, ...]
    region: NDArray[np.uint8]  # (n,) index into region_ids
    midline_ids: frozenset[str]  # regions that lie on both halves as one
    landmarks: Mapping[str, int]  # id -> vertex of the right side or midline
    hidden: NDArray[np.bool_] | None = None  # (n,) skin folded inside, as behind the lips: it counts for no area
    dots: InitVar[Stipple | None] = None  # None: one on every vertex
    bones: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)  # point of a bone -> mm, right side
    figure_bones: Mapping[str, Mapping[str, tuple[float, float, float]]] = field(default_factory=dict)  # by figure
    stipple: Stipple = field(init=False)
    normals: Floats = field(init=False)
    area: Floats = field(init=False)  # (n,) mm² of skin that each vertex stands for
    _neighbours: Neighbours = field(init=False, repr=False)
    _grid: _Grid = field(init=False, repr=False)

    def __post_init__(self, dots: Stipple | None) -> None:
        corners = self.points[self.faces]
        cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        third = np.linalg.norm(cross, axis=1) / 6.0
        n = len(self.points)
        area = np.zeros(n)
        normals = np.zeros((n, 3))
        for k in range(3):
            area += np.bincount(self.faces[:, k], weights=third, minlength=n)
            for axis in range(3):
                normals[:, axis] += np.bincount(self.faces[:, k], weights=cross[:, axis], minlength=n)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        if self.hidden is not None:
            area[self.hidden] = 0.0
        object.__setattr__(self, "stipple", dots or Stipple.plain(n))
        object.__setattr__(self, "area", area.astype(np.float32))
        object.__setattr__(self, "normals", normals.astype(np.float32))
        object.__setattr__(self, "_neighbours", Neighbours(self.faces, n))
        object.__setattr__(self, "_grid", _Grid(self.points))

    def of_figure(self, figure: str) -> Surface:
        """The same skin and bones as one figure has them, standing; it takes a tenth of a second to make."""
        bones = self.figure_bones.get(figure, self.bones)
        return replace(self, points=self.figures[figure], bones=bones, dots=self.stipple)

    # -- sides ---------------------------------------------------------------

    def mirrored(self, painting: Painting) -> Painting:
        """The same painting on the other side of the body."""
        vertices = self.twin[painting.vertices]
        order = np.argsort(vertices)
        return Painting(vertices=vertices[order], strength=painting.strength[order])

    def sided(self, painting: Painting, side: Side) -> Painting:
        """A painting of the right side, on that side of the body."""
        return painting if side == "right" else self.mirrored(painting)

    def sided_vertex(self, vertex: int, side: Side) -> int:
        """A vertex of the right side, or its twin on the left."""
        return vertex if side == "right" else int(self.twin[vertex])

    # -- places --------------------------------------------------------------

    def vertex(self, landmark: str, opposite: bool = False) -> int:
        number = self.landmarks[landmark]
        return self.sided_vertex(number, "left" if opposite else "right")

    def place(self, point: SurfacePoint) -> Floats:
        """Where a point lies, (3,) mm on the reference body, on the skin. Raises KeyError for an unknown landmark."""
        start: Floats = self.points[self.vertex(point.landmark, point.opposite)]
        if point.towards is None:
            return start
        end = self.points[self.vertex(point.towards, point.towards_opposite)]
        return self.on_skin(start + (end - start) * (point.percent / 100.0))

    def on_skin(self, position: Floats, facing: Floats | None = None) -> Floats:
        """The skin nearest to a position (3,) mm: a smooth local average, not a single vertex.

        With `facing` (3,) skin that looks the other way is passed over: the arm beside the trunk, the next finger.
        """
        near = self.nearest(position, facing)
        ring = np.append(self.neighbours(near), near)
        distance = np.linalg.norm(self.points[ring] - position, axis=1)
        weight = 1.0 / (distance - distance.min() + 2.0) ** 2
        return np.asarray((self.points[ring] * (weight / weight.sum())[:, None]).sum(axis=0), np.float32)

    def nearest(self, position: Floats, facing: Floats | None = None) -> int:
        found = self._grid.nearest(position)
        if facing is None or float(self.normals[found] @ facing) > 0.0:
            return found
        near = self._grid.within(np.asarray(position, np.float32)[None], _SEEK_MM)
        near = near[self.normals[near] @ facing > 0.0]
        if not near.size:
            return found
        away = self.points[near] - position
        return int(near[np.argmin((away * away).sum(axis=1))])

    def neighbours(self, vertex: int) -> Ints:
        return self._neighbours.of(vertex)

    # -- paths and strokes ---------------------------------------------------

    def path(self, points: Sequence[SurfacePoint]) -> Floats:
        """A smooth line over the skin through points: (m, 3) mm, about 4 mm apart; a single point gives one row."""
        return self._walk([self.place(p) for p in points], [0.0] * len(points))[0]

    def _walk(self, knots: Sequence[Floats], widths: Sequence[float]) -> tuple[Floats, Floats]:
        if len(knots) == 1:
            return np.array([knots[0]], np.float32), np.array([widths[0]], np.float32)
        ends = [2 * knots[0] - knots[1], *knots, 2 * knots[-1] - knots[-2]]
        rows: list[Floats] = []
        broad: list[float] = []
        for k in range(len(knots) - 1):
            p0, p1, p2, p3 = (np.asarray(p, float) for p in ends[k : k + 4])
            steps = max(int(np.ceil(np.linalg.norm(p2 - p1) / _STEP_MM)), 1)
            last = k == len(knots) - 2
            for t in np.linspace(0.0, 1.0, steps + 1)[: None if last else -1]:
                # Catmull-Rom through the knots, laid onto the skin
                spot = 0.5 * (
                    2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3
                )
                rows.append(self.on_skin(spot.astype(np.float32)))
                broad.append(widths[k] + (widths[k + 1] - widths[k]) * t)
        line = np.array(rows, np.float32)
        for _ in range(4):
            line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        return line, np.array(broad, np.float32)

    def paint(self, strokes: Sequence[Stroke], mirror: bool = False) -> Painting:
        """Paints strokes, written for the right side, on the skin; `mirror` gives the left side."""
        best = np.zeros(len(self.points), np.float32)
        for stroke in strokes:
            knots = [self.place(p) for p in stroke.through]
            line, widths = self._walk(knots, stroke.widths)
            found, strength = self._around(line, widths)
            best[found] = np.maximum(best[found], strength)
        vertices = np.nonzero(best)[0].astype(np.int32)
        painting = Painting(vertices=vertices, strength=best[vertices])
        return self.mirrored(painting) if mirror else painting

    def brushed(self, line: Floats, width: float) -> Painting:
        """What a brush `width` mm broad paints along a line (m, 3) mm on the skin, on either side of the body."""
        line = _closer(line, max(width / 3.0, _STEP_MM))
        near = self._grid.around(line, width / 2.0 + EDGE_MM)
        found, strength = self._strengths(line, np.full(len(line), width, np.float32), near)
        kept = np.flatnonzero(strength > 0.0)
        kept = kept[np.argsort(found[kept])]
        return Painting(vertices=found[kept], strength=strength[kept])

    def _around(self, line: Floats, widths: Floats) -> tuple[Ints, Floats]:
        """Vertices about a line (m, 3), ascending, and their strength."""
        near = self._grid.within(line, float(widths.max()) / 2.0 + EDGE_MM)
        return self._strengths(line, widths, near)

    def _strengths(self, line: Floats, widths: Floats, near: Ints) -> tuple[Ints, Floats]:
        """Those of some vertices that a brush along a line (m, 3) reaches over the skin, and their strength."""
        if not near.size:
            near = np.array([self.nearest(line[0])], np.int32)
        points, facing = self.points[near], self.normals[near]
        normals = self.normals[[self.nearest(p) for p in line]]
        inside = np.full(len(near), -1e9, np.float32)
        for k in range(max(len(line) - 1, 1)):
            a, b = line[k], line[min(k + 1, len(line) - 1)]
            along = b - a
            t = np.clip((points - a) @ along / max(float(along @ along), 1e-6), 0.0, 1.0)
            away = np.linalg.norm(points - (a + t[:, None] * along), axis=1)
            radius = 0.5 * (widths[k] + (widths[min(k + 1, len(line) - 1)] - widths[k]) * t)
            # Skin that looks the other way (the back of the hand behind the palm) is not under this brush.
            turned = np.clip(0.15 - facing @ normals[k], 0.0, None)
            inside = np.maximum(inside, radius - away - 40.0 * turned)
        strength = np.clip(0.5 + inside / (2.0 * EDGE_MM), 0.0, 1.0).astype(np.float32)
        keep = self._joined(near, strength > 0.0, line)
        return near[keep], strength[keep]

    def _joined(self, near: Ints, painted: NDArray[np.bool_], line: Floats) -> NDArray[np.bool_]:
        """Which painted vertices hang together with the line over the skin: a brush jumps to no other finger."""
        allowed = np.zeros(len(self.points), bool)
        allowed[near[painted]] = True
        front = np.unique([self.nearest(p) for p in line]).astype(np.int32)
        allowed[front] = True
        reached = self._spread(front, allowed)
        return reached[near] & painted

    def joined_from(self, start: int, allowed: NDArray[np.bool_]) -> Ints:
        """Vertices that hang together with `start` over allowed skin (n,), ascending."""
        reached = self._spread(np.array([start], np.int32), allowed)
        return np.flatnonzero(reached).astype(np.int32)

    def _spread(self, front: Ints, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """(n,) True for what can be reached from `front` over allowed skin."""
        reached = np.zeros(len(self.points), bool)
        reached[front] = True
        waiting = allowed & ~reached
        turn = np.empty(len(self.points), np.int32)
        while front.size:
            ring = self._neighbours.rings[front].ravel()
            ring = ring[waiting[ring]]
            waiting[ring] = False
            turns = np.arange(ring.size, dtype=np.int32)
            turn[ring] = turns
            front = ring[turn[ring] == turns]  # a vertex that was met twice goes on once
        return np.asarray(reached | (allowed & ~waiting))

    # -- fields --------------------------------------------------------------

    def grains_inside(self, painting: Painting) -> Floats:
        """How deep each vertex lies inside a painting's edge in grains of its stipple, (n,); negative outside.

        A painting knows no depth beyond EDGE_MM; from there on it is measured from vertex to vertex over the skin.
        """
        fine = self.stipple.grain
        depth = np.full(len(self.points), -EDGE_MM, np.float32)
        depth[painting.vertices] = (painting.strength - np.float32(0.5)) * np.float32(2.0 * EDGE_MM)
        deep = painting.vertices[painting.strength >= 0.999]
        deep = deep[fine[deep] * np.float32(DEEPEST_GRAINS) > EDGE_MM]
        if deep.size:
            ring = self._neighbours.rings[deep]
            steps = np.sqrt(((self.points[ring] - self.points[deep][:, None]) ** 2).sum(axis=2))
            steps[ring == deep[:, None]] = np.float32(DEEPEST_GRAINS) * fine.max()  # a table filled up with itself
            depth[deep] = np.float32(DEEPEST_GRAINS) * fine[deep]
            for _ in range(_DEEPENINGS):
                further = np.maximum((depth[ring] + steps).min(axis=1), EDGE_MM)  # skin may be folded beside it
                depth[deep] = np.minimum(depth[deep], further)
        return depth / fine

    # -- regions -------------------------------------------------------------

    def region_shares(self, painting: Painting, side: Side = "right") -> dict[str, float]:
        """Percent of each region that a painting covers, of those it touches; midline regions count whole.

        `side` names which of the paired regions are meant; what is painted on the other half is left out
        for them.
        """
        on_side = self.half(side) | self._midline_regions()[self.region]
        covered = np.zeros(len(self.points), np.float32)
        covered[painting.vertices] = painting.cover
        total = np.bincount(self.region[on_side], weights=self.area[on_side], minlength=len(self.region_ids))
        part = np.bincount(self.region[on_side], weights=(self.area * covered)[on_side], minlength=len(self.region_ids))
        share = 100.0 * part / np.maximum(total, 1e-6)
        return {self.region_ids[k]: float(share[k]) for k in np.nonzero(part > 0)[0]}

    def painted_area(self, painting: Painting) -> float:
        """mm² of skin painted."""
        return float((self.area[painting.vertices] * painting.cover).sum())

    def half(self, side: Side) -> NDArray[np.bool_]:
        """(n,) True on one half of the body, the midline included."""
        x = self.points[:, 0]
        return np.asarray(x <= 1e-3) if side == "right" else np.asarray(x >= -1e-3)

    def _midline_regions(self) -> NDArray[np.bool_]:
        return np.array([r in self.midline_ids for r in self.region_ids], bool)


class _Grid:
    """Finds vertices near a place by cells of 25 mm."""

    _CELL = 25.0
    _MOST_AT_HAND = 3000
    _NEAR = 12.0  # mm: what a look-up keeps at hand is the skin so near to a cell of that size

    def __init__(self, points: Floats) -> None:
        self._points = points
        self._at_hand: dict[tuple[int, int, int], tuple[Ints, Floats]] = {}
        self._low = points.min(axis=0) - 1.0
        self._shape = np.ceil((points.max(axis=0) - self._low + 1.0) / self._CELL).astype(np.int64)
        cell = self._cell_numbers(((points - self._low) / self._CELL).astype(np.int64))
        self._order = np.argsort(cell, kind="stable").astype(np.int32)
        self._starts = np.searchsorted(cell[self._order], np.arange(int(np.prod(self._shape)) + 1))

    def _cell_numbers(self, ijk: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.asarray((ijk[..., 0] * self._shape[1] + ijk[..., 1]) * self._shape[2] + ijk[..., 2])

    def _in_box(self, low: Floats, high: Floats) -> Ints:
        a = np.clip(((low - self._low) / self._CELL).astype(np.int64), 0, self._shape - 1)
        b = np.clip(((high - self._low) / self._CELL).astype(np.int64), 0, self._shape - 1)
        _, rows, layers = self._shape.tolist()
        (i0, j0, k0), (i1, j1, k1) = a.tolist(), b.tolist()
        firsts = [(i * rows + j) * layers + k0 for i in range(i0, i1 + 1) for j in range(j0, j1 + 1)]
        found = [self._order[self._starts[c] : self._starts[c + k1 - k0 + 1]] for c in firsts]
        return np.concatenate(found) if found else np.zeros(0, np.int32)

    def around(self, line: Floats, reach: float) -> Ints:
        """All vertices within `reach` mm of a line (m, 3), and some more; in no order."""
        return self._in_box(line.min(axis=0) - reach, line.max(axis=0) + reach)

    def within(self, line: Floats, reach: float) -> Ints:
        """Vertices within `reach` mm of any point of a line (m, 3); ascending."""
        near = self.around(line, reach)
        if not near.size:
            return near
        hit = np.zeros(len(near), bool)
        for spot in line:
            d = self._points[near] - spot
            hit |= (d * d).sum(axis=1) <= reach * reach
        return np.sort(near[hit])

    def nearest(self, position: Floats) -> int:
        x, y, z = position
        key = (int(x // self._NEAR), int(y // self._NEAR), int(z // self._NEAR))
        found = self._at_hand.get(key)
        if found is None:
            low = np.array(key, np.float32) * self._NEAR
            near = self._in_box(low - self._NEAR, low + 2 * self._NEAR)
            if len(self._at_hand) >= self._MOST_AT_HAND:
                self._at_hand.clear()
            found = self._at_hand[key] = (near, self._points[near])
        near, points = found
        if near.size:
            d = points - position
            square = np.einsum("ij,ij->i", d, d)
            k = int(square.argmin())
            if square[k] <= self._NEAR * self._NEAR:
                return int(near[k])
        return self._nearest_far(position)

    def _nearest_far(self, position: Floats) -> int:
        reach = 2 * self._NEAR
        while True:
            near = self._in_box(position - reach, position + reach)
            if near.size:
                d = self._points[near] - position
                square = (d * d).sum(axis=1)
                k = int(np.argmin(square))
                if square[k] <= reach * reach or reach > 400:
                    return int(near[k])
            reach *= 2.0


def _closer(line: Floats, step: float) -> Floats:
    """A line with points between, so that none are farther apart than `step` mm."""
    parts = [line[:1]]
    for a, b in pairwise(line):
        count = max(int(np.ceil(np.linalg.norm(b - a) / step)), 1)
        parts.append(a + (b - a) * (np.arange(1, count + 1, dtype=np.float32) / count)[:, None])
    return np.concatenate(parts).astype(np.float32)
