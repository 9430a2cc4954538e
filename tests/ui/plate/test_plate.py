"""The plate shows the pain where it belongs, and answers to hand and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QInputDevice
from PySide6.QtTest import QTest

from atlas.domain.state import Layer
from tests.ui.conftest import SCM
from tests.ui.person import VIEWS, Person


def zone_vertex(me: Person, zone: str) -> int:
    """The vertex in the middle of a painted zone of the sternal SCM, right side."""
    surface = me.app.catalog.surface
    painting = next(z.painting for z in me.app.catalog.pattern(SCM).zones if z.id == zone)
    strong = painting.vertices[painting.strength > 0.9 * painting.strength.max()]
    middle = surface.points[strong].mean(axis=0)
    return int(strong[np.argmin(np.linalg.norm(surface.points[strong] - middle, axis=1))])


def redness(colour: QColor) -> int:
    return colour.red() - (colour.green() + colour.blue()) // 2


@pytest.fixture
def scm(me: Person) -> Person:
    me.store.choose_muscle(SCM)
    me.store.choose_view("head-front")
    return me


@pytest.fixture
def cheek(me: Person) -> int:
    return zone_vertex(me, "cheek")


def test_the_middle_of_a_zone_is_red_and_its_twin_is_not(scm: Person, cheek: int) -> None:
    assert redness(scm.color_at(cheek)) > 90
    assert redness(scm.color_at(cheek, opposite=True)) < 50


def test_the_left_side_is_the_mirror_image(scm: Person, cheek: int) -> None:
    scm.presses("Side: Left")
    scm.store.choose_view("head-front")
    assert redness(scm.color_at(cheek, opposite=True)) > 90
    assert redness(scm.color_at(cheek)) < 50


def test_without_the_layer_the_skin_is_bare(scm: Person, cheek: int) -> None:
    scm.presses("Show: Mainly felt here")
    assert Layer.ESSENTIAL not in scm.store.state.study.layers
    assert redness(scm.color_at(cheek)) < 50


def test_a_muscle_opens_on_the_plate_that_tells_it_all(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    assert me.current_row(VIEWS) == me.rows(VIEWS)[0] == "Muscle and pain together"
    _, _, said = me.hears("Picture of the body")
    assert said.startswith("Upper back, from behind; ") and len(me.lit_points()) == 3
    assert len(me.plate.companions) == said.split(". ")[0].count("; ")
    assert all(b.isVisible() and min(b.width(), b.height()) >= 48 for b in me.plate.companions)


def larger(me: Person) -> list[str]:
    """The companions as they are read aloud."""
    return [b.accessibleName() for b in me.plate.companions]


def test_a_tap_on_a_companion_puts_it_in_the_middle_and_back(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    arm = larger(me)[0]
    assert arm.startswith("Show larger: Right ")
    me.presses(arm)
    assert me.hears("Picture of the body")[2].startswith(arm.removeprefix("Show larger: "))
    assert "Show larger: Upper back, from behind" in larger(me)
    me.presses("Show larger: Upper back, from behind")
    assert larger(me)[0] == arm and me.store.state.study.panel == 0


def test_a_companion_answers_to_the_keyboard(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    me.goes_to(larger(me)[0])
    me.key(Qt.Key.Key_Space)
    assert me.store.state.study.panel == 1


def test_the_plate_of_the_left_muscle_is_the_mirror_image(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    right, at = larger(me), {point: place.x() for point, place in me.points()}
    field = me.plate.picture.field
    me.presses("Side: Left")
    me.settled()
    assert larger(me) == [name.replace("Right", "Left") for name in right]
    for point, place in me.points():
        assert place.x() - field.left() == pytest.approx(field.right() - at[point], abs=2)


def test_the_first_tile_leads_back_to_the_plate(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    me.turns_to("Whole body, front")
    assert not me.plate.companions and me.view() == "Whole body, front"
    me.turns_to("Muscle and pain together")
    assert me.plate.companions and me.store.state.study.view is None


def test_a_chosen_point_has_a_plate_of_its_own(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    whole = me.plate.picture.scene.plate
    (place,) = (at for point, at in me.points() if point == 3)
    me.taps(place)
    assert me.store.state.study.point == 3 and me.plate.picture.scene.plate != whole
    assert me.lit_points() == {3}


def test_one_may_look_about_the_panel_and_find_back(me: Person) -> None:
    me.store.choose_muscle("infraspinatus")
    me.settled()
    before, shown = me.closeness(), me.plate.picture.target()
    me.zooms(0.5)
    assert me.closeness() < before
    me.goes_to("Picture of the body")
    me.key(Qt.Key.Key_0)
    assert me.closeness() == before and me.plate.picture.target() == shown


def test_one_tap_on_the_strip_shows_another_view(scm: Person) -> None:
    scm.settled()
    assert scm.current_row(VIEWS) == "Head, front"
    other = scm.rows(VIEWS)[2]
    scm.turns_to(other)
    assert scm.view() == other


def test_a_tap_on_a_trigger_point_leaves_only_its_pattern_lit(scm: Person) -> None:
    point, at = scm.points()[0]
    assert len(scm.lit_points()) > 1
    scm.taps(at + QPoint(12, 10))
    assert scm.store.state.study.point == point
    assert scm.lit_points() == {point}


def test_a_tap_on_the_skin_names_the_region_and_ends_the_focus(scm: Person, cheek: int) -> None:
    scm.store.focus_point(1)
    scm.taps(scm.place(cheek))
    assert scm.store.state.study.point is None
    assert scm.store.state.study.region in {"cheek", "maxilla"}
    assert scm.store.state.study.region_side == "right"
    scm.settled()
    assert scm.caption().lower().endswith(", right side")


def test_the_wheel_zooms_about_the_pointer_and_zero_shows_the_whole(scm: Person, cheek: int) -> None:
    before = scm.place(cheek)
    scm.zooms(2.0, before)
    assert scm.closeness() == pytest.approx(2.0, rel=0.01)
    assert (scm.place(cheek) - before).manhattanLength() <= 2  # one each way: places are whole px
    scm.goes_to("Picture of the body")
    scm.key(Qt.Key.Key_0)
    assert scm.closeness() == 1.0


def test_two_fingers_zoom(scm: Person) -> None:
    plate = scm.plate
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
    assert scm.closeness() > 1.8
    assert scm.store.state.study.region is None


def test_a_zoomed_picture_cannot_be_lost(scm: Person) -> None:
    scm.zooms(3.0)
    scm.drags(QPoint(400, -400), times=12)
    picture, field = scm.plate.picture.target(), scm.plate.picture.field
    assert picture.intersects(field)
    assert picture.left() <= field.left() + 1


def test_the_plate_tells_a_screen_reader_what_it_shows(scm: Person) -> None:
    role, name, said = scm.hears("Picture of the body")
    assert (role, name) == (QAccessible.Role.Graphic, "Picture of the body")
    assert said.startswith("Head, front.") and "right side" in said


def test_after_a_rest_the_plate_of_any_muscle_is_there_at_once(me: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in me.app.presenter._compose_ahead(me.app.store.state):
        pass
    composed: list[object] = []
    monkeypatch.setattr("atlas.domain.plate.composing.compose", composed.append)
    me.app.store.choose_muscle("soleus")
    assert me.app.window.plate_pane.plate.picture.scene is not None and composed == []
