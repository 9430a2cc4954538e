"""A muscle's referral pattern as painted on the skin, and what can be said about it from the geometry alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from atlas.domain.anatomy import Muscle, Strength, TriggerPoint
from atlas.domain.body.painting import Painting, union
from atlas.domain.body.sides import Side
from atlas.domain.body.surface import Surface
from atlas.domain.fibres import crosses_itself, fibre_grid, point_position, point_vertex

Offset: TypeAlias = tuple[float, float, float]
ON_SKIN: Offset = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedZone:
    """A zone of a pattern as paint on the skin."""

    id: str
    strength: Strength
    painting: Painting  # right side, as written


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """All zones of a muscle, painted for the right side, and the vertices under its trigger points."""

    muscle: str
    zones: tuple[PaintedZone, ...]
    points: tuple[tuple[int, int], ...]  # (trigger point id, vertex of the right side that a finger presses)
    inside: Mapping[str, tuple[Offset, ...]] = field(default_factory=dict)  # by figure, see `marks`
    crossed: tuple[int, ...] = ()  # sheets, counted from 1, whose fibres cross: written in the wrong order

    def painting(self, strength: Strength, only: Iterable[str] | None = None) -> Painting:
        """All zones of one strength as one painting; `only` keeps the named zones."""
        wanted = None if only is None else set(only)
        return union([z.painting for z in self.zones if z.strength == strength and (wanted is None or z.id in wanted)])

    def marks(self, surface: Surface, side: Side, figure: str) -> Iterator[tuple[int, int, Offset]]:
        """Of each trigger point of a side its id, the vertex of the skin, and the way from there into its muscle, mm
        on the figure as it stands."""
        ways = self.inside.get(figure, (ON_SKIN,) * len(self.points))
        for (point, vertex), (x, y, z) in zip(self.points, ways, strict=True):
            yield point, surface.sided_vertex(vertex, side), (x if side == "right" else -x, y, z)

    @property
    def whole(self) -> Painting:
        """All of its zones, of whatever strength, as one painting."""
        return union([zone.painting for zone in self.zones])


def paint_pattern(surface: Surface, muscle: Muscle, figures: Mapping[str, Surface] | None = None) -> Pattern:
    """Paints a muscle's zones from their strokes and finds its trigger points; right side.

    `figures`: the surface as each figure has it; without them all points are marked on the skin.
    """
    points = tuple((p.id, point_vertex(surface, muscle, p)) for p in muscle.trigger_points)
    return Pattern(
        muscle=muscle.id,
        zones=tuple(PaintedZone(id=z.id, strength=z.strength, painting=surface.paint(z.strokes)) for z in muscle.zones),
        points=points,
        inside={
            figure: tuple(_inside(own, muscle, p, v) for p, (_, v) in zip(muscle.trigger_points, points, strict=True))
            for figure, own in (figures or {}).items()
        },
        crossed=tuple(
            k
            for k, s in enumerate(muscle.fibres, 1)
            if not s.in_body and crosses_itself(surface, fibre_grid(surface, s, along=13, across=3))
        ),
    )


def _inside(surface: Surface, muscle: Muscle, point: TriggerPoint, vertex: int) -> Offset:
    """Of a point in a sheet that lies on the skin nothing, in whole mm of others."""
    if not muscle.fibres[point.sheet - 1].in_body:
        return ON_SKIN
    x, y, z = (float(round(float(mm))) for mm in point_position(surface, muscle, point) - surface.points[vertex])
    return x, y, z


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionShare:
    """How much of a region's area is painted, in percent."""

    region: str
    percent: float


NAMED_FROM_PERCENT = 10.0  # a region is said to be covered when at least this much of it is painted


def covered_regions(surface: Surface, painting: Painting, side: Side = "right") -> tuple[RegionShare, ...]:
    """The regions a painting really covers, largest share first."""
    shares = surface.region_shares(painting, side)
    found = [RegionShare(region=r, percent=round(p, 1)) for r, p in shares.items() if p >= NAMED_FROM_PERCENT]
    return tuple(sorted(found, key=lambda s: (-s.percent, s.region)))
