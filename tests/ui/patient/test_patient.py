"""Beside the patient: the story, the second screen, the guide, a fresh start, the kiosk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.pin import fits
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.domain.state import AtlasState, Study
from atlas.domain.words.story import STEPS
from atlas.ui.guide.guide_article import problem_page, question_page
from atlas.ui.kiosk.idle_watch import IDLE_MS, WARNING_S
from atlas.ui.patient.patient_page import PatientPage
from tests.pins import quickly_hashed
from tests.ui.conftest import SCM, close
from tests.ui.person import HANDOUT, NEW_PATIENT, SAY, SEARCH, Person
from tests.ui.sight import Sight, fades, scene_of

STORY, WARNING = "The patient's view", "Are you still there?"


@pytest.fixture
def patient(me: Person) -> Iterator[Person]:
    """Someone before the patient's view at its first step, opened by a tap on "Show to patient"."""
    me.store.choose_muscle(SCM)
    me.settled()
    me.presses("Show to patient")
    yield me
    me.store.open_story(None)


def shown(sight: Sight) -> tuple[bool, bool, int]:
    """Whether the muscle and its trigger points are in the picture, and how many strengths of pain."""
    scene = scene_of(sight)
    return bool(scene.muscles), bool(scene.points), len({layer.strength for layer in scene.paint})


def test_the_story_covers_the_whole_window_and_begins_with_the_muscle_alone(patient: Person) -> None:
    assert patient.room_of(STORY) == patient.window.rect()
    assert patient.window.isFullScreen()
    assert shown(patient.story) == (True, False, 0)
    assert "This is the muscle" in patient.story.reads()


def test_in_english_nothing_is_said_to_be_untranslated(patient: Person) -> None:
    for step in STEPS:
        patient.store.open_story(step)
        assert "translated" not in patient.story.reads()


def test_each_step_shows_more_and_says_what_it_shows(patient: Person) -> None:
    seen = []
    for _ in STEPS:
        seen.append(shown(patient.story))
        patient.key(Qt.Key.Key_Right)
    assert seen == [(True, False, 0), (True, True, 0), (True, True, 2), (True, True, 2)]
    help_ = patient.app.catalog.texts(SCM)["patient"]["what_may_help"]
    assert " ".join(help_.split()) in " ".join(patient.story.reads().split())


def test_a_tap_on_the_picture_goes_on_and_an_arrow_goes_back(patient: Person) -> None:
    QTest.mouseClick(patient.story.plate, Qt.MouseButton.LeftButton)
    assert patient.store.state.story == 2 and patient.story.shows("Step 2 of 4")
    patient.key(Qt.Key.Key_Left, at=patient.story.root)
    assert patient.store.state.story == 1 and patient.story.shows("Step 1 of 4")


def test_after_a_tap_on_the_picture_the_arrow_keys_turn_the_steps_and_do_not_move_it(patient: Person) -> None:
    QTest.mouseClick(patient.story.plate, Qt.MouseButton.LeftButton)
    patient.key(Qt.Key.Key_Left, at=patient.story.plate)
    assert patient.store.state.story == 1
    patient.key(Qt.Key.Key_Right, at=patient.story.plate)
    assert patient.store.state.story == 2


def test_picture_and_words_change_together_in_a_fade_that_a_tap_stops(patient: Person) -> None:
    patient.key(Qt.Key.Key_Right)
    assert fades(patient.story)
    QTest.mouseClick(patient.story.plate, Qt.MouseButton.LeftButton)
    assert not fades(patient.story)
    assert patient.store.state.story == 2


def test_nothing_moves_for_who_wants_stillness(patient: Person) -> None:
    patient.store.reduce_motion(True)
    patient.key(Qt.Key.Key_Right)
    assert not fades(patient.story)


def test_the_story_plays_by_itself_and_can_be_paused(patient: Person) -> None:
    patient.presses("Play the steps by themselves")
    assert patient.story.offers("Pause")
    patient.waits(5)
    assert patient.store.state.story == 1
    patient.waits(25)
    assert patient.store.state.story == 2
    patient.presses("Pause")
    assert patient.story.offers("Play the steps by themselves")
    patient.waits(120)
    assert patient.store.state.story == 2


def test_escape_leaves_the_story_and_the_keys_below_slept(patient: Person) -> None:
    patient.key("Alt+L")
    assert patient.store.state.study.sides == "right"
    patient.key(Qt.Key.Key_Escape)
    assert not patient.shows(STORY) and not patient.window.isFullScreen()
    assert patient.plate.isEnabled()


def test_the_window_comes_back_from_the_story_as_it_was(me: Person) -> None:
    me.store.choose_muscle(SCM)
    me.window.setWindowState(Qt.WindowState.WindowMaximized)
    me.store.open_story(1)
    assert me.window.isFullScreen()
    me.store.open_story(None)
    assert me.window.isMaximized() and not me.window.isFullScreen()
    me.window.setWindowState(Qt.WindowState.WindowNoState)


def test_a_window_closed_within_the_story_does_not_open_full_screen(
    catalog: FileCatalog, opened: AtlasApp, tmp_path: Path
) -> None:
    for _ in range(2):
        someone = Person(AtlasApp(catalog, settings=tmp_path / "window.json"))
        someone.app.open()
        assert not someone.window.isFullScreen()
        someone.store.choose_muscle(SCM)
        someone.store.open_story(1)
        assert someone.window.isFullScreen()
        someone.closes()
        close(someone.app)


def test_after_a_tap_on_the_bar_the_arrow_keys_still_turn_the_steps(patient: Person) -> None:
    patient.presses("Next step")
    patient.key(Qt.Key.Key_Left)
    assert patient.store.state.story == 1


def test_when_to_get_help_is_one_tap_away(patient: Person) -> None:
    alert = patient.app.catalog.texts(SCM)["patient"]["when_to_see_someone"]
    assert alert not in patient.story.reads()
    patient.presses("When to get help")
    assert alert in patient.story.reads()
    patient.key(Qt.Key.Key_Escape)
    assert alert not in patient.story.reads() and patient.shows(STORY)


def test_all_words_for_patients_are_16_points_or_more(patient: Person) -> None:
    for step in STEPS:
        patient.store.open_story(step)
        assert min(patient.story.part("Explanation").letters()) >= 16.0
    assert patient.story.plate.LETTERS >= 16.0


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 1280)])
def test_no_story_of_any_muscle_has_to_be_scrolled(patient: Person, size: tuple[int, int]) -> None:
    page = PatientPage(patient.app._plates, patient.app.catalog)
    page.resize(*size)
    page.show()
    scrolled = []
    for muscle in list(patient.app.catalog.muscles)[::9]:
        for step in (1, 4):
            page.show_page(*patient.page_of(AtlasState(study=Study(muscle=muscle), story=step)), moving=False)
            QApplication.processEvents()
            if any(a.verticalScrollBar().maximum() > 0 for a in page.findChildren(QScrollArea) if a.isVisible()):
                scrolled.append((muscle, step))
    page.deleteLater()
    assert scrolled == []


# -- the patient's screen ----------------------------------------------------


def test_the_patients_screen_follows_freezes_and_blanks(me: Person) -> None:
    def muscle() -> str | None:
        return scene_of(me.patient_screen).muscles[0].muscle

    me.store.choose_muscle(SCM)
    me.presses("Patient's screen")
    assert me.patient_screen_is_lit and muscle() == SCM
    me.store.choose_muscle("infraspinatus")
    assert muscle() == "infraspinatus"
    me.presses("Patient's screen: Frozen")
    me.store.choose_muscle(SCM)
    assert muscle() == "infraspinatus"
    me.presses("Patient's screen: Blank")
    assert me.patient_screen_is_blank
    me.presses("Patient's screen: Follows")
    assert not me.patient_screen_is_blank and muscle() == SCM
    me.patient_screen.root.close()
    assert me.store.state.patient_screen == "off" and not me.patient_screen_is_lit


def test_the_patients_screen_comes_back_as_a_window_when_its_monitor_is_unplugged(me: Person) -> None:
    me.store.choose_muscle(SCM)
    me.store.show_patient_screen("follow")
    screen = me.patient_screen.root
    screen.showFullScreen()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.screenRemoved.emit(screen.screen())
    me.waits(1)
    assert screen.isVisible() and not screen.isFullScreen()
    assert screen.screen().availableGeometry().contains(screen.geometry())
    me.store.show_patient_screen("off")
    assert not me.patient_screen_is_lit


TWO_MONITORS = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.paths import Places
from atlas.ui.patient.patient_screen import monitor_of

application = QApplication([])
atlas = AtlasApp(FileCatalog(Places()))
atlas.open()
left, right = application.screens()
atlas.window.setGeometry(100, 100, 1000, 600)
atlas.store.choose_muscle("infraspinatus")
atlas.store.show_patient_screen("follow")
screen = atlas.patient.opened().presenter.screen
assert screen.isFullScreen() and monitor_of(screen) is right, screen.geometry()
assert screen.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
atlas.window.move(right.geometry().topLeft())
application.screenAdded.emit(right)
for _ in range(50):
    QTest.qWait(100)
    if monitor_of(screen) is left:
        break
assert screen.isFullScreen() and monitor_of(screen) is left, screen.geometry()
atlas.window.close()
assert not screen.isVisible()
print("done")
"""


def test_the_patients_screen_fills_the_monitor_that_the_therapist_does_not_look_at(tmp_path: Path) -> None:
    places = (("left", 0, 1280, 800), ("right", 1280, 1920, 1080))
    monitors = [
        {"name": name, "x": x, "y": 0, "width": w, "height": h, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, w, h in places
    ]
    written = tmp_path / "monitors.json"
    written.write_text(json.dumps({"screens": monitors}), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", TWO_MONITORS],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={written}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.stdout.strip() == "done", told.stderr


# -- the guide ---------------------------------------------------------------


def test_the_guide_opens_from_a_muscle_on_a_problem_it_belongs_to(me: Person) -> None:
    me.store.choose_muscle("levator-scapulae")
    me.settled()
    me.presses("Questions people ask")
    assert me.store.state.page == problem_page("neck-pain")
    assert me.guide_page().title() == me.app.catalog.guide("en").problem_pages["neck-pain"].title


def test_every_page_of_the_guide_can_be_read_with_its_sources(me: Person) -> None:
    guide = me.app.catalog.guide("en")
    pages = [question_page(q) for q in guide.questions] + [problem_page(p) for p in guide.problem_pages]
    assert len(pages) >= 30
    for page in pages:
        me.store.read_guide(page)
        text = me.guide_page().reads()
        assert "Sources" in text and len(text) > 200, page


def test_the_keys_never_land_on_new_patient_by_themselves(me: Person) -> None:
    me.store.choose_muscle(SCM)
    assert me.hears_focus() == SEARCH
    for mode in ("guide", "muscles", "pain", "muscles"):
        me.store.choose_mode(mode)  # type: ignore[arg-type]  # each is a mode
        assert me.hears_focus() != NEW_PATIENT


def test_a_muscle_is_one_tap_from_a_problem_and_the_way_back_leads_to_the_same_page(me: Person) -> None:
    page = problem_page("neck-pain")
    me.store.read_guide(page)
    title = me.guide_page().title()
    me.presses(f"Go to {me.name('levator-scapulae')}")
    me.settled()
    assert me.store.state.study.muscle == "levator-scapulae"
    assert me.title() == me.name("levator-scapulae") and me.plate.isVisible()
    me.switches_to("guide")
    assert me.guide_page().title() == title and me.store.state.page == page


# -- a fresh start and the kiosk ---------------------------------------------


def test_new_patient_leaves_nothing_of_the_one_before(me: Person) -> None:
    me.searches("shoulder ache")
    me.switches_to("pain")
    me.searches("temple")
    me.says("headache-temple")
    assert me.store.state.report.drawing is not None
    me.store.choose_muscle(SCM)
    me.store.show_patient_screen("follow")
    QApplication.clipboard().setText("shoulder ache")
    me.begins_new_patient()
    assert me.patient_screen_is_blank
    assert me.holds(SEARCH) == "" and not me.find(QLineEdit, SEARCH).isUndoAvailable()
    assert QApplication.clipboard().text() == ""
    me.store.show_patient_screen("off")
    assert me.store.state == AtlasState()
    me.switches_to("pain")
    assert me.holds(SAY) == ""


@pytest.fixture
def kiosk(catalog: FileCatalog, opened: AtlasApp, tmp_path: Path) -> Iterator[Person]:
    settings = tmp_path / "window.json"
    save_preferences(settings, Preferences(pin=quickly_hashed("2468")))
    someone = Person(AtlasApp(catalog, settings=settings, kiosk=True))
    someone.app.open()
    someone.settled()
    yield someone
    close(someone.app)


def test_the_kiosk_is_full_screen_and_only_its_pin_leaves_it(kiosk: Person, tmp_path: Path) -> None:
    assert kiosk.window.isFullScreen()
    kiosk.closes()
    assert kiosk.window.isVisible() and kiosk.shows("PIN")
    kiosk.types_pin("1111")
    assert kiosk.window.isVisible() and "not the PIN" in kiosk.pad.reads()
    kiosk.presses("9")
    kiosk.presses("Stay")
    kiosk.closes()
    assert kiosk.holds("PIN") == "" and "not the PIN" not in kiosk.pad.reads()
    kiosk.types_pin("2468")
    assert not kiosk.window.isVisible()
    kept = load_preferences(tmp_path / "window.json")[0].pin
    assert "2468" not in kept and fits("2468", kept) and not fits("2469", kept)


def test_an_idle_kiosk_warns_and_starts_afresh_unless_someone_touches_it(kiosk: Person) -> None:
    kiosk.store.choose_muscle(SCM)
    kiosk.waits(IDLE_MS / 1000 - 30)
    assert not kiosk.shows(WARNING)
    kiosk.waits(IDLE_MS / 1000 + 1)
    assert kiosk.shows(WARNING)
    kiosk.presses("Yes, go on")
    assert not kiosk.shows(WARNING) and kiosk.store.state.study.muscle == SCM
    kiosk.waits(IDLE_MS / 1000 + 1)
    assert "seconds" in kiosk.part(WARNING).reads() and kiosk.store.state.study.muscle == SCM
    kiosk.waits(WARNING_S + 1)
    assert kiosk.store.state.study.muscle is None and not kiosk.shows(WARNING)
    kiosk.waits(10 * IDLE_MS / 1000)
    assert not kiosk.shows(WARNING)  # an empty waiting room is not asked again and again


def test_a_kiosk_gives_no_way_to_files_and_keeps_no_looks(kiosk: Person, tmp_path: Path) -> None:
    kiosk.store.choose_muscle(SCM)
    kiosk.settled()
    assert not kiosk.shows(HANDOUT)
    kiosk.store.choose_mode("pain")
    kiosk.settled()
    kiosk.presses("Answer: Figures")
    assert not any(kiosk.shows(name) for name in ("Save drawing", "Open drawing", HANDOUT))
    kiosk.store.choose_tone("monk-9")
    close(kiosk.app)
    kept = (tmp_path / "window.json").read_text(encoding="utf-8")
    assert "monk-9" not in kept and load_preferences(tmp_path / "window.json")[0].pin


def test_buttons_of_the_story_and_the_pad_are_large_enough(patient: Person, kiosk: Person) -> None:
    kiosk.closes()
    buttons = [*patient.story.seen(QAbstractButton), *kiosk.pad.seen(QAbstractButton)]
    assert len(buttons) > 15
    assert [b.text() or b.accessibleName() for b in buttons if min(b.width(), b.height()) < 48] == []


def test_damaged_pins_open_nothing() -> None:
    assert not fits("", "") and not fits("1234", "zz$zz") and not fits("1234", "00")
