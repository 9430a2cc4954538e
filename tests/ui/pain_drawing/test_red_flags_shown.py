"""What is painted warns at once, at the top, wherever it is shown; and stops warning when it is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.pain.drawing import Drawing, from_painting
from atlas.domain.pain.pain_report import Overlay
from atlas.domain.state import AtlasState, Room, Study
from atlas.domain.words.red_flags import RedFlagRules
from tests.ui.conftest import SCM, close
from tests.ui.person import HANDOUT, Person
from tests.ui.sight import Sight, plain

MORE = "More signs to watch for"


@pytest.fixture
def told(me: Person) -> dict[str, str]:
    """The words of each red flag."""
    return {f: flag.text for f, flag in me.app.catalog.guide().red_flags.items()}


def breastbone(app: AtlasApp) -> Drawing:
    surface = app.catalog.surface
    return from_painting(surface, regions_painting(surface, ["sternum_lower"], "right"))


def warns(sight: Sight) -> bool:
    return bool(sight.warnings())


def seen_whole(sight: Sight, flag: str) -> bool:
    """Whether a sign stands first among the warnings, and inside its window without scrolling."""
    labels = [w for w in sight.seen(QLabel) if plain(w).startswith(flag)]
    if len(labels) != 1:
        return False
    label, window = labels[0], labels[0].window()
    top, bottom = (label.mapTo(window, QPoint(0, y)).y() for y in (0, label.height()))
    left, right = (label.mapTo(window, QPoint(x, 0)).x() for x in (0, label.width()))
    inside = top >= 0 and left >= 0 and bottom <= window.height() and right <= window.width()
    enough = label.heightForWidth(label.width()) <= label.height() and not label.visibleRegion().isEmpty()
    whole = label.visibleRegion().boundingRect().height() >= label.height()
    return sight.warnings().splitlines()[1].startswith(flag) and inside and enough and whole


def test_painting_the_chest_warns_while_the_stroke_goes_on_and_undo_takes_it_back(
    painter: Person, told: dict[str, str]
) -> None:
    painter.store.choose_view("torso-front")
    QApplication.processEvents()
    spot = painter.place("sternum-middle")
    painter.begins_stroke(spot, spot + QPoint(0, 12))
    painter.settled()
    assert seen_whole(painter, told["chest"])
    painter.ends_stroke(spot + QPoint(0, 12))
    for page in ("Compare", "Figures", "Patterns"):
        painter.presses(f"Answer: {page}")
        assert warns(painter)
    painter.presses("Undo")
    painter.settled()
    assert not warns(painter)
    painter.presses("Redo")
    painter.settled()
    assert warns(painter)
    painter.presses("Tool: Erase")
    painter.presses("Brush 90 mm")
    painter.presses("Tool: Erase")
    painter.paints(spot + QPoint(0, -30), spot + QPoint(0, 40))
    painter.settled()
    assert not warns(painter)


def test_a_small_stroke_on_the_chest_beside_a_whole_leg_still_warns_first(
    painter: Person, told: dict[str, str]
) -> None:
    catalog = painter.app.catalog
    leg = [r for r in catalog.regions if r.startswith(("thigh_front", "thigh_medial", "shin", "leg_"))]
    painting = regions_painting(catalog.surface, [*leg, "sternum_lower"], "left")
    painter.store.draw(from_painting(catalog.surface, painting))
    painter.settled()
    assert painter.warnings().splitlines()[1] in (told["chest"], told["lung-clot"])


def test_a_complaint_that_is_undone_takes_its_warning_with_it(painter: Person, told: dict[str, str]) -> None:
    painter.store.draw(breastbone(painter.app))
    painter.says("headache-back-of-head")
    painter.settled()
    assert told["sudden-headache"] in painter.all_warnings() and told["chest"] in painter.all_warnings()
    painter.presses("Undo")
    painter.settled()
    assert told["sudden-headache"] not in painter.all_warnings() and told["chest"] in painter.all_warnings()


def test_the_other_signs_are_one_touch_away(painter: Person, told: dict[str, str]) -> None:
    painter.window.resize(800, 600)
    painter.closes_list()
    painter.store.draw(breastbone(painter.app))
    painter.settled()
    assert seen_whole(painter, told["chest"])
    assert told["lung-clot"] not in painter.warnings() and painter.button(MORE).height() >= 48
    painter.presses(MORE)
    assert told["lung-clot"] in painter.warnings() and told["ask-first"] in painter.warnings()
    assert told["lung-clot"] in painter.all_warnings() and told["ask-first"] in painter.all_warnings()
    painter.presses(MORE)
    assert told["lung-clot"] not in painter.warnings()


def test_a_message_about_a_file_stands_beside_the_warning_and_looks_otherwise(
    painter: Person, told: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    bad = tmp_path_factory.mktemp("drawings") / "bad.json"
    bad.write_text("{", encoding="utf-8")
    painter.store.draw(breastbone(painter.app))
    painter.opens_drawing(bad)
    painter.settled()
    assert seen_whole(painter, told["chest"])
    flags, trouble = _alerts(painter)
    assert trouble.accessibleName().startswith("bad.json is not complete")
    assert not flags.geometry().intersects(trouble.geometry())
    grounds = [_ground(w) for w in (flags, trouble)]
    assert sum(abs(a - b) for a, b in zip(*grounds, strict=True)) > 30
    painter.is_told_of(("regions.yaml cannot be read.",))
    assert sum(abs(a - b) for a, b in zip(grounds[0], _ground(painter.notice()), strict=True)) > 30
    painter.is_told_of(())


def _alerts(sight: Sight) -> list[QWidget]:
    """What warns, from top to bottom."""
    found = [w for w in sight.seen(QWidget) if getattr(w, "ROLE", None) == QAccessible.Role.AlertMessage]
    return sorted(found, key=lambda w: w.mapToGlobal(QPoint(0, 0)).y())


def _ground(widget: QWidget) -> tuple[int, int, int]:
    picture: QImage = widget.grab().toImage()
    colour = picture.pixelColor(picture.width() // 2, picture.height() - 4)
    return colour.red(), colour.green(), colour.blue()


def test_the_patients_screen_warns_at_its_top(painter: Person, told: dict[str, str]) -> None:
    painter.store.show_patient_screen("follow")
    painter.store.draw(breastbone(painter.app))
    painter.settled()
    assert seen_whole(painter.patient_screen, told["chest"])
    painter.presses("Undo")
    painter.settled()
    assert not warns(painter.patient_screen)
    painter.store.show_patient_screen("off")


def test_a_handout_of_what_is_painted_warns_of_it_and_keeps_each_muscles_side(
    painter: Person, told: dict[str, str]
) -> None:
    painter.store.draw(breastbone(painter.app))
    painter.store.toggle_overlay(Overlay(muscle="temporalis", side="right"))
    painter.store.toggle_overlay(Overlay(muscle="soleus", side="left"))
    painter.opens_handout()

    def sides() -> list[str]:
        handout = painter.handout()
        assert handout is not None
        return [portrait.name.split("· ")[1] for portrait in handout.portraits]

    assert sides() == ["right side", "left side"]
    handout = painter.handout()
    assert handout is not None and told["chest"] in [flag.text for flag in handout.signs.raised]
    assert painter.chosen("Patient's side") == "Each its own"
    painter.presses("Patient's side: Both")
    assert sides() == ["both sides"] * 2
    painter.presses("Patient's side: Each its own")
    assert sides() == ["right side", "left side"]
    painter.puts_handout_away()


def test_every_muscle_says_when_to_get_help_in_the_same_place(me: Person) -> None:
    for muscle in ("coracobrachialis", SCM, "piriformis", "masseter-superficial"):
        me.store.choose_muscle(muscle)
        me.settled()
        alert = me.app.catalog.texts(muscle)["patient"]["when_to_see_someone"]
        assert alert.split(".")[0] in me.reads("Explanation").split("In the picture")[0]


def test_where_the_story_shows_pain_it_says_when_to_get_help_above_it(me: Person) -> None:
    me.store.choose_muscle(SCM)
    me.store.open_story(3)
    me.settled()
    story = me.story
    assert seen_whole(story, me.app.catalog.texts(SCM)["patient"]["when_to_see_someone"])
    me.store.open_story(1)
    assert not warns(story)
    me.store.open_story(None)


def test_warnings_that_cannot_be_read_are_not_left_out_in_silence(
    painter: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for catalog in (painter.app.catalog, painter.app._catalog):  # the handout is written from the English one
        monkeypatch.setitem(catalog.__dict__, "red_flag_rules", RedFlagRules())
    painter.store.draw(breastbone(painter.app))
    painter.settled()
    assert "warning signs could not be read" in painter.warnings()
    painter.store.toggle_overlay(Overlay(muscle="soleus", side="left"))
    painter.presses(HANDOUT)
    assert painter.handout() is None and painter.hears("The pages")[2] == ""
    assert "A page without its warnings is not made." in painter.warnings()
    painter.puts_handout_away()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_gravest_sign_is_read_whole_without_scrolling_with_little_room_and_large_letters(
    catalog: FileCatalog, language: str
) -> None:
    someone = Person(AtlasApp(catalog))
    try:
        someone.app.open()
        for size, percent in (((800, 600), 100), ((800, 600), 200), ((1280, 800), 200)):
            room = Room(text_size=percent, language=language)
            someone.store.set(AtlasState(room=room, study=Study(view="torso-front"), mode="pain"))
            someone.settled()
            someone.window.resize(*size)
            someone.store.draw(breastbone(someone.app))
            someone.settled()
            told = someone.app.catalog.guide(language).red_flags
            assert seen_whole(someone, told["chest"].text), (size, percent)
    finally:
        someone.store.set(AtlasState())
        someone.settled()
        close(someone.app)
