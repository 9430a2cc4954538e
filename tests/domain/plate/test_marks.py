"""A cross lies on its muscle in whatever view: a deep point is not marked on the skin beside it."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.inner import carried
from atlas.domain.body.sides import sides_of
from atlas.domain.choices import FIGURES
from atlas.domain.plate.promises import POINT_SEEN
from atlas.domain.scene import resolve, scene_of
from atlas.domain.state import AtlasState, Look, Study

BESIDE_MM = 12.0  # a point may lie at a muscle's edge, and the figures are not built alike


@pytest.fixture(scope="module")
def catalog() -> FileCatalog:
    return FileCatalog()


@pytest.mark.parametrize("figure", FIGURES)
def test_every_cross_in_a_main_panel_lies_on_its_muscle(figure: str, catalog: FileCatalog) -> None:
    sight = catalog.sight(figure)
    numbers = {view.id: k for k, view in enumerate(sight.views)}
    astray = []
    for muscle in catalog.muscles:
        number = numbers[catalog.plate(muscle, figure, "right").main.view]
        extent = sight.extents.of(muscle, sight.views[number], "right")
        assert extent is not None, muscle
        marks = list(catalog.pattern(muscle).marks(catalog.surface, "right", figure))
        vertices = np.array([vertex for _, vertex, _ in marks])
        at = sight.places(vertices, np.array([inside for *_, inside in marks], np.float32)).of(number)
        left, top, right, bottom = extent.box
        off = np.maximum(np.maximum((left, top) - at, at - (right, bottom)), 0.0) * sight.sizes[number]
        seen = sight.seen(vertices)[number] > POINT_SEEN
        astray += [
            (muscle, mark[0]) for mark, mm in zip(marks, off, strict=True) if mm.max() > BESIDE_MM and seen.all()
        ]
    assert not astray


def test_seen_from_the_side_a_deep_point_lies_deep(catalog: FileCatalog) -> None:
    sight = catalog.sight("female")
    side = next(k for k, view in enumerate(sight.views) if view.id == "head-right")
    marks = list(catalog.pattern("suboccipitals").marks(catalog.surface, "right", "female"))
    vertices, inside = np.array([v for _, v, _ in marks]), np.array([i for *_, i in marks], np.float32)
    skin, muscle = sight.places(vertices).of(side), sight.places(vertices, inside).of(side)
    deeper_mm = (muscle - skin)[:, 0] * sight.sizes[side][0]  # the face looks to the right of the picture
    assert deeper_mm.min() > 8.0


def test_the_crosses_of_the_left_mirror_those_of_the_right(catalog: FileCatalog) -> None:
    surface = catalog.surface
    skin = surface.figures["female"]
    for muscle in ("iliopsoas", "suboccipitals", "infraspinatus", "soleus"):
        right, left = (list(catalog.pattern(muscle).marks(surface, side, "female")) for side in sides_of("both"))
        for (_, vertex, inside), (_, other, mirrored) in zip(right, left, strict=True):
            here, there = (
                carried(surface, np.array([v]), np.array([way], np.float32), skin, skin)[0]
                for v, way in ((vertex, inside), (other, mirrored))
            )
            assert here * (-1, 1, 1) == pytest.approx(there, abs=0.5)
            assert here[0] < 0.0 < there[0]  # the patient's right is at negative x


def test_a_place_in_the_body_turns_with_the_skin_around_it(catalog: FileCatalog) -> None:
    surface = catalog.surface
    quarter = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]], np.float32)
    turned = surface.points @ quarter.T + np.float32(40.0)
    vertex, inside = np.array([surface.vertex("deltoid-front-middle")]), np.array([[30.0, -5.0, 2.0]], np.float32)
    asked = (surface.points[vertex] + inside) @ quarter.T + np.float32(40.0)
    assert carried(surface, vertex, inside, surface.points, turned) == pytest.approx(asked, abs=0.1)


def test_one_point_alone_keeps_its_number_where_a_muscle_has_several(catalog: FileCatalog) -> None:
    for muscle, several in (("piriformis", True), ("subclavius", False)):
        scene = resolve(AtlasState(study=Study(muscle=muscle), look=Look()), catalog)
        assert scene.tells_points_apart == several


def test_no_companion_marks_a_point_where_nothing_is_seen_of_its_muscle(catalog: FileCatalog) -> None:
    bare = 0
    for figure in FIGURES:
        for muscle in catalog.muscles:
            plate = catalog.plate(muscle, figure, "right")
            scene = resolve(AtlasState(study=Study(muscle=muscle), look=Look(figure=figure)), catalog)
            for panel in plate.companions:
                if panel.shows.muscle == 0.0 and plate.main.shows.points == 1.0 and plate.main.shows.muscle > 0.0:
                    bare += 1
                    assert not scene_of(plate, panel, scene, catalog).points, (figure, muscle, panel.view)
    assert bare  # there are such companions
