"""What is wrong with a file, said so that one can go there and mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from atlas import paths


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProblem:
    """One mistake: where it is (line and column from 1; None in a file without lines) and one sentence about it.

    `mended`: what was wrong was made anew, so that every answer is right all the same.
    """

    file: str
    sentence: str
    line: int | None = None
    column: int | None = None
    muscle: str | None = None
    mended: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.muscle}: {self.sentence}" if self.muscle else f"{place}: {self.sentence}"

    def as_json(self) -> dict[str, Any]:
        return {k: v for k, v in asdict(self).items() if k != "mended"}


class Problems:
    """What has been found wrong so far, each thing once; all that read the atlas's files add to one of these."""

    def __init__(self, found: Iterable[FileProblem] = ()) -> None:
        self._found = dict.fromkeys(found)
        self._listeners: list[Callable[[], None]] = []

    def add(self, *problems: FileProblem) -> None:
        before = len(self._found)
        self._found |= dict.fromkeys(problems)
        if len(self._found) > before:
            for listener in tuple(self._listeners):
                listener()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Calls `listener` whenever something is found, in the thread that found it."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[], None]) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    def of(self, path: Path, sentence: str, muscle: str | None = None, mended: bool = False) -> None:
        """Adds what is wrong with a file that has no lines."""
        self.add(FileProblem(file=shown(path), sentence=sentence, muscle=muscle, mended=mended))

    def __iter__(self) -> Iterator[FileProblem]:
        return iter(tuple(self._found))

    def __len__(self) -> int:
        return len(self._found)


def shown(path: Path) -> str:
    """A path as a person would write it: from here, or from the atlas's own folder, when it lies inside."""
    whole = path.absolute()
    for base in (Path.cwd(), paths.ROOT):
        if whole.is_relative_to(base):
            return whole.relative_to(base).as_posix()
    return str(path)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """In brackets "(did you mean `x`?" for the known word most like this one, or nothing.

    Of names of several words each must be alike: `ischial-tuberosity` is not what a `tibial-tuberosity` is taken for.
    """
    from rapidfuzz import fuzz, process  # only mistakes need it, and a start seldom has any

    for near, *_ in process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=65, limit=5):
        parts, others = re.split(r"[-_ ]", word), re.split(r"[-_ ]", near)
        if len(parts) != len(others) or all(fuzz.ratio(a, b) >= 65 for a, b in zip(parts, others, strict=True)):
            return f" (did you mean `{near}`?)"
    return ""
