"""Four choices that can be taken for each other, of which one is right and no other is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random

from rapidfuzz import fuzz

from atlas.domain.anatomy import Muscle
from atlas.domain.study.overlap import SAME, Overlaps

CHOICES = 4
_CLOSEST = 5  # of which the wrong three are drawn, so that a card is not learned by its choices
_ALIKE = 72.0  # of 100: texts that say nearly the same


def pattern_choices(muscle: str, muscles: Mapping[str, Muscle], overlaps: Overlaps, dice: Random) -> tuple[str, ...]:
    """The muscle and three others whose patterns overlap it most, in any order; none whose pattern is the same."""
    own = muscles[muscle]
    beside = [(m, share) for m, share in overlaps.beside(muscle) if share < SAME and muscles[m].name != own.name]
    overlapping = [m for m, share in beside if share > 0.0]
    rest = sorted((m for m, share in beside if share <= 0.0), key=lambda m: muscles[m].area != own.area)
    return _mixed(muscle, [*overlapping, *rest], dice)


def place_choices(
    muscle: str, muscles: Mapping[str, Muscle], away: Callable[[str, str], float], dice: Random
) -> tuple[str, ...]:
    """The muscle and three that lie near it: for one that is shown on its bones. `away` in mm."""
    own = muscles[muscle]
    others = [m for m in muscles if m != muscle and muscles[m].name != own.name]
    near = sorted(others, key=lambda m: (away(muscle, m), m))
    return _mixed(muscle, near, dice)


def fact_choices(muscle: str, muscles: Mapping[str, Muscle], texts: Mapping[str, str], dice: Random) -> tuple[str, ...]:
    """The muscle and three whose texts say something else, those of its own area first; `texts` by muscle.

    Fewer than four where there are not so many that differ.
    """
    own = muscles[muscle]
    order = sorted((m for m in texts if m != muscle), key=lambda m: muscles[m].area != own.area)
    area = [m for m in order if muscles[m].area == own.area]
    dice.shuffle(area)
    chosen: list[str] = []
    for other in (*area, *order[len(area) :]):
        if all(differ(texts[other], texts[m]) for m in (muscle, *chosen)):
            chosen.append(other)
        if len(chosen) == CHOICES - 1:
            break
    return _mixed(muscle, chosen, dice)


def flag_choices(right: Sequence[str], others: Sequence[str], dice: Random) -> tuple[str, ...]:
    """The gravest of the flags that are raised, and three that are not, in any order."""
    wrong = dice.sample(list(others), min(CHOICES - 1, len(others)))
    made = [right[0], *wrong]
    dice.shuffle(made)
    return tuple(made)


def differ(text: str, other: str) -> bool:
    """Whether two texts say different things, as far as their words tell."""
    return fuzz.token_set_ratio(text.casefold(), other.casefold()) < _ALIKE


def gives_away(name: str, texts: Iterable[str]) -> bool:
    """Whether a word of a muscle's name stands in one of some texts."""
    said = " ".join(texts).casefold()
    words = [word.strip("(),.;:").casefold() for word in name.split()]
    return any(len(word) >= 6 and word[:6] in said for word in words)


def _mixed(right: str, near: Sequence[str], dice: Random) -> tuple[str, ...]:
    """The right one among three of the nearest."""
    wrong = dice.sample(list(near[:_CLOSEST]), min(CHOICES - 1, len(near)))
    made = [right, *wrong]
    dice.shuffle(made)
    return tuple(made)
