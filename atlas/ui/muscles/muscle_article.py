"""What is said about a muscle to one reader, as a row of blocks in reading order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from atlas.domain.anatomy import Muscle, MuscleTexts, Reader, Region, Source
from atlas.ui.article.blocks import Block, cited
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate, translated_values

HEADING_NAMES: Mapping[Reader, Mapping[str, str]] = {
    "patient": {
        "what_it_is": QT_TRANSLATE_NOOP("Article", "What it is"),
        "where_you_may_feel_it": QT_TRANSLATE_NOOP("Article", "Where you may feel it"),
        "why_there": QT_TRANSLATE_NOOP("Article", "Why there"),
        "what_sets_it_off": QT_TRANSLATE_NOOP("Article", "What often sets it off"),
        "what_may_help": QT_TRANSLATE_NOOP("Article", "What may help"),
    },
    "clinician": {
        "finding_the_point": QT_TRANSLATE_NOOP("Article", "Finding the point"),
        "what_sets_it_off_and_keeps_it_going": QT_TRANSLATE_NOOP("Article", "What sets it off and keeps it going"),
        "look_alikes": QT_TRANSLATE_NOOP("Article", "Look-alikes to rule out"),
        "satellite_points": QT_TRANSLATE_NOOP("Article", "Satellite points"),
        "stretch": QT_TRANSLATE_NOOP("Article", "Stretch"),
        "needling_cautions": QT_TRANSLATE_NOOP("Article", "Needling cautions"),
    },
    "student": {
        "in_one_line": QT_TRANSLATE_NOOP("Article", "In one line"),
        "how_to_remember": QT_TRANSLATE_NOOP("Article", "How to remember it"),
        "often_confused_with": QT_TRANSLATE_NOOP("Article", "Often confused with"),
        "check_yourself": QT_TRANSLATE_NOOP("Article", "Check yourself"),
    },
}
EVIDENCE = {
    "studied": QT_TRANSLATE_NOOP("Article", "Studied: pain drawings or provocation in a number of people."),
    "manual+": QT_TRANSLATE_NOOP(
        "Article",
        "Manual, and at least one independent clinical text. Clinical observation, not yet measured in a study.",
    ),
    "manual": QT_TRANSLATE_NOOP("Article", "Classic manual only. Clinical observation, not yet measured in a study."),
}
_FELT = (  # for Qt Linguist, which reads no variables
    QT_TRANSLATE_NOOP("Article", "Mainly: {}."),
    QT_TRANSLATE_NOOP("Article", "Sometimes: {}."),
)
_ASKED = re.compile(r"\w: (?P<question>.+) \w: (?P<answer>.+)", re.S)  # the question last read, and its answer
HONEST = QT_TRANSLATE_NOOP(
    "Article", "Patterns differ from person to person, and healthy people have tender points too."
)


def article(
    muscle: Muscle,
    texts: MuscleTexts,
    reader: Reader,
    regions: Mapping[str, Region],
    sources: Mapping[str, Source],
    muscles: Mapping[str, Muscle],
) -> tuple[Block, ...]:
    """All blocks for one reader; texts that are missing are left out. When to get help stands at the top."""
    said = dict(texts.get(reader, {}))
    blocks = [Block(kind="heading", text=translate("Article", "In the picture")), Block(kind="description", text="")]
    alert = said.pop("when_to_see_someone", "")
    if alert:
        blocks.insert(0, Block(kind="alert", text=alert))
    if reader != "patient":
        own = texts.get("clinician", {})  # in another language its anatomy stands there, for student and clinician
        facts = (
            (translate("Article", "Origin"), own.get("origin", muscle.origin)),
            (translate("Article", "Insertion"), own.get("insertion", muscle.insertion)),
            (translate("Article", "Action"), own.get("action", muscle.action)),
            (translate("Article", "Innervation"), own.get("innervation", muscle.innervation)),
        )
        blocks += _chapters(facts)
    asked = _ASKED.fullmatch(said.get("check_yourself", ""))
    headings = translated_values("Article", HEADING_NAMES[reader])
    if asked:
        said["check_yourself"] = asked["question"]
    blocks += _chapters((title, said[key]) for key, title in headings.items() if key in said)
    if asked:
        blocks.append(Block(kind="answer", text=asked["answer"]))
    blocks += _points(muscle, regions)
    blocks += _evidence(muscle, reader, sources)
    related = [muscles[m] for m in muscle.related if m in muscles]
    if related:
        blocks.append(Block(kind="heading", text=translate("Article", "Often found together")))
        blocks += [Block(kind="link", text=m.name, target=m.id) for m in related]
    return tuple(blocks)


def untranslated_note(missing: Collection[str], texts: MuscleTexts, reader: Reader) -> str:
    """Says that headings, or all that `reader` reads, are shown in English for want of a translation."""
    if not set(texts.get(reader, {})) - set(missing):
        return translate("Story", "Not translated yet, so shown in English.")
    titles = {"when_to_see_someone": translate("Article", "When to see someone")}
    titles |= translated_values("Article", HEADING_NAMES[reader])
    said = translate("Article", "Not translated yet, so shown in English: {headings}.")
    return said.format(headings=", ".join(title for key, title in titles.items() if key in missing))


def _chapters(parts: Iterable[tuple[str, str]]) -> list[Block]:
    return [b for title, text in parts for b in (Block(kind="heading", text=title), Block(kind="reading", text=text))]


def _points(muscle: Muscle, regions: Mapping[str, Region]) -> list[Block]:
    if not muscle.trigger_points:
        return []
    blocks = [Block(kind="heading", text=translate("Article", "Trigger points"))]
    for point in muscle.trigger_points:
        lines = [point.note] if point.note else []
        known: set[str] = set()
        for strength, said in (("essential", "Mainly: {}."), ("spillover", "Sometimes: {}.")):
            zones = [z for z in muscle.zones_of(point.id) if z.strength == strength]
            names = [regions[r].label for z in zones for r in z.regions if r in regions]
            new = [n for n in dict.fromkeys(names) if n not in known]
            known.update(new)
            if new:
                lines.append(translate("Article", said).format("; ".join(new)))
        blocks.append(Block(kind="point", text="\n".join(lines), target=str(point.id)))
    return blocks


def _evidence(muscle: Muscle, reader: Reader, sources: Mapping[str, Source]) -> list[Block]:
    blocks = [
        Block(kind="heading", text=translate("Article", "How sure is this?")),
        Block(kind="muted", text=" ".join(translate("Article", t) for t in (EVIDENCE[muscle.evidence], HONEST))),
    ]
    if muscle.studied is not None:
        people = translate("Article", "{} people.").format(muscle.studied.people)
        blocks.append(Block(kind="muted", text=f"{people} {muscle.studied.what}"))
    blocks.append(Block(kind="muted", text=_review(muscle)))
    if reader != "patient":
        blocks.append(Block(kind="heading", text=translate("Article", "Sources")))
        blocks += [Block(kind="muted", text=cited(sources[s])) for s in muscle.sources if s in sources]
    return blocks


def _review(muscle: Muscle) -> str:
    review = muscle.review
    if review.reviewed_by is None:
        return translate("Article", "Version {}. Not yet reviewed.").format(muscle.version)
    return translate("Article", "Version {}. Reviewed by {} on {}.").format(
        muscle.version, review.reviewed_by, review.reviewed_on
    )
