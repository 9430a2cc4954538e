"""What stands in the data files, read anew or from the kept copy when nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from atlas.content.cache import ReadCache, fingerprint, from_plain, to_plain
from atlas.content.problems import FileProblem
from atlas.domain.anatomy import Landmark, Muscle, Region, Source
from atlas.domain.views import View
from atlas.domain.words.red_flags import RedFlagRules
from atlas.paths import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that stands in the data files but the texts, each in the order of its file."""

    landmarks: tuple[Landmark, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    views: tuple[View, ...]
    muscles: tuple[Muscle, ...]
    left_out: tuple[str, ...] = ()  # muscles that stand in the file but are not sound; each is said there, once


class WrittenNames(TypedDict):
    """What a muscle is called in another language, as it stands in that language's `names.yaml`."""

    name: str
    lay_name: str
    also_called: list[str]


def load_red_flags(
    places: Places, regions: Mapping[str, Region], sources: Iterable[str]
) -> tuple[RedFlagRules, list[FileProblem]]:
    """What raises which red flag, or its kept copy."""
    kept, key = ReadCache(places.cache), fingerprint([places.red_flags, places.regions, places.sources])
    found = kept.find("red-flags", key, from_plain(RedFlagRules))
    if found is not None:
        return found, []
    from atlas.content.reading.red_flag_files import read_red_flags

    rules, problems = read_red_flags(places, regions, sources)
    if not problems:
        kept.keep("red-flags", key, to_plain(rules))
    return rules, problems
