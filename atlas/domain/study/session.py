"""Which card is asked next: what is being learned, what is due, then what is new, as many a day as were chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from atlas.domain.anatomy import Muscle
from atlas.domain.study.cards import KINDS, Card
from atlas.domain.study.learner import Moment, Plan
from atlas.domain.study.schedule import Memory, Schedule, is_due

_AHEAD = timedelta(minutes=20)  # what is being learned may come so much earlier than wait for
_APART = 7  # muscles between one card of a muscle and its next kind, while all are new
_LATELY = 3  # cards that were asked just now: nothing about the same is asked while there is anything else


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many cards are to be asked today, by why."""

    learning: int = 0
    due: int = 0
    new: int = 0

    @property
    def whole(self) -> int:
        return self.learning + self.due + self.new


def chosen_cards(
    cards: Iterable[Card], plan: Plan, muscles: Mapping[str, Muscle], region_areas: Mapping[str, str]
) -> tuple[Card, ...]:
    """The cards of a plan's areas and kinds; a place belongs to the area of most muscles that are felt there."""
    out = []
    for card in cards:
        area = region_areas.get(card.about, "") if card.kind == "place" else muscles[card.about].area
        if card.kind in plan.kinds and (not plan.areas or area in plan.areas):
            out.append(card)
    return tuple(out)


def region_areas(muscles: Iterable[Muscle]) -> dict[str, str]:
    """The area that most muscles belong to which are mainly felt in a region."""
    count: dict[str, dict[str, int]] = {}
    for muscle in muscles:
        for region in {r for z in muscle.zones if z.strength == "essential" for r in z.regions}:
            of = count.setdefault(region, {})
            of[muscle.area] = of.get(muscle.area, 0) + 1
    return {region: max(of, key=lambda area: (of[area], area)) for region, of in count.items()}


def in_order_of_learning(cards: Sequence[Card]) -> tuple[Card, ...]:
    """New cards in the order in which they are met: muscles mixed, and the kinds of one muscle some days apart."""
    about = sorted({card.about for card in cards}, key=lambda name: crc32(name.encode()))
    place = {name: k for k, name in enumerate(about)}
    return tuple(sorted(cards, key=lambda c: (place[c.about] + _APART * KINDS.index(c.kind), c.point or 0, c.id)))


def next_card(
    cards: Sequence[Card],
    memories: Mapping[str, Memory],
    schedule: Schedule,
    now: Moment,
    *,
    new_left: int,
    lately: Collection[str] = (),
) -> Card | None:
    """The card to ask now, of those in order of learning; None when all is done for today.

    First what was being learned and has come round, then what is due, the least known first, then what is new, and at
    the end what is being learned and would come round soon. `lately`: what the last cards were about.
    """
    soon: list[tuple[datetime, str, Card]] = []
    learning: list[tuple[datetime, str, Card]] = []
    due: list[tuple[float, str, Card]] = []
    new: list[Card] = []
    for card in cards:
        memory = memories.get(card.id)
        if memory is None:
            new.append(card)
        elif memory.due_at is not None:
            (learning if is_due(memory, now) else soon).append((memory.due_at, card.id, card))
        elif is_due(memory, now):
            due.append((schedule.recall(memory, now.day), card.id, card))
    waiting = [card for *_, card in (*sorted(learning), *sorted(due))]
    waiting += new[: max(new_left, 0)]
    waiting += [card for at, _, card in sorted(soon) if at <= now.at + _AHEAD]
    apart = [card for card in waiting if card.about not in lately]
    return next(iter(apart or waiting), None)


def waiting_today(cards: Sequence[Card], memories: Mapping[str, Memory], now: Moment, *, new_left: int) -> Waiting:
    """What is to be asked today."""
    learning = due = new = 0
    for card in cards:
        memory = memories.get(card.id)
        if memory is None:
            new += 1
        elif memory.due_at is not None:
            learning += 1
        elif is_due(memory, now):
            due += 1
    return Waiting(learning=learning, due=due, new=min(new, max(new_left, 0)))


def lately_about(asked: Sequence[str]) -> frozenset[str]:
    """What the last of some cards, by id, were about."""
    return frozenset(card.partition("/")[0] for card in asked[-_LATELY:])
