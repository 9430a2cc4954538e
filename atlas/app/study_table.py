"""A learner's progress as a table, for the surface that asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from atlas.content.kept.progress_csv import save_progress
from atlas.domain.study.keeping import LearnerBook
from atlas.domain.study.schedule import Schedule

if TYPE_CHECKING:
    from atlas.ui.study.drill import Drill


def save_table(path: Path, book: LearnerBook, drill: Drill) -> None:
    """Writes it, whole or not at all. Raises NotSaved."""
    save_progress(path, book, drill.cards, drill.names, Schedule(), drill.now())
