"""An exam: by the clock, without help, and afterwards every miss on the body."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.domain.study.exam import ExamOrder
from tests.ui.study.student import Student


@pytest.fixture
def examined(ana: Student) -> Student:
    """In the midst of an exam of ten questions."""
    ana.goes_to_page("Exam")
    ana.presses("How long: 10 questions")
    ana.presses("Begin the exam")
    ana.settled()
    return ana


def answer_all(student: Student, *, rightly: bool) -> None:
    exam = student.study.examining
    while exam.is_on:
        question = exam._questions[len(exam._answers)]
        if question.way == "choice":
            wrong = next(o for o in question.options if o not in question.right)
            student.study.pane.options.chosen.emit(question.right[0] if rightly else wrong)
        else:
            student.presses("I do not know")
    student.settled()


def test_ten_questions_are_asked_and_no_answer_is_shown_meanwhile(examined: Student) -> None:
    assert "Question 1 of 10" in examined.reads() and "Time left" in examined.reads()
    examined.presses("I do not know")
    assert "Question 2 of 10" in examined.reads()
    assert not examined.study.pane.reveal.isVisible()
    assert not examined.offers("Undo the last answer")


def test_afterwards_every_miss_is_shown_on_the_body_and_kept(examined: Student, tmp_path: Path) -> None:
    answer_all(examined, rightly=False)
    assert "0 of 10 right (0 %)" in examined.reads()
    rows = examined.study.exam.rows
    assert len(rows) == 10
    assert all(not row._picture.pixmap().isNull() for row in rows)
    book = examined.study.drill.book
    assert book is not None and len(book.exams) == 1 and list(book.answers) == []
    examined.saves(tmp_path / "exam.pdf", "Save as PDF")
    assert (tmp_path / "exam.pdf").read_bytes().startswith(b"%PDF")
    examined.presses("Another exam")
    assert "Exams so far" in examined.reads() and ": 0 of 10 right (0 %)" in examined.reads()


def test_when_the_time_is_over_the_exam_is(examined: Student, monkeypatch: pytest.MonkeyPatch) -> None:
    exam = examined.study.examining
    seconds = ExamOrder(questions=10).seconds
    begun = exam._begun
    from datetime import timedelta

    monkeypatch.setattr(exam, "_begun", begun - timedelta(seconds=seconds + 1))
    exam._tick.timeout.emit()
    examined.settled()
    assert not exam.is_on and "0 of 10 right" in examined.reads() and "Not answered." in examined.reads()


def test_an_exam_that_is_left_is_not_kept(examined: Student) -> None:
    examined.goes_to_page("Progress")
    book = examined.study.drill.book
    assert book is not None and list(book.exams) == [] and not examined.study.examining.is_on
