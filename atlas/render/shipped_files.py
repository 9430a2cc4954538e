"""Whether typefaces and translations of the interface are there and whole."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from atlas.content.files import read_bytes
from atlas.content.problems import shown
from atlas.domain.problems import FileProblem, Unreadable
from atlas.paths import Places
from atlas.render.asset_looks import (
    asset_problem,
    some_bytes,
)

_FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")


_SFNT = struct.Struct(">IHHHH")


_TABLE = struct.Struct(">4sIII")


def check_fonts(places: Places) -> Iterator[FileProblem]:
    """What is wrong with the typefaces."""
    folder = places.assets / "fonts"
    for name in (*_FONTS, "OFL.txt"):
        path = folder / name
        try:
            if not path.is_file():
                said = "It is missing"
            else:
                said = (_font(read_bytes(path)) if path.suffix == ".ttf" else some_bytes(path)) or ""
        except (OSError, Unreadable) as error:
            said = str(error).removesuffix(".")
        if said:
            yield asset_problem(places, path, said)


def _font(data: bytes) -> str | None:
    """A TrueType file whose tables add up to their checksums (OpenType specification, "Calculating checksums")."""
    if not data:
        return "It is empty"
    try:
        kind, count, *_ = _SFNT.unpack_from(data)
        tables = [_TABLE.unpack_from(data, _SFNT.size + k * _TABLE.size) for k in range(count)]
    except struct.error:
        return "It is no typeface, or is cut"
    if kind not in (0x00010000, 0x4F54544F) or not tables:
        return "It is no typeface"
    for tag, wanted, start, length in tables:
        table = data[start : start + length]
        if len(table) != length:
            return "It is cut"
        words = np.frombuffer(table + bytes(-length % 4), ">u4").astype(np.uint64)
        total = int(words.sum())
        if tag == b"head":
            total -= int(words[2])  # the file's own sum stands here and is not counted
        if total % 2**32 != wanted:
            return "It is damaged"
    return None


def check_interfaces(places: Places) -> Iterator[FileProblem]:
    """Every language's words of the interface, and what the window reads of them."""
    for folder in sorted((places.data / "languages").glob("*/")):
        said = None
        written, compiled = folder / "interface.ts", folder / "interface.qm"
        try:
            words = list(_translated(read_bytes(written)))
        except Unreadable as error:
            words, said = [], str(error)
        except ElementTree.ParseError as error:
            words, said = [], f"This is no file of translations: {error}."
        if said:
            yield FileProblem(file=shown(written), sentence=said)
            continue
        if lacking := _unfinished(written):
            some = ", ".join(f"`{text}`" for text in lacking[:3]) + (" and more" if len(lacking) > 3 else "")
            said = f"Texts of the interface that are not translated yet: {len(lacking)} ({some})."
            yield FileProblem(file=shown(written), sentence=said, untranslated=folder.name)
        if said := _unlike(compiled, words):
            yield FileProblem(file=shown(compiled), sentence=f"{said}: run `python -m art.languages`.")


CheckWord = tuple[str, str, str, str]


def _translated(data: bytes) -> Iterator[CheckWord]:
    """The finished translations of a .ts file."""
    for context in ElementTree.fromstring(data).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") or message.get("numerus"):
                continue
            parts = (message.findtext("source"), message.findtext("comment"), translation.text)
            source, comment, text = (part or "" for part in parts)
            yield context.findtext("name") or "", source, comment, text


def _unfinished(path: Path) -> list[str]:
    """The English texts of a .ts file that have no translation; a numbered or an obsolete one needs none."""
    messages = ElementTree.fromstring(read_bytes(path)).iter("message")
    waiting = (m for m in messages for t in m.iter("translation") if t.get("type") == "unfinished")
    return [m.findtext("source") or "" for m in waiting]


def _unlike(path: Path, words: list[CheckWord]) -> str | None:
    """Where a compiled file does not say what its language's words are."""
    from PySide6.QtCore import QTranslator

    if not path.is_file():
        return "It is missing"
    if not path.stat().st_size:
        return "It is empty"
    translator = QTranslator()
    if not translator.load(str(path)):
        return "It is no compiled translation, or is cut"
    old = [s for context, s, comment, text in words if translator.translate(context, s, comment or None) != text]
    return f"It is damaged, or older than interface.ts ({len(old)} texts differ)" if old else None
