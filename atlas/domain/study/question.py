"""A card as a question: how it is answered, what there is to choose among, and what is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Literal, TypeAlias
from zlib import crc32

import numpy as np

from atlas.domain.body.painting import Floats
from atlas.domain.catalog import Catalog
from atlas.domain.study.cards import FACTS, Card, CardKind, flags_of, meant_points, senders_by_region
from atlas.domain.study.choices import (
    CHOICES,
    fact_choices,
    flag_choices,
    gives_away,
    pattern_choices,
    place_choices,
)
from atlas.domain.study.overlap import SAME, Overlaps

Way: TypeAlias = Literal["choice", "typed", "several", "paint", "mark", "recall"]
"""One of four; a name that is typed; all names that fit; the zone painted; a point marked; thought, then looked up."""

NAMED: frozenset[CardKind] = frozenset({"pattern", "bones"})
"""What is answered with one muscle's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`options` are ids: of muscles, or for "flags" of red flags. `right` holds all that are right, `also` what is
    neither right nor wrong. `told` is what a text card turns up."""

    card: Card
    way: Way
    right: tuple[str, ...]
    options: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    texts: Mapping[str, str] | None = None  # of the options, where they are not names
    told: str = ""
    points: tuple[int, ...] = ()


class Asking:
    """Makes questions of cards, in one language. What is dear is worked out once."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self._catalog, self._language = catalog, language

    @cached_property
    def overlaps(self) -> Overlaps:
        """Of all patterns; a third of a second."""
        return Overlaps(self._catalog.surface, {m: self._catalog.pattern(m) for m in self._catalog.muscles})

    @cached_property
    def _middles(self) -> dict[str, Floats]:
        surface = self._catalog.surface
        found = {}
        for muscle in self._catalog.muscles:
            vertices = [vertex for _, vertex in self._catalog.pattern(muscle).points]
            found[muscle] = surface.points[vertices].mean(axis=0) if vertices else np.full(3, 1e6, np.float32)
        return found

    @cached_property
    def _senders(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        muscles = self._catalog.muscles.values()
        return senders_by_region(muscles), senders_by_region(muscles, "spillover")

    def make_ready(self) -> None:
        """Works out what the first questions would wait for; it may be called in any thread."""
        _ = self.overlaps, self._middles, self._senders, self._catalog.guide(self._language).red_flags

    def question(self, card: Card, *, typed: bool, turn: int) -> Question | None:
        """The card's `turn`-th question; the same one again for the same turn. None where the atlas has no answer.

        `typed`: a name is to be typed rather than chosen.
        """
        dice = Random(crc32(f"{card.id}:{turn}".encode()))
        if card.kind == "place":
            return self._about_place(card)
        if card.about not in self._catalog.muscles:
            return None
        if card.kind in NAMED:
            return self._about_name(card, typed, dice)
        if card.kind == "zone":
            return Question(card=card, way="paint", right=(card.about,))
        if card.kind == "point":
            points = meant_points(self._catalog.muscles[card.about], card)
            return Question(card=card, way="mark", right=(card.about,), points=points) if points else None
        if card.kind == "flags":
            return self._about_flags(card, dice)
        return self._about_text(card, dice)

    def _about_name(self, card: Card, typed: bool, dice: Random) -> Question:
        muscles = self._catalog.muscles
        same = (card.about, *self._same(card.about)) if card.kind == "pattern" else (card.about,)
        if typed:
            return Question(card=card, way="typed", right=same)
        if card.kind == "pattern":
            options = pattern_choices(card.about, muscles, self.overlaps, dice)
        else:
            options = place_choices(card.about, muscles, self._away, dice)
        return Question(card=card, way="choice", right=(card.about,), options=options)

    def _same(self, muscle: str) -> tuple[str, ...]:
        """Other muscles whose pattern is as good as the same: to name one of them is right, too."""
        return tuple(other for other, share in self.overlaps.beside(muscle) if share >= SAME)

    def _away(self, muscle: str, other: str) -> float:
        return float(np.linalg.norm(self._middles[muscle] - self._middles[other]))

    def _about_place(self, card: Card) -> Question | None:
        mainly, sometimes = self._senders
        right = mainly.get(card.about, ())
        if not right or card.about not in self._catalog.regions:
            return None
        also = tuple(m for m in sometimes.get(card.about, ()) if m not in right)
        return Question(card=card, way="several", right=right, also=also)

    def _about_flags(self, card: Card, dice: Random) -> Question | None:
        right, others = flags_of(self._catalog.muscles[card.about], self._catalog.red_flag_rules)
        words = self._catalog.guide(self._language).red_flags
        if not right or right[0] not in words:
            return None
        options = flag_choices(right, [f for f in others if f in words], dice)
        texts = {flag: words[flag].short for flag in options}
        return Question(card=card, way="choice", right=right[:1], options=options, texts=texts)

    def _about_text(self, card: Card, dice: Random) -> Question | None:
        told = self.text(card.about, card.kind)
        if not told:
            return None
        options: tuple[str, ...] = ()
        if card.kind in FACTS:
            texts = {m: t for m in self._catalog.muscles if (t := self.text(m, card.kind))}
            options = fact_choices(card.about, self._catalog.muscles, texts, dice)
            said = {m: texts[m] for m in options}
            if len(options) == CHOICES and not gives_away(self._catalog.muscles[card.about].name, said.values()):
                return Question(card=card, way="choice", right=(card.about,), options=options, texts=said, told=told)
        return Question(card=card, way="recall", right=(card.about,), told=told)

    def text(self, muscle: str, kind: CardKind) -> str:
        """What a text card of a kind turns up about a muscle, in the language; empty where nothing is written."""
        heading = {"nerve": "innervation", "needling": "needling_cautions"}.get(kind, kind)
        own = self._catalog.texts(muscle, self._language).get("clinician", {}).get(heading)
        return own or (str(getattr(self._catalog.muscles[muscle], heading)) if kind in FACTS else "")
