"""What was read and found sound, kept as JSON so that the next start need not read and check it again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from atlas.content.points import parse_point, written
from atlas.content.saving import NotSaved, save_whole
from atlas.domain.surface import SurfacePoint

FORMAT = 3  # raise it when a dataclass or a check changes, so that old copies are not believed
T = TypeVar("T")


def fingerprint(files: Iterable[Path]) -> str | None:
    """Stands for the contents of some files; None if one cannot be read."""
    total = hashlib.blake2b(f"atlas {FORMAT}".encode(), digest_size=16)
    for path in files:
        try:
            data = path.read_bytes()
        except OSError:
            return None
        total.update(hashlib.blake2b(data, digest_size=16).digest())
    return total.hexdigest()


class Kept:
    """Copies by name and fingerprint in one folder. Any trouble with them only means that nothing is found."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, name: str, key: str | None, make: Callable[[Any], T]) -> T | None:
        if self._folder is None or key is None:
            return None
        try:
            held = json.loads((self._folder / f"{name}.json").read_bytes())
            return make(held["value"]) if held["key"] == key else None
        except Exception:  # a damaged copy of any kind is as good as none
            return None

    def keep(self, name: str, key: str | None, value: Any) -> None:
        if self._folder is None or key is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"key": key, "value": value}, separators=(",", ":"))
            save_whole(self._folder / f"{name}.json", text.encode(), lasting=False)
        except (OSError, NotSaved):
            return


def plain(value: Any) -> Any:
    """A frozen dataclass as lists and plain values, points as they are written."""
    if isinstance(value, SurfacePoint):
        return written(value)
    if dataclasses.is_dataclass(value):
        return [plain(getattr(value, f.name)) for f in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def maker(kind: Any) -> Callable[[Any], Any]:
    """The way back from `plain` for a dataclass, a tuple of them, or a plain type."""
    if kind is SurfacePoint:
        return parse_point
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        names = [f.name for f in dataclasses.fields(kind)]
        makers = [maker(hints[n]) for n in names]

        def build(values: list[Any]) -> Any:
            return kind(**{n: m(v) for n, m, v in zip(names, makers, values, strict=True)})

        return build
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            one = maker(inner[0])
            return tuple if one is _same else lambda values: tuple([one(v) for v in values])
        each = [maker(k) for k in inner]
        return lambda values: tuple(m(v) for m, v in zip(each, values, strict=True))
    if get_origin(kind) in (typing.Union, types.UnionType):
        one = maker(next(k for k in get_args(kind) if k is not type(None)))
        return _same if one is _same else lambda value: None if value is None else one(value)
    if kind in (str, int, float, bool) or get_origin(kind) is Literal:
        return _same
    raise TypeError(f"no way to keep {kind}")


def _same(value: Any) -> Any:
    return value
