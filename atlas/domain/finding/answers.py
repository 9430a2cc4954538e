"""What a search found: answers of several kinds, best first, each with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from atlas.domain.body.sides import Sides

Kind: TypeAlias = Literal["muscle", "point", "complaint", "page", "region", "nerve", "root"]
KINDS: tuple[Kind, ...] = ("muscle", "point", "complaint", "page", "region", "nerve", "root")

Why: TypeAlias = Literal["name", "felt", "sometimes", "complaint", "nerve", "saying", "words"]
"""By its name; because it is nearly always or sometimes felt there; as what a complaint, a nerve or words lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`id` is that of the thing; of a point "muscle/number". `score` is 0..1, comparable within one search.

    `regions`, `complaint`, `nerve` and `words` are what the reason speaks of.
    """

    kind: Kind
    id: str
    score: float
    why: Why
    regions: tuple[str, ...] = ()
    complaint: str = ""
    nerve: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`side`: what was said of it; None where no word said a side. `places`: the regions (right side) that were meant.

    Where `answers` is empty `nearest` are the nearest things there are: to be offered, never to be given as an answer.
    """

    answers: tuple[Answer, ...] = ()
    side: Sides | None = None
    places: tuple[str, ...] = ()
    nearest: tuple[Answer, ...] = ()

    def of(self, kind: Kind) -> tuple[Answer, ...]:
        return tuple(a for a in self.answers if a.kind == kind)
