"""What is painted warns at once, at the top, wherever it is shown; and stops warning when it is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.pain.drawing import Drawing, from_painting
from atlas.domain.pain.pain_report import Overlay
from atlas.domain.state import AtlasState, Room, Study
from atlas.domain.words.red_flags import RedFlagRules
from atlas.ui.pain_drawing.surface import PainDrawing
from atlas.ui.red_flag_box import RedFlagBox
from tests.ui.conftest import SCM, close
from tests.ui.painting import answered, paint, place


@pytest.fixture
def told(atlas: AtlasApp) -> dict[str, str]:
    """The words of each red flag."""
    return {f: flag.text for f, flag in atlas.catalog.guide().red_flags.items()}


def breastbone(atlas: AtlasApp) -> Drawing:
    surface = atlas.catalog.surface
    return from_painting(surface, regions_painting(surface, ["sternum_lower"], "right"))


def seen_whole(box: RedFlagBox, flag: str) -> bool:
    """Whether a sign is open, and inside its window without scrolling."""
    label = box._open
    window = label.window()
    top, bottom = (label.mapTo(window, QPoint(0, y)).y() for y in (0, label.height()))
    left, right = (label.mapTo(window, QPoint(x, 0)).x() for x in (0, label.width()))
    inside = top >= 0 and left >= 0 and bottom <= window.height() and right <= window.width()
    enough = label.heightForWidth(label.width()) <= label.height() and not label.visibleRegion().isEmpty()
    whole = label.visibleRegion().boundingRect().height() >= label.height()
    return box.open_text().startswith(flag) and inside and enough and whole


def test_painting_the_chest_warns_while_the_stroke_goes_on_and_undo_takes_it_back(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    atlas.store.choose_view("torso-front")
    QApplication.processEvents()
    spot = place(atlas, "sternum-middle")
    QTest.mousePress(pain.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseMove(pain.sheet, spot + QPoint(0, 12))
    qtbot.waitUntil(lambda: seen_whole(pain.answers.flags, told["chest"]))
    QTest.mouseRelease(pain.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot + QPoint(0, 12))
    for page in ("compare", "figures", "patterns"):
        pain.answers.show_page(page)
        assert pain.answers.flags.isVisible()
    atlas.store.undo()
    answered(pain, qtbot)
    assert not pain.answers.flags.isVisible() and pain.answers.flags.text() == ""
    atlas.store.redo()
    answered(pain, qtbot)
    assert pain.answers.flags.isVisible()
    atlas.store.choose_tool("erase")
    atlas.store.choose_brush(replace(atlas.store.state.report.brush, width=90.0))
    atlas.store.choose_tool("erase")
    paint(pain, spot + QPoint(0, -30), spot + QPoint(0, 40))
    answered(pain, qtbot)
    assert not pain.answers.flags.isVisible()


def test_a_small_stroke_on_the_chest_beside_a_whole_leg_still_warns_first(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    surface = atlas.catalog.surface
    leg = [r for r in atlas.catalog.regions if r.startswith(("thigh_front", "thigh_medial", "shin", "leg_"))]
    painting = regions_painting(surface, [*leg, "sternum_lower"], "left")
    atlas.store.draw(from_painting(surface, painting))
    answered(pain, qtbot)
    assert pain.answers.flags.open_text().splitlines()[0] in (told["chest"], told["lung-clot"])


def test_a_complaint_that_is_undone_takes_its_warning_with_it(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    atlas.store.draw(breastbone(atlas))
    pain.words.complaint_chosen.emit("headache-back-of-head")
    answered(pain, qtbot)
    assert told["sudden-headache"] in pain.answers.flags.text() and told["chest"] in pain.answers.flags.text()
    atlas.store.undo()
    answered(pain, qtbot)
    assert told["sudden-headache"] not in pain.answers.flags.text() and told["chest"] in pain.answers.flags.text()


def test_the_other_signs_are_one_touch_away(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    atlas.window.resize(800, 600)
    atlas.window.show_finder(False)
    atlas.store.draw(breastbone(atlas))
    answered(pain, qtbot)
    box = pain.answers.flags
    qtbot.waitUntil(lambda: seen_whole(box, told["chest"]))
    assert told["lung-clot"] not in box.open_text() and box.more.height() >= 48
    qtbot.mouseClick(box.more, Qt.MouseButton.LeftButton)
    assert told["lung-clot"] in box.open_text() and told["ask-first"] in box.open_text()
    assert box._folded.isVisible() and box.text() in box.accessibleName()


def test_a_message_about_a_file_stands_beside_the_warning_and_looks_otherwise(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    atlas.store.draw(breastbone(atlas))
    pain.desk.failed.emit("bad.json is not complete.")
    answers = pain.answers
    qtbot.waitUntil(lambda: seen_whole(answers.flags, told["chest"]) and answers.trouble.isVisible())
    assert answers.trouble.text() == "bad.json is not complete."
    assert not answers.flags.geometry().intersects(answers.trouble.geometry())
    grounds = [_ground(w) for w in (answers.flags, answers.trouble)]
    assert sum(abs(a - b) for a, b in zip(*grounds, strict=True)) > 30
    atlas.window.notice.show_problems(("regions.yaml cannot be read.",))
    QApplication.processEvents()
    assert sum(abs(a - b) for a, b in zip(grounds[0], _ground(atlas.window.notice), strict=True)) > 30
    atlas.window.notice.show_problems(())


def _ground(widget: QWidget) -> tuple[int, int, int]:
    picture: QImage = widget.grab().toImage()
    colour = picture.pixelColor(picture.width() // 2, picture.height() - 4)
    return colour.red(), colour.green(), colour.blue()


def test_the_patients_screen_warns_at_its_top(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    atlas.store.show_patient_screen("follow")
    screen = atlas.chairside.patient.screen
    assert screen is not None
    atlas.store.draw(breastbone(atlas))
    qtbot.waitUntil(lambda: seen_whole(screen.page.flags, told["chest"]))
    atlas.store.undo()
    qtbot.waitUntil(lambda: not screen.page.flags.isVisible())
    atlas.store.show_patient_screen("off")


def test_a_handout_of_what_is_painted_warns_of_it_and_keeps_each_muscles_side(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, told: dict[str, str]
) -> None:
    atlas.store.draw(breastbone(atlas))
    atlas.store.toggle_overlay(Overlay(muscle="temporalis", side="right"))
    atlas.store.toggle_overlay(Overlay(muscle="soleus", side="left"))
    assert atlas.handouts is not None
    atlas.handouts.open()
    desk = atlas.handouts.desk
    assert desk is not None and desk.leaflet is not None
    names = [p.name.split("· ")[1] for p in desk.leaflet.handout.portraits]
    assert names == ["right side", "left side"]
    assert told["chest"] in desk.leaflet.handout.red_flags
    assert desk.sheet.form.sides.checked is desk.sheet.form.sides.button("own")
    qtbot.mouseClick(desk.sheet.form.sides.button("both"), Qt.MouseButton.LeftButton)
    assert all(p.name.endswith("both sides") for p in desk.leaflet.handout.portraits)
    qtbot.mouseClick(desk.sheet.form.sides.button("own"), Qt.MouseButton.LeftButton)
    assert [p.name.split("· ")[1] for p in desk.leaflet.handout.portraits] == names
    atlas.handouts.stop()


def test_every_muscle_says_when_to_get_help_in_the_same_place(atlas: AtlasApp, qtbot: QtBot) -> None:
    article = atlas.window.explanation.article
    for muscle in ("coracobrachialis", SCM, "piriformis", "masseter-superficial"):
        atlas.store.choose_muscle(muscle)
        qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
        alert = atlas.catalog.texts(muscle)["patient"]["when_to_see_someone"]
        assert alert.split(".")[0] in article.text().split("In the picture")[0]


def test_where_the_story_shows_pain_it_says_when_to_get_help_above_it(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    atlas.store.open_story(3)
    mode = atlas.chairside.patient.mode
    assert mode is not None
    qtbot.waitUntil(lambda: mode.page.flags.isVisible())
    assert seen_whole(mode.page.flags, atlas.catalog.texts(SCM)["patient"]["when_to_see_someone"])
    atlas.store.open_story(1)
    assert not mode.page.flags.isVisible()
    atlas.store.open_story(None)


def test_warnings_that_cannot_be_read_are_not_left_out_in_silence(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(pain.mirror.catalog.__dict__, "red_flag_rules", RedFlagRules())
    atlas.store.draw(breastbone(atlas))
    answered(pain, qtbot)
    assert "warning signs could not be read" in pain.answers.trouble.text() and pain.answers.trouble.isVisible()
    atlas.store.toggle_overlay(Overlay(muscle="soleus", side="left"))
    assert atlas.handouts is not None
    monkeypatch.setitem(atlas._catalog.__dict__, "red_flag_rules", RedFlagRules())
    atlas.handouts.open()
    desk = atlas.handouts.desk
    assert desk is not None and desk.leaflet is None and desk.sheet.preview.count == 0
    assert "When to get help" in desk.sheet.trouble.text() and desk.sheet.trouble.isVisible()
    atlas.handouts.stop()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("size", "percent"), [((800, 600), 100), ((800, 600), 200), ((1280, 800), 200)])
def test_the_gravest_sign_is_read_whole_without_scrolling_with_little_room_and_large_letters(
    catalog: FileCatalog, qtbot: QtBot, size: tuple[int, int], percent: int, language: str
) -> None:
    made = AtlasApp(catalog)
    try:
        made.open()
        made.store.set(
            AtlasState(room=Room(text_size=percent, language=language), study=Study(view="torso-front"), mode="pain")
        )
        qtbot.waitUntil(lambda: not made._anew.isActive())
        made.window.resize(*size)
        QApplication.processEvents()
        made.store.draw(breastbone(made))
        assert made.door.pain is not None
        made.door.pain.mirror.answer()
        QApplication.processEvents()
        told = made.catalog.guide(language).red_flags
        assert seen_whole(made.door.pain.answers.flags, told["chest"].text)
    finally:
        made.store.set(AtlasState())
        qtbot.waitUntil(lambda: not made._anew.isActive())
        close(made)
