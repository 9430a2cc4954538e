"""The plate shows the pain where it belongs, and answers to hand and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.domain.state import Layer
from tests.ui.conftest import SCM


def zone_vertex(atlas: AtlasApp, zone: str) -> int:
    """The vertex in the middle of a painted zone of the sternal SCM, right side."""
    surface = atlas.mirror.catalog.surface
    painting = next(z.painting for z in atlas.mirror.catalog.pattern(SCM).zones if z.id == zone)
    strong = painting.vertices[painting.strength > 0.9 * painting.strength.max()]
    middle = surface.points[strong].mean(axis=0)
    return int(strong[np.argmin(np.linalg.norm(surface.points[strong] - middle, axis=1))])


def place(atlas: AtlasApp, vertex: int) -> QPoint:
    plate, state = atlas.window.plate_pane.plate, atlas.store.state
    at = atlas.mirror.plates.place_of(state.study.view or "", state.look.figure, vertex)
    assert at is not None
    return plate.picture.place_in_widget(*at).toPoint()


def colour(atlas: AtlasApp, vertex: int) -> QColor:
    return atlas.window.plate_pane.plate.grab().toImage().pixelColor(place(atlas, vertex))


def redness(colour: QColor) -> int:
    return colour.red() - (colour.green() + colour.blue()) // 2


@pytest.fixture
def scm(atlas: AtlasApp) -> AtlasApp:
    atlas.store.choose_muscle(SCM)
    atlas.store.choose_view("head-front")
    return atlas


def test_the_middle_of_a_zone_is_red_and_its_twin_is_not(scm: AtlasApp) -> None:
    vertex = zone_vertex(scm, "cheek")
    twin = int(scm.mirror.catalog.surface.twin[vertex])
    assert redness(colour(scm, vertex)) > 90
    assert redness(colour(scm, twin)) < 50


def test_the_left_side_is_the_mirror_image(scm: AtlasApp) -> None:
    vertex = zone_vertex(scm, "cheek")
    twin = int(scm.mirror.catalog.surface.twin[vertex])
    scm.store.choose_sides("left")
    scm.store.choose_view("head-front")
    assert redness(colour(scm, twin)) > 90
    assert redness(colour(scm, vertex)) < 50


def test_without_the_layer_the_skin_is_bare(scm: AtlasApp, qtbot: QtBot) -> None:
    vertex = zone_vertex(scm, "cheek")
    chip = scm.window.plate_pane.layers.chips[Layer.ESSENTIAL]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert Layer.ESSENTIAL not in scm.store.state.study.layers
    assert redness(colour(scm, vertex)) < 50


def test_a_muscle_opens_on_the_view_that_shows_most(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    views = atlas.window.plate_pane.views
    qtbot.waitUntil(lambda: views.currentIndex().data() == atlas.window.plate_pane.plate.picture.scene.view.name)


def test_one_tap_on_the_strip_shows_another_view(scm: AtlasApp, qtbot: QtBot) -> None:
    views = scm.window.plate_pane.views
    qtbot.waitUntil(lambda: views.currentIndex().isValid() and views.currentIndex().data() == "Head, front")
    other = views.model().index(2, 0)
    qtbot.mouseClick(views.viewport(), Qt.MouseButton.LeftButton, pos=views.visualRect(other).center())
    scene = scm.window.plate_pane.plate.picture.scene
    assert scene is not None and scene.view.name == other.data()


def test_a_tap_on_a_trigger_point_leaves_only_its_pattern_lit(scm: AtlasApp, qtbot: QtBot) -> None:
    plate = scm.window.plate_pane.plate
    point, at = plate.picture.points()[0]
    qtbot.mouseClick(plate, Qt.MouseButton.LeftButton, pos=at.toPoint() + QPoint(12, 10))
    assert scm.store.state.study.point == point
    assert plate.picture.scene is not None
    assert all(mark.lit == (mark.point == point) for mark in plate.picture.scene.points)


def test_a_tap_on_the_skin_names_the_region_and_ends_the_focus(scm: AtlasApp, qtbot: QtBot) -> None:
    scm.store.focus_point(1)
    vertex = zone_vertex(scm, "cheek")
    plate = scm.window.plate_pane.plate
    qtbot.mouseClick(plate, Qt.MouseButton.LeftButton, pos=place(scm, vertex))
    assert scm.store.state.study.point is None
    assert scm.store.state.study.region in {"cheek", "maxilla"}
    assert scm.store.state.study.region_side == "right"
    qtbot.waitUntil(lambda: plate.caption.lower().endswith(", right side"))


def test_the_wheel_zooms_about_the_pointer_and_zero_shows_the_whole(scm: AtlasApp, qtbot: QtBot) -> None:
    plate = scm.window.plate_pane.plate
    before = plate.picture.place_in_widget(400, 500)
    plate.zoom(2.0, before)
    assert plate.picture.zoom == pytest.approx(2.0)
    assert (plate.picture.place_in_widget(400, 500) - before).manhattanLength() < 1.0
    plate.setFocus()
    qtbot.keyClick(plate, Qt.Key.Key_0)
    assert plate.picture.zoom == 1.0


def test_two_fingers_zoom(scm: AtlasApp) -> None:
    plate = scm.window.plate_pane.plate
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    middle = plate.rect().center()

    def fingers(step: str, span: int) -> None:
        event = QTest.touchEvent(plate, device)
        for k, side in ((0, -1), (1, 1)):
            getattr(event, step)(k, middle + QPoint(side * span, 0), plate)
        event.commit()

    fingers("press", 40)
    fingers("move", 60)
    fingers("move", 100)
    fingers("release", 100)
    assert plate.picture.zoom > 1.8
    assert scm.store.state.study.region is None


def test_a_zoomed_picture_cannot_be_lost(scm: AtlasApp) -> None:
    plate = scm.window.plate_pane.plate
    plate.zoom(3.0)
    plate.picture.move(QPointF(10_000, -10_000))
    assert plate.picture.target().intersects(plate.picture.field)
    assert plate.picture.target().left() <= plate.picture.field.left() + 1


def test_the_plate_tells_a_screen_reader_what_it_shows(scm: AtlasApp) -> None:
    said = scm.window.plate_pane.plate.accessibleDescription()
    assert said.startswith("Head, front.") and "right side" in said
