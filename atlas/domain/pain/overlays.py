"""What lies over the body in "Where it hurts": up to four patterns in inks of their own, and a nerve root's skin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Side
from atlas.domain.catalog import Catalog
from atlas.domain.dermatomes import key_vertex, paint_dermatome
from atlas.domain.pain.pain_report import Overlay, PainReport
from atlas.domain.strengths import drawn_in_order

LETTERS = "WXYZ"  # none that a nerve root is called by: C, T, L, S
"""What the compared patterns are called, in their order."""

OverlayKind: TypeAlias = Strength | Literal["root"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayLayer:
    """A field over the body and the points that belong to it: (text, vertex)."""

    inking: OverlayKind
    place: int  # among the compared patterns, from 0; 0 for a nerve root
    painting: Painting
    points: tuple[tuple[str, int], ...] = ()


def ink_layers(report: PainReport, catalog: Catalog) -> tuple[OverlayLayer, ...]:
    """What is laid over the body, the lowest first."""
    found = []
    if report.dermatome is not None:
        root, side = catalog.dermatomes[report.dermatome], side_of_root(report)
        points = ((root.name, key_vertex(catalog.surface, root, side)),)
        painting = root_painting(catalog, root.id, side)
        found.append(OverlayLayer(inking="root", place=0, painting=painting, points=points))
    for place, which in enumerate(report.overlays):
        found += _of_pattern(which, place, LETTERS[place] if len(report.overlays) > 1 else "", catalog)
    return tuple(found)


def root_painting(catalog: Catalog, root: str, side: Side) -> Painting:
    """The dermatome of a nerve root as paint on one side. Raises KeyError for an unknown root."""
    return catalog.surface.sided(paint_dermatome(catalog.surface, catalog.dermatomes[root]), side)


def side_of_root(report: PainReport) -> Side:
    """A nerve root is shown on the side of the pattern that it is compared with."""
    return report.overlays[0].side if report.overlays else report.side


def _of_pattern(which: Overlay, place: int, letter: str, catalog: Catalog) -> list[OverlayLayer]:
    surface, pattern = catalog.surface, catalog.pattern(which.muscle)
    fields = [
        OverlayLayer(inking=strength, place=place, painting=surface.sided(pattern.painting(strength), which.side))
        for strength in drawn_in_order()
    ]
    points = tuple((f"{letter}{p}", surface.sided_vertex(v, which.side)) for p, v in pattern.points)
    return [*fields[:-1], replace(fields[-1], points=points)]
