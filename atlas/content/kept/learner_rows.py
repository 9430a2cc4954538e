"""A learner's rows in the database: how plans, memories, answers, notes and exams are written and read back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, cast, get_args

from atlas.domain.anatomy import AREAS
from atlas.domain.study.cards import KINDS
from atlas.domain.study.exam import ExamAnswer, ExamResult
from atlas.domain.study.learner import Answer, Note, Plan
from atlas.domain.study.schedule import GRADES, Memory, Stage

APPLICATION = 0x54505241  # "TPRA", in the head of the file
VERSION = 1
TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE memories (
    card TEXT PRIMARY KEY, stage TEXT NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL,
    last_day TEXT NOT NULL, due_day TEXT NOT NULL, due_at INTEGER, step INTEGER
) WITHOUT ROWID;
CREATE TABLE answers (
    id INTEGER PRIMARY KEY, card TEXT NOT NULL, at INTEGER NOT NULL, day TEXT NOT NULL, grade INTEGER NOT NULL,
    predicted REAL, elapsed INTEGER, given TEXT NOT NULL, score REAL, took_ms INTEGER NOT NULL, before TEXT
);
CREATE TABLE notes (muscle TEXT PRIMARY KEY, text TEXT NOT NULL, marked INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE exams (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, seconds INTEGER NOT NULL, areas TEXT NOT NULL, answers TEXT NOT NULL
);
"""
Row = tuple[Any, ...]


def memory_row(card: str, memory: Memory) -> Row:
    """As it stands in `memories`."""
    due_at = None if memory.due_at is None else _ms(memory.due_at)
    days = memory.last_day.isoformat(), memory.due_day.isoformat()
    return card, memory.stage, memory.stability, memory.difficulty, *days, due_at, memory.step


def memory_of(row: Row) -> tuple[str, Memory]:
    """The card and how it stands. Raises ValueError for a row that this atlas would not write."""
    card, stage, stability, difficulty, last_day, due_day, due_at, step = row
    if stage not in get_args(Stage) or not 0.0 < float(stability) < 1e6 or not 1.0 <= float(difficulty) <= 10.0:
        raise ValueError(f"no memory: {row}")
    return str(card), Memory(
        stage=cast(Stage, stage),
        stability=float(stability),
        difficulty=float(difficulty),
        last_day=date.fromisoformat(last_day),
        due_day=date.fromisoformat(due_day),
        due_at=None if due_at is None else _moment(due_at),
        step=None if step is None else int(step),
    )


def written_memory(memory: Memory | None) -> str | None:
    """What undo goes back to."""
    return None if memory is None else json.dumps(memory_row("", memory)[1:])


def read_memory(text: str | None) -> Memory | None:
    """The same again. Raises ValueError."""
    return None if text is None else memory_of(("", *json.loads(text)))[1]


def answer_row(answer: Answer, before: Memory | None) -> Row:
    """As it stands in `answers`, without its number; `before`: how the card stood."""
    return (
        answer.card, _ms(answer.at), answer.day.isoformat(), answer.grade, answer.predicted, answer.elapsed,
        answer.given, answer.score, answer.took_ms, written_memory(before),
    )  # fmt: skip


def answer_of(row: Row) -> Answer:
    """Of a row without its number and what was before. Raises ValueError."""
    card, at, day, grade, predicted, elapsed, given, score, took_ms = row
    if grade not in GRADES:
        raise ValueError(f"no grade: {grade}")
    return Answer(
        card=str(card),
        at=_moment(at),
        day=date.fromisoformat(day),
        grade=int(grade),
        predicted=None if predicted is None else float(predicted),
        elapsed=None if elapsed is None else int(elapsed),
        given=str(given),
        score=None if score is None else float(score),
        took_ms=int(took_ms),
    )


def written_plan(plan: Plan) -> str:
    """A plan as JSON."""
    return json.dumps(
        {
            "new_a_day": plan.new_a_day,
            "goal": plan.goal,
            "areas": list(plan.areas),
            "kinds": list(plan.kinds),
            "typed": plan.typed,
        }
    )


def plan_of(text: str) -> Plan:
    """What of it this atlas knows; a kind or an area that is gone is left out. Raises ValueError."""
    kept = json.loads(text)
    if not isinstance(kept, dict):
        raise ValueError("no plan")
    usual = Plan()
    kinds = tuple(k for k in KINDS if k in kept.get("kinds", KINDS))
    return Plan(
        new_a_day=max(int(kept.get("new_a_day", usual.new_a_day)), 0),
        goal=max(int(kept.get("goal", usual.goal)), 1),
        areas=tuple(a for a in AREAS if a in kept.get("areas", ())),
        kinds=kinds or KINDS,
        typed=bool(kept.get("typed", False)),
    )


def note_of(row: Row) -> Note:
    """Of a row of `notes`."""
    muscle, text, marked = row
    return Note(muscle=str(muscle), text=str(text), marked=bool(marked))


def exam_row(result: ExamResult) -> Row:
    """As it stands in `exams`, without its number."""
    answers = [{"card": a.card, "right": a.right, "given": list(a.given), "score": a.score} for a in result.answers]
    return _ms(result.at), result.seconds, json.dumps(list(result.areas)), json.dumps(answers)


def exam_of(row: Row) -> ExamResult:
    """Of a row without its number. Raises ValueError."""
    at, seconds, areas, answers = row
    try:
        read = tuple(
            ExamAnswer(card=str(a["card"]), right=bool(a["right"]), given=tuple(map(str, a["given"])), score=a["score"])
            for a in json.loads(answers)
        )
    except (KeyError, TypeError) as error:
        raise ValueError("no exam") from error
    return ExamResult(at=_moment(at), seconds=int(seconds), areas=tuple(json.loads(areas)), answers=read)


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
