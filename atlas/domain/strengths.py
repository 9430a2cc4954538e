"""The strengths of a zone: what each weighs, how much of it a view is asked to show, and its layer of the plate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.domain.anatomy import Strength
from atlas.domain.state import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneStrength:
    """`shown` and `matches` are shares, 0..1."""

    layer: Layer
    shown: float  # of what a view is asked to show, so that a small strong field is not outvoted by wide weak ones
    matches: float  # what its skin counts for, where a pattern is compared with a drawing


STRENGTHS: Mapping[Strength, ZoneStrength] = {
    "essential": ZoneStrength(layer=Layer.ESSENTIAL, shown=0.7, matches=1.0),
    "spillover": ZoneStrength(layer=Layer.SPILLOVER, shown=1.0 - 0.7, matches=0.5),
}
"""By strength, the strongest first, as they are said and listed. What is shown comes to 1 in all.

Whatever else differs from strength to strength stands in a table by strength; none may be without a row.
"""


def drawn_in_order() -> tuple[Strength, ...]:
    """The strengths as they are drawn, the strongest last: nothing lies over it."""
    return tuple(STRENGTHS)[::-1]
