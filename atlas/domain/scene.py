"""From a state to what is to be seen: the pure `resolve(state, catalog)`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from atlas.domain.anatomy import Muscle, Strength
from atlas.domain.body.painting import Painting, less, union
from atlas.domain.body.sides import Side, sides_of
from atlas.domain.body.surface import Surface
from atlas.domain.catalog import Catalog
from atlas.domain.choices import Bones
from atlas.domain.pattern import ON_SKIN, Offset, Pattern
from atlas.domain.plate.plate import Panel, Plate
from atlas.domain.state import AtlasState, Layer, Sign, Study
from atlas.domain.strengths import STRENGTHS
from atlas.domain.views import View, ViewShare

if TYPE_CHECKING:
    from atlas.domain.pain.drawing import Drawing
    from atlas.domain.pain.overlays import OverlayLayer

_OVERLAP_MM = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintLayer:
    """One field of pain to draw: its strength and where; a ring about it where it is felt `inside`, not in the skin."""

    strength: Strength
    painting: Painting
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleLayer:
    """A muscle to draw on one side; a deep one is drawn as seen through the skin."""

    muscle: str
    side: Side
    deep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PointMark:
    """A trigger point to mark at a vertex; unlit ones stand back while another is looked at.

    A `hollow` one lies where no finger comes from outside: its mark says where it is, not where to press.
    """

    point: int
    side: Side
    vertex: int
    lit: bool
    hollow: bool = False
    inside: Offset = ON_SKIN  # the way from the vertex to the mark's place in its muscle, mm on its figure as it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the plate shows. The same state always gives an equal scene."""

    view: View
    figure: str
    tone: str
    palette: str
    theme: str
    bones: Bones = "none"  # how strongly they show through the skin
    draped: bool = False  # in trunks, and the female figure in a top
    muscles: tuple[MuscleLayer, ...] = ()
    neighbours: tuple[MuscleLayer, ...] = ()  # to be outlined
    paint: tuple[PaintLayer, ...] = ()  # the strongest last
    points: tuple[PointMark, ...] = ()
    plate: Plate | None = None  # the composed plate, if that is shown: `view` is then that of the panel in its middle
    panel: int = 0  # the number of that panel in the plate
    shares: tuple[ViewShare, ...] = ()  # how much of the pattern each view shows; empty without a muscle
    drawing: Drawing | None = None  # the patient's own
    ink: tuple[OverlayLayer, ...] = ()  # what is laid over it

    @property
    def tells_points_apart(self) -> bool:
        """Whether there are several trigger points, which are then numbered wherever one of them is shown."""
        return len({mark.point for mark in self.points}) > 1


def scene_of(plate: Plate, panel: Panel, scene: Scene, catalog: Catalog) -> Scene:
    """The scene of a plate as one of its panels shows it."""
    points = scene.points if plate.marks_points(panel) else ()
    return replace(scene, view=catalog.views[panel.view], points=points)


def signs_of(*scenes: Scene) -> tuple[Sign, ...]:
    """Which of them some scenes show."""
    inside = any(layer.inside for scene in scenes for layer in scene.paint)
    hollow = any(mark.hollow for scene in scenes for mark in scene.points)
    return (*([Sign.INSIDE] if inside else []), *([Sign.HOLLOW] if hollow else []))


def resolve(state: AtlasState, catalog: Catalog) -> Scene:
    """What to show for a state. Pure. Raises KeyError for an unknown muscle or view."""
    plate = _plate_of(state, catalog)
    panel = 0 if plate is None else min(state.study.panel, len(plate.panels) - 1)  # another figure may have fewer
    bare = Scene(
        view=catalog.views[_view_of(state, catalog) if plate is None else plate.panels[panel].view],
        plate=plate,
        panel=panel,
        figure=state.look.figure,
        tone=state.look.tone,
        palette=state.look.palette,
        theme=state.room.theme,
        bones=state.look.bones,
        draped=state.look.draped,
    )
    if state.mode == "pain":
        from atlas.domain.pain.overlays import ink_layers  # not needed until someone says where it hurts

        drawing = None if state.report.is_empty else state.report.drawing
        return replace(bare, drawing=drawing, ink=ink_layers(state.report, catalog))
    if state.study.muscle is None:
        return bare
    muscle, pattern = catalog.muscles[state.study.muscle], catalog.pattern(state.study.muscle)
    return replace(
        bare,
        muscles=_muscles(muscle, state.study),
        neighbours=_neighbours(muscle, bare, state, catalog) if state.look.neighbours else (),
        paint=_paint(muscle, pattern, state.study, catalog.surface),
        points=_marks(muscle, pattern, state.study, catalog.surface, state.look.figure),
        shares=catalog.visibility(state.look.figure).shares(_lit(muscle, pattern, state.study), state.study.sides),
    )


def _lit(muscle: Muscle, pattern: Pattern, study: Study) -> Pattern:
    """What of a pattern is lit: that of the chosen point alone."""
    if study.point is None:
        return pattern
    zones = {z.id for z in muscle.zones_of(study.point)}
    return Pattern(
        muscle=f"{muscle.id}/{study.point}",
        zones=tuple(z for z in pattern.zones if z.id in zones),
        points=tuple(p for p in pattern.points if p[0] == study.point),
    )


def _view_of(state: AtlasState, catalog: Catalog) -> str:
    """The view that was chosen, or else the first of all."""
    return state.study.view or next(iter(catalog.views))


def _plate_of(state: AtlasState, catalog: Catalog) -> Plate | None:
    """The composed plate of the muscle or the point, unless one view was chosen."""
    study = state.study
    if study.view is not None or study.muscle is None or state.mode == "pain":
        return None
    return catalog.plate(study.muscle, state.look.figure, study.sides, study.point)


def _muscles(muscle: Muscle, study: Study) -> tuple[MuscleLayer, ...]:
    if Layer.MUSCLE not in study.layers:
        return ()
    return tuple(MuscleLayer(muscle=muscle.id, side=s, deep=muscle.depth == "deep") for s in sides_of(study.sides))


def _neighbours(muscle: Muscle, bare: Scene, state: AtlasState, catalog: Catalog) -> tuple[MuscleLayer, ...]:
    from atlas.domain.plate.neighbours import neighbours_of  # not needed until someone asks for them

    extents = catalog.extents(bare.figure)
    return tuple(
        MuscleLayer(muscle=other, side=side, deep=False)
        for side in sides_of(state.study.sides)
        for other in neighbours_of(muscle, side, bare.view, bare.figure, extents, catalog.muscles)
    )


def _paint(muscle: Muscle, pattern: Pattern, study: Study, surface: Surface) -> tuple[PaintLayer, ...]:
    """The fields of pain, the strongest last; where a stronger one is shown, a weaker one leaves its place.

    Zones that are felt inside are fields of their own, above the others.
    """
    lit = {zone.id for zone in muscle.zones_of(study.point)}
    skin = lit - {zone.id for zone in muscle.zones if zone.inside}
    fields: list[PaintLayer] = []
    rings: list[PaintLayer] = []
    stronger: list[Painting] = []
    for strength, row in STRENGTHS.items():
        if row.layer not in study.layers:
            continue
        right = pattern.painting(strength, skin)
        own = less(right, *stronger, overlap=_OVERLAP_MM)  # dots reach under where the red thins, and no farther
        stronger.append(right)
        field = union([surface.sided(own, side) for side in sides_of(study.sides)])
        if field.vertices.size:
            fields.append(PaintLayer(strength=strength, painting=field))
        inner = [zone.painting for zone in pattern.zones if zone.strength == strength and zone.id in lit - skin]
        own_sides = [surface.sided(painting, side) for painting in inner for side in sides_of(study.sides)]
        rings += [PaintLayer(strength=strength, painting=p, inside=True) for p in _apart(own_sides)]
    return (*reversed(fields), *reversed(rings))


def _apart(paintings: Iterable[Painting]) -> list[Painting]:
    """Paintings that do not touch: those that do, as on the midline, are made one."""
    apart: list[Painting] = []
    for painting in paintings:
        within = painting.vertices[painting.strength > 0.5]
        touched = [p for p in apart if np.isin(p.vertices[p.strength > 0.5], within).any()]
        apart = [p for p in apart if p not in touched] + [union([painting, *touched])]
    return [p for p in apart if p.vertices.size]


def _marks(muscle: Muscle, pattern: Pattern, study: Study, surface: Surface, figure: str) -> tuple[PointMark, ...]:
    if Layer.POINTS not in study.layers:
        return ()
    return tuple(
        PointMark(
            point=point,
            side=side,
            vertex=vertex,
            inside=inside,
            lit=study.point in (None, point),
            hollow=point not in muscle.reachable,
        )
        for side in sides_of(study.sides)
        for point, vertex, inside in pattern.marks(surface, side, figure)
    )
