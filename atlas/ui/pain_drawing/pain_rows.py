"""The rows in which pain is said in words: complaints and regions that answer to what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.domain.anatomy import AREAS, Region
from atlas.domain.search import fold
from atlas.domain.words.guide import WHOLE_BODY, Complaint
from atlas.ui.language.translate import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRow:
    """A row: a heading (`id` is empty), a complaint, or a region that can be ticked."""

    kind: str  # heading, complaint or region
    text: str
    id: str = ""


def pain_rows(query: str, kind: str, complaints: Iterable[Complaint], regions: Iterable[Region]) -> tuple[PainRow, ...]:
    """All complaints by area or all regions by part of the body; with a query those of both that hold its words."""
    words = fold(query).split()
    if not words:
        complaints, regions = (complaints, ()) if kind == "complaint" else ((), regions)
    rows: list[PainRow] = []
    found = [c for c in complaints if _holds(words, (c.title, *c.also))]
    areas = {**AREAS, WHOLE_BODY: "Whole body"}
    for area, title in areas.items():
        here = [PainRow(kind="complaint", text=c.title, id=c.id) for c in found if c.area == area]
        if here:
            rows += [PainRow(kind="heading", text=translate("Areas", title)), *here]
    by_part: dict[str, list[PainRow]] = {}
    for region in regions:
        if _holds(words, (region.label, region.where, region.parent.replace("_", " "))):
            text = region.label[:1].upper() + region.label[1:]
            by_part.setdefault(region.parent, []).append(PainRow(kind="region", text=text, id=region.id))
    named = translate("Hurts", "Regions")
    for part, inside in by_part.items():
        rows += [PainRow(kind="heading", text=f"{named}: {translate('Parts', part.replace('_', ' '))}"), *inside]
    return tuple(rows)


def _holds(words: list[str], texts: Iterable[str]) -> bool:
    held = " " + " ".join(fold(t) for t in texts)
    return all(f" {w}" in held for w in words)
