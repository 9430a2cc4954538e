"""What is wrong with a file, said so that one can go there and mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from atlas import paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake: where it is (line and column from 1; None in a file without lines) and one sentence about it."""

    file: str
    sentence: str
    line: int | None = None
    column: int | None = None
    muscle: str | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.muscle}: {self.sentence}" if self.muscle else f"{place}: {self.sentence}"

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def shown(path: Path) -> str:
    """A path as a person would write it: from here, or from the atlas's own folder, when it lies inside."""
    whole = path.absolute()
    for base in (Path.cwd(), paths.ROOT):
        if whole.is_relative_to(base):
            return whole.relative_to(base).as_posix()
    return str(path)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """In brackets "(did you mean `x`?" for the known word most like this one, or nothing."""
    from rapidfuzz import fuzz, process  # only mistakes need it, and a start seldom has any

    near = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=65)
    return f" (did you mean `{near[0]}`?)" if near else ""
