"""A draped figure: cloth where it is worn, every other pixel as it was, and all that is shown lies over the cloth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from atlas.content.catalog import FileCatalog
from atlas.domain.body.drape import drape_depth
from atlas.domain.choices import FIGURES, PALETTES, TONES
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState, Layer, Look, Study
from atlas.render.plates import Plates

VIEWS = ("whole-front", "whole-back", "torso-left", "pelvis-front", "pelvis-below", "neck-front", "leg-outer-right")
_SHADOW_MM = 5.0


def bare_scene(catalog: FileCatalog, view: str, figure: str = "female") -> Scene:
    return replace(resolve(AtlasState(study=Study(view=view)), catalog), figure=figure)


def words(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)


def depth_of(catalog: FileCatalog, plates: Plates, view: str, figure: str) -> np.ndarray:
    """(h, w) mm inside the hem at each pixel of the coarse picture; nan beside the body and at its faintest outline."""
    viewed = plates.skin(view, figure)
    assert viewed is not None
    width, height = viewed.size
    out = np.full((height, width), np.nan, np.float32)
    pixels = viewed.pixels(np.ones(len(catalog.surface.points), np.float32))
    assert pixels is not None
    out[pixels.y, pixels.x] = pixels.values(drape_depth(catalog.surface, figure))
    return out


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("view", VIEWS)
def test_cloth_is_drawn_where_it_is_worn_and_changes_no_other_pixel(
    view: str, figure: str, catalog: FileCatalog, plates: Plates
) -> None:
    scene = bare_scene(catalog, view, figure)
    changed = words(plates.image(scene)) != words(plates.image(replace(scene, draped=True)))
    depth = depth_of(catalog, plates, view, figure)
    away = depth < -_SHADOW_MM - 0.2
    assert not changed[away].any()
    assert changed[depth > 2.0].mean() > 0.995 if (depth > 2.0).any() else not changed.any()


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tone", TONES)
def test_cloth_is_told_from_skin_in_every_tone_and_palette(
    tone: str, palette: str, catalog: FileCatalog, plates: Plates
) -> None:
    scene = replace(bare_scene(catalog, "pelvis-front"), tone=tone, palette=palette)
    bare, draped = plates.image(scene), plates.image(replace(scene, draped=True))
    place = plates.place_of("pelvis-front", "female", catalog.surface.landmarks["suprapubic-centre"])
    assert place is not None
    x, y = int(place[0] / 2), int(place[1] / 2)
    skin, cloth = bare.pixelColor(x, y), draped.pixelColor(x, y)
    assert max(abs(a - b) for a, b in zip(skin.getRgb()[:3], cloth.getRgb()[:3], strict=True)) >= 6
    assert max(cloth.getRgb()[:3]) - min(cloth.getRgb()[:3]) < 24  # a quiet grey


def test_pain_and_muscle_are_drawn_over_the_cloth(catalog: FileCatalog, plates: Plates) -> None:
    muscle = "gluteus-maximus"
    state = AtlasState(study=Study(muscle=muscle, view="pelvis-back"), look=Look(draped=True))
    for layer in (Layer.MUSCLE, Layer.ESSENTIAL, Layer.SPILLOVER):
        shown = replace(state, study=replace(state.study, layers=frozenset({layer})))
        none = replace(state, study=replace(state.study, layers=frozenset()))
        over = words(plates.image(resolve(shown, catalog))) != words(plates.image(resolve(none, catalog)))
        bare = replace(shown, look=Look()), replace(none, look=Look())
        on_skin = words(plates.image(resolve(bare[0], catalog))) != words(plates.image(resolve(bare[1], catalog)))
        assert on_skin.sum() > 100
        assert (over & on_skin).sum() > 0.97 * on_skin.sum()


def test_the_left_sides_picture_wears_the_same_turned_over(catalog: FileCatalog, plates: Plates) -> None:
    right, left = (replace(bare_scene(catalog, f"leg-outer-{side}"), draped=True) for side in ("right", "left"))
    assert plates.image(left) == plates.image(right).flipped(Qt.Orientation.Horizontal)
