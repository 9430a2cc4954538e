"""What a plate has to show, as samples of the skin, and how each view sees them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from atlas.domain.anatomy import Muscle, Strength
from atlas.domain.body.painting import Floats, Ints, union
from atlas.domain.body.sides import Sides, sides_of
from atlas.domain.pattern import Pattern
from atlas.domain.plate.box import Box, around, inside_view, longer_side
from atlas.domain.plate.promises import FULLY_SEEN, LEAST_SHOWN, POINT_SEEN
from atlas.domain.plate.sight import SeenPlaces, Sight
from atlas.domain.strengths import STRENGTHS

SPARE = 0.008  # beyond what must be shown: some samples stand for all of the skin
ROOM_MM, ROOM_SHARE = 110.0, 1.3  # about the muscle, so that one sees where on the body it is

_CELL_MM = 9.0
_SAMPLES = 800  # vertices that stand for the painted skin of one strength
_WORTH_A_LOOK = 0.02  # of all that is to be shown, in a companion
_LEAST_MM, _LEAST_SHARE, _MOST_LEAST_MM = 140.0, 0.62, 400.0  # of a companion's longer side, and of the main panel's
_BRIM = 0.004  # of a view: what reaches so near to its edge is cut off by it
_PAIN_WORTH = {"essential": 0.65, "spillover": 0.35}
_POINT_WORTH = 0.8


@dataclass(slots=True)
class Story:
    """What is to be shown, as samples of the skin: of each its weight for what it stands for, and how views see it."""

    vertices: Ints  # (k,)
    weights: dict[Strength, Floats]  # (k,) shares of what any view can show: each adds up to 1, or to 0
    points: NDArray[np.bool_]  # (k,) which of them are points to be pressed
    marked: NDArray[np.bool_]  # (k,) which are points of any kind
    seen: Floats  # (views, k) 0..1, how much counts as shown
    facing: Floats  # (views, k) 0..1, less the more the skin slants
    pool: Ints  # the views that show enough to be a companion, by number
    seen_by_pool: Floats  # (pool, k)
    facing_pool: Floats  # (pool, k)
    worth: Floats  # (k,)
    companion_mm: float  # a companion's longer side is at least so long: its scale is not far from the main panel's
    pressed: Floats  # (views,) 0..1, how squarely a view looks at the skin over the points
    cut: NDArray[np.bool_]  # (views,) whether the view's edge cuts the muscle off
    muscle_mm2: Floats  # (views,)
    muscle_boxes: list[Box | None]
    places: SeenPlaces  # of the vertices, of points where they lie in the muscle

    def shows_of(self, shown: Floats) -> dict[Strength, float]:
        """The shares of each strength, of skin that is seen so much (k,)."""
        return {strength: float(weight @ shown) for strength, weight in self.weights.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A panel in the making: its view by number, its box, what is seen in it (k,)."""

    view: int
    box: Box
    seen: Floats


def story_of(pattern: Pattern, muscle: Muscle, sight: Sight, sides: Sides, point: int | None) -> Story:
    """What is to be shown of a muscle, or of one of its trigger points, on a figure. Pure."""
    surface, each = sight.surface, sides_of(sides)
    lit = None if point is None else {z.id for z in muscle.zones_of(point)}
    parts: list[Ints] = []
    amounts: dict[Strength, Floats] = {}
    for strength in STRENGTHS:
        painting = union([surface.sided(pattern.painting(strength, lit), side) for side in each])
        amount = painting.cover * surface.area[painting.vertices]
        there = np.flatnonzero(amount > 0.0)
        there = there[_neighbours_together(surface.points[painting.vertices[there]])]
        groups = np.arange(0, len(there), max(ceil(len(there) / _SAMPLES), 1))
        middles = np.minimum(groups + np.diff(groups, append=len(there)) // 2, max(len(there) - 1, 0))
        parts.append(painting.vertices[there[middles]])
        amounts[strength] = np.add.reduceat(amount[there], groups) if len(there) else amount[there]
    pressed = muscle.reachable if point is None else muscle.reachable & {point}
    if not pressed:
        pressed = frozenset(number for number, _ in pattern.points if point in (None, number))
    marks = [mark for side in each for mark in pattern.marks(surface, side, sight.figure)]
    parts.append(np.array([v for _, v, _ in marks], np.int32))
    vertices = np.concatenate(parts)
    inside = np.zeros((len(vertices), 3), np.float32)
    inside[len(vertices) - len(marks) :] = np.array([way for _, _, way in marks], np.float32).reshape(-1, 3)
    raw = sight.seen(vertices)
    seen = np.minimum(raw * np.float32(1 / FULLY_SEEN), 1.0)
    first_mark = len(vertices) - len(marks)
    squarely = raw[:, first_mark:].copy()
    seen[:, first_mark:] = raw[:, first_mark:] = raw[:, first_mark:] > POINT_SEEN
    ever = seen.max(axis=0, initial=0.0)
    weights: dict[Strength, Floats] = {}
    worth = np.zeros(len(vertices), np.float32)
    start = 0
    for strength, amount in amounts.items():
        here = slice(start, start + len(amount))
        start = here.stop
        weight = np.zeros(len(vertices), np.float32)
        whole = float(amount @ ever[here])
        if whole > 0.0:
            weight[here] = amount / whole
            worth[here] = _PAIN_WORTH[strength] * weight[here]
        weights[strength] = weight
    points, marked = np.zeros(len(vertices), bool), np.zeros(len(vertices), bool)
    marked[first_mark:] = True
    points[first_mark:] = [number in pressed for number, _, _ in marks]
    if points.any():
        worth[points] = _POINT_WORTH / points.sum()
    boxes, mm2 = _muscle_in_views(muscle.id, sight, sides)
    best = boxes[int(np.argmax(mm2))] if boxes else None
    own = 0.0 if best is None else longer_side(best, *map(float, sight.sizes[int(np.argmax(mm2))]))
    pool = np.flatnonzero(seen @ worth >= _WORTH_A_LOOK).astype(np.int32)
    return Story(
        vertices=vertices,
        weights=weights,
        points=points,
        marked=marked,
        seen=seen,
        pool=pool,
        seen_by_pool=seen[pool],
        facing=raw,
        facing_pool=raw[pool],
        worth=worth,
        companion_mm=min(max(_LEAST_MM, _LEAST_SHARE * (ROOM_SHARE * own + ROOM_MM)), _MOST_LEAST_MM),
        pressed=squarely[:, points[first_mark:]].mean(axis=1) if points.any() else np.zeros(len(raw), np.float32),
        cut=np.array([box is not None and (min(box) <= _BRIM or max(box) >= 1.0 - _BRIM) for box in boxes], bool),
        muscle_mm2=mm2,
        muscle_boxes=boxes,
        places=sight.places(vertices, inside),
    )


def _neighbours_together(points: Floats) -> Ints:
    """An order (k,) in which places (k, 3) mm that lie close to each other mostly follow each other."""
    cells = (points * np.float32(1 / _CELL_MM)).astype(np.int64) + 512
    return np.argsort((cells[:, 1] << 20) + (cells[:, 0] << 10) + cells[:, 2], kind="stable").astype(np.int32)


def _muscle_in_views(muscle: str, sight: Sight, sides: Sides) -> tuple[list[Box | None], Floats]:
    """Of each view the box of the painted muscle, None where it is not seen, and its mm²."""
    boxes: list[Box | None] = []
    mm2 = np.zeros(len(sight.views), np.float32)
    for k, view in enumerate(sight.views):
        found = [e for side in sides_of(sides) if (e := sight.extents.of(muscle, view, side)) is not None]
        boxes.append(inside_view(around(*(e.box for e in found))) if found else None)
        mm2[k] = sum(e.mm2 for e in found)
    return boxes, mm2


def seen_in(story: Story, sight: Sight, view: int, box: Box) -> Floats:
    """(k,) how much of each sample a part of a view shows."""
    at = story.places.of(view)
    left, top, right, bottom = box
    inside = (at[:, 0] >= left) & (at[:, 0] <= right) & (at[:, 1] >= top) & (at[:, 1] <= bottom)
    return np.asarray(story.seen[view] * inside, np.float32)


def box_of(places: Floats) -> Box:
    """The least box about some places (k, 2), shares of a view."""
    left, top = places.min(axis=0)
    right, bottom = places.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def faced(story: Story, draft: Draft) -> Floats:
    """(k,) how much of the skin a panel shows as skin that faces the viewer."""
    return np.asarray(story.facing[draft.view] * (draft.seen > 0.0), np.float32)


def lacking(story: Story, drafts: list[Draft]) -> float:
    """How much of the pain some panels do not show and should."""
    has = story.shows_of(np.maximum.reduce([d.seen for d in drafts]))
    return sum(max(least + SPARE - has[s], 0.0) for s, least in LEAST_SHOWN.items() if story.weights[s].any())
