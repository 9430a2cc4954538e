"""Every fault of the plan, asked and judged: rows of the table, and each answer that was not as promised."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.plan import Fault
from tests.faults.pool import MOST_MEMORY, ask_all
from tests.faults.verdict import SURVIVED, verdict


@dataclass(slots=True)
class Tally:
    """Answers of one row by verdict, and the faults they answer."""

    faults: int = 0
    answers: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    kind: str
    file: str
    damage: str
    question: str
    verdict: str
    said: str

    def __str__(self) -> str:
        return f"{self.verdict:9} {self.file}: {self.damage}: {self.question}"


def try_all(
    planned: Sequence[Fault],
    base: Path,
    folder: Path,
    workers: int,
    seconds: float,
    tell: Callable[[str], None],
) -> tuple[dict[str, Tally], list[Failure], list[Fault]]:
    """Asks the sound atlas first, its windows twice: one that never looks the same would prove nothing."""
    until = time.monotonic() + seconds
    questions = list({_named(q): q for fault in planned for q in fault.questions}.values())
    sound = _sound(questions, base, folder, workers, tell)
    tallies: dict[str, Tally] = {}
    failures: list[Failure] = []
    done: list[Fault] = []

    def told(number: int, answers: list[dict[str, Any]]) -> None:
        fault = planned[number]
        done.append(fault)
        for where in ("command line", "window"):
            if any(_where(q) == where for q in fault.questions):
                tallies.setdefault(f"{fault.kind}, {where}", Tally()).faults += 1
        for question, got in zip(fault.questions, answers, strict=True):
            name = _named(question)
            if sound[name] is None:
                continue
            judged = verdict(sound[name] or {}, got, fault.file, MOST_MEMORY, checked=name == "check")
            tallies[f"{fault.kind}, {_where(question)}"].answers[judged] += 1
            if judged not in SURVIVED:
                said = got["failed"] or got["said"]
                failures.append(
                    Failure(
                        kind=fault.kind,
                        file=fault.file,
                        damage=fault.damage,
                        question=name,
                        verdict=judged,
                        said=said,
                    )
                )
                tell(str(failures[-1]))
        if number % 100 == 99:
            tell(f"{number + 1} of {len(planned)} faults, {len(failures)} answers not as promised")

    ask_all([f.task for f in planned], base, folder, workers, told, until)
    return tallies, failures, done


def _sound(
    questions: list[dict[str, Any]], base: Path, folder: Path, workers: int, tell: Callable[[str], None]
) -> dict[str, dict[str, Any] | None]:
    found: dict[str, dict[str, Any] | None] = {}

    def told(number: int, answers: list[dict[str, Any]]) -> None:
        first, second = answers[0], answers[-1]
        name = _named(questions[number])
        same = all(first.get(k) == second.get(k) for k in ("parts", "code")) and "end" not in first
        found[name] = first if same and not first["failed"] else None
        if found[name] is None:
            tell(f"no sure answer from the sound atlas: {name}: {first['failed'] or first['said']}")

    asked = [{"file": None, "damage": "", "questions": [q] if "line" in q else [q, q]} for q in questions]
    ask_all(asked, base, folder, workers, told)
    return found


def _where(question: dict[str, Any]) -> str:
    return "command line" if "line" in question else "window"


def _named(question: dict[str, Any]) -> str:
    return " ".join(question["line"]) if "line" in question else json.dumps(question)
