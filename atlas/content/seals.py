"""Knows what each baked file held when it was made: one that is sound but holds something else is no more trusted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from atlas.content.files import MOST_BYTES, read_bytes, read_json
from atlas.domain.problems import Problems, Unreadable

ReadsFile = Callable[[Path], bytes]


class Seals:
    """The digests of all files under `assets`, from the record of how they were made; without one all are trusted."""

    def __init__(self, assets: Path, record: Path, found_wrong: Problems) -> None:
        self._assets, self._record, self._found_wrong = assets, record, found_wrong

    def read(self, path: Path) -> bytes:
        """All bytes of a file. Raises Unreadable, also where they are others than were made."""
        data = read_bytes(path, MOST_BYTES)
        made = self._digests.get(self._name(path))
        if made is not None and made != digest_of(data):
            raise Unreadable("it was changed or damaged", "The file is not as it was made: it was changed or damaged.")
        return data

    def was_made(self, path: Path) -> bool:
        """Whether there should be such a file."""
        return self._name(path) in self._digests

    def _name(self, path: Path) -> str:
        return path.relative_to(self._assets).as_posix() if path.is_relative_to(self._assets) else ""

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        if not self._record.exists():
            return {}
        try:
            held = read_json(self._record)
            files = held.get("files") if isinstance(held, dict) else None
            if isinstance(files, dict):
                return files
            said = "This is no record of what the assets were made from."
        except Unreadable as error:
            said = str(error)
        self._found_wrong.of(self._record, f"{said} Whether a picture was changed cannot be seen.", mended=True)
        return {}


def digest_of(data: bytes) -> str:
    """The seal of some bytes: BLAKE2b of 10 bytes, as 20 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=10).hexdigest()
