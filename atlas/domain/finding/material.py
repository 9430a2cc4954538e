"""What can be found: all names, labels, complaints and pages, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.domain.anatomy import Muscle, MuscleName
from atlas.domain.finding.vocabulary import Survey, Vocabulary
from atlas.domain.words.guide import Complaint, ProblemPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What can be found. Names, labels, complaints and pages by language."""

    muscles: Mapping[str, Muscle]
    names: Mapping[str, Mapping[str, MuscleName]]  # of muscles: language -> muscle
    labels: Mapping[str, Mapping[str, str]]  # of regions
    complaints: Mapping[str, Mapping[str, Complaint]]
    pages: Mapping[str, Mapping[str, ProblemPage]]
    parts: Mapping[str, str]  # of the body, by region
    roots: Mapping[str, tuple[str, ...]]  # the regions of each nerve root
    vocabulary: Vocabulary
    surveys: tuple[Survey, ...] = ()
