"""What is said about a muscle to one reader, as a row of blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Muscle, MuscleTexts, Reader, Region, Source

Kind: TypeAlias = Literal["heading", "reading", "alert", "muted", "point", "link", "description"]

RED_FLAG_PARTS = frozenset({"head", "neck", "chest", "abdomen", "upper_back", "mid_back", "low_back", "calf"})
HEADINGS: Mapping[Reader, Mapping[str, str]] = {
    "patient": {
        "what_it_is": "What it is",
        "where_you_may_feel_it": "Where you may feel it",
        "why_there": "Why there",
        "what_sets_it_off": "What often sets it off",
        "what_may_help": "What may help",
        "when_to_see_someone": "When to see someone",
    },
    "clinician": {
        "finding_the_point": "Finding the point",
        "what_sets_it_off_and_keeps_it_going": "What sets it off and keeps it going",
        "look_alikes": "Look-alikes to rule out",
        "satellite_points": "Satellite points",
        "stretch": "Stretch",
        "needling_cautions": "Needling cautions",
    },
    "student": {
        "in_one_line": "In one line",
        "how_to_remember": "How to remember it",
        "often_confused_with": "Often confused with",
        "check_yourself": "Check yourself",
    },
}
EVIDENCE = {
    "studied": "Studied: pain drawings or provocation in a number of people.",
    "manual+": "Manual, and at least one independent clinical text. Clinical observation, not yet measured in a study.",
    "manual": "Classic manual only. Clinical observation, not yet measured in a study.",
}
HONEST = "Patterns differ from person to person, and healthy people have tender points too."


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of text. `target` is the point or muscle that a tap on it leads to."""

    kind: Kind
    text: str
    target: str = ""


def article(
    muscle: Muscle,
    texts: MuscleTexts,
    reader: Reader,
    regions: Mapping[str, Region],
    sources: Mapping[str, Source],
    muscles: Mapping[str, Muscle],
) -> tuple[Block, ...]:
    """All blocks for one reader; texts that are missing are left out."""
    said = dict(texts.get(reader, {}))
    blocks = [Block(kind="heading", text="In the picture"), Block(kind="description", text="")]
    alert = texts.get("patient", {}).get("when_to_see_someone", "")
    early = alert and reader == "patient" and shows_red_flags(muscle, regions)
    if early:
        said.pop("when_to_see_someone", None)
        blocks.append(Block(kind="alert", text=alert))
    if reader == "clinician":
        facts = (
            ("Origin", muscle.origin),
            ("Insertion", muscle.insertion),
            ("Action", muscle.action),
            ("Innervation", muscle.innervation),
        )
        blocks += _chapters(facts)
    blocks += _chapters((title, said[key]) for key, title in HEADINGS[reader].items() if key in said)
    blocks += _points(muscle, regions)
    blocks += _evidence(muscle, reader, sources)
    related = [muscles[m] for m in muscle.related if m in muscles]
    if related:
        blocks.append(Block(kind="heading", text="Often found together"))
        blocks += [Block(kind="link", text=m.name, target=m.id) for m in related]
    return tuple(blocks)


def shows_red_flags(muscle: Muscle, regions: Mapping[str, Region]) -> bool:
    """Whether pain is shown where something serious may lie behind it: chest, head, neck, back, belly or calf."""
    named = {r for zone in muscle.zones for r in (*zone.regions, *zone.opposite_regions)}
    return any(r.startswith("calf") or regions[r].parent in RED_FLAG_PARTS for r in named if r in regions)


def _chapters(parts: Iterable[tuple[str, str]]) -> list[Block]:
    return [b for title, text in parts for b in (Block(kind="heading", text=title), Block(kind="reading", text=text))]


def _points(muscle: Muscle, regions: Mapping[str, Region]) -> list[Block]:
    if not muscle.trigger_points:
        return []
    blocks = [Block(kind="heading", text="Trigger points")]
    for point in muscle.trigger_points:
        names: list[str] = []
        for zone in muscle.zones_of(point.id):
            names += [regions[r].label for r in zone.regions if r in regions and regions[r].label not in names]
        blocks.append(Block(kind="point", text=", ".join(names), target=str(point.id)))
    notes = [p.note for p in muscle.trigger_points if p.note]
    return blocks + [Block(kind="muted", text=note) for note in notes]


def _evidence(muscle: Muscle, reader: Reader, sources: Mapping[str, Source]) -> list[Block]:
    blocks = [
        Block(kind="heading", text="How sure is this?"),
        Block(kind="muted", text=f"{EVIDENCE[muscle.evidence]} {HONEST}"),
    ]
    if muscle.studied is not None:
        blocks.append(Block(kind="muted", text=f"{muscle.studied.people} people. {muscle.studied.what}"))
    blocks.append(Block(kind="muted", text=_review(muscle)))
    if reader != "patient":
        blocks.append(Block(kind="heading", text="Sources"))
        blocks += [Block(kind="muted", text=_cited(sources[s])) for s in muscle.sources if s in sources]
    return blocks


def _cited(source: Source) -> str:
    return f"{source.citation} doi:{source.doi}" if source.doi else source.citation


def _review(muscle: Muscle) -> str:
    review = muscle.review
    if review.reviewed_by is None:
        return f"Version {muscle.version}. Not yet reviewed."
    return f"Version {muscle.version}. Reviewed by {review.reviewed_by} on {review.reviewed_on}."
