"""What a student does and sees: drills by key and hand, answers that are kept, and nothing that gives one away."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState
from atlas.domain.study.scoring import essential
from tests.ui.conftest import close
from tests.ui.study.student import Student

MUSCLE = "infraspinatus"


def test_a_student_begins_and_is_asked_at_once(ana: Student) -> None:
    assert ana.question.card.kind == "pattern" or ana.question.options or ana.question.way
    assert "0 of 40 today" in ana.reads()
    assert "Ana" in ana.reads()


@pytest.mark.parametrize("kind", ["pattern", "bones"])
def test_nothing_on_the_page_gives_the_answer_away(ana: Student, kind: str) -> None:
    question = ana.asks_for(kind, MUSCLE, typed=True)
    words = ana.all_words().casefold()
    for given in ("infraspinatus", "shoulder blade muscle", "from behind", "from the front"):
        assert given not in words, given
    scene = ana.picture.picture.scene
    assert scene is not None and scene.points == ()
    if kind == "pattern":
        assert scene.muscles == () and scene.plate is not None
        assert all(panel.box == (0.0, 0.0, 1.0, 1.0) for panel in scene.plate.panels)
    else:
        assert scene.paint == ()
    assert question.way == "typed"


def test_one_to_four_choose_space_goes_on_and_undo_takes_back(ana: Student) -> None:
    asked = ana.asks_for("pattern", MUSCLE)
    ana.answers_rightly()
    assert "Right" in ana.reads() and "shoulder blade muscle" in ana.reads()
    book = ana.study.drill.book
    assert book is not None and [a.grade for a in book.answers] == [3]
    ana.key(Qt.Key.Key_Space)
    ana.settled()
    assert ana.question.card != asked.card
    ana.key("Ctrl+Z")
    ana.settled()
    assert ana.question.card == asked.card and list(book.answers) == [] and book.memories == {}


def test_a_grade_by_its_key_takes_the_place_of_the_first_one(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    ana.answers_rightly()
    ana.key(Qt.Key.Key_4)
    ana.settled()
    book = ana.study.drill.book
    assert book is not None and [a.grade for a in book.answers] == [4]
    assert book.memories[f"{MUSCLE}/pattern"].stage == "review"


def test_after_a_wrong_answer_both_are_shown_and_it_comes_again(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    wrong = ana.answers_wrongly()
    assert "Not right" in ana.reads()
    (marked,) = [b for b in ana.study.pane.options.buttons if "(not right)" in b.accessibleName()]
    assert ana.name(wrong) in marked.text()
    book = ana.study.drill.book
    assert book is not None and (book.answers[0].grade, book.answers[0].given) == (1, wrong)
    assert book.memories[f"{MUSCLE}/pattern"].due_at is not None


def test_a_name_is_typed_with_a_slip_of_the_finger(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE, typed=True)
    ana.types("infraspinatous", into="Name of the muscle")
    ana.key(Qt.Key.Key_Return)
    ana.settled()
    assert "Right" in ana.reads()


def test_the_zone_is_painted_and_the_true_one_laid_over(ana: Student) -> None:
    ana.asks_for("zone", MUSCLE)
    ana.turns_to_view("shoulder-front-right")
    zone = essential(ana.app.catalog.pattern(MUSCLE))
    seen = ana.app.catalog.visibility("female").of("shoulder-front-right")[zone.vertices] > 0.5
    deep = zone.vertices[seen & (zone.strength > 0.8)]
    order = deep[np.argsort(-ana.app.catalog.surface.points[deep, 1])]
    ana.paints_over([int(v) for v in order[:: max(len(order) // 12, 1)]])
    ana.presses("Done")
    ana.settled()
    book = ana.study.drill.book
    assert book is not None
    score = book.answers[-1].score
    assert score is not None and 0.2 < score <= 1.0
    assert f"{round(100 * score)} % overlap" in ana.reads()
    scene = ana.picture.picture.scene
    assert scene is not None and [layer.strength for layer in scene.paint] == ["essential"]
    assert ana.picture.drawing is not None


def test_the_zone_painted_on_the_patient_s_left_is_told_to_be_that(ana: Student) -> None:
    ana.asks_for("zone", MUSCLE)
    surface = ana.app.catalog.surface
    zone = essential(ana.app.catalog.pattern(MUSCLE))
    ana.turns_to_view("torso-front")
    left = surface.twin[zone.vertices[zone.strength > 0.9]]
    seen = ana.app.catalog.visibility("female").of("torso-front")[left] > 0.5
    ana.paints_over([int(v) for v in left[seen][:: max(int(seen.sum()) // 10, 1)]])
    ana.presses("Done")
    ana.settled()
    assert "patient's left side" in ana.reads()


def test_the_trigger_point_is_marked_and_scored_in_millimetres(ana: Student) -> None:
    question = ana.asks_for("point", MUSCLE)
    assert not ana.offers("Done")
    ana.turns_to_view("torso-back")
    vertex = next(v for p, v in ana.app.catalog.pattern(MUSCLE).points if p in question.points)
    from PySide6.QtTest import QTest

    QTest.mouseClick(ana.picture, Qt.MouseButton.LeftButton, pos=ana.spot(vertex))
    ana.presses("Done")
    ana.settled()
    book = ana.study.drill.book
    assert book is not None and book.answers[-1].score is not None and book.answers[-1].score < 16.0
    assert "mm away, over the skin" in ana.reads()


def test_all_muscles_of_a_place_are_named_one_by_one(ana: Student) -> None:
    card = next(c for c in ana.study.drill.cards if c.kind == "place")
    question = ana.asks_for_card(card)
    for muscle in question.right:
        ana.types(ana.app.catalog.muscles[muscle].name, into="Name of the muscle")
        ana.key(Qt.Key.Key_Return)
        ana.settled()
    ana.presses("These are all")
    ana.settled()
    book = ana.study.drill.book
    assert book is not None and book.answers[-1].grade == 4


def test_what_is_only_thought_about_is_looked_up_and_graded(ana: Student) -> None:
    ana.asks_for("needling", MUSCLE)
    ana.key(Qt.Key.Key_Space)
    ana.settled()
    told = ana.app.catalog.texts(MUSCLE)["clinician"]["needling_cautions"]
    assert told[:40] in ana.reads()
    ana.key(Qt.Key.Key_2)
    ana.settled()
    book = ana.study.drill.book
    assert book is not None and [a.grade for a in book.answers] == [2]


@pytest.mark.parametrize("kind", ["bones", "zone", "point"])
def test_where_a_question_cannot_be_read_aloud_that_is_said(ana: Student, kind: str) -> None:
    ana.asks_for(kind, MUSCLE)
    assert "cannot be read aloud" in ana.picture.accessibleDescription()


def test_a_pattern_is_read_aloud_by_its_places_alone(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    said = ana.picture.accessibleDescription()
    assert "Mainly felt" in said and "nfraspinatus" not in said


def test_a_note_and_a_mark_are_kept_with_the_learner(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    ana.answers_rightly()
    ana.presses("Mark this muscle")
    ana.types("front of the shoulder", into="Your own note")
    ana.key(Qt.Key.Key_Return)
    ana.goes_to_page("Notes")
    assert "front of the shoulder" in ana.reads() and "★ Infraspinatus" in ana.reads()


def test_letters_go_to_no_search_while_one_studies(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    ana.key(Qt.Key.Key_X)
    assert ana.store.state.mode == "study" and ana.store.state.study.query == ""


def test_a_disk_that_is_full_keeps_the_session_and_the_answer_in_hand(
    ana: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = ana.study.drill.book
    assert book is not None
    keep = book.keep_answer

    def full(*_: object) -> None:
        raise NotSaved(Path("ana.learner"), "the disk is full")

    monkeypatch.setattr(book, "keep_answer", full)
    asked = ana.asks_for("pattern", MUSCLE)
    ana.answers_rightly()
    assert "the disk is full" in ana.reads() and list(book.answers) == []
    ana.key(Qt.Key.Key_Space)
    ana.settled()
    assert ana.question.card == asked.card  # it waits
    monkeypatch.setattr(book, "keep_answer", keep)
    ana.key(Qt.Key.Key_Space)
    ana.settled()
    assert [a.card for a in book.answers] == [asked.card.id] and ana.question.card != asked.card


def test_a_plan_says_what_is_asked(ana: Student) -> None:
    ana.goes_to_page("Plan")
    for kind in ("Pain: which muscle?", "Muscle on its bones: which?", "Paint the main zone"):
        ana.presses(f"Kinds of cards: {kind}")
    ana.presses("Areas: Foot")
    ana.presses("New cards a day: 5")
    ana.goes_to_page("Learn")
    muscles = ana.app.catalog.muscles
    kinds = {c.kind for c in ana.study.drill.chosen}
    assert not kinds & {"pattern", "bones", "zone"}
    assert {muscles[c.about].area for c in ana.study.drill.chosen if c.kind != "place"} == {"foot"}
    assert ana.study.drill.waiting.new == 5


def test_nothing_of_a_learner_is_left_for_a_new_patient_or_on_the_patient_s_screen(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    ana.store.show_patient_screen("follow")
    ana.settled()
    screen = ana.app.patient.opened().presenter.screen
    assert screen is not None
    from tests.ui.sight import Sight

    assert "Ana" not in Sight(lambda: screen).reads() and "Which muscle" not in Sight(lambda: screen).reads()
    ana.store.show_patient_screen("off")
    ana.app.begin_new_patient()
    ana.settled()
    assert ana.study.roll.book is None and ana.study.drill.question is None
    assert "Ana" not in ana.all_words()


def test_in_a_kiosk_nobody_studies(catalog: FileCatalog) -> None:
    kiosk = AtlasApp(catalog, kiosk=True)
    student = Student(kiosk)
    student.opens_window()
    student.opens_list()
    assert kiosk.surfaces.study is None
    assert not student.shows("Mode: Study") and student.shows("Mode: Guide")
    close(kiosk)


def test_a_window_that_is_closed_at_any_moment_has_lost_no_answer(catalog: FileCatalog, tmp_path: Path) -> None:
    times = [datetime(2026, 3, 2, 18, tzinfo=UTC).timestamp()]
    first = AtlasApp(catalog, learners=tmp_path, clock=lambda: times[0])
    ana = Student(first)
    ana.opens_window()
    ana.begins()
    ana.asks_for("pattern", MUSCLE)
    ana.answers_rightly()
    close(first)
    second = AtlasApp(catalog, learners=tmp_path, clock=lambda: times[0])
    back = Student(second)
    back.opens_window()
    back.store.choose_mode("study")
    back.settled()
    book = back.study.drill.book
    assert book is not None and [a.card for a in book.answers] == [f"{MUSCLE}/pattern"]
    assert "1 of 40 today" in back.reads()
    times[0] -= 400 * 86_400  # the clock was set back
    back.asks_for("bones", MUSCLE)
    back.answers_rightly()
    assert len(book.answers) == 2
    back.store.set(AtlasState())
    close(second)


def test_another_panel_of_the_picture_is_looked_at_larger(ana: Student) -> None:
    ana.asks_for("pattern", MUSCLE)
    plate = ana.picture
    assert plate.picture.scene is not None and plate.companions
    first = plate.picture.scene.view
    plate.companions[0].click()
    ana.settled()
    assert plate.picture.scene.view != first and plate.picture.scene.points == ()
    assert ana.question.card.about == MUSCLE
