"""Which red flags pain in certain places raises, the most dangerous first; the rules stand in data/red_flags.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from atlas.domain.anatomy import Muscle, Region
from atlas.domain.body.places import Place
from atlas.domain.body.sides import Side, Sides, sides_of

if TYPE_CHECKING:
    from atlas.domain.words.guide import RedFlag

Urgency: TypeAlias = Literal["emergency", "today", "soon"]


class NoRedFlags(LookupError):
    """The red flags of a place, or the words of one, could not be read; the text is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRule:
    """A red flag; `level` ranks it, the words say what to do. An emergency is never left out."""

    id: str
    level: Urgency
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedThere:
    """Regions of either side, and the flags that pain in any of them raises."""

    regions: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """Met when one of the regions is painted, or one on the right and one on the left."""

    regions: tuple[str, ...]
    both_sides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Flags that go before all others when all of `painted` are; with `one_side` only if on one side alone."""

    painted: tuple[Painted, ...]
    one_side: bool
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Widespread:
    """Flags that pain in at least so many of some parts of the body raises as well."""

    parts: tuple[tuple[str, ...], ...]  # the regions of each
    at_least: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagRules:
    """All of it: flags in order of danger. A region that is not here raises NoRedFlags, so nothing is left out unsaid.

    `always` are to be shown whatever is painted.
    """

    flags: tuple[FlagRule, ...] = ()
    always: tuple[str, ...] = ()
    regions: tuple[RaisedThere, ...] = ()
    together: tuple[Together, ...] = ()
    widespread: Widespread | None = None

    def level(self, flag: str) -> Urgency:
        return next(f.level for f in self.flags if f.id == flag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What to watch for, in words: `raised` by where it hurts, the gravest first; `always` wherever it hurts."""

    raised: tuple[RedFlag, ...] = ()
    always: tuple[RedFlag, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.raised)


def warning_signs_of(
    rules: RedFlagRules,
    texts: Mapping[str, RedFlag],
    places: Iterable[Place],
    *,
    also: Iterable[str] = (),
    most: int | None = None,
) -> Signs:
    """What `raised` finds, in words; nothing where nothing hurts. Raises NoRedFlags."""
    found = raised(rules, places, also=also, most=most)
    always = tuple(flag for flag in rules.always if flag not in found) if found else ()
    return Signs(raised=flags_in_words(found, texts), always=flags_in_words(always, texts))


def raised(
    rules: RedFlagRules, places: Iterable[Place], *, also: Iterable[str] = (), most: int | None = None
) -> tuple[str, ...]:
    """The flags that pain in these places raises, and those of `also`, by rank and never by share of the pain.

    First what the places raise together, then by danger. `most` leaves out the last ones, but no emergency and
    nothing that goes first. Raises NoRedFlags for a place there is no rule for.
    """
    felt = frozenset(places)
    by_region = {region: there.flags for there in rules.regions for region in there.regions}
    found = set(also)
    for place in felt:
        if place.region not in by_region:
            raise NoRedFlags(f"When to get help for pain in `{place.region}` could not be read.")
        found.update(by_region[place.region])
    first = {flag for together in rules.together if _met(together, felt) for flag in together.first}
    wide = _widespread(rules.widespread, felt)
    danger = {flag.id: k for k, flag in enumerate(rules.flags)}
    emergencies = {flag.id for flag in rules.flags if flag.level == "emergency"}
    found |= first | wide
    if strangers := sorted(found - danger.keys()):
        raise NoRedFlags(f"When to get help could not be read: there is no red flag `{strangers[0]}`.")

    def rank(flag: str) -> tuple[bool, bool, bool, int]:
        return flag not in first, flag not in emergencies, flag not in wide, danger[flag]

    ranked = sorted(found, key=rank)
    kept = sum(flag in first or flag in emergencies for flag in ranked)
    return tuple(ranked if most is None else ranked[: max(most, kept)])


def muscle_places(muscle: Muscle, sides: Sides, regions: Mapping[str, Region]) -> tuple[Place, ...]:
    """Where a muscle of these sides sends pain, essential or spillover, by the names of its zones."""
    found: dict[Place, None] = {}
    for side in sides_of(sides):
        other: Side = "left" if side == "right" else "right"
        for zone in muscle.zones:
            for names, half in ((zone.regions, side), (zone.opposite_regions, other)):
                for name in names:
                    midline = name in regions and regions[name].midline
                    found[Place(region=name, side=None if midline else half)] = None
    return tuple(found)


def flags_in_words(flags: Iterable[str], texts: Mapping[str, RedFlag]) -> tuple[RedFlag, ...]:
    """What is said of some flags. Raises NoRedFlags for one that has no words, so that none is lost unsaid."""
    wanted = tuple(flags)
    if lacking := [flag for flag in wanted if flag not in texts]:
        raise NoRedFlags(f"When to get help could not be read: there are no words for `{lacking[0]}`.")
    return tuple(texts[flag] for flag in wanted)


def _met(together: Together, felt: frozenset[Place]) -> bool:
    sides = [{place.side for place in felt if place.region in painted.regions} for painted in together.painted]
    if not all(sides) or not all(
        {"right", "left"} <= on for on, p in zip(sides, together.painted, strict=True) if p.both_sides
    ):
        return False
    return not together.one_side or len(set.union(*sides) - {None}) == 1


def _widespread(rule: Widespread | None, felt: frozenset[Place]) -> frozenset[str]:
    if rule is None:
        return frozenset()
    painted = {place.region for place in felt}
    touched = sum(not painted.isdisjoint(part) for part in rule.parts)
    return frozenset(rule.flags if touched >= rule.at_least else ())
