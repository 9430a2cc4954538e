"""What the files of the body look like: landmarks, points of bones, regions, views; and sources."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import (
    Field,
    PlainValidator,
)

from atlas.content.problems import did_you_mean
from atlas.content.reading.schema_base import (
    Id,
    Mistake,
    RegionId,
    Text,
    Written,
    _words,
)
from atlas.content.reading.schema_points import Line
from atlas.domain.anatomy import (
    Landmark,
    Region,
    Source,
)
from atlas.domain.views import Limb


class WrittenLandmark(Written):
    """An entry of data/landmarks.yaml: a vertex of the right side or the midline with a name."""

    id: Id
    name: Text
    where: Text
    midline: bool
    kind: Literal["bone", "skin", "helper"]
    vertex: Annotated[int, Field(ge=0)]
    area: Text | None = None  # where the writer listed it; only for order in the file

    def landmark(self) -> Landmark:
        return Landmark(
            id=self.id,
            name=_words(self.name),
            where=_words(self.where),
            midline=self.midline,
            kind=self.kind,
            vertex=self.vertex,
        )


class WrittenSeed(Written):
    """Where a region grows from: a point of the skin, and how far it may reach (mm)."""

    through: Line
    radius: Annotated[float, Field(ge=-300.0, le=600.0)]  # below 0: a weak claim, as art/ reads it


class WrittenBonePoint(Written):
    """What the atlas knows of a point of a bone; `art` finds it on the bone's mesh by `find`."""

    id: Id
    name: Text
    bone: Text
    find: dict[str, Any]
    under: Text | None = None


class WrittenRegion(Written):
    """An entry of data/regions.yaml."""

    id: RegionId
    label: Text
    parent: Literal[
        "head",
        "neck",
        "chest",
        "abdomen",
        "pelvis",
        "upper_back",
        "mid_back",
        "low_back",
        "buttock",
        "hip",
        "shoulder",
        "arm",
        "elbow",
        "forearm",
        "wrist",
        "hand",
        "thigh",
        "knee",
        "leg",
        "ankle",
        "foot",
    ]
    midline: bool
    where: Text
    covered: bool = True
    seeds: list[WrittenSeed] = []  # read by art/ only

    def region(self) -> Region:
        return Region(
            id=self.id,
            label=_words(self.label),
            parent=self.parent,
            midline=self.midline,
            where=_words(self.where),
            covered=self.covered,
        )


class WrittenSource(Written):
    """An entry of data/sources.yaml: a work that is cited."""

    kind: Literal["manual", "clinical", "anatomy", "study", "review", "consensus"]
    citation: Text
    doi: Text | None = None
    checked: Text | None = None

    def source(self, source_id: str) -> Source:
        return Source(id=source_id, kind=self.kind, citation=_words(self.citation), doi=self.doi, checked=self.checked)


class WrittenMirror(Written):
    """Id and name of the view that is a view's mirror image."""

    id: Id
    name: Text


Part: TypeAlias = Literal["body", "head", "trunk", "pelvis", "arm", "hand", "leg", "foot", "sole"]  # art/pose.py


def _frame(value: object) -> str | list[float]:
    parts = get_args(Part)
    if isinstance(value, str):
        if value not in parts:
            raise ValueError(f"`frames` is a part ({', '.join(parts)}) or a box{did_you_mean(value, parts)}")
        return value
    numbers: list[Any] = value if isinstance(value, list) else []
    if len(numbers) != 4 or not all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers):
        raise ValueError("a box to frame is [left, right, bottom, top] in mm")
    left, right, bottom, top = numbers
    if not (left < right and bottom < top):
        raise ValueError("a box to frame is [left, right, bottom, top], left before right and bottom before top")
    return [float(n) for n in numbers]


class WrittenView(Written):
    """An entry of data/views.yaml: a picture of the body. Yaw and pitch in degrees."""

    id: Id
    name: Text
    group: Literal[
        "whole",
        "head",
        "neck",
        "torso",
        "pelvis",
        "shoulder",
        "arm",
        "forearm",
        "hand",
        "thigh",
        "knee",
        "leg",
        "foot",
    ]
    yaw: Annotated[float, Field(ge=-360.0, le=360.0)]
    pitch: Annotated[float, Field(ge=-90.0, le=90.0)]
    frames: Annotated[str | list[float], PlainValidator(_frame)]
    shows: Part
    long_side: Annotated[int, Field(ge=100, le=8000)]
    stance: Literal["standing", "legs-apart", "arms-forward", "arms-up"] | None = None
    mirror: WrittenMirror | None = None

    def limb(self) -> Limb | None:
        """The limb that is all it shows."""
        return _LIMBS.get(self.shows)

    def mistakes(self) -> Iterator[Mistake]:
        if abs(cos(radians(self.yaw))) < 0.5 and abs(self.pitch) > 60:
            said = "From above or below, the patient's sides would lie one above the other: write a yaw near 0 or 180."
            yield ("yaw",), False, said


_LIMBS: dict[str, Limb] = {"arm": "arm", "hand": "hand", "leg": "leg", "foot": "foot", "sole": "foot"}
