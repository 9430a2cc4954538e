"""From a state to what is to be seen: the pure `resolve(state, catalog)`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import Painting, union, without
from atlas.domain.body.sides import Side, sides_of
from atlas.domain.catalog import Catalog
from atlas.domain.state import AtlasState, Layer
from atlas.domain.views import View, ViewShare
from atlas.domain.words.description import describe

if TYPE_CHECKING:
    from atlas.domain.pain.drawing import Drawing
    from atlas.domain.pain.overlays import OverlayLayer


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintLayer:
    """One field of pain to draw: its strength and where."""

    strength: Strength
    painting: Painting


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleLayer:
    """A muscle to draw on one side; a deep one is drawn as seen through the skin."""

    muscle: str
    side: Side
    deep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PointMark:
    """A trigger point to mark at a vertex; unlit ones stand back while another is looked at."""

    point: int
    side: Side
    vertex: int
    lit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the plate shows. The same state always gives an equal scene."""

    view: View
    figure: str
    tone: str
    palette: str
    theme: str
    muscles: tuple[MuscleLayer, ...]
    paint: tuple[PaintLayer, ...]
    points: tuple[PointMark, ...]
    shares: tuple[ViewShare, ...]  # how much of the pattern each view shows; empty without a muscle
    description: str  # the picture in words, for those who cannot see it
    drawing: Drawing | None = None  # the patient's own
    ink: tuple[OverlayLayer, ...] = ()  # what is laid over it


def resolve(state: AtlasState, catalog: Catalog) -> Scene:
    """What to show for a state. Pure. Raises KeyError for an unknown muscle or view."""
    if state.mode == "pain":
        from atlas.domain.pain.overlays import ink_layers  # not needed until someone says where it hurts

        drawing = None if state.report.is_empty else state.report.drawing
        return replace(_empty(state, catalog), drawing=drawing, ink=ink_layers(state.report, catalog))
    if state.study.muscle is None:
        return _empty(state, catalog)
    muscle = catalog.muscles[state.study.muscle]
    pattern = catalog.pattern(muscle.id)
    visibility = catalog.visibility(state.look.figure)
    view_id = state.study.view or visibility.best(pattern, state.study.sides)
    sides = sides_of(state.study.sides)
    lit_zones = None if state.study.point is None else {z.id for z in muscle.zones_of(state.study.point)}

    paint = []
    strengths: tuple[tuple[Strength, Layer], ...] = (("spillover", Layer.SPILLOVER), ("essential", Layer.ESSENTIAL))
    for strength, layer in strengths:
        if layer not in state.study.layers:
            continue
        right = pattern.painting(strength, lit_zones)
        if strength == "spillover" and Layer.ESSENTIAL in state.study.layers:
            right = without(right, pattern.painting("essential", lit_zones))  # no dots under the red
        both = union([right if s == "right" else catalog.surface.mirrored(right) for s in sides])
        if both.vertices.size:
            paint.append(PaintLayer(strength=strength, painting=both))

    marks = []
    if Layer.POINTS in state.study.layers:
        twin = catalog.surface.twin
        for side in sides:
            for point, vertex in pattern.points:
                marks.append(
                    PointMark(
                        point=point,
                        side=side,
                        vertex=vertex if side == "right" else int(twin[vertex]),
                        lit=state.study.point in (None, point),
                    )
                )
    layers = tuple(MuscleLayer(muscle=muscle.id, side=s, deep=muscle.depth == "deep") for s in sides)
    return Scene(
        view=catalog.views[view_id],
        figure=state.look.figure,
        tone=state.look.tone,
        palette=state.look.palette,
        theme=state.room.theme,
        muscles=layers if Layer.MUSCLE in state.study.layers else (),
        paint=tuple(paint),
        points=tuple(marks),
        shares=visibility.shares(pattern, state.study.sides),
        description=describe(muscle, catalog.regions, state.study.sides, state.study.point),
    )


def _empty(state: AtlasState, catalog: Catalog) -> Scene:
    view_id = state.study.view or next(iter(catalog.views))
    return Scene(
        view=catalog.views[view_id],
        figure=state.look.figure,
        tone=state.look.tone,
        palette=state.look.palette,
        theme=state.room.theme,
        muscles=(),
        paint=(),
        points=(),
        shares=(),
        description="No muscle chosen.",
    )
