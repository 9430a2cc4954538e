"""Finds the line and column of a thing in a data file; the file is read again for it, once, and only when asked."""

from __future__ import annotations

from pathlib import Path

from atlas.content.problems import shown
from atlas.content.reading.yaml_builder import KeyPath, Position
from atlas.content.reading.yaml_reader import Document, read
from atlas.domain.problems import FileProblem


class Locator:
    """Places in one file, by the entry's id and the path inside the entry."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document: Document | None = None
        self._index: dict[str, int | str] = {}

    def place(self, entry: str, path: KeyPath = (), key: bool = False) -> Position:
        if self._document is None:
            self._document = read(self._path)
            value = self._document.value
            if isinstance(value, dict):
                self._index = {k: k for k in value}
            elif isinstance(value, list):
                self._index = {
                    v["id"]: k for k, v in reversed(list(enumerate(value))) if isinstance(v, dict) and "id" in v
                }
        if entry not in self._index:
            return 1, 1
        return self._document.locate((self._index[entry], *path), key)

    def problem(self, entry: str, path: KeyPath, sentence: str, key: bool = False, muscle: bool = True) -> FileProblem:
        """A problem with a thing in the file; with `muscle` the entry is a muscle and named as one."""
        line, column = self.place(entry, path, key)
        named = entry if muscle else None
        return FileProblem(file=shown(self._path), line=line, column=column, muscle=named, sentence=sentence)
