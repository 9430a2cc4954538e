"""The companions of a main panel: the parts of other views that add most to what it shows."""

from __future__ import annotations

import numpy as np

from atlas.domain.body.painting import Floats
from atlas.domain.plate.box import Box, framed, inside_view
from atlas.domain.plate.plate import MOST_COMPANIONS
from atlas.domain.plate.promises import LEAST_ADDED, LEAST_SHOWN, SPANS_BODY_MM
from atlas.domain.plate.sight import Sight
from atlas.domain.plate.story import SPARE, Draft, Story, box_of, faced, seen_in

_THIRD_LOOK = 10  # views that are tried as one of two companions together
_SECOND_LOOK = 4  # views that are tried as the next companion
_SHARP_PX = 750.0  # of a panel's longer side
_SHORTER, _LOWER = 0.62, 0.85  # of a tall and of a low panel's longer side is its shorter one at least


def companions_of(
    story: Story, sight: Sight, shown: Floats, front: Floats, most: int = MOST_COMPANIONS, by_cover: bool = False
) -> list[Draft]:
    """One after the other the part of a view that adds most, until enough is shown; at `most` so many.

    `by_cover`: whether or not the view is a pleasing one.
    """
    out: list[Draft] = []
    while len(out) < most:
        has = story.shows_of(shown)
        lacks_point = bool((story.seen[:, story.points].max(axis=0, initial=0.0) > shown[story.points]).any())
        enough = all(has[s] >= least + SPARE or not story.weights[s].any() for s, least in LEAST_SHOWN.items())
        if enough and not lacks_point:
            break
        found = _next(story, sight, shown, front, by_cover)
        if found is None:
            break
        out.append(found)
        shown, front = np.maximum(shown, found.seen), np.maximum(front, faced(story, found))
    return out


def two_together(story: Story, sight: Sight, main: Draft) -> list[Draft] | None:
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
                lacking += np.clip(least + SPARE - both @ story.weights[strength], 0.0, None)
        other = int(np.argmin(lacking - 0.01 * sight.pleasing[story.pool]))
        if best is None or lacking[other] < best[0]:
            best = float(lacking[other]), int(story.pool[one]), int(story.pool[other])
    assert best is not None
    drafts, shown, front = [main], main.seen, faced(story, main)
    for view in best[1:]:
        found = _companion(story, sight, view, shown)
        if found is None or not _adds_enough(story, found, shown):
            return None
        drafts.append(found)
        shown, front = np.maximum(shown, found.seen), np.maximum(front, faced(story, found))
    return [*drafts, *companions_of(story, sight, shown, front, MOST_COMPANIONS - 2)]


def with_one_before(story: Story, sight: Sight, drafts: list[Draft]) -> list[Draft] | None:
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


def _adds_enough(story: Story, draft: Draft, shown: Floats) -> bool:
    added = np.clip(draft.seen - shown, 0.0, None)
    more = story.shows_of(added)
    return max(more.values()) >= LEAST_ADDED or bool((added[story.points] > 0.5).any())


def _next(story: Story, sight: Sight, shown: Floats, front: Floats, by_cover: bool) -> Draft | None:
    """The part of a view that adds most to what is shown; None where none adds enough."""
    pleasing = np.ones(len(sight.views)) if by_cover else sight.pleasing
    if by_cover:
        gains = np.maximum(story.seen_by_pool, shown) @ story.worth - shown @ story.worth
    else:
        gains = np.maximum(story.facing_pool, front) @ story.worth - front @ story.worth
    gains *= pleasing[story.pool]
    best: tuple[float, Draft] | None = None
    for view in story.pool[np.argsort(-gains, kind="stable")[:_SECOND_LOOK]].tolist():
        draft = _companion(story, sight, view, shown)
        if draft is None or not _adds_enough(story, draft, shown):
            continue
        added = np.clip(draft.seen - shown if by_cover else faced(story, draft) - front, 0.0, None)
        worth = float(added @ story.worth) * float(pleasing[view]) * crispness(sight, view, draft.box) ** 0.3
        if best is None or worth > best[0]:
            best = worth, draft
    return None if best is None else best[1]


def _companion(story: Story, sight: Sight, view: int, shown: Floats) -> Draft | None:
    new = (np.clip(story.seen[view] - shown, 0.0, None) > 0.3) & (story.worth > 0.0)
    if not new.any():
        return None
    at = story.places.of(view)
    box = inside_view(box_of(at[new]))
    if box is None:
        return None
    width, height = (float(mm) for mm in sight.sizes[view])
    across, down = (box[2] - box[0]) * width, (box[3] - box[1]) * height
    longer = max(across, down)
    longer = min(max(longer * 1.18 + 40.0, story.companion_mm), max(longer, SPANS_BODY_MM))
    shorter = _SHORTER if down > across else _LOWER
    part = framed(box, width, height, longer, max(longer, 1.0), shorter)
    return Draft(view=view, box=part, seen=seen_in(story, sight, view, part))


def crispness(sight: Sight, view: int, box: Box) -> float:
    """How sharp a part of a view is, 0..1: 1 from where it has all pixels that a panel can use."""
    width, height = sight.sizes[view] / sight.mm_per_px[view]
    return min(max((box[2] - box[0]) * float(width), (box[3] - box[1]) * float(height)) / _SHARP_PX, 1.0)
