"""What patients ask and come with: questions, complaints, problem pages, red flags, home care, terms in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.domain.choices import ENGLISH

GUIDE_PARTS = ("questions", "complaints", "problems", "red_flags", "steps", "glossary")  # a file of words each
WHOLE_BODY = "whole-body"  # the area of complaints that no single part of the body holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question patients ask and its answer, a paragraph each; `muscles` are its worked example."""

    id: str
    question: str
    answer: tuple[str, ...]
    sources: tuple[str, ...]
    muscles: tuple[str, ...] = ()
    language: str = ENGLISH  # of the text; not the one asked for where that is not written yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What someone comes with: `area` of the body, `regions` it is felt in (right side), what else it is called.

    `red_flags` are those that the regions raise and its own, in order of danger.
    """

    id: str
    area: str
    regions: tuple[str, ...]
    red_flags: tuple[str, ...]
    title: str
    also: tuple[str, ...] = ()
    language: str = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPage:
    """A problem people come with, on a page: `muscles` reach there, the most typical first."""

    id: str
    complaints: tuple[str, ...]
    regions: tuple[str, ...]
    muscles: tuple[str, ...]
    red_flags: tuple[str, ...]
    sources: tuple[str, ...]
    title: str
    also: tuple[str, ...]
    what_it_is: str
    what_muscles_have_to_do_with_it: str
    what_may_help: str
    when_to_see_someone: str
    language: str = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """When to get help: a few calm sentences; `short` says the same signs and what to do, where many stand together."""

    id: str
    text: str
    short: str = ""  # never of a flag of the guide
    language: str = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeStep:
    """One thing to do at home for a muscle area: for some of its `muscles`, or for all of them where none are named.

    `not_if` says who must leave it out; it is empty where nobody has to.
    """

    id: str
    area: str
    title: str
    how: str
    how_long: str
    how_often: str
    stop_if: str
    not_if: str = ""
    muscles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    language: str = ENGLISH

    def suits(self, muscle: str) -> bool:
        """Whether it is meant for a muscle of its area."""
        return not self.muscles or muscle in self.muscles


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the trade in plain words."""

    term: str
    meaning: str
    language: str = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All of it in one language, each part in reading order; what is not translated stands in English."""

    language: str
    questions: tuple[Question, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    problems: tuple[ProblemPage, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    steps: tuple[HomeStep, ...] = ()
    glossary: tuple[Term, ...] = ()


def untranslated(
    things: Iterable[Question | Complaint | ProblemPage | RedFlag | HomeStep], language: str
) -> tuple[str, ...]:
    """The ids of what is shown in another language than the one asked for."""
    return tuple(t.id for t in things if t.language != language)


def by_area(steps: Iterable[HomeStep]) -> Mapping[str, tuple[HomeStep, ...]]:
    """The steps of each muscle area, in reading order."""
    out: dict[str, tuple[HomeStep, ...]] = {}
    for step in steps:
        out[step.area] = (*out.get(step.area, ()), step)
    return out
