"""What people type beside the names of things: lay words, short names, sides; and how often a muscle is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from atlas.domain.body.sides import Sides

WordRole: TypeAlias = Literal["place", "direction", "complaint", "muscle", "circumstance", "nerve"]
Said: TypeAlias = Mapping[str, tuple[str, ...]]
"""Phrases by the code of their language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What some phrases mean: regions (right side), complaints, muscles (the likeliest first), or a nerve's muscles.

    A place is where it hurts; a direction narrows the place beside it; a complaint has a name of its own; a muscle is a
    short name or a group; a circumstance is what someone was doing, and only tips the scale.
    """

    role: WordRole
    said: Said
    id: str = ""  # of a nerve or a direction
    regions: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All of data/words.yaml. Fillers mean nothing in a search."""

    fillers: Said = field(default_factory=dict)
    sides: Mapping[Sides, Said] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    reasons: Mapping[str, Said] = field(default_factory=dict)  # why an answer is given, by `answers.Why`


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How often examiners found a muscle to be a source of pain: percent (0..100) of `people` that have `among`."""

    source: str
    among: str
    parts: tuple[str, ...]  # of the body, where such pain is
    people: int | None  # None: a review, whose studies differ
    found: Mapping[str, float]
    most_often: tuple[str, ...] = ()  # said to be, without a figure
