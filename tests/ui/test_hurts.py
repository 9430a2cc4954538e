"""The patient paints where it hurts, by hand or in words, and the patterns that cover it are listed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.domain.drawing import from_painting
from atlas.domain.hurting import Compared
from atlas.domain.state import AtlasState
from atlas.domain.surface import Painting
from atlas.ui.hurts import Hurts
from atlas.ui.patient_screen import PatientScreen
from atlas.ui.view_rows import VIEW_ID

_DEVICE = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def hurts(atlas: AtlasApp, qtbot: QtBot) -> Iterator[Hurts]:
    qtbot.mouseClick(atlas.window.finder.modes.choice.button("hurts"), Qt.MouseButton.LeftButton)
    assert atlas.door.hurts is not None
    atlas.door.hurts.answers.show_page("patterns")
    atlas.store.choose_view("torso-back")
    QApplication.processEvents()
    yield atlas.door.hurts
    atlas.store.set(AtlasState())


def place(atlas: AtlasApp, landmark: str, opposite: bool = False) -> QPoint:
    state, plate = atlas.store.state, atlas.window.plate_pane.plate
    vertex = atlas.catalog.surface.vertex(landmark, opposite)
    at = atlas.mirror.plates.place_of(state.view or "", state.figure, vertex)
    assert at is not None
    return plate.picture.place_in_widget(*at).toPoint()


def paint(hurts: Hurts, *places: QPoint) -> None:
    QTest.mousePress(hurts.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[0])
    for spot in places[1:]:
        QTest.mouseMove(hurts.sheet, spot)
    QTest.mouseRelease(hurts.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[-1])


def touch(hurts: Hurts, *steps: dict[int, tuple[str, QPoint]]) -> None:
    """Each step says of every finger what it does and where."""
    for step in steps:
        event = QTest.touchEvent(hurts.sheet, _DEVICE)
        for finger, (what, where) in step.items():
            if what == "stationary":
                event.stationary(finger)
            else:
                getattr(event, what)(finger, where, hurts.sheet)
        event.commit()


def answered(hurts: Hurts, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not hurts.mirror.is_behind)
    return [f"{row.which.muscle} {row.which.side}" for row in hurts.answers.list.rows.rows]


def violet(colour: QColor) -> int:
    return colour.blue() - colour.green()


def test_the_mode_opens_and_closes(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    assert hurts.sheet.isVisible() and hurts.answers.isVisible() and hurts.words.isVisible() and hurts.bar.isVisible()
    assert not atlas.window.explanation.isVisible() and not atlas.window.finder.list.isVisible()
    qtbot.mouseClick(atlas.window.finder.modes.choice.button("muscles"), Qt.MouseButton.LeftButton)
    assert not hurts.sheet.isVisible() and not hurts.answers.isVisible() and not hurts.words.isVisible()
    assert atlas.window.explanation.isVisible() and atlas.window.plate_pane.layers.isVisible()


def test_a_stroke_is_seen_and_its_twin_is_bare(atlas: AtlasApp, hurts: Hurts) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"), place(atlas, "scapula-lateral-border-middle"))
    picture = atlas.window.plate_pane.plate.grab().toImage()
    assert violet(picture.pixelColor(place(atlas, "infraspinous-centre"))) > 25
    assert violet(picture.pixelColor(place(atlas, "infraspinous-centre", opposite=True))) < 10


def test_the_answer_follows_and_keeps_sides_apart(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    atlas.store.choose_brush(replace(atlas.store.state.hurting.brush, width=50.0))
    paint(
        hurts, place(atlas, "shoulder-back-centre", opposite=True), place(atlas, "arm-back-upper-centre", opposite=True)
    )
    found = answered(hurts, qtbot)
    assert found and all(row.endswith("left") for row in found[:5])
    first = hurts.answers.list.rows.rows[0]
    assert first.said == f"Covers {round(first.covers)}% of what you painted"
    assert first.title.endswith("left") and "right" not in first.matched


def test_one_finger_paints(atlas: AtlasApp, hurts: Hurts) -> None:
    a, b = place(atlas, "infraspinous-centre"), place(atlas, "rib8-angle")
    touch(hurts, {0: ("press", a)}, {0: ("move", (a + b) / 2)}, {0: ("move", b)}, {0: ("release", b)})
    drawing = atlas.store.state.hurting.drawing
    assert drawing is not None
    surface = atlas.catalog.surface
    assert drawing.strength[surface.landmarks["infraspinous-centre"]] > 0.5
    assert drawing.strength[surface.landmarks["rib8-angle"]] > 0.5
    assert len(atlas.store.state.hurting.past) == 1


def test_two_fingers_zoom_and_paint_nothing(atlas: AtlasApp, hurts: Hurts) -> None:
    plate = atlas.window.plate_pane.plate
    middle = place(atlas, "t7-spine")
    left, right = middle - QPoint(40, 0), middle + QPoint(40, 0)
    far = QPoint(60, 0)
    touch(
        hurts,
        {0: ("press", left)},
        {0: ("stationary", left), 1: ("press", right)},
        {0: ("move", left - far), 1: ("move", right + far)},
        {0: ("stationary", left - far), 1: ("release", right + far)},
        {0: ("move", left)},
        {0: ("release", left)},
    )
    assert plate.picture.zoom > 1.8
    assert atlas.store.state.hurting.drawing is None
    assert atlas.store.state.hurting.past == ()


def test_a_second_finger_takes_back_the_stroke_of_the_first(atlas: AtlasApp, hurts: Hurts) -> None:
    a, b = place(atlas, "infraspinous-centre"), place(atlas, "t10-spine")
    paint(hurts, b)
    before = atlas.store.state.hurting.drawing
    touch(
        hurts,
        {0: ("press", a)},
        {0: ("move", a + QPoint(10, 0))},
        {0: ("stationary", a), 1: ("press", b)},
        {0: ("release", a), 1: ("release", b)},
    )
    assert atlas.store.state.hurting.drawing is before
    assert len(atlas.store.state.hurting.past) == 1


def test_the_rubber_end_of_a_pen_erases(atlas: AtlasApp, hurts: Hurts) -> None:
    spot = place(atlas, "infraspinous-centre")
    paint(hurts, spot)
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
        QApplication.sendEvent(hurts.sheet, event)
    drawing = atlas.store.state.hurting.drawing
    assert drawing is not None
    assert drawing.strength[atlas.catalog.surface.landmarks["infraspinous-centre"]] < 0.5


def test_undo_redo_and_clear(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    drawn = atlas.store.state.hurting.drawing
    qtbot.mouseClick(hurts.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.hurting.is_empty
    qtbot.mouseClick(hurts.steps.redo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.hurting.drawing is drawn
    qtbot.mouseClick(hurts.steps.clear, Qt.MouseButton.LeftButton)
    assert atlas.store.state.hurting.is_empty
    assert answered(hurts, qtbot) == []
    qtbot.mouseClick(hurts.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.hurting.drawing is drawn


def test_with_the_hand_the_plate_below_is_tapped(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    qtbot.mouseClick(hurts.bar.tools.button("move"), Qt.MouseButton.LeftButton)
    plate = atlas.window.plate_pane.plate
    assert plate.childAt(place(atlas, "infraspinous-centre")) is None
    qtbot.mouseClick(plate, Qt.MouseButton.LeftButton, pos=place(atlas, "infraspinous-centre"))
    assert atlas.store.state.region == "scapula_body"
    assert atlas.store.state.hurting.is_empty


def test_a_ticked_region_is_painted_and_the_list_mirrors_the_picture(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot
) -> None:
    qtbot.mouseClick(hurts.words.kinds.button("region"), Qt.MouseButton.LeftButton)
    hurts.words.search.setFocus()
    qtbot.keyClicks(hurts.words.search, "kneecap")
    model = hurts.words.list.model()
    row = next(k for k in range(model.rowCount()) if model.index(k, 0).data() == "Kneecap")
    index = model.index(row, 0)
    hurts.words.list.scrollTo(index)
    qtbot.mouseClick(
        hurts.words.list.viewport(), Qt.MouseButton.LeftButton, pos=hurts.words.list.visualRect(index).center()
    )
    drawing = atlas.store.state.hurting.drawing
    assert drawing is not None
    surface = atlas.catalog.surface
    assert surface.region_shares(drawing.painting, "right")["kneecap"] > 70.0
    assert atlas.store.state.view != "torso-back"  # where the knee can be seen
    answered(hurts, qtbot)
    assert model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
    hurts.words.list.setCurrentIndex(index)
    hurts.words.list.setFocus()
    qtbot.keyClick(hurts.words.list, Qt.Key.Key_Space)
    assert atlas.store.state.hurting.is_empty
    hurts.words.search.clear()


def test_a_complaint_paints_its_regions_and_shows_its_red_flags(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    hurts.words.complaint_chosen.emit("headache-temple")
    found = answered(hurts, qtbot)
    assert any(row.startswith("temporalis") for row in found[:6])
    assert "worst" in hurts.answers.flags.text() or "emergency" in hurts.answers.flags.text()
    assert hurts.answers.flags.isVisible()


def test_patterns_are_laid_over_compared_and_told_apart(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"), place(atlas, "shoulder-back-centre"))
    answered(hurts, qtbot)
    rows = hurts.answers.list
    for k in range(2):
        area = rows.visualRect(rows.model().index(k, 0))
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert len(atlas.store.state.hurting.compared) == 2
    answered(hurts, qtbot)
    assert "A " in hurts.answers.legend.text() and "adds" in hurts.answers.legend.text()
    assert "Not in any of them" in hurts.answers.legend.text()
    qtbot.mouseClick(hurts.answers.pages.button("compare"), Qt.MouseButton.LeftButton)
    assert "Points to press to tell them apart" in hurts.answers.comparison.text()
    atlas.store.choose_dermatome("c5")
    answered(hurts, qtbot)
    assert "Nerve root C5" in hurts.answers.comparison.text() and "Only C5" in hurts.answers.comparison.text()
    assert "Lee" in hurts.answers.comparison.text()


def test_of_five_patterns_the_first_one_goes(atlas: AtlasApp, hurts: Hurts) -> None:
    some = [Compared(muscle=m, side="right") for m in list(atlas.catalog.muscles)[:5]]
    for which in some:
        atlas.store.lay_over(which)
    assert atlas.store.state.hurting.compared == tuple(some[1:])


def test_nothing_is_said_of_how_likely_how_bad_or_why(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"), place(atlas, "shoulder-back-centre"))
    answered(hurts, qtbot)
    atlas.store.lay_over(hurts.answers.list.rows.rows[0].which)
    for page in ("compare", "figures"):
        hurts.answers.show_page(page)
        hurts.mirror.answer()
    said = [row.spoken for row in hurts.answers.list.rows.rows]
    said += [hurts.answers.legend.text(), hurts.answers.comparison.text(), hurts.answers.figures.text()]
    for word in ("likely", "probab", "cause", "severe", "diagnos", "chance"):
        assert word not in " ".join(said).lower()


def test_the_figures_are_those_of_the_drawing(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    qtbot.mouseClick(hurts.answers.pages.button("figures"), Qt.MouseButton.LeftButton)
    answered(hurts, qtbot)
    said = hurts.answers.figures.text()
    assert "% of the body surface" in said and "over the shoulder blade, right" in said and "cm²" in said
    assert "Medium, aching, surface" in said


def test_a_drawing_is_saved_opened_and_measured_against(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.desk.save(tmp_path / "drawing.json")
    atlas.store.draw(None)
    hurts.desk.read(tmp_path / "drawing.json", second=False)
    assert not atlas.store.state.hurting.is_empty
    hurts.desk.read(tmp_path / "drawing.json", second=True)
    hurts.answers.show_page("figures")
    hurts.mirror.answer()
    assert "Painted in both: over the shoulder blade (right)." in hurts.answers.figures.text()
    assert "Overlap (Jaccard) 1.00" in hurts.answers.figures.text() and "0.62 ± 0.18" in hurts.answers.figures.text()


def test_a_label_is_kept_in_the_file_only_if_someone_types_it(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.answers.show_page("figures")
    hurts.desk.save(tmp_path / "plain.json")
    qtbot.keyClicks(hurts.answers.files.label, "Knee, first visit")
    hurts.desk.save(tmp_path / "labelled.json")
    assert "label" not in json.loads((tmp_path / "plain.json").read_text(encoding="utf-8"))
    atlas.chairside.begin_new_patient()
    atlas.store.choose_mode("hurts")
    hurts.mirror.answer()
    assert hurts.answers.files.label.text() == ""
    hurts.desk.read(tmp_path / "labelled.json", second=False)
    hurts.mirror.answer()
    assert hurts.answers.files.label.text() == "Knee, first visit"


def test_the_end_of_a_row_opens_the_muscle_on_its_side_and_the_drawing_waits(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot
) -> None:
    paint(hurts, place(atlas, "infraspinous-centre", opposite=True))
    first = answered(hurts, qtbot)[0]
    rows = hurts.answers.list
    end = rows.visualRect(rows.model().index(0, 0))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(end.right() - 10, end.center().y()))
    state = atlas.store.state
    assert first == f"{state.muscle} left" and state.sides == "left" and state.mode == "muscles"
    assert atlas.window.explanation.isVisible() and state.hurting.compared == ()
    atlas.store.choose_mode("hurts")
    assert answered(hurts, qtbot)[0] == first
    rows.setCurrentIndex(rows.model().index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_O)
    assert atlas.store.state.mode == "muscles"


def test_the_patients_screen_shows_the_drawing_and_what_lies_over_it(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot
) -> None:
    qtbot.mouseClick(hurts.answers.for_patient.second, Qt.MouseButton.LeftButton)
    screen = atlas.chairside.patient.screen
    assert screen is not None and screen.isVisible() and "Where does it hurt?" in screen.page.text()
    paint(hurts, place(atlas, "infraspinous-centre"))
    qtbot.waitUntil(lambda: "This is what you showed" in screen.page.text())
    scene = screen.page.plate.picture.scene
    assert scene is not None and scene.drawing is atlas.store.state.hurting.drawing
    assert "Over the shoulder blade (right)" in screen.page.text()
    twin, spot = (_on_screen(atlas, screen, opposite) for opposite in (True, False))
    assert violet(spot) > 25 > 10 > violet(twin)
    atlas.store.lay_over(Compared(muscle="infraspinatus", side="right"))
    qtbot.waitUntil(lambda: "shoulder" in screen.page.legend.accessibleName())
    assert "What you showed" in screen.page.legend.accessibleName()
    assert "Infraspinatus, right" in screen.page.plate.accessibleDescription()
    atlas.store.light_patient_screen("freeze")
    atlas.store.draw(None)
    qtbot.wait(200)  # longer than the screen takes to follow
    assert "This is what you showed" in screen.page.text()
    atlas.store.light_patient_screen("off")


def test_a_screen_that_is_blanked_shows_no_stroke_that_came_just_before(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot
) -> None:
    atlas.store.light_patient_screen("follow")
    screen = atlas.chairside.patient.screen
    assert screen is not None
    paint(hurts, place(atlas, "infraspinous-centre"))
    atlas.store.light_patient_screen("blank")
    qtbot.wait(200)  # longer than the screen takes to follow
    assert screen.is_blank
    atlas.store.light_patient_screen("off")


def _on_screen(atlas: AtlasApp, screen: PatientScreen, opposite: bool) -> QColor:
    state, plate = atlas.store.state, screen.page.plate
    vertex = atlas.catalog.surface.vertex("infraspinous-centre", opposite)
    at = atlas.mirror.plates.place_of(state.view or "", state.figure, vertex)
    assert at is not None
    return plate.grab().toImage().pixelColor(plate.picture.place_in_widget(*at).toPoint())


def test_the_small_pictures_of_the_views_show_the_drawing(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    atlas.store.choose_view("whole-back")
    both = ("whole-front", "whole-back")
    qtbot.waitUntil(lambda: None not in [small_picture(atlas, v) for v in both])
    front, back = (small_picture(atlas, v) for v in both)
    atlas.store.choose_brush(replace(atlas.store.state.hurting.brush, width=90.0, level="strong"))
    paint(hurts, place(atlas, "infraspinous-centre"))
    qtbot.waitUntil(lambda: small_picture(atlas, "whole-back") not in (None, back))
    assert small_picture(atlas, "whole-front") == front


def small_picture(atlas: AtlasApp, view: str) -> QImage | None:
    model = atlas.window.plate_pane.views.model()
    found = model.match(model.index(0, 0), VIEW_ID, view)
    picture = found[0].data(Qt.ItemDataRole.DecorationRole)
    return None if picture is None else picture.toImage()


def test_a_handout_is_of_the_patterns_laid_over_the_drawing(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    assert not hurts.answers.for_patient.handout.isVisible()
    paint(hurts, place(atlas, "infraspinous-centre", opposite=True))
    atlas.store.lay_over(Compared(muscle="infraspinatus", side="left"))
    atlas.store.lay_over(Compared(muscle="supraspinatus", side="left"))
    qtbot.mouseClick(hurts.answers.for_patient.handout, Qt.MouseButton.LeftButton)
    assert atlas.handouts is not None and atlas.handouts.desk is not None
    order = atlas.handouts.desk.order
    assert order is not None and order.muscles == ("infraspinatus", "supraspinatus") and order.sides == "left"
    assert order.drawing is atlas.store.state.hurting.drawing
    atlas.handouts.stop()


def test_the_inks_follow_the_palette(atlas: AtlasApp, hurts: Hurts) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    atlas.store.choose_palette("print")
    QApplication.processEvents()
    spot = atlas.window.plate_pane.plate.grab().toImage().pixelColor(place(atlas, "infraspinous-centre"))
    atlas.store.choose_palette("classic")
    assert abs(spot.blue() - spot.red()) < 6


def test_a_bad_file_leaves_the_drawing_untouched(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot, tmp_path: Path) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    before = atlas.store.state.hurting
    (tmp_path / "broken.json").write_text('{"format": "trig', encoding="utf-8")
    hurts.desk.read(tmp_path / "broken.json", second=False)
    assert atlas.store.state.hurting is before
    assert "broken.json is not complete" in hurts.answers.flags.text()


def test_a_drawing_of_everything_is_said_to_be_too_much(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    surface = atlas.catalog.surface
    everywhere = np.arange(len(surface.points), dtype=np.int32)
    painting = Painting(vertices=everywhere, strength=np.ones(len(everywhere), np.float32))
    atlas.store.draw(from_painting(surface, painting))
    answered(hurts, qtbot)
    assert "Most of the body is painted" in " ".join(w.text() for w in hurts.answers.findChildren(QLabel))
    qtbot.mouseClick(hurts.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.hurting.is_empty


def test_a_folder_that_cannot_be_written_is_said(atlas: AtlasApp, hurts: Hurts, tmp_path: Path) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.desk.save(tmp_path / "none" / "drawing.json")
    assert "could not be saved" in hurts.answers.flags.text()


def test_a_new_patient_finds_nothing_of_the_one_before(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    atlas.chairside.begin_new_patient()
    assert atlas.store.state.hurting.is_empty and atlas.store.state.hurting.past == ()
    assert answered(hurts, qtbot) == []


def test_no_small_picture_keeps_the_drawing_of_the_patient_before(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    views = atlas.window.plate_pane.views
    atlas.store.choose_brush(replace(atlas.store.state.hurting.brush, width=90.0, level="strong"))
    paint(hurts, place(atlas, "infraspinous-centre"))
    for view in ("torso-back", "whole-back", "whole-right"):
        views.picture_wanted.emit(view)
        assert small_picture(atlas, view) is not None
    atlas.chairside.begin_new_patient()
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
    views._idle.stop()  # before any of them is made anew
    assert [small_picture(atlas, v) for v in ("torso-back", "whole-back", "whole-right")] == [None] * 3
