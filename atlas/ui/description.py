"""The picture in words, in the language of the moment."""

from __future__ import annotations

from dataclasses import replace

from atlas.domain.scene import Catalog, DescribingWords, Scene, describe
from atlas.domain.state import AtlasState
from atlas.ui.words import translate


def spoken(scene: Scene, state: AtlasState, catalog: Catalog) -> Scene:
    """The scene with its description in the installed language; `catalog` has its names in it."""
    if state.muscle is None:
        return replace(scene, description=translate("Description", "No muscle chosen."))
    words = DescribingWords(
        mainly=translate("Description", "Mainly: {}"),
        sometimes=translate("Description", "Sometimes: {}"),
        right=translate("Plate", "right side"),
        left=translate("Plate", "left side"),
        both=translate("Description", "both sides"),
        across=translate("Description", "and on the other side {}"),
        last=translate("Description", " and "),
    )
    muscle = catalog.muscles[state.muscle]
    return replace(scene, description=describe(muscle, catalog.regions, state.sides, state.point, words))
