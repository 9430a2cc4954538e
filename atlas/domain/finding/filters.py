"""Filters for wherever muscles are listed: by area, region of pain, nerve, root, action and depth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Muscle
from atlas.domain.finding.muscle_filter import MuscleFilter
from atlas.domain.finding.vocabulary import Vocabulary

By: TypeAlias = Literal["area", "region", "nerve", "root", "action", "depth"]

ROOTS = (
    *(f"C{n}" for n in range(1, 9)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 6)),
    *(f"S{n}" for n in range(1, 6)),
)
_ROOTS = re.compile(r"\b([CTLS])(\d{1,2})(?:\s*(?:-|–|to|through)\s*([CTLS])?(\d{1,2}))?\b")

ACTIONS: Mapping[str, re.Pattern[str]] = {
    "bend": re.compile(r"\b(bends?|bending|flex(es|ion)?|points? the foot down)\b(?![^.;,]*same side)", re.I),
    "straighten": re.compile(r"\b(straightens?|extends?|extension)\b", re.I),
    "side-bend": re.compile(r"\bbends?\b[^.;,]*\bto the same side\b", re.I),
    "away": re.compile(r"\b(abducts?|abduction|abductor|spreads?)\b", re.I),
    "toward": re.compile(r"\b(adducts?|adduction|draws?[^.;,]*\b(to the body|to the palm))\b", re.I),
    "turn-out": re.compile(r"\bturn(s|ing)?\b[^.;]*\boutward\b|\boutwardly rotates?\b", re.I),
    "turn-in": re.compile(r"\bturn(s|ing)?\b[^.;]*\binward\b|\bturns? in the hip\b|\binwardly rotates?\b", re.I),
    "turn-trunk": re.compile(r"\bturn(s|ing)?\b[^.;,]*\b(neck|(?<!humeral )head|face|trunk|spine|vertebra)\b", re.I),
    "turn-palm": re.compile(r"\bturn(s|ing)?\b[^.;,]*\bpalm\b", re.I),
    "raise": re.compile(r"\b(raises?|lifts?)\b", re.I),
    "lower": re.compile(r"\b(lowers|lower the|(draws?|pulls?)\b[^.;,]*\bdown)\b", re.I),
    "breathe": re.compile(r"\b(breath|breathing|inspiration|expiration)\b", re.I),
    "jaw": re.compile(r"\b(jaw|chew\w*)\b", re.I),
}
"""What a muscle does, as its action says it in English; one muscle does several things."""


def roots_of(muscle: Muscle) -> tuple[str, ...]:
    """The roots that its innervation names, from above."""
    found: set[str] = set()
    for letter, first, end_letter, last in _ROOTS.findall(muscle.innervation):
        start = f"{letter}{int(first)}"
        end = f"{end_letter or letter}{int(last)}" if last else start
        if start in ROOTS and end in ROOTS:
            found.update(ROOTS[ROOTS.index(start) : ROOTS.index(end) + 1])
    return tuple(root for root in ROOTS if root in found)


def actions_of(muscle: Muscle) -> tuple[str, ...]:
    """What its action says that it does."""
    return tuple(action for action, said in ACTIONS.items() if said.search(muscle.action))


def nerves_of(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """The muscles of each nerve that has a name to be searched by."""
    return {word.id: word.muscles for word in vocabulary.words if word.role == "nerve"}


def fits(muscle: Muscle, wanted: MuscleFilter, nerves: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a muscle is all that is asked for."""
    return (
        wanted.area in ("", muscle.area)
        and wanted.depth in ("", muscle.depth)
        and (not wanted.region or any(wanted.region in zone.regions for zone in muscle.zones))
        and (not wanted.nerve or muscle.id in nerves.get(wanted.nerve, ()))
        and (not wanted.root or wanted.root in roots_of(muscle))
        and (not wanted.action or wanted.action in actions_of(muscle))
    )


def offered(muscles: Iterable[Muscle], nerves: Mapping[str, tuple[str, ...]]) -> dict[By, tuple[str, ...]]:
    """What can be asked for, each only where it leaves some muscle."""
    listed = list(muscles)
    ids = {muscle.id for muscle in listed}
    roots = {root for muscle in listed for root in roots_of(muscle)}
    actions = {action for muscle in listed for action in actions_of(muscle)}
    return {
        "area": tuple(dict.fromkeys(muscle.area for muscle in listed)),
        "region": tuple(dict.fromkeys(r for muscle in listed for zone in muscle.zones for r in zone.regions)),
        "nerve": tuple(nerve for nerve, own in nerves.items() if ids & set(own)),
        "root": tuple(root for root in ROOTS if root in roots),
        "action": tuple(action for action in ACTIONS if action in actions),
        "depth": tuple(depth for depth in ("superficial", "deep") if any(m.depth == depth for m in listed)),
    }
