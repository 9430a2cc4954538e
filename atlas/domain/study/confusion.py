"""Which muscles are most often taken for each other, and where they stand on a small map."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from atlas.domain.study.cards import card_of
from atlas.domain.study.learner import Answer
from atlas.domain.study.question import NAMED

MOST_PAIRS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """Two muscles, by id in alphabetical order, and how often one was taken for the other."""

    one: str
    other: str
    times: int


def confused(answers: Iterable[Answer], muscles: Container[str], most: int = MOST_PAIRS) -> tuple[Confusion, ...]:
    """The pairs that were confused most often, the most frequent first."""
    count: dict[tuple[str, str], int] = {}
    for answer in answers:
        card = card_of(answer.card)
        if card is None or card.kind not in NAMED or answer.right or answer.given == card.about:
            continue
        if card.about in muscles and answer.given in muscles:
            pair = (min(card.about, answer.given), max(card.about, answer.given))
            count[pair] = count.get(pair, 0) + 1
    ranked = sorted(count.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Confusion(one=a, other=b, times=n) for (a, b), n in ranked[:most])


def on_a_ring(pairs: Sequence[Confusion]) -> dict[str, tuple[float, float]]:
    """A place (x, y), -1..1, for each muscle of some pairs, on a ring; those that are confused stand side by side."""
    order: list[str] = []
    for pair in pairs:
        known = [m for m in (pair.one, pair.other) if m in order]
        new = [m for m in (pair.one, pair.other) if m not in order]
        if not known:
            order += new
        elif new:
            order.insert(order.index(known[0]) + 1, new[0])
    turn = 2.0 * pi / max(len(order), 1)
    return {m: (sin(turn * k), -cos(turn * k)) for k, m in enumerate(order)}
