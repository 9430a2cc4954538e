"""A learner's progress as a table (CSV), a row a card, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from atlas.content.saving import save_whole
from atlas.domain.study.cards import Card
from atlas.domain.study.keeping import LearnerBook
from atlas.domain.study.learner import Answer, Moment
from atlas.domain.study.schedule import Schedule

HEADINGS = (
    "card", "kind", "about", "name", "stage", "answers", "right", "last_day", "due_day", "stability_days",
    "difficulty", "recall_today",
)  # fmt: skip


def save_progress(
    path: Path, book: LearnerBook, cards: Sequence[Card], names: Mapping[str, str], schedule: Schedule, now: Moment
) -> None:
    """Writes the table, whole or not at all; `names` of muscles and regions by id. Raises NotSaved."""
    save_whole(path, progress_csv(book, cards, names, schedule, now).encode("utf-8-sig"))


def progress_csv(
    book: LearnerBook, cards: Sequence[Card], names: Mapping[str, str], schedule: Schedule, now: Moment
) -> str:
    """A row for each card, also for those that are new."""
    given: dict[str, list[Answer]] = {}
    for answer in book.answers:
        given.setdefault(answer.card, []).append(answer)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADINGS)
    for card in cards:
        memory, answers = book.memories.get(card.id), given.get(card.id, [])
        known = ("new", "", "", "", "", "")
        if memory is not None:
            known = (
                memory.stage,
                memory.last_day.isoformat(),
                memory.due_day.isoformat(),
                f"{memory.stability:.2f}",
                f"{memory.difficulty:.2f}",
                f"{schedule.recall(memory, now.day):.3f}",
            )
        stage, *rest = known
        right = sum(answer.right for answer in answers)
        name = _harmless(names.get(card.about, card.about))
        table.writerow((card.id, card.kind, card.about, name, stage, len(answers), right, *rest))
    return out.getvalue()


def _harmless(text: str) -> str:
    """No spreadsheet takes a name for a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text
