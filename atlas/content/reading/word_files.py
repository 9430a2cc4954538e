"""Reads data/words.yaml and data/surveys.yaml: what people type and what it means, and how often a muscle is met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, get_args

from pydantic import ConfigDict, Field, PlainValidator, RootModel, ValidationInfo

from atlas.content.knowledge import Known
from atlas.content.problems import did_you_mean
from atlas.content.reading.entries import Entries
from atlas.content.reading.schema_base import CitedSource, Id, SaidRegion, Text, Written, named
from atlas.domain.body.sides import SIDES, Sides
from atlas.domain.finding.answers import Why
from atlas.domain.finding.vocabulary import Said, Survey, Vocabulary, Word, WordRole
from atlas.domain.problems import FileProblem
from atlas.paths import Places

_ROLES: Mapping[str, WordRole] = {f"{role}s": role for role in get_args(WordRole)}
_REASONS: tuple[str, ...] = get_args(Why)
_SECTIONS = ("fillers", "sides", *_ROLES, "reasons")


def _part(value: object, info: ValidationInfo) -> str:
    return named("part", value, info)


def _complaint(value: object, info: ValidationInfo) -> str:
    return named("complaint", value, info)


def _muscle(value: object, info: ValidationInfo) -> str:
    return named("muscle", value, info)


SaidPart = Annotated[str, PlainValidator(_part)]
SaidComplaint = Annotated[str, PlainValidator(_complaint)]
SaidMuscle = Annotated[str, PlainValidator(_muscle)]


class WrittenWord(Written):
    """A lay word as data/words.yaml holds it: how it is said, by language, and what it leads to."""

    said: Annotated[dict[str, list[Text]], Field(min_length=1)]
    id: Id = ""
    parts: Annotated[list[SaidPart], Field(default_factory=list)]
    regions: Annotated[list[SaidRegion], Field(default_factory=list)]
    complaints: Annotated[list[SaidComplaint], Field(default_factory=list)]
    muscles: Annotated[list[SaidMuscle], Field(default_factory=list)]
    innervation: Annotated[list[Text], Field(default_factory=list)]


class WrittenWords(RootModel[list[WrittenWord]]):
    """The words of one section."""

    model_config = ConfigDict(strict=True, frozen=True)


class WrittenSurvey(Written):
    """A study as data/surveys.yaml holds it: in how many of its people (percent) which muscles had trigger points."""

    source: CitedSource
    among: Text
    parts: Annotated[list[SaidPart], Field(min_length=1)]
    people: Annotated[int, Field(ge=1)] | None = None
    found: Annotated[dict[SaidMuscle, Annotated[float, Field(ge=0, le=100)]], Field(default_factory=dict)]
    most_often: Annotated[list[SaidMuscle], Field(default_factory=list)]


class WrittenSurveys(RootModel[list[WrittenSurvey]]):
    """All of data/surveys.yaml."""

    model_config = ConfigDict(strict=True, frozen=True)


def read_vocabulary(places: Places, known: Known) -> tuple[Vocabulary, list[FileProblem]]:
    """All words, and what is wrong with the file; a section in which something is wrong is left out."""
    problems: list[FileProblem] = []
    entries = Entries(places.words, problems)
    parts = {p: tuple(r for r, parent in known.parents.items() if parent == p) for p in known.parents.values()}
    context = {
        "parts": tuple(parts),
        "regions": known.regions,
        "muscles": (*known.muscles, *known.left_out),
        "complaints": Entries(places.complaints, []).names(),
    }
    sections = {key: found.root for key, found in entries.by_key(WrittenWords, context)}
    for key in entries.names() or ():
        if key not in _SECTIONS:
            entries.say(key, (), True, f"There is no section `{key}`{did_you_mean(key, _SECTIONS)}.")
    words = []
    for section, role in _ROLES.items():
        for k, written in enumerate(sections.get(section, ())):
            supplied = _supplied(written, known)
            if not _meant(written) and not supplied:
                said = "This means nothing: name a part, regions, complaints or muscles."
                if written.innervation:
                    said = f"`{written.innervation[0]}` stands in no muscle's innervation."
                entries.say(section, (k,), False, said)
            regions = [*written.regions, *(r for p in written.parts for r in parts[p])]
            muscles = [m for m in (*written.muscles, *supplied) if m in known.muscles]
            words.append(
                Word(
                    role=role,
                    said=_said(written),
                    id=written.id,
                    regions=tuple(dict.fromkeys(regions)),
                    complaints=tuple(written.complaints),
                    muscles=tuple(muscles),
                )
            )
    sides: dict[Sides, Said] = {}
    for k, written in enumerate(sections.get("sides", ())):
        side = next((s for s in SIDES if s == written.id), None)
        if side is None:
            entries.say("sides", (k, "id"), False, f"`{written.id}` is no side{did_you_mean(written.id, SIDES)}.")
        else:
            sides[side] = _said(written)
    reasons: dict[str, Said] = {}
    for k, written in enumerate(sections.get("reasons", ())):
        if written.id not in _REASONS:
            said = f"`{written.id}` is no reason{did_you_mean(written.id, _REASONS)}."
            entries.say("reasons", (k, "id"), False, said)
        reasons[written.id] = _said(written)
    fillers = _together([_said(written) for written in sections.get("fillers", ())])
    return Vocabulary(fillers=fillers, sides=sides, words=tuple(words), reasons=reasons), problems


def _said(written: WrittenWord) -> Said:
    return {language: tuple(phrases) for language, phrases in written.said.items()}


def _meant(written: WrittenWord) -> bool:
    return bool(written.parts or written.regions or written.complaints or written.muscles)


def _supplied(written: WrittenWord, known: Known) -> tuple[str, ...]:
    """The muscles in whose innervation a nerve stands."""
    nerves = [text.casefold() for text in written.innervation]
    return tuple(m for m, supply in known.innervation.items() if any(n in supply.casefold() for n in nerves))


def _together(said: Sequence[Said]) -> Said:
    out: dict[str, tuple[str, ...]] = {}
    for one in said:
        for language, phrases in one.items():
            out[language] = (*out.get(language, ()), *phrases)
    return out


def read_surveys(places: Places, known: Known) -> tuple[tuple[Survey, ...], list[FileProblem]]:
    """The surveys in the order of the file, and what is wrong with it."""
    problems: list[FileProblem] = []
    parts = set(known.parents.values())
    context = {"sources": known.sources, "muscles": (*known.muscles, *known.left_out), "parts": parts}
    entries = Entries(places.surveys, problems)
    found = dict(entries.by_key(WrittenSurveys, context)).get("surveys")
    return tuple(
        Survey(
            source=w.source,
            among=w.among,
            parts=tuple(w.parts),
            people=w.people,
            found=dict(w.found),
            most_often=tuple(w.most_often),
        )
        for w in (found.root if found is not None else ())
    ), problems
