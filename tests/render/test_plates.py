"""What the plate shows: pain where the zone is, on the patient's side that was asked for, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.domain.body.sides import Side, Sides
from atlas.domain.choices import FIGURES
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState, Layer, Study
from atlas.render.plates import Plates
from tests.shipped import shipped_catalog

NO_MUSCLE = frozenset({Layer.ESSENTIAL, Layer.SPILLOVER})


def scene_of(catalog: FileCatalog, muscle: str, sides: Sides = "right", view: str | None = None) -> Scene:
    """On the view that shows most of the pattern, unless another is named."""
    view = view or catalog.visibility("female").best(catalog.pattern(muscle), sides)
    return resolve(AtlasState(study=Study(muscle=muscle, layers=NO_MUSCLE, sides=sides, view=view)), catalog)


def deepest(catalog: FileCatalog, scene: Scene, side: Side) -> int:
    """The vertex deepest inside the essential pain of a one-sided scene, on that side and in sight."""
    (field,) = [p.painting for p in scene.paint if p.strength == "essential" and not p.inside]
    x = catalog.surface.points[field.vertices, 0]
    seen = catalog.visibility(scene.figure).of(scene.view.id)[field.vertices]
    on_side = (x < -8.0) if side == "right" else (x > 8.0)
    return int(field.vertices[np.argmax(field.strength * on_side * (seen > 0.2))])


def colour(plates: Plates, scene: Scene, vertex: int) -> QColor | None:
    place = plates.place_of(scene.view.id, scene.figure, vertex)
    if place is None:
        return None
    return plates.image(scene).pixelColor(int(place[0] / 2), int(place[1] / 2))


def is_red(c: QColor) -> bool:
    return c.red() - (c.green() + c.blue()) / 2 > 60


def muscles() -> list[str]:
    return list(shipped_catalog().muscles)


@pytest.mark.parametrize("muscle", muscles())
@pytest.mark.parametrize("side", ["right", "left"])
def test_essential_pain_is_red_on_its_side_and_bare_on_the_other(
    muscle: str, side: Side, catalog: FileCatalog, plates: Plates
) -> None:
    scene = scene_of(catalog, muscle, sides=side)
    if all(layer.inside for layer in scene.paint if layer.strength == "essential"):
        return  # a ring stands for it; see test_pain_felt_inside_is_a_dashed_ring_and_no_patch_of_skin
    vertex = deepest(catalog, scene, side)
    here = colour(plates, scene, vertex)
    assert here is not None
    assert is_red(here)
    twin = int(catalog.surface.twin[vertex])
    crosses = any(z.opposite_regions or catalog_midline(catalog, z.regions) for z in catalog.muscles[muscle].zones)
    there = colour(plates, scene, twin)
    if there is not None and not crosses:
        assert not is_red(there)


def catalog_midline(catalog: FileCatalog, regions: tuple[str, ...]) -> bool:
    return any(catalog.regions[r].midline for r in regions)


def test_the_patients_right_is_on_the_viewers_left_from_the_front_and_on_the_right_from_behind(
    catalog: FileCatalog, plates: Plates
) -> None:
    for view, landmark, on_the_left in (("whole-front", "patella-centre", True), ("whole-back", "calf-central", False)):
        place = plates.place_of(view, "female", catalog.surface.vertex(landmark))
        assert place is not None
        assert (place[0] < plates.size(view, "female")[0] / 2) == on_the_left


@pytest.mark.parametrize("figure", FIGURES)
def test_a_click_finds_the_skin_it_was_aimed_at_in_every_view(
    figure: str, catalog: FileCatalog, plates: Plates
) -> None:
    for view in catalog.views:
        seen = catalog.visibility(figure).of(view)
        for vertex in np.flatnonzero(seen > 0.6)[::997]:
            place = plates.place_of(view, figure, int(vertex))
            assert place is not None
            found = plates.vertex_at(view, figure, *place)
            assert found is not None, (view, vertex)
            points = catalog.surface.figures[figure]
            assert np.linalg.norm(points[found] - points[vertex]) < 16.0, (view, vertex)


def test_a_mirrored_view_is_the_flipped_picture_of_the_other_side(catalog: FileCatalog, plates: Plates) -> None:
    muscle = next(iter(catalog.muscles))
    right = plates.image(scene_of(catalog, muscle, sides="right", view="head-right"))
    left = plates.image(scene_of(catalog, muscle, sides="left", view="head-left"))
    a, b = _words(right), _words(left)
    assert (a == b[:, ::-1]).all()


@pytest.mark.parametrize("view", ["torso-back", "pelvis-back", "head-front", "whole-front"])
def test_with_both_sides_the_muscles_are_mirror_images(view: str, catalog: FileCatalog, plates: Plates) -> None:
    for muscle in ("piriformis", "rhomboids", "masseter-superficial", "vastus-medialis"):
        state = AtlasState(study=Study(muscle=muscle, view=view, sides="both", layers=frozenset({Layer.MUSCLE})))
        shown = plates.image(resolve(state, catalog))
        bare = plates.image(resolve(replace(state, study=replace(state.study, layers=frozenset())), catalog))
        painted = np.abs(_rgb(shown) - _rgb(bare)).sum(axis=2) > 40
        if painted.any():
            left, right = painted[:, ::-1], painted
            assert (left & right).sum() > 0.9 * painted.sum(), muscle


def test_the_same_state_gives_the_same_picture(catalog: FileCatalog) -> None:
    muscle = next(iter(catalog.muscles))
    state = AtlasState(study=Study(muscle=muscle))
    first, second = (
        _words(Plates(catalog, paths.BODY, paths.MUSCLES).image(resolve(state, catalog))) for _ in range(2)
    )
    assert (first == second).all()


def test_spillover_is_dotted_and_not_only_paler(catalog: FileCatalog, plates: Plates) -> None:
    muscle = next(m for m in catalog.muscles.values() if any(z.strength == "spillover" for z in m.zones))
    scene = resolve(AtlasState(study=Study(muscle=muscle.id, layers=frozenset({Layer.SPILLOVER}))), catalog)
    bare = replace(scene, paint=())
    changed = np.abs(_rgb(plates.image(scene)) - _rgb(plates.image(bare))).sum(axis=2)
    painted = changed[changed > 6]
    assert painted.size > 500
    assert np.percentile(painted, 95) > 3 * np.percentile(painted, 20)


def _words(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1).copy()


def _rgb(image: QImage) -> np.ndarray:
    words = _words(image)
    return np.stack([(words >> s) & 255 for s in (16, 8, 0)], axis=2).astype(float)
