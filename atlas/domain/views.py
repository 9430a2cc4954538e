"""The pictures of the body: which views there are, and which of them shows a pattern best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, radians
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.anatomy import Strength
from atlas.domain.body.camera import Camera
from atlas.domain.body.painting import Floats, Ints, Painting, union
from atlas.domain.body.sides import Side, Sides, sides_of
from atlas.domain.body.surface import Surface
from atlas.domain.pattern import Pattern
from atlas.domain.strengths import STRENGTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewShare:
    """How much of a pattern a view shows: 0..1 of its painted skin."""

    view: str
    share: float


def view_shares(paintings: Mapping[Strength, Painting], area: Floats, visibility: Visibility) -> tuple[ViewShare, ...]:
    """Share of a pattern seen in each view. Each strength has its own weight."""
    vertices, weights = [np.zeros(0, np.int32)], [np.zeros(0, np.float32)]
    for strength, painting in paintings.items():
        counts = STRENGTHS[strength].shown
        skin = painting.cover * area[painting.vertices]
        if float(skin.sum()) > 0.0:
            vertices.append(painting.vertices)
            weights.append(counts * skin / skin.sum())
    weight = np.concatenate(weights)
    whole = max(255.0 * float(weight.sum()), 1e-9)
    return tuple(
        ViewShare(view=v, share=float(weight @ seen) / whole) for v, seen in visibility.at(np.concatenate(vertices))
    )


Limb: TypeAlias = Literal["arm", "hand", "leg", "foot"]

Bytes: TypeAlias = NDArray[np.uint8]

_NEARLY_BEST = 0.85  # of views that show nearly as much, the closest one is opened
_POINTS_COUNT = 0.35  # by so much a view gains that shows all trigger points too
_POINT_SEEN = 25  # of 255: from here on a point's skin counts as seen
_SQUARE = 0.99
_SIDE_ON = 0.5  # a body seen within 30 degrees of straight from its side shows that side only


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What lies at one edge of a picture: the patient's side, the body seen from that side, or that side's limb."""

    side: Side
    of: Limb | Literal["side"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One picture of the body. `mirrored_from` names the baked view that is flipped to make this one.

    `yaw` and `pitch` are the camera's, in degrees, of a mirrored view as it is seen: yaw 0 looks at the front, -90 at
    the patient's right, 90 at the left, 180 at the back; pitch 90 looks from above. `cameras` say how the picture of
    each figure was taken, of a mirrored view as it is seen; a figure whose camera is not known is not among them.
    """

    id: str
    name: str
    group: str
    mirrored_from: str | None
    symmetric: bool  # seen square from the front, the back, above or below: its mirror image is itself
    yaw: float
    pitch: float
    limb: Limb | None  # the only thing it shows: the right one, or in a mirrored view the left
    cameras: Mapping[str, Camera] = field(hash=False)  # by figure; a mapping has no hash, and the id tells views apart

    @property
    def mm_per_px(self) -> float:
        """Of the fine picture; it differs little between the figures. 1 where no camera is known."""
        return next((camera.mm_per_px for camera in self.cameras.values()), 1.0)

    def places(self, points: Floats, figure: str) -> Floats:
        """Where points of a figure lie across and down its picture, (n, 3) mm to (n, 2) shares; within 0..1 inside it.

        `points` are those of the stance that the view was taken in (`Catalog.points`); hidden ones have a place too.
        Raises KeyError where it is not known how the picture was taken.
        """
        return self.cameras[figure].places(points)

    @property
    def edges(self) -> tuple[Edge, Edge | None]:
        """What lies at the left and at the right edge of the picture; one of them where it shows one side or limb.

        A camera looks with its right hand towards (cos yaw, 0, -sin yaw), whatever its pitch, and the body's first
        axis points to the patient's left.
        """
        if self.limb is not None:
            return Edge(side="left" if self.mirrored_from else "right", of=self.limb), None
        across = cos(radians(self.yaw))
        if abs(across) < _SIDE_ON:
            return Edge(side="left" if self.yaw % 360.0 < 180.0 else "right", of="side"), None
        if self._half is not None:
            return Edge(side=self._half), None
        right, left = Edge(side="right"), Edge(side="left")
        return (right, left) if across > 0.0 else (left, right)

    @property
    def _half(self) -> Side | None:
        """The half of the body that is all a picture taken square from before or behind shows; None if it is more."""
        camera = next(iter(self.cameras.values()), None)
        if camera is None or abs(cos(radians(self.yaw))) < _SQUARE:
            return None
        middle = camera.centre[0]
        if abs(middle) < camera.width * camera.mm_per_px / 2.0:
            return None
        return "left" if middle > 0.0 else "right"


class Visibility:
    """How much of each vertex's skin every view shows, 0..1, for one figure."""

    def __init__(self, views: Sequence[View], seen: Mapping[str, Bytes], surface: Surface) -> None:
        """`seen` holds the baked views only, (n,) bytes for 0..1; mirrored views are read through the twins."""
        self._views = tuple(views)
        self._baked = {v.id: v.mirrored_from for v in views}
        self._seen = seen
        self._surface = surface
        self._known: dict[tuple[str, Sides], tuple[Pattern, tuple[ViewShare, ...]]] = {}

    def of(self, view: str) -> Floats:
        """(n,) 0..1."""
        baked = self._baked[view]
        seen = self._seen[view] if baked is None else self._seen[baked][self._surface.twin]
        return seen * np.float32(1 / 255)

    def at(self, vertices: Ints) -> Iterator[tuple[str, Bytes]]:
        """Each view, in their order, with what it shows of the skin at some vertices: (k,) bytes for 0..1."""
        twins = self._surface.twin[vertices]
        for view, baked in self._baked.items():
            yield view, self._seen[view][vertices] if baked is None else self._seen[baked][twins]

    def of_vertex(self, view: str, vertex: int) -> float:
        """How much of the skin at one vertex a view shows, 0..1."""
        baked = self._baked[view]
        seen = self._seen[view][vertex] if baked is None else self._seen[baked][self._surface.twin[vertex]]
        return float(seen) / 255.0

    def shares(self, pattern: Pattern, sides: Sides) -> tuple[ViewShare, ...]:
        """Share 0..1 of the whole pattern that each view shows, in the order of the views."""
        key = (pattern.muscle, sides)
        known = self._known.get(key)
        if known is None or known[0] is not pattern:
            known = (pattern, view_shares(self._paintings(pattern, sides), self._surface.area, self))
            self._known[key] = known
        return known[1]

    def best(self, pattern: Pattern, sides: Sides) -> str:
        """The view to open a muscle on: shows most of its pattern and its points; of near equals, the closest look.

        A muscle whose zones are all unseen, or that has none, opens on the first view.
        """
        points = np.array([v for _, v in pattern.points], np.int32)
        if sides == "left":
            points = self._surface.twin[points]
        worth = {}
        for shown, (view, seen) in zip(self.shares(pattern, sides), self.at(points), strict=True):
            reached = (seen > _POINT_SEEN).mean() if points.size else 0.0
            worth[view] = shown.share * (1.0 + _POINTS_COUNT * float(reached))
        most = max(worth.values(), default=0.0)
        if most <= 0.0:
            return self._views[0].id
        close = [v for v in self._views if worth[v.id] >= _NEARLY_BEST * most]
        return min(close, key=lambda v: (v.mm_per_px, -worth[v.id])).id

    def _paintings(self, pattern: Pattern, sides: Sides) -> dict[Strength, Painting]:
        sided = self._surface.sided
        return {
            strength: union([sided(pattern.painting(strength), side) for side in sides_of(sides)])
            for strength in STRENGTHS
        }
