"""A pattern in words: where it is mainly felt, and where sometimes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.domain.anatomy import Muscle, Region, Strength
from atlas.domain.body.sides import Sides
from atlas.domain.catalog import Catalog
from atlas.domain.strengths import STRENGTHS

if TYPE_CHECKING:
    from atlas.domain.words.handout_words import HandoutWords


def pattern_in_words(
    muscle: Muscle, sides: Sides, language: str, catalog: Catalog, words: HandoutWords
) -> tuple[tuple[str, str], ...]:
    """("Mainly", "cheek and eyebrow, right side"), ("Sometimes", ...), as far as there are such zones."""
    out = []
    for strength in STRENGTHS:
        zones = [z for z in muscle.zones if z.strength == strength]
        own = [(r, z.inside) for z in zones for r in z.regions]
        other = [(r, z.inside) for z in zones for r in z.opposite_regions]
        near, across = (
            list(dict.fromkeys(_said(catalog.label(r, language), inside, words) for r, inside in places))
            for places in (own, other)
        )
        if near or across:
            said = f"{words.listed(near or across)} ({words.side(sides)})"
            if near and across and sides != "both":
                said += f"; {words.on_other_side}: {words.listed(across)}"
            out.append((words.lead(strength), f"{said}."))
    return tuple(out)


def _said(place: str, inside: bool, words: HandoutWords) -> str:
    return words.felt_inside.format(place=place) if inside else place


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionWords:
    """The words around the names of regions when a picture is put in words; `{}` are the names."""

    mainly: str = "Mainly: {}"
    sometimes: str = "Sometimes: {}"
    right: str = "right side"
    left: str = "left side"
    both: str = "both sides"
    across: str = "and on the other side {}"
    inside: str = "{} (felt inside)"
    last: str = " and "  # between the last two names

    def lead(self, strength: Strength) -> str:
        """What stands before the places of a strength."""
        return {"essential": self.mainly, "spillover": self.sometimes}[strength]


ENGLISH_WORDS = DescriptionWords()


def describe(
    muscle: Muscle,
    regions: Mapping[str, Region],
    sides: str,
    point: int | None = None,
    words: DescriptionWords = ENGLISH_WORDS,
) -> str:
    """The picture in words: "Mainly: cheek and eyebrow, right side. Sometimes: top of the head, right side.\""""
    parts = []
    for strength in STRENGTHS:
        names: list[str] = []
        across: list[str] = []
        for zone in muscle.zones_of(point):
            if zone.strength == strength:
                said = words.inside if zone.inside else "{}"
                names += [said.format(regions[r].label) for r in zone.regions]
                across += [said.format(regions[r].label) for r in zone.opposite_regions]
        names, across = list(dict.fromkeys(names)), list(dict.fromkeys(across))
        if names:
            where = {"right": words.right, "left": words.left, "both": words.both}[sides]
            text = f"{words.lead(strength).format(listed(names, words.last))}, {where}"
            if across and sides != "both":
                text += f"; {words.across.format(listed(across, words.last))}"
            parts.append(text + ".")
    return " ".join(parts)


def listed(names: Sequence[str], last: str) -> str:
    """Names in a row, `last` between the last two; apart by semicolons where a name has a comma in it."""
    between = "; " if any("," in name for name in names) else ", "
    return names[0] if len(names) == 1 else between.join(names[:-1]) + between.strip(" ,") + last + names[-1]
