"""What was read and found sound, kept as JSON so that the next start need not read and check it again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from atlas.content.files import read_bytes
from atlas.content.point_syntax import parse_place, parse_point, written
from atlas.content.saving import save_whole
from atlas.domain.body.inner import InnerPlace, Place
from atlas.domain.body.surface import SurfacePoint
from atlas.domain.problems import NotSaved, Unreadable

FORMAT = 7  # raise it when a dataclass or a check changes, so that old copies are not believed
T = TypeVar("T")


def fingerprint(files: Iterable[Path]) -> str | None:
    """Stands for the contents of some files; None if one cannot be read."""
    total = hashlib.blake2b(f"atlas {FORMAT}".encode(), digest_size=16)
    for path in files:
        try:
            data = read_bytes(path)
        except Unreadable:
            return None
        total.update(hashlib.blake2b(data, digest_size=16).digest())
    return total.hexdigest()


class ReadCache:
    """Copies by name and fingerprint in one folder. Any trouble with them only means that nothing is found."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, name: str, key: str | None, make: Callable[[Any], T]) -> T | None:
        if self._folder is None or key is None:
            return None
        try:
            data, head = read_bytes(self._folder / f"{name}.json"), _head(key)
            held, body = data[len(head) :], data[len(head) + _SUM_LONG : -1]
            if not data.startswith(head) or not held.startswith(_sum_of(body)):
                return None
            return make(json.loads(body, parse_constant=_no_number))
        except Exception:  # a damaged copy of any kind is as good as none
            return None

    def keep(self, name: str, key: str | None, value: Any) -> None:
        if self._folder is None or key is None:
            return
        body = json.dumps(value, separators=(",", ":")).encode()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            whole = _head(key) + _sum_of(body) + body + b"}"
            save_whole(self._folder / f"{name}.json", whole, lasting=False)
        except (OSError, NotSaved):
            return


def _head(key: str) -> bytes:
    return f'{{"key":"{key}",'.encode()


def _sum_of(body: bytes) -> bytes:
    """Stands between the key and the value: what the value's bytes add up to."""
    return f'"sum":"{hashlib.blake2b(body, digest_size=16).hexdigest()}","value":'.encode()


_SUM_LONG = len(_sum_of(b""))


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def to_plain(value: Any) -> Any:
    """A frozen dataclass as lists, dicts and plain values, points as they are written."""
    if isinstance(value, SurfacePoint | InnerPlace):
        return written(value)
    if dataclasses.is_dataclass(value):
        return [to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [to_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: to_plain(v) for k, v in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def from_plain(kind: Any) -> Callable[[Any], Any]:
    """The way back from `plain` for a dataclass, a tuple of them, or a plain type.

    It raises an error of some kind for a value that is not of its type.
    """
    if kind is SurfacePoint:
        return parse_point
    if kind == Place:
        return parse_place
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        names = [f.name for f in dataclasses.fields(kind)]
        makers = [from_plain(hints[n]) for n in names]

        def build(values: Any) -> Any:
            return kind(**{n: m(v) for n, m, v in zip(names, makers, _listed(values), strict=True)})

        return build
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is not Ellipsis:
            each = [from_plain(k) for k in inner]
            return lambda values: tuple(m(v) for m, v in zip(each, _listed(values), strict=True))
        if inner[0] in _PLAIN:
            return _all_of(inner[0])
        one = from_plain(inner[0])
        return lambda values: tuple([one(v) for v in _listed(values)])
    if get_origin(kind) in (typing.Union, types.UnionType):
        one = from_plain(next(k for k in get_args(kind) if k is not type(None)))
        return lambda value: None if value is None else one(value)
    if get_origin(kind) in (dict, Mapping):
        key, inside = (from_plain(k) for k in get_args(kind))
        return lambda held: {key(k): inside(v) for k, v in held.items()}
    if typing.is_typeddict(kind):
        fields = {k: from_plain(inner) for k, inner in typing.get_type_hints(kind).items()}
        return lambda held: {k: make(held[k]) for k, make in fields.items()}
    if get_origin(kind) is list:
        within = from_plain(tuple[get_args(kind)[0], ...])  # type: ignore[misc]  # a type made while running
        return lambda values: list(within(values))
    if kind in _PLAIN:
        return _checked(frozenset((float, int) if kind is float else (kind,)))
    if get_origin(kind) is Literal:
        return {value: value for value in get_args(kind)}.__getitem__
    raise TypeError(f"no way to keep {kind}")


_PLAIN = (str, int, float, bool)


def _listed(values: Any) -> list[Any]:
    if type(values) is not list:
        raise TypeError(f"{values!r} is no list")
    return values


def _checked(kinds: frozenset[type]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(f"{value!r} is of another type")
        return value

    return check


def _all_of(kind: type) -> Callable[[Any], Any]:
    """A tuple of plain values, looked at all at once."""
    kinds = {float, int} if kind is float else {kind}

    def check(values: Any) -> tuple[Any, ...]:
        if not kinds.issuperset(map(type, _listed(values))):
            raise TypeError(f"{values!r} holds another type")
        return tuple(values)

    return check
