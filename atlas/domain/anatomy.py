"""A muscle as the atlas knows it: where it lies, its trigger points, where they send pain, what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from atlas.domain.body.inner import InnerPlace, Place
from atlas.domain.body.surface import Stroke

Strength: TypeAlias = Literal["essential", "spillover"]
Evidence: TypeAlias = Literal["studied", "manual+", "manual"]
Depth: TypeAlias = Literal["superficial", "deep"]
Reach: TypeAlias = Literal["outside", "inside", "none"]
Form: TypeAlias = Literal["sheet", "belly", "pennate", "fan"]
Reader: TypeAlias = Literal["patient", "clinician", "student"]

READERS: tuple[Reader, ...] = ("patient", "clinician", "student")
ANATOMY = ("origin", "insertion", "action", "innervation")  # said with a muscle in English, else with its texts
AREAS: Mapping[str, str] = {
    "head-and-neck": "Head and neck",
    "upper-back-shoulder-arm": "Upper back, shoulder and arm",
    "forearm-and-hand": "Forearm and hand",
    "torso": "Torso",
    "lower-torso-and-hip": "Lower torso and hip",
    "thigh": "Thigh",
    "leg": "Leg",
    "foot": "Foot",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FibreSheet:
    """Fibres between two lines of points of the right side: over the skin, or in the body where its points lie there.

    `width` and `thickness` in mm, `tendon` shares 0..1. `line` is where across (0..1) the tendon of a pennate muscle
    runs; `faces` says by the words of `inner.WAYS` from where a sheet in the body is pressed, and is empty on the skin.
    """

    origin: tuple[Place, ...]
    via: tuple[tuple[Place, ...], ...]
    insertion: tuple[Place, ...]
    width: float | None
    thickness: float
    tendon: tuple[float, float]
    form: Form = "sheet"
    line: float = 0.5
    faces: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[tuple[Place, ...], ...]:
        """Its lines of points, from origin to insertion."""
        return (self.origin, *self.via, self.insertion)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for line in self.lines for place in line)

    @property
    def in_body(self) -> bool:
        return any(isinstance(place, InnerPlace) for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachments:
    """Points of bones that a muscle begins and ends at; `elsewhere` says why an end lies on none of them."""

    origin: tuple[str, ...]
    insertion: tuple[str, ...]
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerPoint:
    """A trigger point in the muscle's own coordinates: `along` 0 at the origin .. 1, `across` 0..1 of sheet `sheet`.

    `reach` says from where a finger comes to it: pressed from outside, only from inside (mouth, pelvis), or by none.
    """

    id: int
    sheet: int  # counted from 1, as written
    along: float
    across: float
    refers_to: tuple[str, ...]
    note: str | None = None
    reach: Reach = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralZone:
    """A field of referred pain: in words (`regions`, `opposite_regions`) and in geometry (`strokes`).

    Pain that is felt `inside` (eye, throat, hip joint, pelvis) is no patch of the skin that it is painted on.
    """

    id: str
    strength: Strength
    regions: tuple[str, ...]
    opposite_regions: tuple[str, ...]
    strokes: tuple[Stroke, ...]
    felt: str | None = None
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedStudy:
    """A study behind a pattern: how many people, the id of its source, what was done."""

    people: int
    source: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who has checked an entry; all None while nobody has."""

    reviewed_by: str | None
    reviewed_on: date | None
    next_review: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """One entry of the atlas."""

    id: str
    name: str
    lay_name: str
    also_called: tuple[str, ...]
    latin: str
    complaints: tuple[str, ...]
    area: str
    depth: Depth
    fibres: tuple[FibreSheet, ...]
    origin: str
    insertion: str
    action: str
    innervation: str
    attached: Attachments | None
    trigger_points: tuple[TriggerPoint, ...]
    zones: tuple[ReferralZone, ...]
    related: tuple[str, ...]
    evidence: Evidence
    studied: CitedStudy | None
    sources: tuple[str, ...]
    version: int
    review: Review

    @property
    def reachable(self) -> frozenset[int]:
        """The trigger points that can be pressed from outside, by id."""
        return frozenset(p.id for p in self.trigger_points if p.reach == "outside")

    @property
    def remarks(self) -> Mapping[str, str]:
        """What is said of its points and its study, by what it is called elsewhere: `soleus 1`, `soleus studied`."""
        said = {f"{self.id} {p.id}": p.note for p in self.trigger_points if p.note}
        return said | ({f"{self.id} studied": self.studied.what} if self.studied else {})

    def remarked(self, said: Mapping[str, str]) -> Muscle:
        """The same muscle with its remarks in other words; what is not among them stays as it is."""
        points = [replace(p, note=p.note and said.get(f"{self.id} {p.id}", p.note)) for p in self.trigger_points]
        study = self.studied and replace(self.studied, what=said.get(f"{self.id} studied", self.studied.what))
        return replace(self, trigger_points=tuple(points), studied=study)

    def zone(self, zone_id: str) -> ReferralZone:
        return next(z for z in self.zones if z.id == zone_id)

    def zones_of(self, point_id: int | None) -> tuple[ReferralZone, ...]:
        """The zones that one trigger point sends pain to; all of them for None."""
        if point_id is None:
            return self.zones
        wanted = next(p for p in self.trigger_points if p.id == point_id).refers_to
        return tuple(z for z in self.zones if z.id in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A named part of the skin, in everyday words (`label`) and by bony landmarks (`where`).

    `covered`: whether some published pattern covers a fifth of it; where none does, that is said.
    """

    id: str
    label: str
    parent: str
    midline: bool
    where: str
    covered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A named vertex of the skin, on the patient's right or the midline; `where` says how to find it."""

    id: str
    name: str
    where: str
    midline: bool
    kind: Literal["bone", "skin", "helper"]
    vertex: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A cited work. `kind` is manual, clinical, anatomy, study, review or consensus."""

    id: str
    kind: str
    citation: str
    doi: str | None
    checked: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleName:
    """What a muscle is called in a language: on a patient's page, in everyday words, and by others."""

    name: str
    lay_name: str
    language: str
    also_called: tuple[str, ...] = ()


MuscleTexts: TypeAlias = Mapping[Reader, Mapping[str, str]]
"""What is said about a muscle: reader -> heading -> text."""
