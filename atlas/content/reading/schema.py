"""The shape of every data file, and the way from what is written to what the atlas knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    Field,
    PlainValidator,
)

from atlas.content.problems import did_you_mean
from atlas.content.reading.schema_base import (
    CitedSource,
    Id,
    Mistake,
    SaidRegion,
    Text,
    Written,
    _words,
)
from atlas.content.reading.schema_points import BonePointId, Line, Millimetres, SheetLine, widths
from atlas.domain.anatomy import (
    Attachments,
    CitedStudy,
    Depth,
    Evidence,
    FibreSheet,
    Form,
    Muscle,
    Reach,
    ReferralZone,
    Review,
    Strength,
    TriggerPoint,
)
from atlas.domain.body.inner import WAYS, InnerPlace, Place
from atlas.domain.body.surface import Stroke

Share: TypeAlias = Annotated[float, Field(ge=0.0, le=1.0)]
TendonShare: TypeAlias = Annotated[float, Field(ge=0.0, le=0.6)]


class WrittenSheet(Written):
    """A sheet of fibres from one line to another; width and thickness in mm, `tendon` as shares of the length."""

    origin: SheetLine = Field(alias="from")
    via: list[SheetLine] = []
    to: SheetLine
    form: Form = "sheet"
    faces: str | None = None
    width: Millimetres | None = None
    thickness: Annotated[float, Field(gt=0.0, le=80.0)] = 6.0
    tendon: Annotated[list[TendonShare], Field(min_length=2, max_length=2)] = [0.1, 0.1]
    line: Share = 0.5

    @property
    def lines(self) -> list[list[Place]]:
        return [self.origin, *self.via, self.to]

    def sheet(self) -> FibreSheet:
        return FibreSheet(
            origin=tuple(self.origin),
            via=tuple(tuple(line) for line in self.via),
            insertion=tuple(self.to),
            width=self.width,
            thickness=self.thickness,
            tendon=(self.tendon[0], self.tendon[1]),
            form=self.form,
            line=self.line,
            faces=tuple((self.faces or "").split()),
        )

    def mistakes(self) -> Iterator[Mistake]:
        """What does not fit together inside one sheet, by the path within it."""
        if self.width is None and all(len(line) == 1 for line in self.lines):
            yield (), False, "Every line of this sheet is a single point, so it needs a `width`."
        inner = [isinstance(place, InnerPlace) for line in self.lines for place in line]
        if any(inner) and not all(inner):
            yield (), False, "A sheet lies on the skin or in the body: write all of its points with `bone` or `deep`."
        ways = (self.faces or "").split()
        wrong = next((way for way in ways if way not in WAYS), None)
        if wrong is not None:
            said = f"`{wrong}` is no way{did_you_mean(wrong, WAYS)}; write one or two of {', '.join(WAYS)}."
            yield ("faces",), False, said
        elif len(ways) > 2 or {frozenset(ways)} & _OPPOSED or len(set(ways)) < len(ways):
            yield ("faces",), False, "`faces` is one way, or two that go together, such as `back out`."
        if any(inner) and not ways:
            said = "A sheet in the body needs `faces`: from where it is pressed, such as `back` or `front out`."
            yield (), False, said
        if not any(inner) and ways:
            yield ("faces",), True, "`faces` belongs to a sheet in the body; one on the skin faces as the skin does."


_OPPOSED = {frozenset(pair) for pair in (("out", "in"), ("up", "down"), ("front", "back"))}


class WrittenAttachments(Written):
    """Points of bones that an entry begins and ends at, by their ids."""

    origin: Annotated[list[BonePointId], Field(min_length=1)]
    insertion: Annotated[list[BonePointId], Field(min_length=1)]
    elsewhere: Text | None = None

    def attachments(self) -> Attachments:
        said = self.elsewhere and _words(self.elsewhere)
        return Attachments(origin=tuple(self.origin), insertion=tuple(self.insertion), elsewhere=said)


class WrittenPlace(Written):
    """A place in a muscle: the sheet by its number from 1, and shares (0..1) along its fibres and across them."""

    sheet: Annotated[int, Field(ge=1)]
    along: Share
    across: Share


class WrittenPoint(Written):
    """A trigger point: where it lies in the muscle, and the zones it sends pain to."""

    id: Annotated[int, Field(ge=1)]
    at: WrittenPlace
    refers_to: Annotated[list[str], Field(min_length=1)]
    reach: Reach = "outside"
    note: Text | None = None


class WrittenStroke(Written):
    """A brush stroke on the right side of the skin; `width` in mm, one for all points or one a point."""

    through: Line
    width: Annotated[tuple[float, ...], PlainValidator(widths)]

    def stroke(self) -> Stroke:
        widths = self.width if len(self.width) > 1 else self.width * len(self.through)
        return Stroke(through=tuple(self.through), widths=widths)


class WrittenZone(Written):
    """A zone of referred pain: its strength, what the source says in words, and the strokes that paint it."""

    id: Id
    strength: Strength
    regions: Annotated[list[SaidRegion], Field(min_length=1)]
    strokes: Annotated[list[WrittenStroke], Field(min_length=1)]
    felt: Text | None = None
    inside: bool = False

    def zone(self) -> ReferralZone:
        across = [r.removeprefix("opposite ").strip() for r in self.regions if r.startswith("opposite ")]
        return ReferralZone(
            id=self.id,
            strength=self.strength,
            regions=tuple(r for r in self.regions if not r.startswith("opposite ")),
            opposite_regions=tuple(across),
            strokes=tuple(s.stroke() for s in self.strokes),
            felt=self.felt,
            inside=self.inside,
        )


class WrittenStudy(Written):
    """A study behind a pattern: how many people, and what was done."""

    people: Annotated[int, Field(ge=1)]
    source: CitedSource
    what: Text


class WrittenReview(Written):
    """Who has reviewed an entry, and when; all empty where nobody has."""

    reviewed_by: Text | None
    reviewed_on: date | None
    next_review: date | None


class WrittenMuscle(Written):
    """An entry of data/referrals.yaml, written for the right side."""

    id: Id
    name: Text
    lay_name: Text
    also_called: list[Text] = []
    latin: Text
    complaints: list[Text] = []
    area: Literal[
        "head-and-neck",
        "upper-back-shoulder-arm",
        "forearm-and-hand",
        "torso",
        "lower-torso-and-hip",
        "thigh",
        "leg",
        "foot",
    ]
    depth: Depth
    fibres: Annotated[list[WrittenSheet], Field(min_length=1)]
    origin: Text
    insertion: Text
    action: Text
    innervation: Text
    attached: WrittenAttachments | None = None
    trigger_points: list[WrittenPoint]
    zones: list[WrittenZone]
    related: list[str] = []
    evidence: Evidence
    studied: WrittenStudy | None = None
    sources: list[CitedSource]
    version: Annotated[int, Field(ge=1)]
    review: WrittenReview

    def muscle(self) -> Muscle:
        return Muscle(
            id=self.id,
            name=_words(self.name),
            lay_name=_words(self.lay_name),
            also_called=tuple(map(_words, self.also_called)),
            latin=_words(self.latin),
            complaints=tuple(map(_words, self.complaints)),
            area=self.area,
            depth=self.depth,
            fibres=tuple(s.sheet() for s in self.fibres),
            origin=_words(self.origin),
            insertion=_words(self.insertion),
            action=_words(self.action),
            innervation=_words(self.innervation),
            attached=self.attached.attachments() if self.attached else None,
            trigger_points=tuple(
                TriggerPoint(
                    id=p.id,
                    sheet=p.at.sheet,
                    along=p.at.along,
                    across=p.at.across,
                    refers_to=tuple(p.refers_to),
                    note=p.note and _words(p.note),
                    reach=p.reach,
                )
                for p in self.trigger_points
            ),
            zones=tuple(z.zone() for z in self.zones),
            related=tuple(self.related),
            evidence=self.evidence,
            studied=CitedStudy(**self.studied.model_dump()) if self.studied else None,
            sources=tuple(self.sources),
            version=self.version,
            review=Review(**self.review.model_dump()),
        )

    def mistakes(self) -> Iterator[Mistake]:
        """What does not fit together inside one entry."""
        zones = [z.id for z in self.zones]
        for k, name in enumerate(zones):
            if name in zones[:k]:
                yield ("zones", k, "id"), False, f"There are two zones `{name}`."
        for k, zone in enumerate(self.zones):
            for j, stroke in enumerate(zone.strokes):
                if len(stroke.width) not in (1, len(stroke.through)):
                    said = f"{len(stroke.width)} widths for {len(stroke.through)} points; write one, or one a point."
                    yield ("zones", k, "strokes", j, "width"), False, said
        points = [p.id for p in self.trigger_points]
        for k, point in enumerate(self.trigger_points):
            if point.id in points[:k]:
                yield ("trigger_points", k, "id"), False, f"There are two points {point.id}."
            if point.at.sheet > len(self.fibres):
                said = f"Point {point.id} lies in sheet {point.at.sheet}, but there are {len(self.fibres)}."
                yield ("trigger_points", k, "at", "sheet"), False, said
            for j, zone_id in enumerate(point.refers_to):
                if zone_id not in zones:
                    said = f"Point {point.id} refers to `{zone_id}`, which is no zone{did_you_mean(zone_id, zones)}."
                    yield ("trigger_points", k, "refers_to", j), False, said
        for k, sheet in enumerate(self.fibres):
            for path, key, said in sheet.mistakes():
                yield ("fibres", k, *path), key, said
        if self.evidence == "studied" and self.studied is None:
            yield ("evidence",), False, "`evidence: studied` needs `studied` with people, source and what."
        if self.evidence != "studied" and self.studied is not None:
            yield ("studied",), True, f"`studied` belongs to `evidence: studied`, not to `{self.evidence}`."
