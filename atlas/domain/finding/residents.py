"""Which muscles lie under a place of the skin, by their fibres and trigger points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from atlas.domain.anatomy import Muscle
from atlas.domain.body.surface import Surface
from atlas.domain.fibres import fibre_grid
from atlas.domain.pattern import Pattern

_ALONG, _ACROSS = 9, 3  # points of a sheet that are looked at
_LEAST = 0.08  # of a muscle; less of it only touches a region


class Residents:
    """By region (right side) the muscles that lie there, those with most of themselves there first."""

    def __init__(self, surface: Surface, muscles: Iterable[Muscle], patterns: Mapping[str, Pattern]) -> None:
        self._in: dict[str, list[tuple[float, str]]] = {}
        for muscle in muscles:
            held: Counter[str] = Counter()
            for sheet in muscle.fibres:
                for row in fibre_grid(surface, sheet, along=_ALONG, across=_ACROSS):
                    held.update(surface.region_ids[int(surface.region[surface.nearest(p)])] for p in row)
            whole = max(held.total(), 1)
            shares = {region: n / whole for region, n in held.items() if n / whole >= _LEAST}
            for _, vertex in patterns[muscle.id].points:
                shares.setdefault(surface.region_ids[int(surface.region[vertex])], _LEAST)
            for region, share in shares.items():
                self._in.setdefault(region, []).append((share, muscle.id))

    def of(self, region: str) -> tuple[str, ...]:
        return tuple(m for _, m in sorted(self._in.get(region, ()), key=lambda found: (-found[0], found[1])))
