"""What stands in the data files, read anew or from the kept copy when nothing has changed."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.content.compiled import Kept, fingerprint, maker, plain
from atlas.content.problems import Problem
from atlas.domain.anatomy import Landmark, Muscle, MuscleTexts, Region, Source
from atlas.domain.views import View
from atlas.paths import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that stands in the data files but the texts, each in the order of its file."""

    landmarks: tuple[Landmark, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    views: tuple[View, ...]
    muscles: tuple[Muscle, ...]


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


def load_texts(places: Places, area: str) -> tuple[dict[str, MuscleTexts], list[Problem]]:
    """What is said about the muscles of one area, by muscle id."""
    path = places.texts(area)
    kept, key = Kept(places.cache), fingerprint([path])
    found: dict[str, MuscleTexts] | None = kept.find(f"texts-{area}", key, dict)
    if found is not None:
        return found, []
    from atlas.content.reading import read_texts

    texts, problems = read_texts(path)
    if not problems:
        kept.keep(f"texts-{area}", key, texts)
    return texts, problems
