"""A muscle shown to a patient in four steps: the muscle, its sore spot, where the pain can be felt, what may help."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from atlas.domain.state import ALL_LAYERS, AtlasState, Layer

StoryStep: TypeAlias = Literal[1, 2, 3, 4]

STEPS: tuple[StoryStep, ...] = (1, 2, 3, 4)
STEP_HEADINGS: dict[StoryStep, str] = {
    1: "what_it_is",
    2: "what_sets_it_off",
    3: "where_you_may_feel_it",
    4: "what_may_help",
}
"""Which of the patient's texts a step shows."""

SHOW_PAIN: tuple[StoryStep, ...] = (3, 4)
_LAYERS: dict[StoryStep, frozenset[Layer]] = {
    1: frozenset({Layer.MUSCLE}),
    2: frozenset({Layer.MUSCLE, Layer.POINTS}),
    3: ALL_LAYERS,
    4: ALL_LAYERS,
}


def story_state(state: AtlasState, step: StoryStep) -> AtlasState:
    """The state whose picture goes with a step: the composed plate, on the same sides and in the same colours.

    The muscle's panel is lit first, those of the pain when they are spoken of.
    """
    return replace(state, study=replace(state.study, layers=_LAYERS[step], view=None, panel=0, region=None))
