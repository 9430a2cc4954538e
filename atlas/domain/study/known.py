"""How well the muscles are known, and with them the regions of the body that their pain is felt in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from atlas.domain.anatomy import Muscle
from atlas.domain.study.cards import Card
from atlas.domain.study.schedule import Memory, Schedule


def known_muscles(
    cards: Sequence[Card], memories: Mapping[str, Memory], schedule: Schedule, day: date
) -> dict[str, float]:
    """How likely the cards of each muscle are known on a day, 0..1: the mean over all of them, new ones counting 0.

    Muscles of which nothing was asked yet are left out.
    """
    total: dict[str, list[float]] = {}
    begun: set[str] = set()
    for card in cards:
        if card.kind == "place":
            continue
        memory = memories.get(card.id)
        if memory is not None:
            begun.add(card.about)
        total.setdefault(card.about, []).append(0.0 if memory is None else schedule.recall(memory, day))
    return {about: sum(shares) / len(shares) for about, shares in total.items() if about in begun}


def known_regions(muscles: Iterable[Muscle], known: Mapping[str, float]) -> dict[str, float]:
    """How well the muscles of each region are known that are mainly felt there, 0..1; regions that nothing is known of
    are left out."""
    of: dict[str, list[float | None]] = {}
    for muscle in muscles:
        for region in dict.fromkeys(r for z in muscle.zones if z.strength == "essential" for r in z.regions):
            of.setdefault(region, []).append(known.get(muscle.id))
    return {
        region: sum(share or 0.0 for share in shares) / len(shares)
        for region, shares in of.items()
        if any(share is not None for share in shares)
    }
