"""Begins a language: writes every file it needs, the English words in it as comments to be replaced one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from atlas.content.catalog import FileCatalog
from atlas.content.saving import save_whole
from atlas.domain.anatomy import AREAS
from atlas.domain.choices import ENGLISH
from atlas.domain.words.guide import GUIDE_PARTS
from atlas.domain.words.handout_words import HandoutWords

_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_HOW = (
    "An entry is a comment until it is translated: take its # away, "
    "and put the words of the language in place of the English."
)


class NotALanguage(ValueError):
    """Such a language cannot be begun; the text is a sentence."""


def begin_language(code: str, catalog: FileCatalog) -> tuple[Path, ...]:
    """Writes the files of a language that is not there yet, and returns them. Raises NotALanguage, NotSaved.

    `code` is as in ISO 639, with a country where that matters (pt, pt_BR). Of the texts only those for patients are
    needed. The interface's own texts are written by `art.languages`.
    """
    places = catalog.places
    if not _CODE.fullmatch(code):
        raise NotALanguage(f"`{code}` is no code of a language; write it as pt or pt_BR.")
    if code == ENGLISH or code in places.languages or (places.data / "languages" / code).exists():
        raise NotALanguage(f"The language `{code}` is there already; nothing was written.")
    made: dict[Path, Iterable[str]] = {}
    for area in (a for a in AREAS if places.texts(a).exists()):
        made[places.texts(area, code)] = _for_patients(_lines(places.texts(area, ENGLISH)))
    if places.texts("advice").exists():
        made[places.texts("advice", code)] = _lines(places.texts("advice", ENGLISH))
    for part in (p for p in GUIDE_PARTS if places.guide(p).exists()):
        made[places.guide(part, code)] = _lines(places.guide(part, ENGLISH))
    made[places.texts("names", code)] = (
        f"{m.id}: {{name: {_quoted(m.name)}, lay_name: {_quoted(m.lay_name)}}}" for m in catalog.muscles.values()
    )
    made[places.texts("regions", code)] = (f"{r.id}: {_quoted(r.label)}" for r in catalog.regions.values())
    made[places.texts("views", code)] = (f"{v.id}: {_quoted(v.name)}" for v in catalog.views.values())
    made[places.texts("notes", code)] = (
        f"{name}: {_quoted(said)}" for m in catalog.muscles.values() for name, said in m.remarks.items()
    )
    made[places.texts("dermatomes", code)] = (
        f"{d.id}: {_quoted(d.key_point.where)}" for d in catalog.dermatomes.values()
    )
    english = HandoutWords()
    made[places.guide("handout", code)] = (
        f"{f.name}: {_quoted(getattr(english, f.name))}" for f in fields(HandoutWords)
    )
    for path, lines in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        commented = (f"# {line}".rstrip() for line in (_HOW, "", *lines))
        save_whole(path, ("\n".join(commented) + "\n").encode())
    return tuple(made)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _for_patients(lines: Iterable[str]) -> Iterator[str]:
    """Of a file of texts, every muscle with its `patient` texts only."""
    reader = ""
    for line in lines:
        if line and not line.startswith(" "):
            reader = ""
        elif re.match(r"  \w", line):
            reader = line.strip(" :")
        if reader in ("", "patient"):
            yield line


def _quoted(text: str) -> str:
    """As a text in YAML, whatever stands in it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
