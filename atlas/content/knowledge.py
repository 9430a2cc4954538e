"""What stands in the data files, read anew or from the kept copy when nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypedDict

from atlas.content.compiled import Kept, fingerprint, maker, plain
from atlas.content.problems import Problem, shown
from atlas.domain.anatomy import Landmark, Muscle, MuscleTexts, Region, Source
from atlas.domain.language import ENGLISH
from atlas.domain.red_flags import RedFlagRules
from atlas.domain.views import View
from atlas.paths import Places

_Reads: TypeAlias = Callable[[Path], tuple[dict[str, Any], list[Problem]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that stands in the data files but the texts, each in the order of its file."""

    landmarks: tuple[Landmark, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    views: tuple[View, ...]
    muscles: tuple[Muscle, ...]
    left_out: tuple[str, ...] = ()  # muscles that stand in the file but are not sound; each is said there, once


class Called(TypedDict):
    """What a muscle is called in another language, as it stands in that language's `names.yaml`."""

    name: str
    lay_name: str
    also_called: list[str]


def load(places: Places) -> tuple[Knowledge, list[Problem]]:
    """Reads the data files, or their kept copy when nothing has changed since they were found sound."""
    files = [places.landmarks, places.regions, places.sources, places.views, places.cameras("female"), places.referrals]
    kept, key = Kept(places.cache), fingerprint(files)
    name = "knowledge" if places.own_referrals is None else "own-knowledge"
    found = kept.find(name, key, maker(Knowledge))
    if found is not None:
        return found, []
    from atlas.content.reading import read_knowledge  # slow to import (pydantic, YAML), and seldom needed

    knowledge, problems = read_knowledge(places)
    if not problems:
        kept.keep(name, key, plain(knowledge))
    return knowledge, problems


def load_red_flags(
    places: Places, regions: Mapping[str, Region], sources: Iterable[str]
) -> tuple[RedFlagRules, list[Problem]]:
    """What raises which red flag, or its kept copy."""
    kept, key = Kept(places.cache), fingerprint([places.red_flags, places.regions, places.sources])
    found = kept.find("red-flags", key, maker(RedFlagRules))
    if found is not None:
        return found, []
    from atlas.content.red_flags import read_red_flags

    rules, problems = read_red_flags(places, regions, sources)
    if not problems:
        kept.keep("red-flags", key, plain(rules))
    return rules, problems


def load_texts(places: Places, area: str, language: str = ENGLISH) -> tuple[dict[str, MuscleTexts], list[Problem]]:
    """What is said about the muscles of one area, by muscle id; nothing where another language has no such file."""
    name = f"texts-{area}" if language == ENGLISH else f"texts-{language}-{area}"
    return _load(
        places, name, places.texts(area, language), "read_texts", dict[str, MuscleTexts], may_lack=language != ENGLISH
    )


def load_names(places: Places, language: str) -> tuple[dict[str, Called], list[Problem]]:
    """What the muscles are called in another language, by id."""
    return _load(
        places, f"names-{language}", places.texts("names", language), "read_names", dict[str, Called], may_lack=True
    )


def load_labels(places: Places, language: str) -> tuple[dict[str, str], list[Problem]]:
    """What the regions are called in another language."""
    return _load(
        places, f"regions-{language}", places.texts("regions", language), "read_lines", dict[str, str], may_lack=True
    )


def load_key_points(places: Places, language: str) -> tuple[dict[str, str], list[Problem]]:
    """Where the nerve roots' key points lie, in another language."""
    return _load(
        places,
        f"dermatomes-{language}",
        places.texts("dermatomes", language),
        "read_lines",
        dict[str, str],
        may_lack=True,
    )


def load_phrases(places: Places, language: str) -> tuple[dict[str, str], list[Problem]]:
    """The handout's own words in another language."""
    return _load(
        places, f"handout-{language}", places.guide("handout", language), "read_lines", dict[str, str], may_lack=True
    )


def load_view_names(places: Places, language: str) -> tuple[dict[str, str], list[Problem]]:
    """What the pictures of the body are called in another language."""
    return _load(
        places, f"views-{language}", places.texts("views", language), "read_lines", dict[str, str], may_lack=True
    )


def _load(
    places: Places, name: str, path: Path, reader: str, kind: Any, may_lack: bool
) -> tuple[dict[str, Any], list[Problem]]:
    """A file of words by id, or its kept copy; `reader` is a function of `atlas.content.reading`.

    What `may_lack` is missed only where the language has other files beside it.
    """
    if may_lack and not path.exists():
        said = "There is no such file; what it would say stands in English."
        missed = [Problem(file=shown(path), sentence=said, mended=True)] if path.parent.is_dir() else []
        return {}, missed
    kept, key = Kept(places.cache), fingerprint([path])
    found: dict[str, Any] | None = kept.find(name, key, maker(kind))
    if found is not None:
        return found, []
    from atlas.content import reading

    read: _Reads = getattr(reading, reader)
    words, problems = read(path)
    if not problems:
        kept.keep(name, key, words)
    return words, problems
