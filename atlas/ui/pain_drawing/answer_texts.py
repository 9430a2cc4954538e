"""What is said about a drawing and the patterns over it: geometry in words, never how likely, how bad or why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from atlas.domain.anatomy import Muscle, Region
from atlas.domain.body.places import Place
from atlas.domain.body.surface import Surface
from atlas.domain.dermatomes import Dermatome
from atlas.domain.pain.comparing import Difference, DistinctivePoint
from atlas.domain.pain.drawing import LEVELS, QUALITIES, Drawing
from atlas.domain.pain.drawing_measures import SAME_PERSON_JACCARD, DrawnExtent, PainArea
from atlas.domain.pain.matching import Match
from atlas.domain.pain.overlays import LETTERS
from atlas.domain.pain.pain_report import Overlay
from atlas.render.pain.ink import Inks
from atlas.ui.article.blocks import Block
from atlas.ui.language.place_names import places, title_of
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing.match_rows import MatchRow


def covers(percent: float) -> str:
    """How much of the drawing a pattern covers, in words; `percent` is rounded."""
    return translate("Hurts", "covers {percent}% of what you painted").format(percent=round(percent))


def row(
    match: Match,
    muscle: Muscle,
    matched: tuple[Sequence[Place], Sequence[Place]],
    regions: Mapping[str, Region],
    overlays: Sequence[Overlay],
    inks: Inks,
) -> MatchRow:
    """A pattern of the list; `matched` are the places of the drawing that it covers, and those it leaves."""
    which = Overlay(muscle=match.muscle, side=match.side)
    place = overlays.index(which) if which in overlays else None
    with_it, without = (places(found, regions, 2, known=match.side) for found in matched)
    return MatchRow(
        which=which,
        title=title_of(muscle, which),
        covers=round(match.covers_percent),
        said=covers(match.covers_percent).capitalize(),
        matched=f"{translate('Hurts', 'In')}: {with_it}" if with_it else "",
        unmatched=f"{translate('Hurts', 'Not in')}: {without}" if without else "",
        place=place,
        ink=None if place is None else inks.laid_over[place],
    )


def distinctive_blocks(
    overlays: Sequence[Overlay],
    found: Sequence[DistinctivePoint | None],
    muscles: Mapping[str, Muscle],
    regions: Mapping[str, Region],
) -> list[Block]:
    """Which points to press to tell the compared patterns apart."""
    if len(overlays) < 2:
        said = translate("Hurts", "Lay two to four patterns over the drawing: tap them in the list.")
        return [Block(kind="muted", text=said)]
    blocks = [Block(kind="heading", text=translate("Hurts", "Points to press to tell them apart"))]
    for letter, which, distinctive in zip(LETTERS, overlays, found, strict=False):
        name = title_of(muscles[which.muscle], which)
        if distinctive is None:
            text = translate("Hurts", "no point of it sends pain where the others do not.")
            blocks.append(Block(kind="reading", text=f"{letter}  {name}: {text}"))
        else:
            text = translate("Hurts", "point {point} ({mark}). Only this one shows pain in: {places}.").format(
                point=distinctive.point,
                mark=f"{letter}{distinctive.point}",
                places=places(distinctive.only_here, regions),
            )
            blocks.append(Block(kind="reading", text=f"{letter}  {name}: {text}"))
    said = translate("Hurts", "From the published patterns. People differ, and so may what they feel.")
    return [*blocks, Block(kind="muted", text=said)]


def root_blocks(
    root: Dermatome, letter_name: str | None, difference: Difference | None, regions: Mapping[str, Region], sources: str
) -> list[Block]:
    """A nerve root beside a muscle (or the drawing) in words."""
    blocks = [Block(kind="heading", text=translate("Hurts", "Nerve root {root}").format(root=root.name))]
    tested = translate("Hurts", "Key point, where it is tested: {place}.").format(place=root.key_point.where)
    blocks.append(Block(kind="reading", text=tested))
    if difference is not None and letter_name is not None:
        lines = (
            (translate("Hurts", "Both"), difference.both),
            (translate("Hurts", "Only {name}").format(name=letter_name), difference.first_only),
            (translate("Hurts", "Only {name}").format(name=root.name), difference.second_only),
        )
        nowhere = translate("Hurts", "nowhere that has a name")
        blocks += [Block(kind="reading", text=f"{lead}: {places(p, regions, 6) or nowhere}.") for lead, p in lines]
    said = translate(
        "Hurts", "The skin this root is most consistently found to supply. Roots overlap, and people differ."
    )
    return [*blocks, Block(kind="muted", text=said), Block(kind="muted", text=sources)]


def figure_blocks(
    surface: Surface,
    drawing: Drawing,
    extent: DrawnExtent,
    areas: Sequence[PainArea],
    marked: Sequence[Place],
    regions: Mapping[str, Region],
) -> list[Block]:
    """What a clinician expects of a pain drawing."""
    blocks = [Block(kind="heading", text=translate("Hurts", "Extent"))]
    said = translate("Hurts", "{whole}% of the body surface; {front}% of its front, {back}% of its back.")
    blocks.append(
        Block(
            kind="reading",
            text=said.format(whole=_share(extent.whole), front=_share(extent.front), back=_share(extent.back)),
        )
    )
    blocks.append(Block(kind="heading", text=translate("Hurts", "Regions marked")))
    blocks.append(Block(kind="reading", text=places(marked, regions, 12) or translate("Hurts", "None.")))
    blocks.append(Block(kind="heading", text=translate("Hurts", "Areas and their centres")))
    for k, area in enumerate(areas[:8], 1):
        region = regions[surface.region_ids[int(surface.region[area.centre])]].label
        side = _side_of(surface, area.centre)
        text = translate("Hurts", "{k}. {cm2} cm², centre at {place}")
        place = f"{region}, {translate('Hurts', side)}" if side else region
        blocks.append(Block(kind="reading", text=text.format(k=k, cm2=f"{area.cm2:g}", place=place)))
    blocks.append(Block(kind="heading", text=translate("Hurts", "Kind of pain")))
    blocks.append(Block(kind="reading", text=_kinds(drawing)))
    return blocks


def overlap_blocks(jaccard: float, now: float, other: float) -> list[Block]:
    """A second drawing beside this one; extents in percent of the body surface."""
    mean, spread = SAME_PERSON_JACCARD
    said = translate("Hurts", "Overlap (Jaccard) {jaccard}. Extent {other}% before, {now}% now: {change} points.")
    text = said.format(jaccard=f"{jaccard:.2f}", other=_share(other), now=_share(now), change=f"{now - other:+.1f}")
    note = translate(
        "Hurts",
        "The same person drawing the same pain twice reaches {mean} ± {spread} (52 people, Leoni and others, 2013), so "
        "less overlap than that says more than more does.",
    ).format(mean=mean, spread=spread)
    heading = Block(kind="heading", text=translate("Hurts", "Beside the other drawing"))
    return [heading, Block(kind="reading", text=text), Block(kind="muted", text=note)]


def change_blocks(change: Difference, regions: Mapping[str, Region]) -> list[Block]:
    """Where the second drawing and this one differ; the second one is the earlier."""
    lines = (
        (translate("Hurts", "Painted in both"), change.both),
        (translate("Hurts", "Only before"), change.first_only),
        (translate("Hurts", "Only now"), change.second_only),
    )
    nowhere = translate("Hurts", "nowhere that has a name")
    return [Block(kind="reading", text=f"{lead}: {places(found, regions, 8) or nowhere}.") for lead, found in lines]


def _share(percent: float) -> str:
    return f"{percent:.1f}" if percent >= 0.1 or percent == 0.0 else f"{percent:.2f}"


def _side_of(surface: Surface, vertex: int) -> str:
    if surface.region_ids[int(surface.region[vertex])] in surface.midline_ids:
        return ""
    return "right" if surface.points[vertex, 0] <= 0.0 else "left"


def _kinds(drawing: Drawing) -> str:
    inside = drawing.strength > 0.5
    kinds: Iterable[tuple[int, int, bool]] = sorted(
        {
            (int(a), int(b), bool(c))
            for a, b, c in zip(drawing.level[inside], drawing.quality[inside], drawing.deep[inside], strict=True)
        },
        reverse=True,
    )
    said = []
    for level, quality, deep in kinds:
        words = (LEVELS[level].capitalize(), QUALITIES[quality].capitalize(), "Deep" if deep else "Surface")
        said.append(", ".join(translate("Brush", w).lower() for w in words))
    return "; ".join(said).capitalize() + "." if said else translate("Hurts", "None.")
