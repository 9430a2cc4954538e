"""The shape of the guide's files: what is asked and come with, in ids (language-neutral) and in words."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from atlas.content.reading.schema_base import Id, RegionId, Text, Written

Texts = Annotated[list[Text], Field(min_length=1)]
Ids = Annotated[list[Id], Field(default_factory=list)]
Phrases = Annotated[list[Text], Field(default_factory=list)]


class WrittenComplaint(Written):
    """An entry of data/complaints.yaml: what someone comes with, and the regions (right side) it is felt in."""

    id: Id
    area: Text
    regions: Annotated[list[RegionId], Field(min_length=1)]
    red_flags: Ids


class WrittenProblem(Written):
    """An entry of data/problems.yaml: what a page of the guide is about; its words are in each language's files."""

    id: Id
    complaints: Ids
    regions: Annotated[list[RegionId], Field(min_length=1)]
    muscles: Annotated[list[Id], Field(min_length=1)]
    red_flags: Ids
    sources: list[Id]


class QuestionText(Written):
    """An entry of a language's questions.yaml."""

    id: Id
    question: Text
    answer: Texts
    sources: Ids
    muscles: Ids


class ComplaintText(Written):
    """The words of a complaint in a language."""

    title: Text
    also: Phrases


class ProblemText(Written):
    """The words of a problem's page in a language."""

    title: Text
    also: Phrases
    what_it_is: Text
    what_muscles_have_to_do_with_it: Text
    what_may_help: Text
    when_to_see_someone: Text


class RedFlagText(Written):
    """The words of a red flag in a language; `short` where many stand together."""

    text: Text
    short: Text


class StepText(Written):
    """An entry of a language's steps.yaml: one thing to do at home; `muscles` and `sources` stand in English only."""

    id: Id
    title: Text
    how: Text
    how_long: Text
    how_often: Text
    not_if: Text | None = None
    stop_if: Text
    muscles: Ids
    sources: Ids


class StepTexts(RootModel[Annotated[list[StepText], Field(min_length=1)]]):
    """The steps of one area."""

    model_config = ConfigDict(strict=True, frozen=True)
