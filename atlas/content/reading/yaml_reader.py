"""Reads plain YAML safely (no anchors, aliases, tags, nothing twice or deep); what is sound survives a mistake."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from atlas.content.files import read_bytes
from atlas.content.problems import shown
from atlas.domain.problems import FileProblem, Unreadable

LARGEST = 8_000_000  # bytes; the whole atlas is a tenth of this
DEEPEST = 20
_LONGEST_NUMBER = 40  # signs
_MOST_ENTRIES = 10_000
_MOST_ODD = 20  # lines that are not UTF-8; a file with more is no text at all
_PRINTED_QUOTES = ("“", "”", "„", "‟", "‘", "’", "«")  # plain letters to YAML: commas and colons between them count
_NOT_TEXT = "\x01"  # stands for what is not UTF-8: no entry can hold it
_MOST_PROBLEMS = 100  # of one file; a flood of mistakes is one mistake

YamlKey: TypeAlias = str | int
KeyPath: TypeAlias = tuple[YamlKey, ...]
Position: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_BEGINNING = re.compile(r"(?m)^(?!---)[^\s#]")
_ITEM = re.compile(r"(?m)^-(?= |$)")
_KEY = re.compile(r"(?m)^[^\s#\-]")
_ID = re.compile(r"(?m)^(?:- id:[ ]*|(?=[^\s\-#]))([\w+.-]+)")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}

_PLAINLY = (
    ("found character that cannot start any token", "A tab or sign stands here that cannot begin a value."),
    ("mapping values are not allowed", "A colon stands where none may be: mend the indentation, or quote the text."),
    ("did not find expected key", "The indentation does not fit here, or a quote or colon is missing."),
    ("did not find expected '-' indicator", "The indentation does not fit here: an item with `- ` is expected."),
    ("could not find expected ':'", "A colon is missing after the key."),
    ("found unexpected end of stream", "A quote or bracket is never closed."),
    ("control characters are not allowed", "A control character stands here."),
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """Stands where an entry could not be read; `id` is its name if that much could be made out."""

    id: str | None


@dataclass(slots=True)
class Document:
    """A file as read: its value, what was wrong, and on demand where each thing stands."""

    file: str
    text: str
    value: Any
    problems: list[FileProblem]
    _pieces: list[tuple[int, str]]
    _places: dict[KeyPath, Position] | None = field(default=None, repr=False)

    def locate(self, path: KeyPath, key: bool = False) -> Position:
        """Where the value at a path stands, or with `key` its key; of a path that is not there, what would hold it.

        The file is read a second time for this, on the first call only.
        """
        if self._places is None:
            self._places = {}
            _read(self.file, self._pieces, self._places)
        if key and (*path, "~key") in self._places:
            return self._places[(*path, "~key")]
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, (1, 1))


def read(path: Path) -> Document:
    """Reads a file. Never raises: one that is missing, unreadable or too large has value None and says so."""
    file = shown(path)
    try:
        data = read_bytes(path, LARGEST)
    except Unreadable as error:
        return _nothing(file, str(error))
    document = parse(data, file)
    if data and not document.problems and not data.endswith((b"\n", b"\r")):  # cut short, it may yet read well
        said = "The file ends within a line, so it may have been cut short. If it is whole, end its last line."
        line, column = document.text.count("\n") + 1, len(document.text) - document.text.rfind("\n")
        document.problems.append(FileProblem(file=file, line=line, column=column, sentence=said))
    return document


def parse(data: bytes, file: str) -> Document:
    """Reads the bytes of a file; `file` is its name in problems."""
    odd: set[int] = set()  # lines that are not UTF-8
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", errors="replace").replace("\ufffd", _NOT_TEXT)
        odd = {n for n, line in enumerate(text.split("\n"), 1) if _NOT_TEXT in line}
        if len(odd) > _MOST_ODD or b"\0" in data:
            line = data.count(b"\n", 0, error.start) + 1
            return _nothing(file, "The file is not UTF-8 text.", line=line, column=1)
    tabs = (
        [
            FileProblem(file=file, line=n, column=line.index("\t") + 1, sentence="A tab stands here; use spaces.")
            for n, line in enumerate(text.split("\n"), 1)
            if "\t" in line
        ][:_MOST_PROBLEMS]
        if "\t" in text
        else []
    )
    pieces = [(0, text)]
    try:
        value, problems = _read(file, pieces)
    except _Broken:
        pieces = list(islice(_split(text), _MOST_ENTRIES))
        value, problems = _read(file, pieces, keep_going=True)
    named = {p.line for p in tabs} | odd
    said = "This line is not UTF-8 text, so the entry is left out: save the file as UTF-8."
    tabs += [FileProblem(file=file, line=n, column=1, sentence=said) for n in odd]
    problems = [*tabs, *(p for p in problems if p.line not in named)]
    return Document(file, text, value, sorted(problems, key=lambda p: (p.line or 0, p.column or 0)), pieces)


def _nothing(file: str, sentence: str, line: int | None = None, column: int | None = None) -> Document:
    problem = FileProblem(file=file, line=line, column=column, sentence=sentence)
    return Document(file, "", None, [problem], [(0, "")], {})


def _split(text: str) -> Iterator[tuple[int, str]]:
    """The top-level entries of a text as (lines before it, text), so that a mistake in one leaves the others whole."""
    first = _BEGINNING.search(text)
    begins = _ITEM if first and _ITEM.match(text, first.start()) else _KEY
    start, before = 0, 0
    for found in begins.finditer(text):
        if text[start : found.start()].strip():
            yield before, text[start : found.start()]
            before += text.count("\n", start, found.start())
            start = found.start()
    yield before, text[start:]


def _read(
    file: str, pieces: list[tuple[int, str]], places: dict[KeyPath, Position] | None = None, keep_going: bool = False
) -> tuple[Any, list[FileProblem]]:
    """The value of all pieces together. Raises _Broken unless told to keep going (or to find places only)."""
    whole: Any = None
    problems: list[FileProblem] = []
    for before, text in pieces:
        items = len(whole) if isinstance(whole, list) else 0
        builder = _Builder(file, before, items, places)
        try:
            value = builder.build(text)
        except _Broken as broken:
            if not keep_going and places is None:
                raise
            line, column = before + broken.line, broken.column
            problems.append(FileProblem(file=file, line=line, column=column, sentence=broken.sentence))
            found = _ID.search(text)
            name = found[1] if found else None
            value = [Damaged(name)] if text.startswith("-") else {name: Damaged(name)} if name else None
        problems += builder.problems
        if whole is None:
            whole = value
        elif isinstance(whole, list) and isinstance(value, list):
            whole += value
        elif isinstance(whole, dict) and isinstance(value, dict):
            for key, thing in value.items():
                if key in whole:
                    problems.append(_twice(file, before + 1, 1, key))
                else:
                    whole[key] = thing
        if len(problems) >= _MOST_PROBLEMS:
            last = problems[_MOST_PROBLEMS - 1]
            problems[_MOST_PROBLEMS:] = [replace(last, sentence="More mistakes follow; mend these first.")]
            break
    return whole, problems


def _twice(file: str, line: int, column: int, key: object, inside: bool = False) -> FileProblem:
    """`inside` an entry, which is then left out."""
    then = "so this entry is left out until one of them is gone" if inside else "the first one counts"
    said = f"`{key}` stands here twice, {then}." if inside else f"`{key}` stands here twice; {then}."
    return FileProblem(file=file, line=line, column=column, sentence=said)


class _Broken(Exception):
    """The text cannot be read on from here."""

    def __init__(self, sentence: str, line: int, column: int) -> None:
        super().__init__(sentence)
        self.sentence, self.line, self.column = sentence, line, column


class _NoNumber(ValueError):
    """A number is longer or larger than any that means something; the message is a sentence."""


class _Builder:
    """Builds plain values from YAML events, one pass, and refuses what the atlas's files never hold."""

    def __init__(self, file: str, before: int, items: int, places: dict[KeyPath, Position] | None) -> None:
        self.problems: list[FileProblem] = []
        self._file, self._before, self._items = file, before, items
        self._places = places

    def build(self, text: str) -> Any:
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
            raise _Broken(_plainly(error.problem or str(error)), line, column) from error
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise _Broken(_plainly(error.reason), line, 1) from error

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
            raise _Broken(f"This is nested more than {DEEPEST} deep.", line - self._before, column)
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
                self.problems.append(_twice(self._file, line, column, key, inside=bool(path)))
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
        if len(self.problems) > _MOST_PROBLEMS:
            raise _Broken("Too many mistakes; reading stopped here.", line - self._before, column)


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
