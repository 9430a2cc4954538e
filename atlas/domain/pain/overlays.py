"""What lies over the body in "Where it hurts": up to four patterns in inks of their own, and a nerve root's skin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Side
from atlas.domain.catalog import InkCatalog
from atlas.domain.dermatomes import key_vertex, paint_dermatome
from atlas.domain.pain.pain_report import Compared, Hurting

LETTERS = "ABCD"
"""What the compared patterns are called, in their order."""

Inking: TypeAlias = Literal["essential", "spillover", "root"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InkLayer:
    """A field over the body and the points that belong to it: (text, vertex)."""

    inking: Inking
    place: int  # among the compared patterns, from 0; 0 for a nerve root
    painting: Painting
    points: tuple[tuple[str, int], ...] = ()


def ink_layers(hurting: Hurting, catalog: InkCatalog) -> tuple[InkLayer, ...]:
    """What is laid over the body, the lowest first."""
    found = []
    if hurting.dermatome is not None:
        root, side = catalog.dermatomes[hurting.dermatome], side_of_root(hurting)
        points = ((root.name, key_vertex(catalog.surface, root, side)),)
        painting = root_painting(catalog, root.id, side)
        found.append(InkLayer(inking="root", place=0, painting=painting, points=points))
    for place, which in enumerate(hurting.compared):
        found += _of_pattern(which, place, LETTERS[place] if len(hurting.compared) > 1 else "", catalog)
    return tuple(found)


def root_painting(catalog: InkCatalog, root: str, side: Side) -> Painting:
    right = paint_dermatome(catalog.surface, catalog.dermatomes[root])
    return right if side == "right" else catalog.surface.mirrored(right)


def side_of_root(hurting: Hurting) -> Side:
    """A nerve root is shown on the side of the pattern that it is compared with."""
    return hurting.compared[0].side if hurting.compared else hurting.side


def _of_pattern(which: Compared, place: int, letter: str, catalog: InkCatalog) -> list[InkLayer]:
    surface, pattern = catalog.surface, catalog.pattern(which.muscle)
    right = which.side == "right"

    def sided(painting: Painting) -> Painting:
        return painting if right else surface.mirrored(painting)

    points = tuple((f"{letter}{p}", v if right else int(surface.twin[v])) for p, v in pattern.points)
    spillover, essential = sided(pattern.painting("spillover")), sided(pattern.painting("essential"))
    return [
        InkLayer(inking="spillover", place=place, painting=spillover),
        InkLayer(inking="essential", place=place, painting=essential, points=points),
    ]
