"""What is said below a panel: which parts of the body it is about, whose side, and from where they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, radians
from typing import Literal, TypeAlias

from atlas.domain.body.sides import Sides
from atlas.domain.views import View

Direction: TypeAlias = Literal[
    "front",
    "back",
    "right-side",
    "left-side",
    "outer",
    "inner",
    "front-side",
    "back-side",
    "above",
    "below",
    "palm",
    "hand-back",
    "sole",
]

DOWNWARD = (
    "head",
    "neck",
    "upper_back",
    "chest",
    "shoulder",
    "mid_back",
    "abdomen",
    "low_back",
    "pelvis",
    "arm",
    "elbow",
    "forearm",
    "wrist",
    "hand",
    "hip",
    "buttock",
    "thigh",
    "knee",
    "leg",
    "ankle",
    "foot",
)
"""The parts of the body, as regions name theirs, from above; a limb's in their order along it."""

_LIMBS = frozenset(DOWNWARD[DOWNWARD.index("arm") : DOWNWARD.index("hand") + 1]) | frozenset(
    DOWNWARD[DOWNWARD.index("thigh") :]
)
PAIRED = _LIMBS | {"shoulder", "hip", "buttock"}
"""The parts that there are two of: with them it is said whose side is meant."""

_WITH_AN_OUTER_SIDE = _LIMBS | {"shoulder", "hip"}
_NAMED_FROM = 0.12  # of what a panel is about: from here on a part is named
_ASLANT = 20.0  # degrees from straight


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """`parts` are one or two; of more the first and the last from above, and then it is said `from` one `to` the other.

    `sides` None: of parts that are not paired, or where the whole width of the body is meant.
    """

    parts: tuple[str, ...]
    reaching: bool  # from the first part to the last, others lying between
    sides: Sides | None
    direction: Direction


UNSAID = Caption(parts=(), reaching=False, sides=None, direction="front")
"""Says nothing: where what is shown is asked for."""


def caption_of(view: View, sides: Sides, about: Mapping[str, float]) -> Caption:
    """`about`: how much of what a panel shows lies on each part, in any unit."""
    first, second = view.edges
    if sides == "both" and second is None:  # it shows one of the two
        sides = first.side
    whole = sum(about.values())
    named = [part for part in DOWNWARD if whole > 0.0 and about.get(part, 0.0) >= _NAMED_FROM * whole]
    if not named:
        named = [view.limb or "head"] if view.group in ("head", *_LIMBS) else ["chest"]
    paired = any(part in PAIRED for part in named)
    return Caption(
        parts=(named[0], named[-1]) if len(named) > 1 else (named[0],),
        reaching=len(named) > 2,
        sides=sides if paired else None,
        direction=_direction(view, sides, named),
    )


def turned_caption(caption: Caption) -> Caption:
    """Of the mirror image."""
    direction: Direction = caption.direction
    if direction in ("right-side", "left-side"):
        direction = "left-side" if direction == "right-side" else "right-side"
    sides = caption.sides
    if sides in ("right", "left"):
        sides = "left" if sides == "right" else "right"
    return replace(caption, direction=direction, sides=sides)


def _direction(view: View, sides: Sides, parts: list[str]) -> Direction:
    only = set(parts)
    if view.pitch > 30.0:
        return "above"
    if view.pitch < -30.0:
        return "sole" if only <= {"foot", "ankle"} else "below"
    across, forward = cos(radians(view.yaw - 90.0)), cos(radians(view.yaw))
    if abs(across) <= abs(cos(radians(90.0 - _ASLANT))):
        if only <= {"hand", "wrist"}:
            return "palm" if forward > 0.0 else "hand-back"
        return "front" if forward > 0.0 else "back"
    if abs(forward) > abs(cos(radians(90.0 - _ASLANT))):
        return "front-side" if forward > 0.0 else "back-side"
    seen: Literal["right", "left"] = "left" if across > 0.0 else "right"
    if only <= _WITH_AN_OUTER_SIDE and sides != "both":
        return "outer" if seen == sides else "inner"
    return "left-side" if seen == "left" else "right-side"
