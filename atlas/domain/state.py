"""The one immutable state of the app, in four groups: the room, the looks, what is studied, what hurts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Reader
from atlas.domain.body.sides import Side, Sides
from atlas.domain.choices import ENGLISH, Bones, Figure, Theme
from atlas.domain.finding.muscle_filter import MuscleFilter
from atlas.domain.pain.pain_report import PainReport

Mode: TypeAlias = Literal["muscles", "pain", "guide", "study"]
PatientScreenState: TypeAlias = Literal["off", "follow", "freeze", "blank"]


class Layer(Enum):
    """What can be shown on the plate or left away."""

    MUSCLE = "muscle"
    POINTS = "points"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


ALL_LAYERS = frozenset(Layer)


class Sign(Enum):
    """What a plate may show beside its layers, and a legend explains where it does."""

    INSIDE = "inside"  # pain felt inside the body
    HOLLOW = "hollow"  # a point that no finger reaches from outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What belongs to the room the atlas stands in: its theme, language, text size and motion."""

    theme: Theme = "light"
    language: str = ENGLISH
    text_size: int = 100  # percent
    reduced_motion: bool = False  # nothing moves by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the body is drawn."""

    figure: Figure = "female"
    tone: str = "clay"  # one of choices.TONES
    palette: str = "classic"  # one of choices.PALETTES
    bones: Bones = "faint"  # how strongly they show through the skin
    draped: bool = False  # in trunks, and the female figure in a top
    neighbours: bool = False  # whether the muscles beside the chosen one are outlined


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """A list that was asked for at a place of the skin: the muscles that send pain there, or that lie there."""

    region: str
    side: Side | None  # None on the midline
    what: Literal["senders", "residents"]


_ALL_MUSCLES = MuscleFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What is looked up: a muscle and how it is looked at, words that were typed, a place that was tapped."""

    muscle: str | None = None
    view: str | None = None  # None: the composed plate, which tells it all
    panel: int = 0  # which panel of the composed plate stands in the main one's place, as it was composed
    sides: Sides = "right"
    point: int | None = None  # the one trigger point whose pattern stays lit
    layers: frozenset[Layer] = ALL_LAYERS
    reader: Reader = "patient"
    query: str = ""
    filters: MuscleFilter = _ALL_MUSCLES  # of whatever is listed
    region: str | None = None  # the region last tapped, to be named
    region_side: Side | None = None  # and on which side; None on the midline
    neighbour: str | None = None  # the outlined muscle last tapped, to be named
    listed: PlaceList | None = None  # what stands in the list in place of all muscles

    @property
    def on_the_plate(self) -> tuple[object, ...]:
        """What of it changes the picture."""
        return self.muscle, self.view, self.panel, self.sides, self.point, self.layers


_ROOM, _LOOK, _STUDY, _REPORT = Room(), Look(), Study(), PainReport()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasState:
    """Everything the window shows follows from this. Sides are the patient's."""

    room: Room = _ROOM
    look: Look = _LOOK
    study: Study = _STUDY
    report: PainReport = _REPORT  # what has been painted in the mode "pain", and how
    mode: Mode = "muscles"
    page: str | None = None  # of the guide, such as "question/<id>" or "problem/<id>"
    story: int | None = None  # the step that is shown to the patient; None outside the patient's view
    patient_screen: PatientScreenState = "off"


def for_next_patient(now: AtlasState, start: AtlasState, *, room_stays: bool) -> AtlasState:
    """Back to `start`; of now only the room may stay (theme, language, text size, motion), and a lit screen.

    In a therapist's room it stays; in a waiting room it was the patient's own choice, and goes too.
    """
    lit: PatientScreenState = "off" if now.patient_screen == "off" else "follow"
    return replace(start, room=now.room if room_stays else start.room, patient_screen=lit)


def brought_back(kept: AtlasState, now: AtlasState, *, room_stays: bool) -> AtlasState:
    """What was cleared, shown again; a screen that was frozen, or has been put out, shows nothing of it."""
    lit = now.patient_screen
    if lit == "follow" and kept.patient_screen != "follow":
        lit = "blank"
    return replace(kept, room=now.room if room_stays else kept.room, patient_screen=lit)


def said_of_a_patient(state: AtlasState) -> tuple[Study, PainReport]:
    """What has been chosen, typed or painted for a patient, and nothing of how and where it is shown."""
    return state.study, state.report
