"""What keeps learners, as the interface asks for it: `atlas.content.kept` does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import Protocol

from atlas.domain.study.exam import ExamResult
from atlas.domain.study.learner import Answer, NotALearner, Note, Plan
from atlas.domain.study.schedule import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A learner in the list: an id that stays, and a name that can be changed."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A file that could not be opened, where it is now, and why."""

    kept: PathLike[str]
    problem: NotALearner


class LearnerBook(Protocol):
    """One learner, open. What changes it raises NotSaved where it cannot be written, and then nothing has changed."""

    @property
    def name(self) -> str: ...
    @property
    def plan(self) -> Plan: ...
    @property
    def memories(self) -> Mapping[str, Memory]:
        """How each card stands that was answered, by card id."""

    @property
    def answers(self) -> Sequence[Answer]:
        """All answers, the first one first."""

    @property
    def notes(self) -> Mapping[str, Note]: ...
    @property
    def exams(self) -> Sequence[ExamResult]: ...
    def keep_answer(self, answer: Answer, memory: Memory) -> None:
        """An answer and how its card stands now, both or neither; safe on the disk when this returns."""

    def undo(self) -> Answer | None:
        """Takes the last answer back, as if it had not been given; None where there is none."""

    def keep_plan(self, plan: Plan) -> None: ...
    def keep_note(self, note: Note) -> None: ...
    def keep_exam(self, result: ExamResult) -> None: ...
    def close(self) -> None: ...


class Learners(Protocol):
    """All learners on this machine."""

    def known(self) -> tuple[Known, ...]:
        """Who there is, the one that studied last first."""

    def open(self, learner: str) -> LearnerBook:
        """Raises NotALearner for one that cannot be read: its file has then been set aside, or is open elsewhere."""

    def add(self, name: str) -> Known:
        """Raises NotSaved."""

    def rename(self, learner: str, name: str) -> None:
        """Raises NotSaved, NotALearner. It must not be open."""

    def delete(self, learner: str) -> None:
        """For good. Raises NotSaved. It must not be open."""

    def save_copy(self, learner: str, path: PathLike[str]) -> None:
        """All of it in one file, for another machine. Raises NotSaved, NotALearner. It must not be open."""

    def take_in(self, path: PathLike[str]) -> Known:
        """From such a file, which stays as it is. Raises NotALearner, NotSaved."""

    def take_aside(self) -> tuple[SetAside, ...]:
        """What was set aside since this was asked last."""
