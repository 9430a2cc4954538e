"""The shape of the files of texts: what is said about a muscle, and what things are called."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from atlas.content.knowledge import WrittenNames
from atlas.content.reading.schema_base import Text, Written, _words


class PatientTexts(Written):
    """What a patient reads about a muscle, by heading."""

    what_it_is: Text | None = None
    where_you_may_feel_it: Text | None = None
    why_there: Text | None = None
    what_sets_it_off: Text | None = None
    what_may_help: Text | None = None
    when_to_see_someone: Text | None = None


class ClinicianTexts(Written):
    """What a clinician reads about a muscle, by heading; in English its anatomy stands with the muscle."""

    origin: Text | None = None
    insertion: Text | None = None
    action: Text | None = None
    innervation: Text | None = None

    finding_the_point: Text | None = None
    what_sets_it_off_and_keeps_it_going: Text | None = None
    look_alikes: Text | None = None
    satellite_points: Text | None = None
    stretch: Text | None = None
    needling_cautions: Text | None = None


class StudentTexts(Written):
    """What a student reads about a muscle, by heading."""

    in_one_line: Text | None = None
    how_to_remember: Text | None = None
    often_confused_with: Text | None = None
    check_yourself: Text | None = None


class WrittenTexts(Written):
    """The texts of one muscle for its three readers."""

    patient: PatientTexts = PatientTexts()
    clinician: ClinicianTexts = ClinicianTexts()
    student: StudentTexts = StudentTexts()


class WrittenDistance(Written):
    """A distance that a text states: between which two places of the body, or why it is apart from them."""

    says: Text
    ends: Annotated[list[Text], Field(min_length=2, max_length=2)] | None = None
    height: bool = False  # only how much higher one end lies than the other counts
    apart: Text | None = None
    waits: Text | None = None  # the text is right and the body is not yet: what will be changed there


class WrittenDistances(RootModel[list[WrittenDistance]]):
    """The distances in one muscle's texts."""

    model_config = ConfigDict(strict=True, frozen=True)


class WrittenName(Written):
    """What a muscle is called in another language."""

    name: Text
    lay_name: Text
    also_called: list[Text] = []

    def called(self) -> WrittenNames:
        return {
            "name": _words(self.name),
            "lay_name": _words(self.lay_name),
            "also_called": list(map(_words, self.also_called)),
        }


class WrittenLine(RootModel[Text]):
    """A text by itself."""

    model_config = ConfigDict(strict=True, frozen=True)
