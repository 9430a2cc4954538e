"""Composes a plate: one main panel with the muscle and its points, and the companions that show the rest of the pain.

The rule, not a list: of the views that show most points and most of the muscle the one that also shows most pain and
looks straight at it; about the muscle as much of the body as says where one is; then one companion after the other,
each the view whose part adds most pain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from atlas.domain.anatomy import Muscle, Strength
from atlas.domain.body.painting import Floats, Ints, union
from atlas.domain.body.sides import Sides, sides_of
from atlas.domain.pattern import Pattern
from atlas.domain.plate.box import WHOLE, Box, around, longer_side, turned, widened
from atlas.domain.plate.captions import caption_of, turned_caption
from atlas.domain.plate.plate import MOST_COMPANIONS, Panel, Plate, Shows
from atlas.domain.plate.sight import Places, Sight
from atlas.domain.strengths import STRENGTHS

MAIN_TIMES = 4.0  # a main panel's longer side is at most so many times the muscle with its points
MAIN_LEAST_MM = 140.0  # or so long
LEAST_MUSCLE = 0.70  # of the muscle's best view, for a main panel
LEAST_SHOWN: dict[Strength, float] = {"essential": 0.95, "spillover": 0.85}  # by the plate
LEAST_ADDED = 0.08  # by a companion, of the essential or of the spillover
FULLY_SEEN = 0.25  # of a vertex's skin, from where it counts as shown: at a slant of 75 degrees it is seen as well
POINT_SEEN = 0.1  # from where a point does
SPANS_BODY_MM = 1200.0  # a panel longer than this shows nearly the whole body

_CELL_MM = 9.0
_SAMPLES = 400  # vertices that stand for the painted skin of one strength
_ROOM_MM = 110.0  # about the muscle, so that one sees where on the body it is
_ROOM_SHARE = 1.3
_EDGE_MM, _EDGE_SHARE = 15.0, 0.12  # that much at least lies between the muscle and the panel's edge
_WORTH_A_LOOK = 0.02  # of all that is to be shown, in a companion
_SPARE = 0.008  # beyond what must be: some samples stand for all of the skin
_LEAST_MM, _LEAST_SHARE, _MOST_LEAST_MM = 140.0, 0.62, 400.0  # of a companion's longer side, and of the main panel's
_BROKEN = 2.0  # what a plate loses that does not show what it must: nothing that pleases makes up for it
_PAIN_WORTH = {"essential": 0.65, "spillover": 0.35}
_POINT_WORTH = 0.8
_FIRST_LOOK = 5  # views that are tried as the main one
_LAST_LOOK = 2  # of these with their companions
_THIRD_LOOK = 10  # views that are tried as one of two companions together
_SECOND_LOOK = 4  # views that are tried as the next companion
_SHARP_PX = 750.0  # of a panel's longer side
_SHORTER_MAIN, _SHORTER, _LOWER = (
    0.88,
    0.62,
    0.85,
)  # of a panel's longer side is its shorter one at least, where the view has room


@dataclass(slots=True)
class _Story:
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
    muscle_mm2: Floats  # (views,)
    muscle_boxes: list[Box | None]
    places: Places  # of the vertices, of points where they lie in the muscle

    def shows_of(self, shown: Floats) -> dict[Strength, float]:
        """The shares of each strength, of skin that is seen so much (k,)."""
        return {strength: float(weight @ shown) for strength, weight in self.weights.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A panel in the making: its view by number, its box, what is seen in it (k,)."""

    view: int
    box: Box
    seen: Floats


def compose(pattern: Pattern, muscle: Muscle, sight: Sight, sides: Sides = "right", point: int | None = None) -> Plate:
    """The plate of a muscle on a figure, or of one of its trigger points. Pure.

    Raises KeyError for a point that the muscle does not have.
    """
    if point is not None and point not in {p.id for p in muscle.trigger_points}:
        raise KeyError(point)
    if sides == "left" and -1 not in sight.opposite:
        return _turned(compose(pattern, muscle, sight, "right", point), sight)
    story = _story(pattern, muscle, sight, sides, point)
    mains = sorted(_mains(story, sight), key=lambda main: _outlook(story, sight, main), reverse=True)
    plates = [[main, *_companions(story, sight, main.seen, _faced(story, main))] for main in mains[:_LAST_LOOK]]
    best = max(plates, key=lambda drafts: _worth(story, sight, drafts))
    if _lacking(story, best) > 0.0:  # one after the other, by what pleases, they do not show enough
        mains += _closer(story, sight, mains)
        others = [_together(story, sight, main) for main in mains]
        others += [[main, *_companions(story, sight, main.seen, _faced(story, main), by_cover=True)] for main in mains]
        others += [_with_one_before(story, sight, drafts) for drafts in (best, *others) if drafts is not None]
        best = max([best, *filter(None, others)], key=lambda drafts: _worth(story, sight, drafts))
    return Plate(muscle=muscle.id, panels=tuple(_panels(story, sight, best, muscle.id, sides)))


# -- what is to be shown -----------------------------------------------------


def _story(pattern: Pattern, muscle: Muscle, sight: Sight, sides: Sides, point: int | None) -> _Story:
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
    marks = [mark for side in each for mark in pattern.marks(surface, side)]
    parts.append(np.array([v for _, v, _ in marks], np.int32))
    vertices = np.concatenate(parts)
    inside = np.zeros((len(vertices), 3), np.float32)
    inside[len(vertices) - len(marks) :] = np.array([way for _, _, way in marks], np.float32).reshape(-1, 3)
    raw = sight.seen(vertices)
    seen = np.minimum(raw * np.float32(1 / FULLY_SEEN), 1.0)
    first_mark = len(vertices) - len(marks)
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
    return _Story(
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
        companion_mm=min(max(_LEAST_MM, _LEAST_SHARE * (_ROOM_SHARE * own + _ROOM_MM)), _MOST_LEAST_MM),
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
        boxes.append(_inside(around(*(e.box for e in found))) if found else None)
        mm2[k] = sum(e.mm2 for e in found)
    return boxes, mm2


def _inside(box: Box) -> Box | None:
    left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in box)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _seen_in(story: _Story, sight: Sight, view: int, box: Box) -> Floats:
    """(k,) how much of each sample a part of a view shows."""
    at = story.places.of(view)
    left, top, right, bottom = box
    inside = (at[:, 0] >= left) & (at[:, 0] <= right) & (at[:, 1] >= top) & (at[:, 1] <= bottom)
    return np.asarray(story.seen[view] * inside, np.float32)


def _box_of(places: Floats) -> Box:
    left, top = places.min(axis=0)
    right, bottom = places.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


# -- the main panel ----------------------------------------------------------


def _mains(story: _Story, sight: Sight) -> Iterable[_Draft]:
    """What may stand in the main place: the best few views, each with a narrower and a wider frame."""
    pressed = story.seen[:, story.points].sum(axis=1)
    most = float(story.muscle_mm2.max(initial=0.0))
    of_muscle = story.muscle_mm2 / most if most > 0.0 else np.ones(len(sight.views), np.float32)
    fit = (pressed >= pressed.max()) & (of_muscle >= LEAST_MUSCLE)
    if not fit.any():  # no view shows both: rather all the points, if at least half of the muscle is seen there
        fit = (pressed >= pressed.max()) & (of_muscle >= 0.5)
    if not fit.any():
        fit = of_muscle >= LEAST_MUSCLE
        fit &= pressed >= pressed[fit].max()
    pain = story.facing @ np.where(story.marked, np.float32(0), story.worth)
    rank = 0.6 * of_muscle + 0.35 * pain + 0.15 * sight.straight - 0.15 * sight.posed - 0.1 * np.log2(sight.mm_per_px)
    order = [int(k) for k in np.argsort(-rank, kind="stable") if fit[k]]
    for view in order[:_FIRST_LOOK]:
        seen: set[Box] = set()
        for box in _main_boxes(story, sight, view):
            if box not in seen:
                seen.add(box)
                yield _Draft(view=view, box=box, seen=_seen_in(story, sight, view, box))


def _main_boxes(story: _Story, sight: Sight, view: int) -> Iterable[Box]:
    """The muscle and its points with some room, and the same with as much of the pain as still leaves them large."""
    at = story.places.of(view)
    here = story.seen[view] > 0.5
    width, height = (float(mm) for mm in sight.sizes[view])
    core = _core(story, sight, view)
    across, down = (core[2] - core[0]) * width, (core[3] - core[1]) * height
    own = max(across, down)
    limit = max(MAIN_TIMES * own, MAIN_LEAST_MM) * 0.99
    wanted = min(_ROOM_SHARE * own + _ROOM_MM, limit)
    yield _framed(core, width, height, wanted, limit, _SHORTER_MAIN)
    room = min(_EDGE_MM + _EDGE_SHARE * own, (limit - own) / 2.0)
    roomy = _inside((core[0] - room / width, core[1] - room / height, core[2] + room / width, core[3] + room / height))
    pain = (story.worth > 0.0) & ~story.marked & here
    for strength in ("essential", None):
        shown = pain if strength is None else pain & (story.weights["essential"] > 0.0)
        wide = _inside(around(core, _box_of(at[shown]))) if shown.any() else None
        if wide is not None:
            wide = around(wide, roomy or core)
            longer = max((wide[2] - wide[0]) * width, (wide[3] - wide[1]) * height) + 36.0
            if longer <= limit:
                yield _framed(wide, width, height, max(wanted, longer), limit, _SHORTER_MAIN)
            else:
                most = limit / width, limit / height
                yield _framed(_towards(roomy or core, wide, *most), width, height, limit, limit, _SHORTER_MAIN)


def _closer(story: _Story, sight: Sight, mains: list[_Draft]) -> list[_Draft]:
    """Each view of some main panels with a frame closer about the muscle, so that a companion has more to add."""
    out = []
    for view in dict.fromkeys(main.view for main in mains):
        core = _core(story, sight, view)
        width, height = (float(mm) for mm in sight.sizes[view])
        own = max((core[2] - core[0]) * width, (core[3] - core[1]) * height)
        limit = max(MAIN_TIMES * own, MAIN_LEAST_MM) * 0.99
        box = _framed(core, width, height, min(1.15 * own + 40.0, limit), limit, _SHORTER_MAIN)
        out.append(_Draft(view=view, box=box, seen=_seen_in(story, sight, view, box)))
    return out


def _core(story: _Story, sight: Sight, view: int) -> Box:
    """The muscle and its points."""
    at = story.places.of(view)
    marks = at[story.marked & (story.seen[view] > 0.5)]
    boxes = [b for b in (story.muscle_boxes[view], _box_of(marks) if len(marks) else None) if b is not None]
    return (_inside(around(*boxes)) if boxes else None) or WHOLE


def _towards(core: Box, wide: Box, across: float, down: float) -> Box:
    """As much of a wide box as a size in shares allows, all of the core in it."""
    left, right = _part(core[0], core[2], wide[0], wide[2], across)
    top, bottom = _part(core[1], core[3], wide[1], wide[3], down)
    return left, top, right, bottom


def _part(low: float, high: float, lowest: float, highest: float, size: float) -> tuple[float, float]:
    if highest - lowest <= size:
        return lowest, highest
    spare = max(size - (high - low), 0.0) / (highest - lowest - (high - low))
    return low - (low - lowest) * spare, high + (highest - high) * spare


def _framed(box: Box, width: float, height: float, longer: float, limit: float, shorter: float) -> Box:
    """A box widened until its longer side is `longer` mm, in a shape that lays out well, inside the picture."""
    own_across, own_down = (box[2] - box[0]) * width, (box[3] - box[1]) * height
    across, down = max(longer, own_across), max(longer, own_down)
    if own_across > own_down:
        down = max(own_down + 0.6 * (longer - own_across), longer * shorter)
    else:
        across = max(own_across + 0.6 * (longer - own_down), longer * shorter)
    across, down = min(across, limit), min(down, limit)
    return widened(box, width, height, across, down)


# -- the companions ----------------------------------------------------------


def _companions(
    story: _Story, sight: Sight, shown: Floats, faced: Floats, most: int = MOST_COMPANIONS, by_cover: bool = False
) -> list[_Draft]:
    """One after the other the part of a view that adds most, until enough is shown; at `most` so many.

    `by_cover`: whether or not the view is a pleasing one.
    """
    out: list[_Draft] = []
    while len(out) < most:
        has = story.shows_of(shown)
        lacks_point = bool((story.seen[:, story.points].max(axis=0, initial=0.0) > shown[story.points]).any())
        enough = all(has[s] >= least + _SPARE or not story.weights[s].any() for s, least in LEAST_SHOWN.items())
        if enough and not lacks_point:
            break
        found = _next(story, sight, shown, faced, by_cover)
        if found is None:
            break
        out.append(found)
        shown, faced = np.maximum(shown, found.seen), np.maximum(faced, _faced(story, found))
    return out


def _together(story: _Story, sight: Sight, main: _Draft) -> list[_Draft] | None:
    """A main panel with the two companions that show most together, and a third if it is needed; None without two."""
    if len(story.pool) < 2:
        return None
    with_one = np.maximum(story.seen_by_pool, main.seen)
    alone = with_one @ story.worth
    best: tuple[float, int, int] | None = None
    for one in np.argsort(-alone, kind="stable")[:_THIRD_LOOK].tolist():
        both = np.maximum(with_one, with_one[one])
        lacking = np.zeros(len(both), np.float32)
        for strength, least in LEAST_SHOWN.items():
            if story.weights[strength].any():
                lacking += np.clip(least + _SPARE - both @ story.weights[strength], 0.0, None)
        other = int(np.argmin(lacking - 0.01 * sight.pleasing[story.pool]))
        if best is None or lacking[other] < best[0]:
            best = float(lacking[other]), int(story.pool[one]), int(story.pool[other])
    assert best is not None
    drafts, shown, faced = [main], main.seen, _faced(story, main)
    for view in best[1:]:
        found = _companion(story, sight, view, shown)
        if found is None or not _adds_enough(story, found, shown):
            return None
        drafts.append(found)
        shown, faced = np.maximum(shown, found.seen), np.maximum(faced, _faced(story, found))
    return [*drafts, *_companions(story, sight, shown, faced, MOST_COMPANIONS - 2)]


def _faced(story: _Story, draft: _Draft) -> Floats:
    """(k,) how much of the skin a panel shows as skin that faces the viewer."""
    return np.asarray(story.facing[draft.view] * (draft.seen > 0.0), np.float32)


def _with_one_before(story: _Story, sight: Sight, drafts: list[_Draft]) -> list[_Draft] | None:
    """The same panels with another companion before them, if then each adds enough; None if there is no such one.

    What two companions both show counts for the first: a small view of the side comes before a broad one of the front.
    """
    main, rest = drafts[0], drafts[1:]
    if len(rest) >= MOST_COMPANIONS or not rest:
        return None
    shown = np.maximum.reduce([d.seen for d in drafts])
    gains = np.maximum(story.seen_by_pool, shown) @ story.worth
    for view in story.pool[np.argsort(-gains, kind="stable")[:_SECOND_LOOK]].tolist():
        first = _companion(story, sight, view, main.seen)
        before = main.seen
        for draft in (first, *rest):
            if draft is None or not _adds_enough(story, draft, before):
                break
            before = np.maximum(before, draft.seen)
        else:
            assert first is not None
            return [main, first, *rest]
    return None


def _adds_enough(story: _Story, draft: _Draft, shown: Floats) -> bool:
    added = np.clip(draft.seen - shown, 0.0, None)
    more = story.shows_of(added)
    return max(more.values()) >= LEAST_ADDED or bool((added[story.points] > 0.5).any())


def _next(story: _Story, sight: Sight, shown: Floats, faced: Floats, by_cover: bool) -> _Draft | None:
    """The part of a view that adds most to what is shown; None where none adds enough."""
    pleasing = np.ones(len(sight.views)) if by_cover else sight.pleasing
    if by_cover:
        gains = np.maximum(story.seen_by_pool, shown) @ story.worth - shown @ story.worth
    else:
        gains = np.maximum(story.facing_pool, faced) @ story.worth - faced @ story.worth
    gains *= pleasing[story.pool]
    best: tuple[float, _Draft] | None = None
    for view in story.pool[np.argsort(-gains, kind="stable")[:_SECOND_LOOK]].tolist():
        draft = _companion(story, sight, view, shown)
        if draft is None or not _adds_enough(story, draft, shown):
            continue
        added = np.clip(draft.seen - shown if by_cover else _faced(story, draft) - faced, 0.0, None)
        worth = float(added @ story.worth) * float(pleasing[view]) * _crisp(sight, view, draft.box) ** 0.3
        if best is None or worth > best[0]:
            best = worth, draft
    return None if best is None else best[1]


def _companion(story: _Story, sight: Sight, view: int, shown: Floats) -> _Draft | None:
    new = (np.clip(story.seen[view] - shown, 0.0, None) > 0.3) & (story.worth > 0.0)
    if not new.any():
        return None
    at = story.places.of(view)
    box = _inside(_box_of(at[new]))
    if box is None:
        return None
    width, height = (float(mm) for mm in sight.sizes[view])
    across, down = (box[2] - box[0]) * width, (box[3] - box[1]) * height
    longer = max(across, down)
    longer = min(max(longer * 1.18 + 40.0, story.companion_mm), max(longer, SPANS_BODY_MM))
    shorter = _SHORTER if down > across else _LOWER
    framed = _framed(box, width, height, longer, max(longer, 1.0), shorter)
    return _Draft(view=view, box=framed, seen=_seen_in(story, sight, view, framed))


def _crisp(sight: Sight, view: int, box: Box) -> float:
    """How sharp a part of a view is, 0..1: 1 from where it has all pixels that a panel can use."""
    width, height = sight.sizes[view] / sight.mm_per_px[view]
    return min(max((box[2] - box[0]) * float(width), (box[3] - box[1]) * float(height)) / _SHARP_PX, 1.0)


# -- which is best, and what it says -----------------------------------------


def _outlook(story: _Story, sight: Sight, main: _Draft) -> float:
    """How well a main panel tells the story with companions that show the whole of their views."""
    drafts, shown = [main], main.seen
    for _ in range(MOST_COMPANIONS):
        has = story.shows_of(shown)
        if all(has[s] >= least + _SPARE or not story.weights[s].any() for s, least in LEAST_SHOWN.items()):
            break
        if not story.pool.size:
            break
        gains = (np.maximum(story.seen_by_pool, shown) @ story.worth) * sight.pleasing[story.pool]
        view = int(story.pool[np.argmax(gains)])
        shown = np.maximum(shown, story.seen[view])
        drafts.append(_Draft(view=view, box=(0.0, 0.0, 1.0, 1.0), seen=story.seen[view]))
    return _worth(story, sight, drafts)


def _lacking(story: _Story, drafts: list[_Draft]) -> float:
    """How much of the pain some panels do not show and should."""
    has = story.shows_of(np.maximum.reduce([d.seen for d in drafts]))
    return sum(max(least + _SPARE - has[s], 0.0) for s, least in LEAST_SHOWN.items() if story.weights[s].any())


def _worth(story: _Story, sight: Sight, drafts: list[_Draft]) -> float:
    """How well some panels tell the story."""
    main, lacking = drafts[0], _lacking(story, drafts)
    most = max(float(story.muscle_mm2.max(initial=0.0)), 1e-6)
    width, height = sight.sizes[main.view]
    own = story.muscle_boxes[main.view]
    large = 0.0
    if own is not None:
        large = max((own[2] - own[0]) * width, (own[3] - own[1]) * height) / max(
            (main.box[2] - main.box[0]) * width, (main.box[3] - main.box[1]) * height
        )
    return (
        -6.0 * lacking
        - (_BROKEN if lacking > _SPARE else 0.0)
        - 0.32 * (len(drafts) - 1)
        + 0.5 * float(story.muscle_mm2[main.view]) / most
        + 0.25 * float(_faced(story, main) @ np.where(story.marked, np.float32(0), story.worth))
        + 0.15 * float(sight.straight[main.view])
        - 0.15 * float(sight.posed[main.view])
        - 0.4 * float(sight.far[main.view])
        - 0.1 * sum(float(sight.far[d.view]) for d in drafts[1:])
        + 0.4 * _crisp(sight, main.view, main.box)
        + 0.9 * float(large)
        + 0.1 * sum(float(sight.pleasing[d.view]) for d in drafts[1:])
    )


def _panels(story: _Story, sight: Sight, drafts: list[_Draft], muscle: str, sides: Sides) -> Iterable[Panel]:
    shown = np.zeros(len(story.vertices), np.float32)
    most = max(float(story.muscle_mm2.max(initial=0.0)), 1e-6)
    for draft in drafts:
        view = sight.views[draft.view]
        width, height = (float(mm) for mm in sight.sizes[draft.view])
        added = np.clip(draft.seen - shown, 0.0, None)
        shown = np.maximum(shown, draft.seen)
        more = story.shows_of(added)
        points = draft.seen[story.points]
        of_muscle = [e.within(draft.box) for s in sides_of(sides) if (e := sight.extents.of(muscle, view, s))]
        left, top, right, bottom = draft.box
        yield Panel(
            view=view.id,
            box=draft.box,
            role="main" if draft is drafts[0] else "companion",
            shows=Shows(
                points=float(points.mean()) if points.size else 0.0,
                muscle=min(sum(of_muscle) / most, 1.0),
                essential=min(more["essential"], 1.0),
                spillover=min(more["spillover"], 1.0),
            ),
            caption=caption_of(view, sides, _about(story, sight, draft.seen if draft is drafts[0] else added)),
            size_mm=((right - left) * width, (bottom - top) * height),
        )


def _about(story: _Story, sight: Sight, seen: Floats) -> dict[str, float]:
    """How much of what a panel is about lies on each part of the body."""
    part = sight.part[story.vertices]
    amount = np.bincount(part, weights=seen * story.worth, minlength=len(sight.part_names))
    return {name: float(a) for name, a in zip(sight.part_names, amount, strict=True) if name}


def _turned(plate: Plate, sight: Sight) -> Plate:
    """The plate of the other side: its mirror image."""
    numbers = {v.id: k for k, v in enumerate(sight.views)}
    return replace(
        plate,
        panels=tuple(
            replace(
                panel,
                view=sight.views[sight.opposite[numbers[panel.view]]].id,
                box=turned(panel.box),
                caption=turned_caption(panel.caption),
            )
            for panel in plate.panels
        ),
    )
