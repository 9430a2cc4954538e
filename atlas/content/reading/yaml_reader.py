"""Reads plain YAML safely (no anchors, aliases, tags, nothing twice or deep); what is sound survives a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from atlas.content.files import read_bytes
from atlas.content.problems import shown
from atlas.content.reading.yaml_builder import MOST_PROBLEMS, Broken, Builder, Damaged, KeyPath, Position, twice
from atlas.domain.problems import FileProblem, Unreadable

LARGEST = 8_000_000  # bytes; the whole atlas is a tenth of this
_MOST_ENTRIES = 10_000
_MOST_ODD = 20  # lines that are not UTF-8; a file with more is no text at all
_NOT_TEXT = "\x01"  # stands for what is not UTF-8: no entry can hold it
_BEGINNING = re.compile(r"(?m)^(?!---)[^\s#]")
_ITEM = re.compile(r"(?m)^-(?= |$)")
_KEY = re.compile(r"(?m)^[^\s#\-]")
_ID = re.compile(r"(?m)^(?:- id:[ ]*|(?=[^\s\-#]))([\w+.-]+)")


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
        ][:MOST_PROBLEMS]
        if "\t" in text
        else []
    )
    pieces = [(0, text)]
    try:
        value, problems = _read(file, pieces)
    except Broken:
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
    """The value of all pieces together. Raises Broken unless told to keep going (or to find places only)."""
    whole: Any = None
    problems: list[FileProblem] = []
    for before, text in pieces:
        items = len(whole) if isinstance(whole, list) else 0
        builder = Builder(file, before, items, places)
        try:
            value = builder.build(text)
        except Broken as broken:
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
                    problems.append(twice(file, before + 1, 1, key))
                else:
                    whole[key] = thing
        if len(problems) >= MOST_PROBLEMS:
            last = problems[MOST_PROBLEMS - 1]
            problems[MOST_PROBLEMS:] = [replace(last, sentence="More mistakes follow; mend these first.")]
            break
    return whole, problems
