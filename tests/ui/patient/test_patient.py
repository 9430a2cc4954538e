"""Beside the patient: the story, the second screen, the guide, a fresh start, the kiosk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.pin import fits, hashed
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.domain.scene import Scene
from atlas.domain.state import AtlasState, Study
from atlas.domain.words.story import STEPS
from atlas.ui.guide.guide_article import problem_page, question_page
from atlas.ui.patient.patient_page import PatientPage
from atlas.ui.patient.story_view import PatientMode
from tests.ui.conftest import SCM, key_of, pad_of


@pytest.fixture
def story(atlas: AtlasApp, qtbot: QtBot) -> Iterator[PatientMode]:
    """The patient's view at its first step, opened by a tap on "Show to patient"."""
    atlas.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    qtbot.mouseClick(atlas.muscles.pane.for_patient.story, Qt.MouseButton.LeftButton)
    mode = atlas.patient.opened().presenter.mode
    assert mode is not None
    yield mode
    atlas.store.open_story(None)


def scene_of(page: PatientPage) -> Scene:
    scene = page.plate.picture.scene
    assert scene is not None
    return scene


def test_the_story_covers_the_whole_window_and_begins_with_the_muscle_alone(
    atlas: AtlasApp, story: PatientMode
) -> None:
    assert story.isVisible() and story.size() == atlas.window.size()
    assert atlas.window.isFullScreen()
    scene = scene_of(story.page)
    assert scene.muscles and not scene.points and not scene.paint
    assert "This is the muscle" in story.page.text()


def test_each_step_shows_more_and_says_what_it_shows(atlas: AtlasApp, story: PatientMode) -> None:
    seen = []
    for _ in STEPS:
        scene = scene_of(story.page)
        seen.append((bool(scene.muscles), bool(scene.points), len(scene.paint)))
        QTest.keyClick(story, Qt.Key.Key_Right)
    assert seen == [(True, False, 0), (True, True, 0), (True, True, 2), (True, True, 2)]
    texts = atlas._catalog.texts(SCM)["patient"]
    assert texts["what_may_help"] in story.page.text()


def test_a_tap_on_the_picture_goes_on_and_an_arrow_goes_back(atlas: AtlasApp, story: PatientMode, qtbot: QtBot) -> None:
    qtbot.mouseClick(story.page.plate, Qt.MouseButton.LeftButton)
    assert atlas.store.state.story == 2
    QTest.keyClick(story, Qt.Key.Key_Left)
    assert atlas.store.state.story == 1


def test_picture_and_words_change_together_in_a_fade_that_a_tap_stops(
    atlas: AtlasApp, story: PatientMode, qtbot: QtBot
) -> None:
    QTest.keyClick(story, Qt.Key.Key_Right)
    assert story.page.fade.is_going_on
    qtbot.mouseClick(story.page.plate, Qt.MouseButton.LeftButton)
    assert not story.page.fade.is_going_on
    assert atlas.store.state.story == 2


def test_nothing_moves_for_who_wants_stillness(atlas: AtlasApp, story: PatientMode) -> None:
    atlas.store.reduce_motion(True)
    QTest.keyClick(story, Qt.Key.Key_Right)
    assert not story.page.fade.is_going_on


def test_the_story_plays_by_itself_and_can_be_paused(atlas: AtlasApp, story: PatientMode, qtbot: QtBot) -> None:
    qtbot.mouseClick(story.bar.play, Qt.MouseButton.LeftButton)
    assert story.is_playing
    story._clock.start(1)
    qtbot.waitUntil(lambda: atlas.store.state.story == 2)
    assert story.is_playing
    qtbot.mouseClick(story.bar.play, Qt.MouseButton.LeftButton)
    assert not story.is_playing


def test_escape_leaves_the_story_and_the_keys_below_slept(atlas: AtlasApp, story: PatientMode) -> None:
    QTest.keyClick(story, Qt.Key.Key_L)
    assert atlas.store.state.study.sides == "right"
    QTest.keyClick(story, Qt.Key.Key_Escape)
    assert not story.isVisible() and not atlas.window.isFullScreen()
    assert atlas.window.plate_pane.isEnabled()


def test_the_window_comes_back_from_the_story_as_it_was(atlas: AtlasApp) -> None:
    atlas.store.choose_muscle(SCM)
    atlas.window.setWindowState(Qt.WindowState.WindowMaximized)
    atlas.store.open_story(1)
    assert atlas.window.isFullScreen()
    atlas.store.open_story(None)
    assert atlas.window.isMaximized() and not atlas.window.isFullScreen()
    atlas.window.setWindowState(Qt.WindowState.WindowNoState)


def test_a_window_closed_within_the_story_does_not_open_full_screen(
    catalog: FileCatalog, opened: AtlasApp, tmp_path: Path
) -> None:
    for _ in range(2):
        made = AtlasApp(catalog, settings=tmp_path / "window.json")
        made.open()
        assert not made.window.isFullScreen()
        made.store.choose_muscle(SCM)
        made.store.open_story(1)
        assert made.window.isFullScreen()
        made.window.close()
        made.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_after_a_tap_on_the_bar_the_arrow_keys_still_turn_the_steps(
    atlas: AtlasApp, story: PatientMode, qtbot: QtBot
) -> None:
    qtbot.mouseClick(story.bar.next, Qt.MouseButton.LeftButton)
    held = atlas.window.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_Left)
    assert atlas.store.state.story == 1


def test_when_to_get_help_is_one_tap_away(atlas: AtlasApp, story: PatientMode, qtbot: QtBot) -> None:
    qtbot.mouseClick(story.bar.alert, Qt.MouseButton.LeftButton)
    assert story.alert.isVisible()
    assert story.alert.text() == atlas._catalog.texts(SCM)["patient"]["when_to_see_someone"]
    QTest.keyClick(story, Qt.Key.Key_Escape)
    assert not story.alert.isVisible() and story.isVisible()


def test_all_words_for_patients_are_16_points_or_more(atlas: AtlasApp, story: PatientMode) -> None:
    for step in STEPS:
        atlas.store.open_story(step)
        assert story.page._size >= 16.0
    assert story.page.plate.LETTERS >= 16.0


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 1280)])
def test_no_story_of_any_muscle_has_to_be_scrolled(atlas: AtlasApp, story: PatientMode, size: tuple[int, int]) -> None:
    page = PatientPage(atlas._plates)
    page.resize(*size)
    page.show()
    scrolled = []
    for muscle in list(atlas._catalog.muscles)[::9]:
        for step in (1, 4):
            found = atlas.patient.opened().presenter.page(AtlasState(study=Study(muscle=muscle), story=step))
            assert found is not None
            page.show_page(*found, moving=False)
            QApplication.processEvents()
            if any(a.verticalScrollBar().maximum() > 0 for a in page.findChildren(QScrollArea) if a.isVisible()):
                scrolled.append((muscle, step))
    page.deleteLater()
    assert scrolled == []


# -- the patient's screen ----------------------------------------------------


def test_the_patients_screen_follows_freezes_and_blanks(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    qtbot.mouseClick(atlas.muscles.pane.for_patient.second, Qt.MouseButton.LeftButton)
    screen = atlas.patient.opened().presenter.screen
    assert screen is not None and screen.isVisible()
    assert scene_of(screen.page).muscles[0].muscle == SCM
    atlas.store.choose_muscle("infraspinatus")
    assert scene_of(screen.page).muscles[0].muscle == "infraspinatus"
    atlas.store.show_patient_screen("freeze")
    atlas.store.choose_muscle(SCM)
    assert scene_of(screen.page).muscles[0].muscle == "infraspinatus"
    atlas.store.show_patient_screen("blank")
    assert screen.is_blank
    atlas.store.show_patient_screen("follow")
    assert not screen.is_blank and scene_of(screen.page).muscles[0].muscle == SCM
    screen.close()
    assert atlas.store.state.patient_screen == "off"


def test_the_patients_screen_comes_back_as_a_window_when_its_monitor_is_unplugged(
    atlas: AtlasApp, qtbot: QtBot
) -> None:
    atlas.store.choose_muscle(SCM)
    atlas.store.show_patient_screen("follow")
    screen = atlas.patient.opened().presenter.screen
    assert screen is not None
    screen.showFullScreen()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with qtbot.waitSignal(screen.monitors_changed):
        application.screenRemoved.emit(screen.screen())
    assert screen.isVisible() and not screen.isFullScreen()
    assert screen.screen().availableGeometry().contains(screen.geometry())
    atlas.store.show_patient_screen("off")
    assert not screen.isVisible() and screen.is_blank


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


def test_the_guide_opens_from_a_muscle_on_a_problem_it_belongs_to(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle("levator-scapulae")
    qtbot.mouseClick(atlas.muscles.pane.for_patient.guide, Qt.MouseButton.LeftButton)
    guide = atlas.guide.opened()
    assert guide.page is not None and guide.page.isVisible()
    assert atlas.store.state.page == problem_page("neck-pain")
    shown = guide.guide.problem_pages["neck-pain"]
    assert guide.page.title == shown.title


def test_every_page_of_the_guide_can_be_read_with_its_sources(atlas: AtlasApp) -> None:
    guide = atlas.guide.opened()
    pages = [question_page(q) for q in guide.guide.questions] + [problem_page(p) for p in guide.guide.problem_pages]
    assert len(pages) >= 30
    for page in pages:
        atlas.store.read_guide(page)
        assert guide.page is not None
        text = guide.page.article.text()
        assert "Sources" in text and len(text) > 200, page


def test_the_keys_never_land_on_new_patient_by_themselves(atlas: AtlasApp) -> None:
    atlas.store.choose_muscle(SCM)
    assert atlas.muscles.finder.search.hasFocus()
    for mode in ("guide", "muscles", "pain", "muscles"):
        atlas.store.choose_mode(mode)  # type: ignore[arg-type]  # each is a mode
        assert not atlas.window.left_pane.foot.new_patient.hasFocus()


def test_a_muscle_is_one_tap_from_a_problem_and_the_way_back_leads_to_the_same_page(
    atlas: AtlasApp, qtbot: QtBot
) -> None:
    page = problem_page("neck-pain")
    atlas.store.read_guide(page)
    guide = atlas.guide.opened()
    assert guide.page is not None
    link = next(b for b in guide.page.findChildren(QAbstractButton) if b.property("muscle") == "levator-scapulae")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert atlas.store.state.study.muscle == "levator-scapulae"
    assert atlas.window.plate_pane.isVisible() and not guide.page.isVisible()
    qtbot.mouseClick(atlas.window.left_pane.modes.choice.button("guide"), Qt.MouseButton.LeftButton)
    assert guide.page.isVisible() and atlas.store.state.page == page


# -- a fresh start and the kiosk ---------------------------------------------


def test_new_patient_leaves_nothing_of_the_one_before(atlas: AtlasApp, qtbot: QtBot) -> None:
    QTest.keyClicks(atlas.muscles.finder.search, "shoulder ache")
    atlas.store.choose_mode("pain")
    pain = atlas.pain_drawing.made
    assert pain is not None
    QTest.keyClicks(pain.words.search, "temple")
    pain._on_complaint_chosen("headache-temple")
    assert atlas.store.state.report.drawing is not None
    atlas.store.choose_muscle(SCM)
    atlas.store.show_patient_screen("follow")
    QApplication.clipboard().setText("shoulder ache")
    qtbot.mouseClick(atlas.window.left_pane.foot.new_patient, Qt.MouseButton.LeftButton)
    screen = atlas.patient.opened().presenter.screen
    assert screen is not None and screen.is_blank
    assert atlas.muscles.finder.search.text() == "" and not atlas.muscles.finder.search.isUndoAvailable()
    assert QApplication.clipboard().text() == "" and pain.words.search.text() == ""
    atlas.store.show_patient_screen("off")
    assert atlas.store.state == AtlasState()


@pytest.fixture
def kiosk(catalog: FileCatalog, opened: AtlasApp, tmp_path: Path, qtbot: QtBot) -> Iterator[AtlasApp]:
    settings = tmp_path / "window.json"
    save_preferences(settings, Preferences(pin=hashed("2468")))
    made = AtlasApp(catalog, settings=settings, kiosk=True)
    made.open()
    qtbot.waitExposed(made.window)
    yield made
    made.window.guard_closing(False)
    made.window.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_kiosk_is_full_screen_and_only_its_pin_leaves_it(kiosk: AtlasApp, tmp_path: Path, qtbot: QtBot) -> None:
    assert kiosk.window.isFullScreen()
    kiosk.window.close()
    pad = pad_of(kiosk)
    assert kiosk.window.isVisible() and pad.isVisible()
    for key in ("1", "1", "1", "1"):
        qtbot.mouseClick(key_of(pad, key), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad.leave, Qt.MouseButton.LeftButton)
    assert kiosk.window.isVisible()
    assert any("not the PIN" in label.text() for label in pad.findChildren(QLabel))
    qtbot.mouseClick(key_of(pad, "9"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad.stay, Qt.MouseButton.LeftButton)
    kiosk.window.close()
    assert pad._typed.text() == "" and not pad._said.isVisible()
    for key in ("2", "4", "6", "8"):
        qtbot.mouseClick(key_of(pad, key), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad.leave, Qt.MouseButton.LeftButton)
    assert not kiosk.window.isVisible()
    kept = load_preferences(tmp_path / "window.json")[0].pin
    assert "2468" not in kept and fits("2468", kept) and not fits("2469", kept)


def test_an_idle_kiosk_warns_and_starts_afresh_unless_someone_touches_it(kiosk: AtlasApp, qtbot: QtBot) -> None:
    kiosk.store.choose_muscle(SCM)
    idle = kiosk.kiosk.idle
    assert idle is not None
    idle._on_idle()
    warning = kiosk.kiosk.warning
    assert warning is not None and warning.isVisible()
    qtbot.mouseClick(warning.stay, Qt.MouseButton.LeftButton)
    assert not warning.isVisible() and kiosk.store.state.study.muscle == SCM
    idle._second.setInterval(1)
    idle._idle.stop()
    idle._on_idle()
    with qtbot.waitSignal(idle.ran_out, timeout=30_000):  # thirty layouts of the whole window, on a busy machine
        pass
    assert kiosk.store.state.study.muscle is None and not warning.isVisible()
    assert not idle._idle.isActive()  # an empty waiting room is not asked again and again


def test_a_kiosk_gives_no_way_to_files_and_keeps_no_looks(kiosk: AtlasApp, tmp_path: Path) -> None:
    assert kiosk.handout.made is None
    kiosk.store.choose_mode("pain")
    assert kiosk.pain_drawing.made is not None and kiosk.pain_drawing.made.answers.files.isHidden()
    kiosk.store.choose_tone("monk-9")
    kiosk.window.guard_closing(False)
    kiosk.window.close()
    kept = (tmp_path / "window.json").read_text(encoding="utf-8")
    assert "monk-9" not in kept and load_preferences(tmp_path / "window.json")[0].pin


def test_buttons_of_the_story_and_the_pad_are_large_enough(
    atlas: AtlasApp, story: PatientMode, kiosk: AtlasApp
) -> None:
    kiosk.window.close()
    pad = pad_of(kiosk)
    buttons = [b for root in (story, pad) for b in root.findChildren(QAbstractButton) if b.isVisible()]
    assert len(buttons) > 15
    assert [b.text() or b.accessibleName() for b in buttons if min(b.width(), b.height()) < 48] == []


def test_damaged_pins_open_nothing() -> None:
    assert not fits("", "") and not fits("1234", "zz$zz") and not fits("1234", "00")
