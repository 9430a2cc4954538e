"""An exam: so many questions, in a time, without help; what was right, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from atlas.domain.anatomy import Muscle
from atlas.domain.study.cards import KINDS, Card, CardKind
from atlas.domain.study.learner import Plan
from atlas.domain.study.session import chosen_cards

LENGTHS = (10, 20, 40)
SECONDS_EACH = 45
NOT_MEASURED: frozenset[CardKind] = frozenset({"needling"})
"""What the learner would have to judge alone: it is not part of an exam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamOrder:
    """What is asked for. No areas: all of them."""

    questions: int = LENGTHS[1]
    areas: tuple[str, ...] = ()
    kinds: tuple[CardKind, ...] = tuple(k for k in KINDS if k not in NOT_MEASURED)

    @property
    def seconds(self) -> int:
        """The time there is."""
        return self.questions * SECONDS_EACH


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAnswer:
    """`given`: the muscles (or the flag) that were said; empty where nothing was. `score` as in `Scored`."""

    card: str
    right: bool
    given: tuple[str, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamResult:
    """An exam that is over. `at` UTC, when it began; `seconds` that it took."""

    at: datetime
    seconds: int
    areas: tuple[str, ...]
    answers: tuple[ExamAnswer, ...]

    @property
    def right(self) -> int:
        return sum(answer.right for answer in self.answers)

    @property
    def missed(self) -> tuple[ExamAnswer, ...]:
        return tuple(answer for answer in self.answers if not answer.right)

    @property
    def share(self) -> float:
        """0..1 of the questions."""
        return self.right / len(self.answers) if self.answers else 0.0


def paper(
    cards: Iterable[Card],
    order: ExamOrder,
    muscles: Mapping[str, Muscle],
    region_areas: Mapping[str, str],
    dice: Random,
) -> tuple[Card, ...]:
    """The questions of an exam: kinds in turn, no muscle twice while there are others."""
    plan = Plan(areas=order.areas, kinds=tuple(k for k in order.kinds if k not in NOT_MEASURED))
    by_kind: dict[str, list[Card]] = {}
    for card in chosen_cards(cards, plan, muscles, region_areas):
        by_kind.setdefault(card.kind, []).append(card)
    for of_kind in by_kind.values():
        dice.shuffle(of_kind)
    out: list[Card] = []
    asked: set[str] = set()
    while len(out) < order.questions and any(by_kind.values()):
        for of_kind in by_kind.values():
            if of_kind and len(out) < order.questions:
                card = _next(of_kind, asked)
                out.append(card)
                asked.add(card.about)
    dice.shuffle(out)
    return tuple(out)


def _next(cards: list[Card], asked: set[str]) -> Card:
    fresh: Sequence[Card] = [card for card in cards if card.about not in asked]
    card = (fresh or cards)[0]
    cards.remove(card)
    return card
