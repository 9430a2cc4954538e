"""What was read from the data files, as it is handed on: types only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from atlas.domain.anatomy import Landmark, Muscle, Region, Source
from atlas.domain.views import View
from atlas.domain.words.red_flags import RedFlagRules


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the guide and the words of the search may name."""

    regions: tuple[str, ...]
    muscles: tuple[str, ...]
    left_out: tuple[str, ...]  # muscles that are there, but not sound; it is said where they stand
    sources: tuple[str, ...]
    rules: RedFlagRules  # what raises which red flag
    parents: Mapping[str, str]  # the part of the body that each region belongs to
    innervation: Mapping[str, str]  # of each muscle, as it is written
