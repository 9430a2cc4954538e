"""A muscle shown to a patient in four steps: the muscle, its sore spot, where the pain can be felt, what may help."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from atlas.domain.body.sides import sides_of
from atlas.domain.catalog import Catalog
from atlas.domain.state import ALL_LAYERS, AtlasState, Layer

Step: TypeAlias = Literal[1, 2, 3, 4]

STEPS: tuple[Step, ...] = (1, 2, 3, 4)
STEP_HEADINGS: dict[Step, str] = {
    1: "what_it_is",
    2: "what_sets_it_off",
    3: "where_you_may_feel_it",
    4: "what_may_help",
}
"""Which of the patient's texts a step shows."""

SHOW_PAIN: tuple[Step, ...] = (3, 4)
_LAYERS: dict[Step, frozenset[Layer]] = {
    1: frozenset({Layer.MUSCLE}),
    2: frozenset({Layer.MUSCLE, Layer.POINTS}),
    3: ALL_LAYERS,
    4: ALL_LAYERS,
}
_SEEN = 0.5  # of a vertex's skin, to count as seen in a view


def story_state(state: AtlasState, step: Step, catalog: Catalog) -> AtlasState:
    """The state whose picture goes with a step; the same sides, figure and colours as the therapist's."""
    shown = replace(state, study=replace(state.study, layers=_LAYERS[step], region=None))
    if step > 2 or state.study.view is not None or state.study.muscle is None:
        return shown
    return replace(shown, study=replace(shown.study, view=_view_of_the_muscle(state, catalog)))


def _view_of_the_muscle(state: AtlasState, catalog: Catalog) -> str | None:
    """None (the pattern's best view) where that shows the sore spots too; else the closest view that shows them."""
    assert state.study.muscle is not None
    pattern, visibility = catalog.pattern(state.study.muscle), catalog.visibility(state.look.figure)
    sided = catalog.surface.sided_vertex
    spots = [sided(v, side) for side in sides_of(state.study.sides) for _, v in pattern.points]

    def shown(view: str) -> int:
        return sum(visibility.of_vertex(view, v) >= _SEEN for v in spots)

    best = visibility.best(pattern, state.study.sides)
    most = max((shown(v) for v in catalog.views), default=0)
    if not spots or not most or shown(best):
        return None
    return min((v for v in catalog.views.values() if shown(v.id) == most), key=lambda v: v.mm_per_px).id
