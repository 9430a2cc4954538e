"""The drawing beside the plate: patient's screen, small pictures, handout; and that it goes with the patient."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.domain.pain.pain_report import Overlay
from atlas.ui.pain_drawing.surface import PainDrawing
from atlas.ui.patient.patient_screen import PatientScreen
from atlas.ui.plate.view_rows import VIEW_ID
from tests.ui.painting import answered, paint, place, violet


def test_the_patients_screen_shows_the_drawing_and_what_lies_over_it(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot
) -> None:
    qtbot.mouseClick(pain.answers.for_patient.second, Qt.MouseButton.LeftButton)
    screen = atlas.chairside.patient.screen
    assert screen is not None and screen.isVisible() and "Where does it hurt?" in screen.page.text()
    paint(pain, place(atlas, "infraspinous-centre"))
    qtbot.waitUntil(lambda: "This is what you showed" in screen.page.text())
    scene = screen.page.plate.picture.scene
    assert scene is not None and scene.drawing is atlas.store.state.report.drawing
    assert "Over the shoulder blade (right)" in screen.page.text()
    twin, spot = (_on_screen(atlas, screen, opposite) for opposite in (True, False))
    assert violet(spot) > 25 > 10 > violet(twin)
    atlas.store.toggle_overlay(Overlay(muscle="infraspinatus", side="right"))
    qtbot.waitUntil(lambda: "shoulder" in screen.page.legend.accessibleName())
    assert "What you showed" in screen.page.legend.accessibleName()
    assert "Infraspinatus, right" in screen.page.plate.accessibleDescription()
    atlas.store.show_patient_screen("freeze")
    atlas.store.draw(None)
    qtbot.waitUntil(lambda: not atlas.chairside.patient.is_behind)
    assert "This is what you showed" in screen.page.text()
    atlas.store.show_patient_screen("off")


def test_a_screen_that_is_blanked_shows_no_stroke_that_came_just_before(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot
) -> None:
    atlas.store.show_patient_screen("follow")
    screen = atlas.chairside.patient.screen
    assert screen is not None
    paint(pain, place(atlas, "infraspinous-centre"))
    atlas.store.show_patient_screen("blank")
    qtbot.waitUntil(lambda: not atlas.chairside.patient.is_behind)
    assert screen.is_blank
    atlas.store.show_patient_screen("off")


def _on_screen(atlas: AtlasApp, screen: PatientScreen, opposite: bool) -> QColor:
    state, plate = atlas.store.state, screen.page.plate
    vertex = atlas.catalog.surface.vertex("infraspinous-centre", opposite)
    at = atlas.mirror.plates.place_of(state.study.view or "", state.look.figure, vertex)
    assert at is not None
    return plate.grab().toImage().pixelColor(plate.picture.place_in_widget(*at).toPoint())


def test_the_small_pictures_of_the_views_show_the_drawing(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    atlas.store.choose_view("whole-back")
    both = ("whole-front", "whole-back")
    qtbot.waitUntil(lambda: None not in [small_picture(atlas, v) for v in both])
    front, back = (small_picture(atlas, v) for v in both)
    atlas.store.choose_brush(replace(atlas.store.state.report.brush, width=90.0, level="strong"))
    paint(pain, place(atlas, "infraspinous-centre"))
    qtbot.waitUntil(lambda: small_picture(atlas, "whole-back") not in (None, back))
    assert small_picture(atlas, "whole-front") == front


def small_picture(atlas: AtlasApp, view: str) -> QImage | None:
    model = atlas.window.plate_pane.views.model()
    found = model.match(model.index(0, 0), VIEW_ID, view)
    picture = found[0].data(Qt.ItemDataRole.DecorationRole)
    return None if picture is None else picture.toImage()


def test_a_handout_is_of_the_patterns_laid_over_the_drawing(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    assert not pain.answers.for_patient.handout.isVisible()
    paint(pain, place(atlas, "infraspinous-centre", opposite=True))
    atlas.store.toggle_overlay(Overlay(muscle="infraspinatus", side="left"))
    atlas.store.toggle_overlay(Overlay(muscle="supraspinatus", side="left"))
    qtbot.mouseClick(pain.answers.for_patient.handout, Qt.MouseButton.LeftButton)
    assert atlas.handouts is not None and atlas.handouts.desk is not None
    order = atlas.handouts.desk.order
    assert order is not None and order.muscles == ("infraspinatus", "supraspinatus") and set(order.sides) == {"left"}
    assert order.drawing is atlas.store.state.report.drawing
    atlas.handouts.stop()


def test_a_new_patient_finds_nothing_of_the_one_before(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    atlas.chairside.begin_new_patient()
    assert atlas.store.state.report.is_empty and atlas.store.state.report.past == ()
    assert answered(pain, qtbot) == []


def test_no_small_picture_keeps_the_drawing_of_the_patient_before(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot
) -> None:
    views = atlas.window.plate_pane.views
    atlas.store.choose_brush(replace(atlas.store.state.report.brush, width=90.0, level="strong"))
    paint(pain, place(atlas, "infraspinous-centre"))
    for view in ("torso-back", "whole-back", "whole-right"):
        views.picture_wanted.emit(view)
        assert small_picture(atlas, view) is not None
    atlas.chairside.begin_new_patient()
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
    views._idle.stop()  # before any of them is made anew
    assert [small_picture(atlas, v) for v in ("torso-back", "whole-back", "whole-right")] == [None] * 3
