"""Progress, to be looked at, heard, and taken along as a table."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from atlas.domain.study.learner import Answer
from atlas.domain.study.schedule import GOOD, Schedule
from tests.ui.study.student import Student

KEPT, CONFUSED = "What you kept in mind", "What you take for each other"


@pytest.fixture
def practised(ana: Student) -> Student:
    """After some days of study, in which the infraspinatus was taken for the supraspinatus twice."""
    drill, schedule = ana.study.drill, Schedule()
    assert drill.book is not None
    now = drill.now()
    memory = schedule.answered(None, GOOD, now)
    for days, given in ((9, ""), (5, "supraspinatus"), (1, "supraspinatus")):
        answer = Answer(
            card="infraspinatus/pattern",
            at=now.at - timedelta(days=days),
            day=now.day - timedelta(days=days),
            grade=1 if given else 3,
            predicted=0.9,
            elapsed=4,
            given=given,
        )
        drill.book.keep_answer(answer, memory)
    ana.goes_to_page("Progress")
    return ana


def test_at_first_it_says_what_is_still_to_come(ana: Student) -> None:
    ana.goes_to_page("Progress")
    assert "This begins once cards come back" in ana.reads()
    assert "Nothing was taken for something else so far." in ana.reads()


def test_what_the_pictures_show_is_said_in_words(practised: Student) -> None:
    assert "1 muscles begun" in practised.hears("How well you know each part of the body")[2]
    assert "3 answers in all" in practised.hears("Your days of study")[2]
    assert "Of 3 answers 33 % were right; 90 % were predicted." in practised.hears(KEPT)[2]
    assert practised.hears(CONFUSED)[2] == "Infraspinatus – Supraspinatus: 2"


def test_every_picture_is_drawn(practised: Student) -> None:
    from atlas.ui.study.progress_page import Chart

    charts = practised.seen(Chart)
    assert len(charts) == 4
    for chart in charts:
        picture = chart.grab().toImage()
        colors = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
        assert len(colors) > 5, chart.accessibleName()


def test_progress_is_saved_as_a_table(practised: Student, tmp_path: Path) -> None:
    path = tmp_path / "progress.csv"
    practised.saves(path, "Save as a table (CSV)")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["card"]: row for row in csv.DictReader(file)}
    assert len(rows) == len(practised.study.drill.cards)
    row = rows["infraspinatus/pattern"]
    assert (row["name"], row["answers"], row["right"], row["stage"]) == ("Infraspinatus", "3", "1", "learning")
    assert rows["soleus/pattern"]["stage"] == "new"
