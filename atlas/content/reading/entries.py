"""Entries of a file one after the other: the sound ones, and every mistake in the others with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from atlas.content.reading.mistakes import validated
from atlas.content.reading.schema_base import Mistake
from atlas.content.reading.yaml_builder import Damaged, KeyPath
from atlas.content.reading.yaml_reader import read
from atlas.domain.problems import FileProblem

M = TypeVar("M", bound=BaseModel)

Context = Mapping[str, Iterable[str] | None]


class Entries:
    """The entries of one file, validated one by one; what is wrong with them goes to `problems`."""

    def __init__(
        self, path: Path, problems: list[FileProblem], of_muscles: bool = False, may_wait: bool = False
    ) -> None:
        """`of_muscles`: the ids are those of muscles. `may_wait`: a file in which all is still a comment is none."""
        self._document = read(path)
        self._problems = problems
        self._of_muscles = of_muscles
        self._index: dict[str, int | str] = {}
        problems += self._document.problems
        waits = may_wait and self._document.text.strip()
        if self._document.value is None and not self._document.problems and not waits:
            self._wrong_shape("something, but it is empty")

    def names(self) -> list[str] | None:
        """The ids of all entries, also of broken ones, in order; None if the file could not be read at all."""
        value = self._document.value
        if isinstance(value, dict):
            return [str(k) for k in value]
        if not isinstance(value, list):
            return None
        ids = [v.id if isinstance(v, Damaged) else v.get("id") if isinstance(v, dict) else None for v in value]
        return list(dict.fromkeys(i for i in ids if isinstance(i, str)))

    def of(
        self, model: type[M], context: Context, mistakes: Callable[[M], Iterable[Mistake]] | None = None
    ) -> Iterator[M]:
        """The sound entries of a list; `mistakes` says what is wrong with one whose keys and values are sound."""
        value = self._document.value
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong_shape("a list of entries that begin with `- id:`")
            return
        for k, raw in enumerate(value):
            if isinstance(raw, Damaged):
                continue
            name = raw.get("id") if isinstance(raw, dict) else None
            name = name if isinstance(name, str) else None
            if name in self._index:
                first, _ = self._document.locate((self._index[name], "id"))
                self._say(
                    (k, "id"), False, f"There are two entries `{name}`; the first one, in line {first}, counts.", name
                )
                continue
            found = self._one(model, raw, (k,), context, mistakes, name)
            if name is not None:
                self._index[name] = k
            if found is not None:
                yield found

    def by_key(self, model: type[M], context: Context, drop_what_is_wrong: bool = False) -> Iterator[tuple[str, M]]:
        """The sound entries of a mapping, with their keys."""
        value = self._document.value
        if value is None:
            return
        if not isinstance(value, dict):
            self._wrong_shape("entries by their id, `id:` and what belongs to it below")
            return
        for key, raw in value.items():
            if isinstance(raw, Damaged):
                continue
            found = self._one(model, raw, (key,), context, None, key)
            if found is None and drop_what_is_wrong and isinstance(raw, dict):
                found = self._without_mistakes(model, raw)
            if found is not None:
                yield key, found

    def say(self, entry: str, path: KeyPath, key: bool, sentence: str) -> None:
        """Adds a problem at a path inside an entry."""
        self._say((self._index.get(entry, entry), *path), key, sentence, entry)

    def _one(
        self,
        model: type[M],
        raw: object,
        path: KeyPath,
        context: Context,
        mistakes: Callable[[M], Iterable[Mistake]] | None,
        muscle: str | None,
    ) -> M | None:
        found, wrong = validated(model, raw, context)
        if found is not None and mistakes is not None:
            wrong = list(mistakes(found))
        for where, key, sentence in wrong:
            self._say((*path, *where), key, sentence, muscle)
        return None if wrong else found

    @staticmethod
    def _without_mistakes(model: type[M], raw: Mapping[str, object]) -> M | None:
        rest = {k: dict(v) for k, v in raw.items() if isinstance(v, dict)}
        for where, _, _ in validated(model, rest, {})[1]:
            if len(where) == 2:
                rest[str(where[0])].pop(where[1], None)
            elif where:
                rest.pop(str(where[0]), None)
        return validated(model, rest, {})[0]

    def _say(self, path: KeyPath, key: bool, sentence: str, muscle: str | None) -> None:
        line, column = self._document.locate(path, key)
        named = muscle if self._of_muscles else None
        self._problems.append(
            FileProblem(file=self._document.file, line=line, column=column, muscle=named, sentence=sentence)
        )

    def _wrong_shape(self, wanted: str) -> None:
        said = f"This file should hold {wanted}."
        self._problems.append(FileProblem(file=self._document.file, line=1, column=1, sentence=said))
