"""The rows in which pain is said in words: complaints and regions that answer to what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.domain.anatomy import AREAS, Region
from atlas.domain.body.sides import Sides
from atlas.domain.words.guide import WHOLE_BODY, Complaint
from atlas.ui.finding.answer_rows import Row
from atlas.ui.language.translate import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRow:
    """A row: a heading (`id` is empty), a complaint, a region that can be ticked, or what else a search found."""

    kind: str  # heading, complaint, region, or one of `answers.Kind`
    text: str
    id: str = ""
    below: str = ""  # why it was found
    side: Sides | None = None  # that was said with it


def pain_rows(kind: str, complaints: Iterable[Complaint], regions: Iterable[Region]) -> tuple[PainRow, ...]:
    """All complaints by area, or all regions by part of the body."""
    rows: list[PainRow] = []
    if kind == "complaint":
        found = tuple(complaints)
        for area, title in {**AREAS, WHOLE_BODY: "Whole body"}.items():
            here = [PainRow(kind="complaint", text=c.title, id=c.id) for c in found if c.area == area]
            rows += [PainRow(kind="heading", text=translate("Areas", title)), *here] if here else []
        return tuple(rows)
    by_part: dict[str, list[PainRow]] = {}
    for region in regions:
        text = region.label[:1].upper() + region.label[1:]
        by_part.setdefault(region.parent, []).append(PainRow(kind="region", text=text, id=region.id))
    named = translate("Hurts", "Regions")
    for part, inside in by_part.items():
        rows += [PainRow(kind="heading", text=f"{named}: {translate('Parts', part.replace('_', ' '))}"), *inside]
    return tuple(rows)


def pain_rows_found(rows: Iterable[Row]) -> tuple[PainRow, ...]:
    """What a search found: what can be painted comes first, then muscles and pages with the reason for them."""
    groups: dict[str, list[PainRow]] = {}
    heading = ""
    for row in rows:
        if row.kind is None:
            heading = row.title
            continue
        reason = "" if row.kind in _PAINTED else row.below
        said = PainRow(kind=row.kind, text=row.title, id=row.id, below=reason, side=row.side)
        groups.setdefault(row.kind, [PainRow(kind="heading", text=heading)] if heading else []).append(said)
    first = [kind for kind in _PAINTED if kind in groups]
    return tuple(r for kind in [*first, *(k for k in groups if k not in _PAINTED)] for r in groups[kind])


_PAINTED = ("complaint", "region")
