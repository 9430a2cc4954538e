"""A panel is a part of its view: the same picture, the same points, the same side of the patient."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QImage, QPainter

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.domain.body.sides import Sides
from atlas.domain.plate.box import OutsideItsView
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState, Study
from atlas.render.captions import caption_text
from atlas.render.composed import PlacedPanel, draw_panel, panel_points, place_in_view, placed
from atlas.render.plates import Plates

MUSCLES = ("infraspinatus", "soleus", "sternocleidomastoid-sternal")


def plate_scene(catalog: FileCatalog, muscle: str, sides: Sides = "right") -> Scene:
    return resolve(AtlasState(study=Study(muscle=muscle, sides=sides)), catalog)


def panels_of(catalog: FileCatalog, muscle: str, sides: Sides = "right") -> list[PlacedPanel]:
    plate, scene = catalog.plate(muscle, "female", sides), plate_scene(catalog, muscle, sides)
    return placed(plate, scene, catalog, QRectF(0, 0, 900, 600), QFont(), 12.0)


def pixels(image: QImage) -> NDArray[np.int16]:
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).astype(np.int16)


@pytest.mark.parametrize("sides", ["right", "left"])
@pytest.mark.parametrize("muscle", MUSCLES)
def test_a_panel_looks_as_that_part_of_the_whole_view(
    muscle: str, sides: Sides, catalog: FileCatalog, plates: Plates
) -> None:
    for of in panels_of(catalog, muscle, sides):
        whole = plates.image(of.scene)
        left, top, right, bottom = of.panel.box
        x, y = round(left * whole.width()), round(top * whole.height())
        part = whole.copy(x, y, round(right * whole.width()) - x, round(bottom * whole.height()) - y)
        drawn = plates.panel(of.scene, of.panel.box, part.size())
        unlike = np.abs(pixels(part) - pixels(drawn)).max(axis=2) > 60
        assert unlike.mean() < 0.03, of.panel.view  # a part of a pixel off


def test_the_left_panel_is_the_mirror_image_of_the_right_one(catalog: FileCatalog, plates: Plates) -> None:
    for right, left in zip(panels_of(catalog, "soleus"), panels_of(catalog, "soleus", "left"), strict=True):
        size = QSize(200, round(200 / right.panel.aspect))
        one = pixels(plates.panel(right.scene, right.panel.box, size))
        other = pixels(plates.panel(left.scene, left.panel.box, size))[:, ::-1]
        assert (np.abs(one - other).max(axis=2) > 60).mean() < 0.06


def test_a_panel_is_sharper_with_all_its_pixels(catalog: FileCatalog, plates: Plates) -> None:
    of = panels_of(catalog, "infraspinatus")[0]
    size = QSize(1000, round(1000 / of.panel.aspect))
    edges = [
        np.abs(np.diff(pixels(plates.panel(of.scene, of.panel.box, size, fine)), axis=1)).mean()
        for fine in (False, True)
    ]
    assert edges[1] > 1.03 * edges[0]


def test_the_points_of_a_panel_lie_in_it_and_a_tap_on_one_finds_its_skin(catalog: FileCatalog, plates: Plates) -> None:
    main = panels_of(catalog, "infraspinatus")[0]
    points = panel_points(plates, main)
    assert [mark.point for mark, _ in points] == [1, 2, 3]
    for mark, at in points:
        assert main.picture.contains(at)
        tapped = plates.vertex_at(main.panel.view, "female", *place_in_view(plates, main, at))
        assert tapped is not None
        away = catalog.surface.points[tapped] - catalog.surface.points[mark.vertex]
        assert float(np.linalg.norm(away)) < 16.0  # a finger presses skin a little beside the line of sight


def test_a_panel_is_drawn_with_its_caption_and_the_patients_sides(catalog: FileCatalog, plates: Plates) -> None:
    page = QImage(900, 600, QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    main, *companions = panels_of(catalog, "infraspinatus")
    with QPainter(page) as painter:
        draw_panel(painter, plates, main, mark_px=7.0, fine=False)
    below = page.copy(main.caption.toRect())
    assert (pixels(below)[..., :3] < 128).any()
    assert caption_text(main.panel.caption) == "Upper back, from behind"
    assert all("right" in caption_text(of.panel.caption).lower() for of in companions)


def test_a_box_that_is_no_part_of_its_view_is_refused(catalog: FileCatalog, plates: Plates) -> None:
    scene = plate_scene(catalog, "soleus")
    with pytest.raises(OutsideItsView, match="is no part of the view"):
        plates.panel(scene, (0.2, 0.2, 1.4, 0.8), QSize(100, 100))


def test_a_panel_of_a_damaged_view_is_blank_and_said() -> None:
    catalog = FileCatalog()  # of its own: what is found wrong here must not be told elsewhere
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    strange = replace(plate_scene(catalog, "soleus"), figure="nobody")
    assert plates.panel(strange, (0.2, 0.2, 0.8, 0.8), QSize(60, 80)).pixelColor(30, 40).alpha() == 0
    assert any("nobody" in problem.file for problem in catalog.problems)
