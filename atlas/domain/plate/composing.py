"""Composes a plate: one main panel with the muscle and its points, and the companions that show the rest of the pain.

The rule, not a list: of the views that show most points and most of the muscle the one that also shows most pain and
looks straight at it; about the muscle as much of the body as says where one is; then one companion after the other,
each the view whose part adds most pain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from atlas.domain.anatomy import Muscle
from atlas.domain.body.painting import Floats
from atlas.domain.body.sides import Sides, sides_of
from atlas.domain.pattern import Pattern
from atlas.domain.plate.box import WHOLE, turned
from atlas.domain.plate.captions import caption_of, turned_caption
from atlas.domain.plate.companions import companions_of, crispness, two_together, with_one_before
from atlas.domain.plate.main_panel import closer_drafts, main_drafts
from atlas.domain.plate.plate import MOST_COMPANIONS, Panel, Plate, Shows
from atlas.domain.plate.promises import LEAST_SHOWN, SLACK
from atlas.domain.plate.sight import Sight
from atlas.domain.plate.story import SPARE, Draft, Story, faced, lacking, story_of

_BROKEN = 2.0  # what a plate loses that does not show what it must: nothing that pleases makes up for it
_SQUARELY = 0.4  # what it is worth that the main panel looks straight at where one presses
_CUT = 0.3  # what is lost where the view's edge cuts the muscle off
_ALONE = 0.07  # what it is worth that nothing but the muscle's own limb is seen
_LAST_LOOK = 2  # main panels that are tried with their companions


def compose(pattern: Pattern, muscle: Muscle, sight: Sight, sides: Sides = "right", point: int | None = None) -> Plate:
    """The plate of a muscle on a figure, or of one of its trigger points. Pure.

    Raises KeyError for a point that the muscle does not have.
    """
    if point is not None and point not in {p.id for p in muscle.trigger_points}:
        raise KeyError(point)
    if sides == "left" and -1 not in sight.opposite:
        return _turned(compose(pattern, muscle, sight, "right", point), sight)
    story = story_of(pattern, muscle, sight, sides, point)
    mains = sorted(main_drafts(story, sight), key=lambda main: _outlook(story, sight, main), reverse=True)
    plates = [[main, *companions_of(story, sight, main.seen, faced(story, main))] for main in mains[:_LAST_LOOK]]
    best = max(plates, key=lambda drafts: _worth(story, sight, drafts))
    if lacking(story, best) > 0.0:  # one after the other, by what pleases, they do not show enough
        mains += closer_drafts(story, sight, mains)
        others = [two_together(story, sight, main) for main in mains]
        others += [[main, *companions_of(story, sight, main.seen, faced(story, main), by_cover=True)] for main in mains]
        others += [with_one_before(story, sight, drafts) for drafts in (best, *others) if drafts is not None]
        best = max([best, *filter(None, others)], key=lambda drafts: _worth(story, sight, drafts))
    return Plate(muscle=muscle.id, panels=tuple(_panels(story, sight, best, muscle.id, sides)))


def _outlook(story: Story, sight: Sight, main: Draft) -> float:
    """How well a main panel tells the story with companions that show the whole of their views."""
    drafts, shown = [main], main.seen
    for _ in range(MOST_COMPANIONS):
        has = story.shows_of(shown)
        if all(has[s] >= least + SPARE or not story.weights[s].any() for s, least in LEAST_SHOWN.items()):
            break
        if not story.pool.size:
            break
        gains = (np.maximum(story.seen_by_pool, shown) @ story.worth) * sight.pleasing[story.pool]
        view = int(story.pool[np.argmax(gains)])
        shown = np.maximum(shown, story.seen[view])
        drafts.append(Draft(view=view, box=WHOLE, seen=story.seen[view]))
    return _worth(story, sight, drafts)


def _worth(story: Story, sight: Sight, drafts: list[Draft]) -> float:
    """How well some panels tell the story."""
    main, lacks = drafts[0], lacking(story, drafts)
    most = max(float(story.muscle_mm2.max(initial=0.0)), 1e-6)
    width, height = sight.sizes[main.view]
    own = story.muscle_boxes[main.view]
    large = 0.0
    if own is not None:
        large = max((own[2] - own[0]) * width, (own[3] - own[1]) * height) / max(
            (main.box[2] - main.box[0]) * width, (main.box[3] - main.box[1]) * height
        )
    return (
        -6.0 * lacks
        - (_BROKEN if lacks > SPARE + SLACK else 0.0)
        - 0.32 * (len(drafts) - 1)
        + 0.5 * float(story.muscle_mm2[main.view]) / most
        + 0.4 * float(faced(story, main) @ np.where(story.marked, np.float32(0), story.worth))
        + _SQUARELY * float(story.pressed[main.view])
        - _CUT * float(story.cut[main.view])
        + _ALONE * float(sight.alone[main.view])
        + 0.15 * float(sight.straight[main.view])
        - 0.15 * float(sight.posed[main.view])
        - 0.4 * float(sight.far[main.view])
        - 0.1 * sum(float(sight.far[d.view]) for d in drafts[1:])
        + 0.4 * crispness(sight, main.view, main.box)
        + 0.9 * float(large)
        + 0.1 * sum(float(sight.pleasing[d.view]) for d in drafts[1:])
    )


def _panels(story: Story, sight: Sight, drafts: list[Draft], muscle: str, sides: Sides) -> Iterable[Panel]:
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


def _about(story: Story, sight: Sight, seen: Floats) -> dict[str, float]:
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
