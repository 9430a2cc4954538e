"""Cards made from the atlas itself, none written by hand: what can be asked of each muscle and each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Muscle
from atlas.domain.body.places import Place
from atlas.domain.catalog import Catalog
from atlas.domain.words.red_flags import NoRedFlags, RedFlagRules, raised

CardKind: TypeAlias = Literal[
    "pattern", "bones", "zone", "point", "place", "origin", "insertion", "action", "nerve", "needling", "flags"
]
KINDS: tuple[CardKind, ...] = (
    "pattern", "bones", "zone", "point", "place", "origin", "insertion", "action", "nerve", "needling", "flags",
)  # fmt: skip
FACTS: tuple[CardKind, ...] = ("origin", "insertion", "action", "nerve")
POINTED: frozenset[CardKind] = frozenset({"zone", "point"})
"""What is answered on the picture itself: it cannot be answered by ear."""

SEEN: frozenset[CardKind] = frozenset({"bones", *POINTED})
"""What is asked by a picture that no words can stand for without giving the answer away."""

_SENDERS = (2, 8)  # how many muscles are mainly felt at a place that is asked about
_OTHER_FLAGS = 3  # that a muscle's pain does not raise, to choose among


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is asked: of a muscle, or for "place" of a region. `point`: the first of those that are meant."""

    kind: CardKind
    about: str
    point: int | None = None

    @property
    def id(self) -> str:
        """Stays the same from one version of the atlas to the next, for what is kept and exported."""
        return f"{self.about}/{self.kind}" if self.point is None else f"{self.about}/{self.kind}/{self.point}"


def card_of(card_id: str) -> Card | None:
    """The card that an id names; None for what is no id of a card."""
    about, _, rest = card_id.partition("/")
    kind, _, point = rest.partition("/")
    known = next((k for k in KINDS if k == kind), None)
    if known is None or not about or (point and not point.isdecimal()):
        return None
    return Card(kind=known, about=about, point=int(point) if point else None)


def all_cards(catalog: Catalog) -> tuple[Card, ...]:
    """Every card of an atlas, muscle by muscle in its order, then the places."""
    muscles = catalog.muscles
    of_muscles = [card for muscle in muscles.values() for card in _cards_of(muscle, catalog)]
    senders = senders_by_region(muscles.values())
    places = [
        Card(kind="place", about=region)
        for region in catalog.regions
        if _SENDERS[0] <= len(senders.get(region, ())) <= _SENDERS[1]
    ]
    return (*of_muscles, *places)


def _cards_of(muscle: Muscle, catalog: Catalog) -> Iterator[Card]:
    about = muscle.id
    mainly = [zone for zone in muscle.zones if zone.strength == "essential"]
    if mainly:
        yield Card(kind="pattern", about=about)
    if muscle.fibres:
        yield Card(kind="bones", about=about)
    if any(not zone.inside for zone in mainly):
        yield Card(kind="zone", about=about)
    for group in point_groups(muscle):
        yield Card(kind="point", about=about, point=group[0])
    facts = {"origin": muscle.origin, "insertion": muscle.insertion, "action": muscle.action}
    facts["nerve"] = muscle.innervation
    for kind in FACTS:
        if facts[kind].strip():
            yield Card(kind=kind, about=about)
    if catalog.texts(about).get("clinician", {}).get("needling_cautions"):
        yield Card(kind="needling", about=about)
    if flags_of(muscle, catalog.red_flag_rules)[0]:
        yield Card(kind="flags", about=about)


def point_groups(muscle: Muscle) -> tuple[tuple[int, ...], ...]:
    """The points a finger reaches, those together that send pain to the same zones: by it they cannot be told apart."""
    groups: dict[frozenset[str], list[int]] = {}
    for point in muscle.trigger_points:
        if point.reach == "outside":
            groups.setdefault(frozenset(point.refers_to), []).append(point.id)
    return tuple(tuple(sorted(group)) for group in groups.values())


def meant_points(muscle: Muscle, card: Card) -> tuple[int, ...]:
    """The points of a "point" card, any of which is right; none where the muscle has changed since."""
    return next((group for group in point_groups(muscle) if card.point in group), ())


def senders_by_region(muscles: Iterable[Muscle], strength: str = "essential") -> dict[str, tuple[str, ...]]:
    """The muscles whose pain of a strength is felt in each region (right side), in their order."""
    out: dict[str, list[str]] = {}
    for muscle in muscles:
        regions = dict.fromkeys(r for zone in muscle.zones if zone.strength == strength for r in zone.regions)
        for region in regions:
            out.setdefault(region, []).append(muscle.id)
    return {region: tuple(found) for region, found in out.items()}


def flags_of(muscle: Muscle, rules: RedFlagRules) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The flags that a muscle's main pain raises, the gravest first, and those it does not; none where that is unsure.

    What is to be shown wherever it hurts is in neither.
    """
    regions = dict.fromkeys(r for z in muscle.zones if z.strength == "essential" for r in z.regions)
    every = [Place(region=r, side="right") for z in muscle.zones for r in z.regions]
    try:
        mainly = raised(rules, [Place(region=r, side="right") for r in regions])
        ever = set(raised(rules, every))
    except NoRedFlags:
        return (), ()
    right = tuple(f for f in mainly if f not in rules.always)
    others = tuple(f.id for f in rules.flags if f.id not in ever and f.id not in rules.always)
    return (right, others) if right and len(others) >= _OTHER_FLAGS else ((), ())
