"""The one immutable state of the app, and the store that holds it and tells who listens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Reader
from atlas.domain.body.sides import Side, Sides
from atlas.domain.choices import Figure, Theme
from atlas.domain.pain.pain_report import PainReport

Mode: TypeAlias = Literal["muscles", "pain", "guide"]
PatientScreenState: TypeAlias = Literal["off", "follow", "freeze", "blank"]


class Layer(Enum):
    """What can be shown on the plate or left away."""

    MUSCLE = "muscle"
    POINTS = "points"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


ALL_LAYERS = frozenset(Layer)
_UNHURT = PainReport()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasState:
    """Everything the window shows follows from this. Sides are the patient's."""

    muscle: str | None = None
    view: str | None = None  # None: the view that shows most of the pattern
    sides: Sides = "right"
    point: int | None = None  # the one trigger point whose pattern stays lit
    layers: frozenset[Layer] = ALL_LAYERS
    figure: Figure = "female"
    tone: str = "clay"
    palette: str = "classic"
    theme: Theme = "light"
    reader: Reader = "patient"
    query: str = ""
    region: str | None = None  # the region last tapped, to be named
    region_side: Side | None = None  # and on which side; None on the midline
    report: PainReport = _UNHURT  # what has been painted in the mode "pain", and how
    mode: Mode = "muscles"
    page: str | None = None  # of the guide, such as "question/<id>" or "problem/<id>"
    story: int | None = None  # the step that is told to the patient; None outside the patient's view
    patient_screen: PatientScreenState = "off"
    language: str = "en"
    text_size: int = 100  # percent
    still: bool = False  # nothing moves by itself


_ROOM = ("theme", "language", "text_size", "still")
_NOT_SAID_OF_A_PATIENT = (*_ROOM, "figure", "tone", "palette", "mode", "page", "story", "patient_screen")


def for_next_patient(now: AtlasState, start: AtlasState, *, room_stays: bool) -> AtlasState:
    """Back to `start`; of what is now only what belongs to the room may stay (light, words, letters), and a lit screen.

    In a therapist's room it stays; in a waiting room it was the patient's own choice, and goes too.
    """
    lit: PatientScreenState = "off" if now.patient_screen == "off" else "follow"
    return replace(_with_room_of(start, now) if room_stays else start, patient_screen=lit)


def brought_back(kept: AtlasState, now: AtlasState, *, room_stays: bool) -> AtlasState:
    """What was cleared, shown again; a screen that was frozen, or has been put out, shows nothing of it."""
    lit = now.patient_screen
    if lit == "follow" and kept.patient_screen != "follow":
        lit = "blank"
    return replace(_with_room_of(kept, now) if room_stays else kept, patient_screen=lit)


def said_of_a_patient(state: AtlasState) -> AtlasState:
    """What has been chosen, typed or painted for a patient, and nothing of how and where it is shown."""
    return replace(state, **{name: getattr(_FRESH, name) for name in _NOT_SAID_OF_A_PATIENT})


def _with_room_of(state: AtlasState, room: AtlasState) -> AtlasState:
    return replace(state, **{name: getattr(room, name) for name in _ROOM})


_FRESH = AtlasState()
