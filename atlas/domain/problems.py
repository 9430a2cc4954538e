"""What is wrong with a file, said so that one can go there and mend it; and what could not be read or written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from os import PathLike, fspath
from typing import Any


class Unreadable(Exception):
    """A file cannot be read; the message is one sentence without the file's name, `why` the reason in it."""

    def __init__(self, why: str, sentence: str = "") -> None:
        super().__init__(sentence or f"The file cannot be read: {why}.")
        self.why = why


class NotSaved(Exception):
    """A file was not written, and what was there before is still there; the text is a sentence."""

    def __init__(self, path: PathLike[str], why: str) -> None:
        """`why` is one of `atlas.content.saving.WHY`."""
        super().__init__(f"{fspath(path)} cannot be written: {why}.")
        self.path, self.why = path, why


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProblem:
    """One mistake: where it is (line and column from 1; None in a file without lines) and one sentence about it.

    `mended`: what was wrong was made anew, so that every answer is right all the same. `untranslated`: the language in
    which something is not there yet, so that it is shown in English; that is wrong only of a language that is complete.
    """

    file: str
    sentence: str
    line: int | None = None
    column: int | None = None
    muscle: str | None = None
    mended: bool = field(default=False, compare=False)
    untranslated: str | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.muscle}: {self.sentence}" if self.muscle else f"{place}: {self.sentence}"

    def as_json(self) -> dict[str, Any]:
        return {k: v for k, v in asdict(self).items() if k not in ("mended", "untranslated")}


class Problems:
    """What has been found wrong so far, each thing once; all that read the atlas's files add to one of these."""

    def __init__(self, found: Iterable[FileProblem] = (), named: Callable[[PathLike[str]], str] = fspath) -> None:
        """`named` is how a file is written for people."""
        self._found, self._named = dict.fromkeys(found), named
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

    def of(self, path: PathLike[str], sentence: str, muscle: str | None = None, mended: bool = False) -> None:
        """Adds what is wrong with a file that has no lines."""
        self.add(FileProblem(file=self._named(path), sentence=sentence, muscle=muscle, mended=mended))

    def names(self, path: PathLike[str]) -> bool:
        """Whether anything was found wrong with a file."""
        named = self._named(path)
        return any(problem.file == named for problem in self._found)

    def __iter__(self) -> Iterator[FileProblem]:
        return iter(tuple(self._found))

    def __len__(self) -> int:
        return len(self._found)
