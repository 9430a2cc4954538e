"""Builds plain values from the events of one piece of YAML, and refuses what the atlas's files never hold."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import yaml

from atlas.domain.problems import FileProblem

DEEPEST = 20
_LONGEST_NUMBER = 40  # signs
_PRINTED_QUOTES = ("“", "”", "„", "‟", "‘", "’", "«")  # plain letters to YAML: commas and colons between them count
MOST_PROBLEMS = 100  # of one file; a flood of mistakes is one mistake
YamlKey: TypeAlias = str | int
KeyPath: TypeAlias = tuple[YamlKey, ...]
Position: TypeAlias = tuple[int, int]
"""Line and column, from 1."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAINLY = (
    ("found character that cannot start any token", "A tab or sign stands here that cannot begin a value."),
    ("mapping values are not allowed", "A colon stands where none may be: mend the indentation, or quote the text."),
    (
        "did not find expected key",
        "The indentation does not fit here, or a quote or colon is missing; in '...' an apostrophe is written twice.",
    ),
    ("did not find expected '-' indicator", "The indentation does not fit here: an item with `- ` is expected."),
    ("did not find expected ',' or '}'", "A comma or } is missing here or in the line before."),
    ("did not find expected ',' or ']'", "A comma or ] is missing here or in the line before."),
    ("could not find expected ':'", "A colon is missing after the key."),
    ("found unexpected end of stream", "A quote or bracket is never closed."),
    ("control characters are not allowed", "A control character stands here."),
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """Stands where an entry could not be read; `id` is its name if that much could be made out."""

    id: str | None


def twice(file: str, line: int, column: int, key: object, inside: bool = False) -> FileProblem:
    """That a key stands in a file twice; `inside` an entry, which is then left out."""
    then = "so this entry is left out until one of them is gone" if inside else "the first one counts"
    said = f"`{key}` stands here twice, {then}." if inside else f"`{key}` stands here twice; {then}."
    return FileProblem(file=file, line=line, column=column, sentence=said)


class Broken(Exception):
    """The text cannot be read on from here: a sentence, line and column from 1 within the piece."""

    def __init__(self, sentence: str, line: int, column: int) -> None:
        super().__init__(sentence)
        self.sentence, self.line, self.column = sentence, line, column


class _NoNumber(ValueError):
    """A number is longer or larger than any that means something; the message is a sentence."""


class Builder:
    """Builds plain values from YAML events, one pass, and refuses what the atlas's files never hold."""

    def __init__(self, file: str, before: int, items: int, places: dict[KeyPath, Position] | None) -> None:
        self.problems: list[FileProblem] = []
        self._file, self._before, self._items = file, before, items
        self._places = places

    def build(self, text: str) -> Any:
        """The value of one piece; what is wrong with it goes to `problems`. Raises Broken."""
        try:
            events = _events(text)
            event = next(events, None)
            while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                event = next(events, None)
            if event is None or isinstance(event, yaml.StreamEndEvent):
                return None
            value = self._value(event, events, ())
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    self._say(event, "A second document begins here; a file holds one.")
                    break
            return value
        except yaml.MarkedYAMLError as error:
            open_ended = "end of stream" in str(error.problem) and error.context_mark is not None
            mark = error.context_mark if open_ended else error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise Broken(_plainly(error.problem or str(error)), line, column) from error
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise Broken(_plainly(error.reason), line, 1) from error

    def _value(self, event: Any, events: Iterator[Any], path: KeyPath) -> Any:
        if self._places is not None:
            self._places[path] = self._position(event)
        if event.anchor is not None:
            alias = isinstance(event, yaml.AliasEvent)
            sign = "*" if alias else "&"
            self._say(event, f"`{sign}{event.anchor}`: anchors and aliases are not used; write it out.")
            if alias:
                return Damaged(None)
        if event.tag is not None:
            self._say(event, f"The tag `{event.tag}` is not used.")
        if isinstance(event, yaml.ScalarEvent):
            if event.implicit[0] and event.value.startswith(_PRINTED_QUOTES):
                self._say(event, f'`{event.value[0]}` does not quote a text here; write " before and after it.')
                return Damaged(None)
            try:
                return _scalar(event.value) if event.implicit[0] else event.value
            except _NoNumber as error:
                self._say(event, str(error))
                return Damaged(None)
        if len(path) >= DEEPEST:
            line, column = self._position(event)
            raise Broken(f"This is nested more than {DEEPEST} deep.", line - self._before, column)
        return self._list(events, path) if isinstance(event, yaml.SequenceStartEvent) else self._map(events, path)

    def _list(self, events: Iterator[Any], path: KeyPath) -> list[Any]:
        out: list[Any] = []
        first = 0 if path else self._items
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            said = len(self.problems)
            value = self._value(event, events, (*path, first + len(out)))
            if len(self.problems) > said and not path:
                value = Damaged(value.get("id") if isinstance(value, dict) else None)
            out.append(value)
        return out

    def _map(self, events: Iterator[Any], path: KeyPath) -> dict[Any, Any]:
        out: dict[Any, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._say(event, "A key must be a plain word.")
                self._value(event, events, (*path, "~key"))
                self._value(next(events), events, (*path, "~value"))
                continue
            key = event.value
            again = key in out
            if again:
                line, column = self._position(event)
                self.problems.append(twice(self._file, line, column, key, inside=bool(path)))
            elif self._places is not None:
                self._places[(*path, key, "~key")] = self._position(event)
            said = len(self.problems)
            value = self._value(next(events), events, (*path, f"{key}~again" if again else key))
            if again:
                continue
            out[key] = Damaged(key) if not path and len(self.problems) > said else value
        return out

    def _position(self, event: Any) -> Position:
        return self._before + event.start_mark.line + 1, event.start_mark.column + 1

    def _say(self, event: Any, sentence: str) -> None:
        line, column = self._position(event)
        self.problems.append(FileProblem(file=self._file, line=line, column=column, sentence=sentence))
        if len(self.problems) > MOST_PROBLEMS:
            raise Broken("Too many mistakes; reading stopped here.", line - self._before, column)


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _scalar(text: str) -> Any:
    """A plain scalar's value: only null, true, false, numbers and dates are more than text (`no` stays a word)."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "+-.0123456789":
        if _INT.fullmatch(text):
            return int(_short(text))
        if _FLOAT.fullmatch(text):
            value = float(_short(text))
            if not math.isfinite(value):
                raise _NoNumber(f"The number `{text}` is larger than any can be.")
            return value
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                return text
    return text


def _short(number: str) -> str:
    if len(number) > _LONGEST_NUMBER:
        raise _NoNumber(f"This number has {len(number)} signs; {_LONGEST_NUMBER} are the most.")
    return number


def _plainly(problem: str) -> str:
    return next((said for found, said in _PLAINLY if found in problem), f"This is not YAML: {problem}.")
