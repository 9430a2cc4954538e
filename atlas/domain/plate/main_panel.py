"""What may stand in a plate's main place: views that show the muscle and its points, in frames that keep them large."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from atlas.domain.plate.box import WHOLE, Box, around, framed, inside_view
from atlas.domain.plate.promises import LEAST_MUSCLE, MAIN_LEAST_MM, MAIN_TIMES
from atlas.domain.plate.sight import Sight
from atlas.domain.plate.story import ROOM_MM, ROOM_SHARE, Draft, Story, box_of, seen_in

_EDGE_MM, _EDGE_SHARE = 15.0, 0.12  # that much at least lies between the muscle and the panel's edge
_CLOSEST_MM = 118.0  # of a frame, so that a landmark or two are in it
_FIRST_LOOK = 5  # views that are tried
_SHORTER = 0.88  # of a panel's longer side is its shorter one at least, where the view has room


def main_drafts(story: Story, sight: Sight) -> Iterable[Draft]:
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
    rank = (
        0.6 * of_muscle
        + 0.3 * story.pressed
        - 0.3 * story.cut
        + 0.35 * pain
        + 0.15 * sight.straight
        - 0.15 * sight.posed
        - 0.1 * np.log2(sight.mm_per_px)
    )
    order = [int(k) for k in np.argsort(-rank, kind="stable") if fit[k]]
    for view in order[:_FIRST_LOOK]:
        seen: set[Box] = set()
        for box in _main_boxes(story, sight, view):
            if box not in seen:
                seen.add(box)
                yield Draft(view=view, box=box, seen=seen_in(story, sight, view, box))


def _main_boxes(story: Story, sight: Sight, view: int) -> Iterable[Box]:
    """The muscle and its points with some room, and the same with as much of the pain as still leaves them large."""
    at = story.places.of(view)
    here = story.seen[view] > 0.5
    width, height = (float(mm) for mm in sight.sizes[view])
    core = _core(story, sight, view)
    across, down = (core[2] - core[0]) * width, (core[3] - core[1]) * height
    own = max(across, down)
    limit = max(MAIN_TIMES * own, MAIN_LEAST_MM) * 0.99
    wanted = min(ROOM_SHARE * own + ROOM_MM, limit)
    yield framed(core, width, height, wanted, limit, _SHORTER)
    room = min(_EDGE_MM + _EDGE_SHARE * own, (limit - own) / 2.0)
    roomy = inside_view(
        (core[0] - room / width, core[1] - room / height, core[2] + room / width, core[3] + room / height)
    )
    pain = (story.worth > 0.0) & ~story.marked & here
    for strength in ("essential", None):
        shown = pain if strength is None else pain & (story.weights["essential"] > 0.0)
        wide = inside_view(around(core, box_of(at[shown]))) if shown.any() else None
        if wide is not None:
            wide = around(wide, roomy or core)
            longer = max((wide[2] - wide[0]) * width, (wide[3] - wide[1]) * height) + 36.0
            if longer <= limit:
                yield framed(wide, width, height, max(wanted, longer), limit, _SHORTER)
            else:
                most = limit / width, limit / height
                yield framed(_towards(roomy or core, wide, *most), width, height, limit, limit, _SHORTER)


def closer_drafts(story: Story, sight: Sight, mains: list[Draft]) -> list[Draft]:
    """Each view of some main panels with a frame closer about the muscle, so that a companion has more to add."""
    out = []
    for view in dict.fromkeys(main.view for main in mains):
        core = _core(story, sight, view)
        width, height = (float(mm) for mm in sight.sizes[view])
        own = max((core[2] - core[0]) * width, (core[3] - core[1]) * height)
        limit = max(MAIN_TIMES * own, MAIN_LEAST_MM) * 0.99
        box = framed(core, width, height, min(max(1.15 * own + 40.0, _CLOSEST_MM), limit), limit, _SHORTER)
        out.append(Draft(view=view, box=box, seen=seen_in(story, sight, view, box)))
    return out


def _core(story: Story, sight: Sight, view: int) -> Box:
    """The muscle and its points."""
    at = story.places.of(view)
    marks = at[story.marked & (story.seen[view] > 0.5)]
    boxes = [b for b in (story.muscle_boxes[view], box_of(marks) if len(marks) else None) if b is not None]
    return (inside_view(around(*boxes)) if boxes else None) or WHOLE


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
