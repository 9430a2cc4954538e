"""Reads whole files and JSON: only what is a file (no pipe, device or folder), and never more than was expected."""

from __future__ import annotations

import json
import math
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from atlas.domain.problems import Unreadable

MOST_BYTES = 8_000_000  # four times the largest file of the atlas


class NoFile(Unreadable):
    """There is no such file."""


class TooLarge(Unreadable):
    """The file is larger than any of its kind."""


class NotJson(Unreadable):
    """The file does not hold JSON, or not whole."""


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """All bytes of a file. Raises Unreadable, without having opened what is no file (a pipe would wait for ever)."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("it is a folder, a pipe or a device")
        data = b""
        if found.st_size <= most:
            with path.open("rb") as file:
                data = file.read(most + 1)  # it may grow meanwhile, or have no size, as the system's own files
    except FileNotFoundError as error:
        raise NoFile(error.strerror or str(error)) from error
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from error
    except ValueError as error:  # a name with a zero in it
        raise Unreadable(str(error)) from error
    if found.st_size > most or len(data) > most:
        size, limit = max(found.st_size, len(data)) / 1e6, most / 1e6
        raise TooLarge("it is too large", f"The file has {size:.3g} MB; more than {limit:g} MB is not read.")
    return data


def read_json(path: Path, most: int = MOST_BYTES, read: Callable[[Path], bytes] | None = None) -> Any:
    """What a JSON file holds; every number in it is finite. Raises Unreadable. `read` may be choosier than `most`."""
    data = read_bytes(path, most) if read is None else read(path)
    try:
        return json.loads(data, parse_float=_finite, parse_constant=_no_number)
    except (ValueError, RecursionError, MemoryError) as error:  # also numbers of 5,000 digits, and 10,000 brackets
        raise NotJson("it is no JSON", "The file is not complete, or it is not JSON.") from error


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        _no_number(text)
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")
