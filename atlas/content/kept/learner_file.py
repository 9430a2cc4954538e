"""One learner in one SQLite file: every answer is on the disk before the next question is asked.

There is one connection, which owns the file while it is open. It writes ahead (WAL) with a full sync, so that a kill
or a loss of power takes nothing but the answer in hand.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from atlas.content.kept import learner_rows as rows
from atlas.content.saving import FAILED, not_saved
from atlas.domain.problems import NotSaved
from atlas.domain.study.exam import ExamResult
from atlas.domain.study.learner import Answer, NotALearner, Note, Plan
from atlas.domain.study.schedule import Memory

_HEAD = b"SQLite format 3\0"
_WHY = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "writing is not allowed there",
    sqlite3.SQLITE_CANTOPEN: "writing is not allowed there",
}
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class LearnerFile:
    """A learner, open; a `LearnerBook`. What is read of it is in memory, what is changed is written at once."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        """Made by `open_learner` and `make_learner`. Raises ValueError and sqlite3.Error for what is damaged."""
        self._connection, self._path = connection, path
        about = dict(connection.execute("SELECT key, value FROM about"))
        self.name = str(about["name"])
        self.plan = rows.plan_of(about["plan"])
        self._memories = dict(map(rows.memory_of, connection.execute("SELECT * FROM memories")))
        told = "SELECT card, at, day, grade, predicted, elapsed, given, score, took_ms FROM answers ORDER BY id"
        self._answers = [rows.answer_of(row) for row in connection.execute(told)]
        notes = map(rows.note_of, connection.execute("SELECT * FROM notes"))
        self._notes = {note.muscle: note for note in notes}
        exams = connection.execute("SELECT at, seconds, areas, answers FROM exams ORDER BY id")
        self._exams = [rows.exam_of(row) for row in exams]

    @property
    def memories(self) -> Mapping[str, Memory]:
        return self._memories

    @property
    def answers(self) -> Sequence[Answer]:
        return self._answers

    @property
    def notes(self) -> Mapping[str, Note]:
        return self._notes

    @property
    def exams(self) -> Sequence[ExamResult]:
        return self._exams

    def keep_answer(self, answer: Answer, memory: Memory) -> None:
        """Both or neither. Raises NotSaved."""
        row = rows.answer_row(answer, self._memories.get(answer.card))
        with self._change() as change:
            change.execute(
                "INSERT INTO answers (card, at, day, grade, predicted, elapsed, given, score, took_ms, before) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            _put_memory(change, answer.card, memory)
        self._memories[answer.card] = memory
        self._answers.append(answer)

    def undo(self) -> Answer | None:
        """The last answer, taken back. Raises NotSaved."""
        if not self._answers:
            return None
        with self._change() as change:
            number, card, written = change.execute(
                "SELECT id, card, before FROM answers ORDER BY id DESC LIMIT 1"
            ).fetchone()
            before = rows.read_memory(written)
            change.execute("DELETE FROM answers WHERE id = ?", (number,))
            if before is None:
                change.execute("DELETE FROM memories WHERE card = ?", (card,))
            else:
                _put_memory(change, card, before)
        if before is None:
            self._memories.pop(card, None)
        else:
            self._memories[card] = before
        return self._answers.pop()

    def keep_name(self, name: str) -> None:
        """Another name. Raises NotSaved."""
        with self._change() as change:
            change.execute("UPDATE about SET value = ? WHERE key = 'name'", (name,))
        self.name = name

    def keep_plan(self, plan: Plan) -> None:
        """Raises NotSaved."""
        with self._change() as change:
            change.execute("UPDATE about SET value = ? WHERE key = 'plan'", (rows.written_plan(plan),))
        self.plan = plan

    def keep_note(self, note: Note) -> None:
        """An empty one is none. Raises NotSaved."""
        with self._change() as change:
            if note.is_empty:
                change.execute("DELETE FROM notes WHERE muscle = ?", (note.muscle,))
            else:
                change.execute("REPLACE INTO notes VALUES (?, ?, ?)", (note.muscle, note.text, note.marked))
        if note.is_empty:
            self._notes.pop(note.muscle, None)
        else:
            self._notes[note.muscle] = note

    def keep_exam(self, result: ExamResult) -> None:
        """Raises NotSaved."""
        with self._change() as change:
            change.execute("INSERT INTO exams (at, seconds, areas, answers) VALUES (?, ?, ?, ?)", rows.exam_row(result))
        self._exams.append(result)

    def copied(self, path: Path) -> None:
        """All of it in one new file, without what was deleted from it. Raises NotSaved."""
        try:
            self._connection.execute("VACUUM INTO ?", (str(path),))
        except sqlite3.Error as error:
            raise self._not_saved(error, path) from error

    def close(self) -> None:
        """What was written ahead goes into the file itself, which is then all there is."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    @contextlib.contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """All that is done within it, or nothing. Raises NotSaved."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise self._not_saved(error, self._path or Path("memory")) from error

    def _not_saved(self, error: sqlite3.Error, path: Path) -> NotSaved:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_IOERR and self._path is not None and _is_full(self._path.parent):
            code = sqlite3.SQLITE_FULL  # a disk that runs full while the log grows is told as a mistake in writing
        return NotSaved(path, _WHY.get(code, FAILED))


def make_learner(path: Path | None, name: str) -> LearnerFile:
    """A new learner in a file that is not there yet; None: only in memory. Raises NotSaved."""
    try:
        connection = _connected(path)
        connection.executescript(
            f"PRAGMA application_id = {rows.APPLICATION}; PRAGMA user_version = {rows.VERSION}; "
            f"BEGIN; {rows.TABLES} COMMIT;"
        )
        about = (("name", name), ("plan", rows.written_plan(Plan())))
        connection.executemany("INSERT INTO about VALUES (?, ?)", about)
        return LearnerFile(connection, path)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise NotSaved(path or Path("memory"), _WHY.get(code, FAILED)) from error


def open_learner(path: Path) -> LearnerFile:
    """The learner in a file, which is looked through first. Raises NotALearner, and has then changed nothing."""
    connection: sqlite3.Connection | None = None
    try:
        check_head(path)
        connection = _connected(path)
        _check_whole(connection, path)
        return LearnerFile(connection, path)
    except NotALearner:
        _close(connection)
        raise
    except sqlite3.Error as error:
        _close(connection)
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY
        raise NotALearner(path.name, "open" if busy else "damaged") from error
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        _close(connection)
        raise NotALearner(path.name, "damaged") from error


def check_head(path: Path) -> None:
    """Whether a file is a learner's of this atlas, by its first bytes alone. Raises NotALearner."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise NotALearner(path.name, "damaged") from error
    if not head.startswith(_HEAD):
        raise NotALearner(path.name, "other" if head.strip(b"\0") else "damaged")
    if len(head) < 100:
        raise NotALearner(path.name, "damaged")
    if int.from_bytes(head[68:72], "big") != rows.APPLICATION:
        raise NotALearner(path.name, "other")
    if int.from_bytes(head[60:64], "big") > rows.VERSION:
        raise NotALearner(path.name, "later")


def name_in(path: Path) -> str:
    """The learner's name, also while the file is open elsewhere. Raises sqlite3.Error, ValueError."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        found = connection.execute("SELECT value FROM about WHERE key = 'name'").fetchone()
    finally:
        connection.close()
    if found is None or not isinstance(found[0], str):
        raise ValueError("no name")
    return found[0]


def _connected(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(path or ":memory:", timeout=0.2, isolation_level=None, check_same_thread=True)
    for line in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {line}").fetchall()
    return connection


def _check_whole(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise NotALearner(path.name, "damaged")


def _put_memory(change: sqlite3.Connection, card: str, memory: Memory) -> None:
    change.execute("REPLACE INTO memories VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows.memory_row(card, memory))


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def _is_full(folder: Path) -> bool:
    """Whether a disk has no room for a few pages more."""
    import shutil

    try:
        return shutil.disk_usage(folder).free < 64 * 1024
    except OSError as error:
        raise not_saved(folder, error) from error
