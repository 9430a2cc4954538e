"""The patient paints where it hurts, by hand or in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.ui.pain_drawing.surface import PainDrawing
from tests.ui.painting import answered, paint, place, violet

_DEVICE = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def touch(pain: PainDrawing, *steps: dict[int, tuple[str, QPoint]]) -> None:
    """Each step says of every finger what it does and where."""
    for step in steps:
        event = QTest.touchEvent(pain.sheet, _DEVICE)
        for finger, (what, where) in step.items():
            if what == "stationary":
                event.stationary(finger)
            else:
                getattr(event, what)(finger, where, pain.sheet)
        event.commit()


def test_the_mode_opens_and_closes(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    assert pain.sheet.isVisible() and pain.answers.isVisible() and pain.words.isVisible() and pain.bar.isVisible()
    assert not atlas.window.explanation.isVisible() and not atlas.window.finder.list.isVisible()
    qtbot.mouseClick(atlas.window.finder.modes.choice.button("muscles"), Qt.MouseButton.LeftButton)
    assert not pain.sheet.isVisible() and not pain.answers.isVisible() and not pain.words.isVisible()
    assert atlas.window.explanation.isVisible() and atlas.window.plate_pane.layers.isVisible()


def test_a_stroke_is_seen_and_its_twin_is_bare(atlas: AtlasApp, pain: PainDrawing) -> None:
    paint(pain, place(atlas, "infraspinous-centre"), place(atlas, "scapula-lateral-border-middle"))
    picture = atlas.window.plate_pane.plate.grab().toImage()
    assert violet(picture.pixelColor(place(atlas, "infraspinous-centre"))) > 25
    assert violet(picture.pixelColor(place(atlas, "infraspinous-centre", opposite=True))) < 10


def test_the_answer_follows_and_keeps_sides_apart(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    atlas.store.choose_brush(replace(atlas.store.state.report.brush, width=50.0))
    paint(
        pain, place(atlas, "shoulder-back-centre", opposite=True), place(atlas, "arm-back-upper-centre", opposite=True)
    )
    found = answered(pain, qtbot)
    assert found and all(row.endswith("left") for row in found[:5])
    first = pain.answers.list.rows.rows[0]
    assert first.said == f"Covers {round(first.covers)}% of what you painted"
    assert first.title.endswith("left") and "right" not in first.matched


def test_one_finger_paints(atlas: AtlasApp, pain: PainDrawing) -> None:
    a, b = place(atlas, "infraspinous-centre"), place(atlas, "rib8-angle")
    touch(pain, {0: ("press", a)}, {0: ("move", (a + b) / 2)}, {0: ("move", b)}, {0: ("release", b)})
    drawing = atlas.store.state.report.drawing
    assert drawing is not None
    surface = atlas.catalog.surface
    assert drawing.strength[surface.landmarks["infraspinous-centre"]] > 0.5
    assert drawing.strength[surface.landmarks["rib8-angle"]] > 0.5
    assert len(atlas.store.state.report.past) == 1


def test_two_fingers_zoom_and_paint_nothing(atlas: AtlasApp, pain: PainDrawing) -> None:
    plate = atlas.window.plate_pane.plate
    middle = place(atlas, "t7-spine")
    left, right = middle - QPoint(40, 0), middle + QPoint(40, 0)
    far = QPoint(60, 0)
    touch(
        pain,
        {0: ("press", left)},
        {0: ("stationary", left), 1: ("press", right)},
        {0: ("move", left - far), 1: ("move", right + far)},
        {0: ("stationary", left - far), 1: ("release", right + far)},
        {0: ("move", left)},
        {0: ("release", left)},
    )
    assert plate.picture.zoom > 1.8
    assert atlas.store.state.report.drawing is None
    assert atlas.store.state.report.past == ()


def test_a_second_finger_takes_back_the_stroke_of_the_first(atlas: AtlasApp, pain: PainDrawing) -> None:
    a, b = place(atlas, "infraspinous-centre"), place(atlas, "t10-spine")
    paint(pain, b)
    before = atlas.store.state.report.drawing
    touch(
        pain,
        {0: ("press", a)},
        {0: ("move", a + QPoint(10, 0))},
        {0: ("stationary", a), 1: ("press", b)},
        {0: ("release", a), 1: ("release", b)},
    )
    assert atlas.store.state.report.drawing is before
    assert len(atlas.store.state.report.past) == 1


def test_the_rubber_end_of_a_pen_erases(atlas: AtlasApp, pain: PainDrawing) -> None:
    spot = place(atlas, "infraspinous-centre")
    paint(pain, spot)
    pen = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Eraser,
        QInputDevice.Capability.Position,
        1,
        3,
    )
    for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletRelease):
        at = QPointF(spot)
        event = QTabletEvent(
            kind, pen, at, at, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        )  # fmt: skip
        QApplication.sendEvent(pain.sheet, event)
    drawing = atlas.store.state.report.drawing
    assert drawing is not None
    assert drawing.strength[atlas.catalog.surface.landmarks["infraspinous-centre"]] < 0.5


def test_undo_redo_and_clear(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    drawn = atlas.store.state.report.drawing
    qtbot.mouseClick(pain.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.is_empty
    qtbot.mouseClick(pain.steps.redo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.drawing is drawn
    qtbot.mouseClick(pain.steps.clear, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.is_empty
    assert answered(pain, qtbot) == []
    qtbot.mouseClick(pain.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.drawing is drawn


def test_with_the_hand_the_plate_below_is_tapped(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    qtbot.mouseClick(pain.bar.tools.button("move"), Qt.MouseButton.LeftButton)
    plate = atlas.window.plate_pane.plate
    assert plate.childAt(place(atlas, "infraspinous-centre")) is None
    qtbot.mouseClick(plate, Qt.MouseButton.LeftButton, pos=place(atlas, "infraspinous-centre"))
    assert atlas.store.state.study.region == "scapula_body"
    assert atlas.store.state.report.is_empty


def test_a_ticked_region_is_painted_and_the_list_mirrors_the_picture(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot
) -> None:
    qtbot.mouseClick(pain.words.kinds.button("region"), Qt.MouseButton.LeftButton)
    pain.words.search.setFocus()
    qtbot.keyClicks(pain.words.search, "kneecap")
    model = pain.words.list.model()
    row = next(k for k in range(model.rowCount()) if model.index(k, 0).data() == "Kneecap")
    index = model.index(row, 0)
    pain.words.list.scrollTo(index)
    qtbot.mouseClick(
        pain.words.list.viewport(), Qt.MouseButton.LeftButton, pos=pain.words.list.visualRect(index).center()
    )
    drawing = atlas.store.state.report.drawing
    assert drawing is not None
    surface = atlas.catalog.surface
    assert surface.region_shares(drawing.painting, "right")["kneecap"] > 70.0
    assert atlas.store.state.study.view != "torso-back"  # where the knee can be seen
    answered(pain, qtbot)
    assert model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
    pain.words.list.setCurrentIndex(index)
    pain.words.list.setFocus()
    qtbot.keyClick(pain.words.list, Qt.Key.Key_Space)
    assert atlas.store.state.report.is_empty
    pain.words.search.clear()


def test_a_complaint_paints_its_regions_and_shows_its_red_flags(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot
) -> None:
    pain.words.complaint_chosen.emit("headache-temple")
    found = answered(pain, qtbot)
    assert any(row.startswith("temporalis") for row in found[:6])
    assert "worst" in pain.answers.flags.text() or "emergency" in pain.answers.flags.text()
    assert pain.answers.flags.isVisible()
