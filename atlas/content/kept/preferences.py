"""How the window was last left, the clinic's letterhead and the kiosk's PIN. Nothing about patients is ever kept."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from atlas.content.files import NoFile, read_bytes
from atlas.content.kept.pin import is_hash
from atlas.content.saving import NO_FILE, not_saved, save_whole
from atlas.domain.choices import (
    BONES,
    FIGURES,
    PALETTES,
    PAPERS,
    TEXT_SIZES,
    THEMES,
    TONES,
    Bones,
    Figure,
    Paper,
    Theme,
)
from atlas.domain.problems import NotSaved, Unreadable

_MOST_BYTES = 1_000_000
_LONGEST_WAIT = 2.0  # s, for another window that is writing
_ALLOWED: dict[str, tuple[object, ...]] = {
    "figure": FIGURES,
    "tone": TONES,
    "palette": PALETTES,
    "bones": BONES,
    "theme": THEMES,
    "text_size": TEXT_SIZES,
    "paper": PAPERS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What is kept of a window between starts; the names of the fields are the keys of the file."""

    figure: Figure = "female"
    tone: str = "clay"
    palette: str = "classic"
    bones: Bones = "faint"
    draped: bool = False  # of a window; a kiosk always is
    theme: Theme = "light"
    language: str = "en"
    text_size: int = 100  # percent
    still: bool = False
    clinic: str = ""  # what stands at the top of handouts
    logo: str = ""  # the file of the clinic's logo
    paper: Paper = "a4"
    pin: str = ""  # the kiosk's PIN, salted and hashed
    wrong_pins: int = 0  # typed since the right one was
    shut_until: int = 0  # s since 1970; no PIN is taken before
    geometry: str = ""  # the window's place, as Qt writes it, in hexadecimal digits


@dataclass(frozen=True, slots=True)
class BrokenSettings:
    """The settings could not be read; `kept` is where they are now, in case someone can mend them.

    With `names` only these settings cannot be used, and the file stays where it is.
    """

    kept: Path
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.names:
            return f"{self.kept}: the usual setting is used instead of what stands at {', '.join(self.names)}."
        return f"The settings could not be read, so the usual ones are used. What was there is kept in {self.kept}."


def load_preferences(path: Path) -> tuple[Preferences, BrokenSettings | None]:
    """What was kept, and whether the file is broken, or what in it cannot be used and falls back to its default."""
    try:
        kept = _read(path)
    except _Broken:
        return Preferences(), BrokenSettings(_put_aside(path))
    except Unreadable:
        return Preferences(), BrokenSettings(path)
    if kept is None:
        return Preferences(), None
    kinds = {f.name: type(f.default) for f in fields(Preferences)}
    sound: dict[str, Any] = {k: v for k, v in kept.items() if type(v) is kinds.get(k) and _is_sound(k, v)}
    strange = tuple(sorted(kinds.keys() & kept.keys() - sound.keys()))
    return Preferences(**sound), BrokenSettings(path, strange) if strange else None


def kept_pin(path: Path) -> str | None:
    """The PIN's hash, an empty text where none was set; None: nobody knows whether one was, or which."""
    try:
        kept = _read(path)
    except Unreadable:
        return None
    if kept is None:
        return None if _was_broken(path) else ""
    pin = kept.get("pin")
    return pin if isinstance(pin, str) and (pin == "" or is_hash(pin)) else None


def save_preferences(path: Path, preferences: Preferences, before: Preferences | None = None) -> None:
    """Writes what differs from `before` (None: all of it). Raises NotSaved."""
    own = asdict(preferences)
    changed = {k: v for k, v in own.items() if before is None or v != getattr(before, k)}
    change_preferences(path, changed, preferences)


def change_preferences(path: Path, changed: Mapping[str, object], usual: Preferences | None = None) -> None:
    """Writes some settings into what the file holds now; `usual` is what a new file holds besides. Raises NotSaved.

    So another window's settings stay, a PIN that was set meanwhile, and what a later atlas may keep there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(path, error) from error
    with _alone(path.parent):
        try:
            kept = _read(path)
        except _Broken:
            _put_aside(path)
            kept = None
        except Unreadable as error:
            raise NotSaved(path, NO_FILE) from error
        if kept is None:
            kept = asdict(usual or Preferences()) | {"pin": ""}
            if _was_broken(path):
                del kept["pin"]  # nobody knows whether there was one
        save_whole(path, (json.dumps(kept | dict(changed), indent=1) + "\n").encode(), private=True)


class _Broken(Unreadable):
    """The file could be read, but does not hold settings."""


def _read(path: Path) -> dict[str, Any] | None:
    """All that the file holds, None where there is none. Raises Unreadable, _Broken."""
    try:
        kept = json.loads(read_bytes(path, _MOST_BYTES))  # with a byte order mark, too, and as UTF-16
    except NoFile:
        return None
    except (ValueError, RecursionError) as error:
        raise _Broken("it does not hold settings") from error
    if not isinstance(kept, dict) or not kept:  # the atlas itself never leaves it empty
        raise _Broken("it does not hold settings")
    return kept


def _is_sound(name: str, value: Any) -> bool:
    if isinstance(value, str) and any(unicodedata.category(c) in ("Cc", "Cs") for c in value):
        return False  # a control sign, half of a character
    return value in _ALLOWED.get(name, (value,))


def _put_aside(path: Path) -> Path:
    """Moves a broken file to where nothing overwrites it; says where it is then."""
    target = Path(os.path.realpath(path))
    number = 1
    while (aside := _aside(target, number)).exists():
        number += 1
    try:
        return target.rename(aside)
    except OSError:
        return target


def _was_broken(path: Path) -> bool:
    return _aside(Path(os.path.realpath(path)), 1).exists()


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.broken" if number == 1 else f"{path.name}.broken-{number}")


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No other window reads and writes the settings meanwhile. One that hangs is not waited for without end."""
    if sys.platform == "win32":  # knows no lock on a folder; two windows would have to close in the same millisecond
        yield
        return
    import fcntl

    try:
        lock = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        until = time.monotonic() + _LONGEST_WAIT
        while time.monotonic() < until:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                time.sleep(0.01)
        yield
    finally:
        os.close(lock)
