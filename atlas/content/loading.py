"""The data files, read anew or taken from the kept copy when nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from atlas.content.cache import ReadCache, fingerprint, from_plain, to_plain
from atlas.content.knowledge import Knowledge, WrittenNames
from atlas.content.problems import FileProblem, shown
from atlas.domain.anatomy import MuscleTexts
from atlas.domain.choices import ENGLISH
from atlas.paths import Places

_Reads: TypeAlias = Callable[[Path], tuple[dict[str, Any], list[FileProblem]]]


def load(places: Places) -> tuple[Knowledge, list[FileProblem]]:
    """Reads the data files, or their kept copy when nothing has changed since they were found sound."""
    files = [places.landmarks, places.regions, places.sources, places.views, places.cameras("female"), places.referrals]
    kept, key = ReadCache(places.cache), fingerprint(files)
    name = "knowledge" if places.own_referrals is None else "own-knowledge"
    found = kept.find(name, key, from_plain(Knowledge))
    if found is not None:
        return found, []
    from atlas.content.reading.data_files import read_knowledge  # slow to import (pydantic, YAML), and seldom needed

    knowledge, problems = read_knowledge(places)
    if not problems:
        kept.keep(name, key, to_plain(knowledge))
    return knowledge, problems


def load_texts(places: Places, area: str, language: str = ENGLISH) -> tuple[dict[str, MuscleTexts], list[FileProblem]]:
    """What is said about the muscles of one area, by muscle id; nothing where another language has no such file."""
    name = f"texts-{area}" if language == ENGLISH else f"texts-{language}-{area}"
    return _load(
        places, name, places.texts(area, language), "read_texts", dict[str, MuscleTexts], may_lack=language != ENGLISH
    )


def load_names(places: Places, language: str) -> tuple[dict[str, WrittenNames], list[FileProblem]]:
    """What the muscles are called in another language, by id."""
    return _load(
        places,
        f"names-{language}",
        places.texts("names", language),
        "read_names",
        dict[str, WrittenNames],
        may_lack=True,
    )


def load_labels(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """What the regions are called in another language."""
    return _load(
        places, f"regions-{language}", places.texts("regions", language), "read_lines", dict[str, str], may_lack=True
    )


def load_key_points(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """Where the nerve roots' key points lie, in another language."""
    return _load(
        places,
        f"dermatomes-{language}",
        places.texts("dermatomes", language),
        "read_lines",
        dict[str, str],
        may_lack=True,
    )


def load_phrases(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """The handout's own words in another language."""
    return _load(
        places, f"handout-{language}", places.guide("handout", language), "read_lines", dict[str, str], may_lack=True
    )


def load_view_names(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """What the pictures of the body are called in another language."""
    return _load(
        places, f"views-{language}", places.texts("views", language), "read_lines", dict[str, str], may_lack=True
    )


def _load(
    places: Places, name: str, path: Path, reader: str, kind: Any, may_lack: bool
) -> tuple[dict[str, Any], list[FileProblem]]:
    """A file of words by id, or its kept copy; `reader` is a function of `atlas.content.reading.data_files`.

    What `may_lack` is missed only where the language has other files beside it.
    """
    if may_lack and not path.exists():
        said = "There is no such file; what it would say stands in English."
        missed = [FileProblem(file=shown(path), sentence=said, mended=True)] if path.parent.is_dir() else []
        return {}, missed
    kept, key = ReadCache(places.cache), fingerprint([path])
    found: dict[str, Any] | None = kept.find(name, key, from_plain(kind))
    if found is not None:
        return found, []
    from atlas.content.reading import data_files as reading

    read: _Reads = getattr(reading, reader)
    words, problems = read(path)
    if not problems:
        kept.keep(name, key, words)
    return words, problems
