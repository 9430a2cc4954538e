"""Pain as it is seen: a wash through which the muscle reads, dots that thin out, rings for what is felt inside."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from atlas.content.catalog import FileCatalog
from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Sides
from atlas.domain.scene import PaintLayer, Scene, resolve, signs_of
from atlas.domain.state import AtlasState, Layer, Sign, Study
from atlas.domain.words.description import describe
from atlas.render import colours
from atlas.render.pain.pain_fields import _dashes, _Place
from atlas.render.plates import Plates

PAIN = frozenset({Layer.ESSENTIAL, Layer.SPILLOVER})
Pixels = NDArray[np.float64]


def scene_of(catalog: FileCatalog, muscle: str, view: str, sides: Sides = "right", *layers: Layer) -> Scene:
    return resolve(
        AtlasState(study=Study(muscle=muscle, view=view, sides=sides, layers=frozenset(layers) or PAIN)), catalog
    )


def rgb(image: QImage) -> Pixels:
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return np.stack([(words >> shift) & 255 for shift in (16, 8, 0)], axis=2).astype(float)


def field(scene: Scene, strength: Strength) -> Painting:
    (found,) = [layer.painting for layer in scene.paint if layer.strength == strength and not layer.inside]
    return found


def depths(catalog: FileCatalog, plates: Plates, scene: Scene, painting: Painting) -> Pixels:
    """mm inside a painting's edge at every px of the coarse picture; far outside where there is none of it."""
    skin = plates.skin(scene.view.id, scene.figure)
    assert skin is not None
    dense = painting.dense(len(catalog.surface.points))
    pixels = skin.pixels(dense)
    assert pixels is not None
    out = np.full(skin.size[::-1], -99.0)
    out[pixels.y, pixels.x] = (pixels.values(dense) - 0.5) * 20.0
    return out


def bare(plates: Plates, scene: Scene) -> Pixels:
    return rgb(plates.image(replace(scene, paint=())))


def changed(plates: Plates, scene: Scene) -> Pixels:
    """How far each px is from the one without pain, 0..1 of white to black."""
    return np.abs(rgb(plates.image(scene)) - bare(plates, scene)).sum(axis=2) / 765.0


@pytest.mark.parametrize(("muscle", "view"), [("temporalis", "head-right"), ("soleus", "leg-back-right")])
@pytest.mark.parametrize("palette", colours.PAIN_COLOURS)
def test_every_fibre_reads_through_the_wash(
    muscle: str, view: str, palette: str, catalog: FileCatalog, plates: Plates
) -> None:
    scene = replace(scene_of(catalog, muscle, view, "right", Layer.ESSENTIAL, Layer.MUSCLE), palette=palette)
    core = depths(catalog, plates, scene, field(scene, "essential")) > 4.0
    without = rgb(plates.image(replace(scene, muscles=(), paint=())))
    alone = bare(plates, scene)
    under = core & (np.abs(alone - without).sum(axis=2) > 60.0)
    assert under.sum() > 150
    kept = rgb(plates.image(scene))[under].std(axis=0).max() / alone[under].std(axis=0).max()
    assert 0.3 < kept < 0.85  # of what is seen of its fibres without pain
    told = np.abs(rgb(plates.image(scene))[under] - alone[under]).sum(axis=1).mean()
    assert told > 40.0  # and the pain is seen


@pytest.mark.parametrize(("muscle", "view"), [("quadratus-lumborum-deep", "pelvis-back"), ("temporalis", "head-right")])
def test_a_field_has_a_dense_core_and_thins_to_nothing(
    muscle: str, view: str, catalog: FileCatalog, plates: Plates
) -> None:
    scene = scene_of(catalog, muscle, view, "right", Layer.ESSENTIAL)
    depth, far = depths(catalog, plates, scene, field(scene, "essential")), changed(plates, scene)
    bands = [far[(depth > low) & (depth < low + 1.5)].mean() for low in (-9.0, -3.0, 0.0, 3.0, 8.5)]
    assert bands == sorted(bands)
    assert bands[0] < 0.03 and bands[1] < 0.6 * bands[-1]


@pytest.mark.parametrize("palette", ["classic", "print"])
def test_dots_shrink_and_part_outward(palette: str, catalog: FileCatalog, plates: Plates) -> None:
    scene = replace(
        scene_of(catalog, "gluteus-minimus-posterior", "pelvis-back", "right", Layer.SPILLOVER), palette=palette
    )
    depth, far = depths(catalog, plates, scene, field(scene, "spillover")), changed(plates, scene)
    dots = far > 0.5 * np.percentile(far[depth > 5.0], 98)
    edge, middle, core = (dots[(depth > low) & (depth < low + 3.0)].mean() for low in (-2.0, 2.0, 7.0))
    assert 0.0 < edge < 0.7 * middle and middle < core < 0.6
    assert not dots[depth < -6.0].any()


def test_near_and_far_pictures_show_the_same_dots(catalog: FileCatalog, plates: Plates) -> None:
    scene = scene_of(catalog, "masseter-superficial", "head-right", "right", Layer.SPILLOVER)
    fine, coarse = plates.image(scene, fine=True), plates.image(scene)
    smaller = fine.scaled(
        coarse.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    smaller = smaller.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    inked = changed(plates, scene) > 0.02
    one, other = rgb(smaller)[inked][:, 1], rgb(coarse)[inked][:, 1]
    assert np.corrcoef(one, other)[0, 1] > 0.93


def test_the_left_is_the_mirror_image_of_the_right(catalog: FileCatalog, plates: Plates) -> None:
    for muscle, view, other in (
        ("masseter-superficial", "head-right", "head-left"),
        ("sternocleidomastoid-sternal", "head-three-quarter-right", "head-three-quarter-left"),
    ):
        right, left = (
            plates.image(scene_of(catalog, muscle, view)),
            plates.image(scene_of(catalog, muscle, other, "left")),
        )
        assert (rgb(right) == rgb(left)[:, ::-1]).all()
    both = changed(plates, scene_of(catalog, "gluteus-minimus-posterior", "pelvis-back", "both")) > 0.1
    assert (both & both[:, ::-1]).sum() > 0.85 * both.sum()


@pytest.mark.parametrize(("palette", "tone"), list(product(colours.PAIN_COLOURS, colours.SKIN)))
def test_pain_stands_out_from_the_skin_on_every_tone(
    palette: str, tone: str, catalog: FileCatalog, plates: Plates
) -> None:
    """Its core to what lies close about it, 3:1 (WCAG 2.2, 1.4.11)."""
    muscle, view = "quadratus-lumborum-deep", "pelvis-back"
    scene = replace(scene_of(catalog, muscle, view, "right", Layer.ESSENTIAL), palette=palette, tone=tone)
    depth, picture = depths(catalog, plates, scene, field(scene, "essential")), rgb(plates.image(scene))
    core, about = picture[depth > 9.0], picture[(depth > -9.5) & (depth < -5.0)]
    ratios = [colours.contrast(np.median(core, axis=0), np.percentile(about, k, axis=0)) for k in (10, 50, 90)]
    assert max(ratios) >= colours.CONTRAST


@pytest.mark.parametrize("palette", colours.PAIN_COLOURS)
def test_a_thumbnail_tells_muscle_from_pain(palette: str, catalog: FileCatalog, plates: Plates) -> None:
    scene = replace(
        scene_of(catalog, "temporalis", "head-right", "right", Layer.ESSENTIAL, Layer.MUSCLE), palette=palette
    )
    picture, plain = rgb(plates.image(scene)), rgb(plates.image(replace(scene, muscles=(), paint=())))
    muscle = (np.abs(bare(plates, scene) - plain).sum(axis=2) > 90.0) & (changed(plates, scene) < 0.01)
    pain = (depths(catalog, plates, scene, field(scene, "essential")) > 8.0) & (
        np.abs(bare(plates, scene) - plain).sum(axis=2) < 9
    )
    assert np.abs(picture[muscle].mean(axis=0) - picture[pain].mean(axis=0)).max() > 45.0


def test_pain_felt_inside_is_a_dashed_ring_and_no_patch_of_skin(catalog: FileCatalog, plates: Plates) -> None:
    scene = scene_of(catalog, "lateral-pterygoid", "head-right")
    (ring,) = [layer for layer in scene.paint if layer.inside]
    only = replace(scene, paint=(ring,))
    depth, far = depths(catalog, plates, only, ring.painting), changed(plates, only)
    assert far[depth > 4.0].max() < 0.12
    line = far[np.abs(depth) < 0.5]
    assert 0.3 < (line > 0.2).mean() < 0.9  # dashes and gaps
    patch = replace(scene, paint=(PaintLayer(strength="essential", painting=ring.painting),))
    assert changed(plates, patch)[depth > 4.0].mean() > 0.3
    said = describe(catalog.muscles["lateral-pterygoid"], catalog.regions, "right")
    assert "(felt inside)" in said
    assert Sign.INSIDE in signs_of(scene) and signs_of(scene_of(catalog, "soleus", "leg-back-right")) == ()


def test_what_is_felt_inside_on_the_midline_is_one_ring(catalog: FileCatalog) -> None:
    one, both = (
        [layer for layer in scene_of(catalog, "adductor-magnus", "pelvis-front", sides).paint if layer.inside]
        for sides in ("right", "both")
    )
    assert len(one) == len(both) == 2


def test_a_ring_of_which_one_pixel_is_shown_is_left_out() -> None:
    one = np.zeros(1, np.int32)
    place = _Place(x=one + 40, y=one + 7, at=one, level=one + 127, ground=one)
    line, edge = _dashes(place, 1.0, 1.5)
    assert line.tolist() == edge.tolist() == [0]
