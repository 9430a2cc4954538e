"""The patient paints where it hurts, by hand or in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.person import COMPLAINTS, MUSCLES, PATTERNS, SAY, SEARCH, Person, violet

_DEVICE = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def touch(painter: Person, *steps: dict[int, tuple[str, QPoint]]) -> None:
    """Each step says of every finger what it does and where."""
    sheet = painter.sheet
    for step in steps:
        event = QTest.touchEvent(sheet, _DEVICE)
        for finger, (what, where) in step.items():
            if what == "stationary":
                event.stationary(finger)
            else:
                getattr(event, what)(finger, where, sheet)
        event.commit()


def strength_at(painter: Person, landmark: str) -> float:
    drawing = painter.store.state.report.drawing
    return 0.0 if drawing is None else float(drawing.strength[painter.vertex(landmark)])


def test_the_mode_opens_and_closes(painter: Person) -> None:
    of_the_mode = ("Drawing of the pain", SAY, "Tool: Paint", "Answer: Patterns")
    of_a_muscle = (SEARCH, MUSCLES, "Show: Mainly felt here", "Explanation")
    assert all(painter.shows(name) for name in of_the_mode)
    assert not any(painter.shows(name) for name in (SEARCH, "Show: Mainly felt here", "Choose a muscle"))
    painter.switches_to("muscles")
    assert not any(painter.shows(name) for name in of_the_mode)
    assert all(painter.shows(name) for name in of_a_muscle)


def test_a_stroke_is_seen_and_its_twin_is_bare(painter: Person) -> None:
    painter.paints("infraspinous-centre", "scapula-lateral-border-middle")
    assert violet(painter.color_at("infraspinous-centre")) > 25
    assert violet(painter.color_at("infraspinous-centre", opposite=True)) < 10


def test_the_answer_follows_and_keeps_sides_apart(painter: Person) -> None:
    painter.presses("Brush 50 mm")
    painter.paints("shoulder-back-centre", "arm-back-upper-centre", opposite=True)
    found = painter.answers()
    assert found and all(row.endswith("left") for row in found[:5])
    title, said, *where = painter.rows_read(PATTERNS)[0].split(". ")
    assert title == found[0] and said.startswith("Covers ") and said.endswith("% of what you painted")
    assert "right" not in where[0]


def test_one_finger_paints(painter: Person) -> None:
    a, b = painter.place("infraspinous-centre"), painter.place("rib8-angle")
    touch(painter, {0: ("press", a)}, {0: ("move", (a + b) / 2)}, {0: ("move", b)}, {0: ("release", b)})
    assert strength_at(painter, "infraspinous-centre") > 0.5 and strength_at(painter, "rib8-angle") > 0.5
    assert len(painter.store.state.report.past) == 1


def test_two_fingers_zoom_and_paint_nothing(painter: Person) -> None:
    middle = painter.place("t7-spine")
    left, right = middle - QPoint(40, 0), middle + QPoint(40, 0)
    far = QPoint(60, 0)
    touch(
        painter,
        {0: ("press", left)},
        {0: ("stationary", left), 1: ("press", right)},
        {0: ("move", left - far), 1: ("move", right + far)},
        {0: ("stationary", left - far), 1: ("release", right + far)},
        {0: ("move", left)},
        {0: ("release", left)},
    )
    assert painter.closeness() > 1.8
    assert painter.store.state.report.drawing is None
    assert painter.store.state.report.past == ()


def test_a_second_finger_takes_back_the_stroke_of_the_first(painter: Person) -> None:
    a, b = painter.place("infraspinous-centre"), painter.place("t10-spine")
    painter.paints(b)
    before = painter.store.state.report.drawing
    touch(
        painter,
        {0: ("press", a)},
        {0: ("move", a + QPoint(10, 0))},
        {0: ("stationary", a), 1: ("press", b)},
        {0: ("release", a), 1: ("release", b)},
    )
    assert painter.store.state.report.drawing is before
    assert len(painter.store.state.report.past) == 1


def test_the_rubber_end_of_a_pen_erases(painter: Person) -> None:
    painter.paints("infraspinous-centre")
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
        at = QPointF(painter.place("infraspinous-centre"))
        event = QTabletEvent(
            kind, pen, at, at, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        )  # fmt: skip
        QApplication.sendEvent(painter.sheet, event)
    assert painter.store.state.report.drawing is not None and strength_at(painter, "infraspinous-centre") < 0.5


def test_undo_redo_and_clear(painter: Person) -> None:
    painter.paints("infraspinous-centre")
    drawn = painter.store.state.report.drawing
    painter.presses("Undo")
    assert painter.store.state.report.is_empty
    painter.presses("Redo")
    assert painter.store.state.report.drawing is drawn
    painter.presses("Clear the drawing")
    assert painter.store.state.report.is_empty
    assert painter.answers() == []
    painter.presses("Undo")
    assert painter.store.state.report.drawing is drawn


def test_with_the_hand_the_plate_below_is_tapped(painter: Person) -> None:
    painter.presses("Tool: Move")
    painter.taps("infraspinous-centre")
    assert painter.store.state.study.region == "scapula_body"
    assert painter.store.state.report.is_empty


def test_a_ticked_region_is_painted_and_the_list_mirrors_the_picture(painter: Person) -> None:
    painter.presses("List: Regions")
    painter.searches("kneecap")
    painter.taps_row(COMPLAINTS, "Kneecap")
    drawing = painter.store.state.report.drawing
    assert drawing is not None
    assert painter.app.catalog.surface.region_shares(drawing.painting, "right")["kneecap"] > 70.0
    assert painter.store.state.study.view != "torso-back"  # where the knee can be seen
    painter.settled()
    assert painter.ticked_rows(COMPLAINTS) == ["Kneecap"]
    painter.list(COMPLAINTS).setCurrentIndex(painter.row(COMPLAINTS, "Kneecap"))
    painter.goes_to(COMPLAINTS)
    painter.key(Qt.Key.Key_Space)
    assert painter.store.state.report.is_empty
    painter.empties(SAY)


def test_a_complaint_paints_its_regions_and_shows_its_red_flags(painter: Person) -> None:
    painter.says("headache-temple")
    assert any(row.startswith("Temporalis") for row in painter.answers()[:6])
    warned = painter.warnings()
    assert "worst" in warned or "emergency" in warned
