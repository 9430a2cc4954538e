"""`atlas check`: everything that must hold before the atlas may ship, each breach with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from atlas.content.body import STAND_IN
from atlas.content.catalog import UNPAINTABLE, FileCatalog
from atlas.content.dermatomes import check_dermatomes
from atlas.content.lint_words import check_words
from atlas.content.locating import Locator
from atlas.content.problems import Problem, did_you_mean, shown
from atlas.domain.anatomy import AREAS, READERS, Muscle, MuscleTexts, Reader, ReferralZone
from atlas.domain.pattern import NAMED_FROM_PERCENT, PaintedZone
from atlas.domain.state import FIGURES
from atlas.domain.surface import Surface
from atlas.paths import Places

FELT_WITHIN = ("pelvis_deep", "mouth_tongue")  # felt inside: a patch of skin stands for them, its borders do not count
OUTSIDE_AT_MOST = 12.0  # percent of a zone's painted area that may lie outside its words
MIDLINE_MM = 8.0  # so close to the midline, skin counts to both halves
TWINS_WITHIN_MM = 0.1
_IN_BELLY = (0.03, 0.97)

HEADINGS: Mapping[Reader, tuple[str, ...]] = {
    "patient": (
        "what_it_is",
        "where_you_may_feel_it",
        "why_there",
        "what_sets_it_off",
        "what_may_help",
        "when_to_see_someone",
    ),
    "clinician": (
        "finding_the_point",
        "what_sets_it_off_and_keeps_it_going",
        "look_alikes",
        "satellite_points",
        "stretch",
        "needling_cautions",
    ),
    "student": ("in_one_line", "how_to_remember", "often_confused_with", "check_yourself"),
}


def check(places: Places | None = None) -> list[Problem]:
    """Everything that is wrong with what is written, by file and line; the assets are not opened."""
    return in_order(check_data(FileCatalog(places)))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each once, by file and line."""
    return sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.column or 0, p.sentence))


def check_data(catalog: FileCatalog) -> list[Problem]:
    """As `check`, in no order."""
    referrals = Locator(catalog.places.referrals)
    found: list[Problem] = []
    lay_names: dict[str, str] = {}
    for muscle in catalog.muscles.values():
        found += _facts(muscle, catalog, referrals, lay_names)
    found += _texts(catalog, referrals)
    found += check_words(catalog)
    _ = catalog.red_flag_rules  # what is wrong there is the catalog's to say
    if catalog.surface.version != STAND_IN:
        found += _landmarks(catalog)
        found += _symmetry(catalog.surface, shown(catalog.places.surface))
        halves = Halves(catalog.surface)
        for muscle in catalog.muscles.values():
            found += _geometry(muscle, catalog, halves, referrals)
        found += check_dermatomes(catalog)
    for figure in FIGURES:
        catalog.visibility(figure)
    return [*_causes_only(catalog), *found]


def _causes_only(catalog: FileCatalog) -> Iterator[Problem]:
    """What the catalog found; muscles that cannot be painted for want of damaged landmarks are said at those, once."""
    marks = shown(catalog.places.landmarks)
    if not any(p.file == marks for p in catalog.problems):
        yield from catalog.problems
        return
    bare = []
    for problem in catalog.problems:
        if problem.sentence.startswith(UNPAINTABLE):
            bare.append(problem.muscle or "")
        else:
            yield problem
    if bare:
        some = ", ".join(bare[:3]) + (f" and {len(bare) - 3} more" if len(bare) > 3 else "")
        yield Problem(file=marks, sentence=f"Without the landmarks named here these cannot be painted: {some}.")


def _facts(muscle: Muscle, catalog: FileCatalog, referrals: Locator, lay_names: dict[str, str]) -> Iterator[Problem]:
    """What can be said without the body."""

    def wrong(path: tuple[str | int, ...], sentence: str) -> Problem:
        return referrals.problem(muscle.id, path, sentence)

    if not muscle.trigger_points:
        yield wrong(("trigger_points",), "The muscle has no trigger point.")
    if not muscle.zones:
        yield wrong(("zones",), "The muscle has no zone.")
    if not muscle.sources:
        yield wrong(("sources",), "The muscle cites no source.")
    referred = {z for p in muscle.trigger_points for z in p.refers_to}
    for k, zone in enumerate(muscle.zones):
        if zone.id not in referred:
            yield wrong(("zones", k, "id"), f"No trigger point refers to the zone `{zone.id}`.")
    low, high = _IN_BELLY
    for k, point in enumerate(muscle.trigger_points):
        for axis, value in (("along", point.along), ("across", point.across)):
            if not low <= value <= high:
                said = f"Point {point.id} lies off the drawn belly: {axis} {value:g} is not {low} to {high}."
                yield wrong(("trigger_points", k, "at", axis), said)
    if muscle.id in muscle.related:
        yield wrong(("related", muscle.related.index(muscle.id)), "The muscle is related to itself.")
    if muscle.studied and muscle.studied.source not in muscle.sources:
        said = f"`{muscle.studied.source}` is not among the muscle's sources."
        yield wrong(("studied", "source"), said)
    first = lay_names.setdefault(muscle.lay_name.casefold(), muscle.id)
    if first != muscle.id:
        yield wrong(("lay_name",), f"`{muscle.lay_name}` is also what `{first}` is called.")


# -- texts -------------------------------------------------------------------


def _texts(catalog: FileCatalog, referrals: Locator) -> Iterator[Problem]:
    for area in AREAS:
        here = [m for m in catalog.muscles.values() if m.area == area]
        path = catalog.places.texts(area)
        if not here and not path.exists():
            continue
        locator = Locator(path)
        texts = catalog.texts_of(area)
        for muscle in here:
            if muscle.id in texts:
                yield from _text(muscle, texts[muscle.id], locator)
            else:
                said = f"There are no texts for this muscle in {shown(path)}."
                yield referrals.problem(muscle.id, ("id",), said)
        if catalog.places.own_referrals is None:
            yield from _strangers(texts, area, catalog, locator)


def _strangers(texts: Iterable[str], area: str, catalog: FileCatalog, locator: Locator) -> Iterator[Problem]:
    for name in texts:
        muscle = catalog.muscles.get(name)
        if name in catalog.left_out:
            continue
        if muscle is None:
            said = f"There is no sound muscle `{name}`{did_you_mean(name, catalog.muscles)}."
            yield locator.problem(name, (), said, key=True)
        elif muscle.area != area:
            yield locator.problem(name, (), f"This muscle belongs to `{muscle.area}`, not `{area}`.", key=True)


def _text(muscle: Muscle, texts: MuscleTexts, locator: Locator) -> Iterator[Problem]:
    for reader in READERS:
        said = texts.get(reader, {})
        missing = [h for h in HEADINGS[reader] if h not in said]
        if missing:
            yield locator.problem(muscle.id, (reader,), f"Missing for the {reader}: {', '.join(missing)}.", key=True)


# -- geometry ----------------------------------------------------------------


class Halves:
    """Which vertices lie on the patient's right and left half; close to the midline on both."""

    def __init__(self, surface: Surface) -> None:
        x = surface.points[:, 0]
        self.right: NDArray[np.bool_] = np.asarray(x <= MIDLINE_MM)
        self.left: NDArray[np.bool_] = np.asarray(x >= -MIDLINE_MM)


def _landmarks(catalog: FileCatalog) -> Iterator[Problem]:
    on_body = catalog.surface.landmarks
    locator = Locator(catalog.places.landmarks)
    x = catalog.surface.points[:, 0]
    for mark in catalog.landmarks.values():
        path = ("vertex",)
        if mark.id not in on_body:
            said = f"`{mark.id}`: the body has no vertex {mark.vertex}; the last is {len(x) - 1}."
            yield locator.problem(mark.id, path, said, muscle=False)
        elif not mark.midline and x[mark.vertex] > TWINS_WITHIN_MM:
            yield locator.problem(
                mark.id, path, f"`{mark.id}` lies on the patient's left; write the right one.", muscle=False
            )
        elif mark.midline and abs(float(x[mark.vertex])) > MIDLINE_MM:
            said = f"`{mark.id}` lies {abs(float(x[mark.vertex])):.0f} mm from the midline."
            yield locator.problem(mark.id, path, said, muscle=False)


def _symmetry(surface: Surface, file: str) -> Iterator[Problem]:
    """Every vertex has one twin, mirrored in place on both figures and in the same region."""
    twin = surface.twin
    if not np.array_equal(twin[twin], np.arange(len(twin))):
        yield Problem(file=file, sentence="The twins are no mirror: a vertex's twin has another twin.")
        return
    for figure, points in surface.figures.items():
        away = np.abs(points - points[twin] * np.array([-1, 1, 1], np.float32)).max(axis=1)
        if (worst := float(away.max())) > TWINS_WITHIN_MM:
            said = f"The {figure} figure is not symmetric: vertex {int(away.argmax())} is {worst:.2f} mm off its twin."
            yield Problem(file=file, sentence=said)
    differ = np.nonzero(surface.region != surface.region[twin])[0]
    if differ.size:
        said = f"The regions are not symmetric: {differ.size} vertices lie in another region than their twins."
        yield Problem(file=file, sentence=said)


def _geometry(muscle: Muscle, catalog: FileCatalog, halves: Halves, referrals: Locator) -> Iterator[Problem]:
    surface = catalog.surface
    pattern = catalog.pattern(muscle.id)
    if any(p.muscle == muscle.id and p.sentence.startswith(UNPAINTABLE) for p in catalog.problems):
        return
    for k, (zone, painted) in enumerate(zip(muscle.zones, pattern.zones, strict=True)):
        for path, sentence in words_against_paint(surface, halves, zone, painted, catalog):
            yield referrals.problem(muscle.id, ("zones", k, *path), sentence)
    for number in pattern.crossed:
        said = f"The fibres of sheet {number} cross: write `from` and `to` in the same order."
        yield referrals.problem(muscle.id, ("fibres", number - 1), said)


def words_against_paint(
    surface: Surface, halves: Halves, zone: ReferralZone, painted: PaintedZone, catalog: FileCatalog
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a zone's words and its paint differ, with the figure in percent; as (path in the zone, sentence)."""
    painting, number = painted.painting, {r: k for k, r in enumerate(surface.region_ids)}
    weight = surface.area[painting.vertices] * painting.cover
    total = float(weight.sum())
    if total <= 0.0:
        yield ("strokes",), f"Zone `{zone.id}` paints nothing."
        return
    on = surface.region[painting.vertices]
    said_right = np.isin(on, [number[r] for r in zone.regions if r in number])
    said_left = np.isin(on, [number[r] for r in zone.opposite_regions if r in number])
    midline = np.isin(on, [number[r] for r in surface.midline_ids if r in number])
    right, left = halves.right[painting.vertices], halves.left[painting.vertices]
    within = np.isin(on, [number[r] for r in FELT_WITHIN if r in number])
    inside = (said_right & (right | midline)) | (said_left & (left | midline)) | within
    outside = 100.0 * float(weight[~inside].sum()) / total
    if outside > OUTSIDE_AT_MOST:
        there = _largest(surface, on[~inside], weight[~inside] * 100.0 / total, right[~inside])
        yield ("strokes",), f"Zone `{zone.id}`: {outside:.0f}% of its paint lies outside its words ({there})."
    for names, side, lead in ((zone.regions, "right", ""), (zone.opposite_regions, "left", "opposite ")):
        shares = surface.region_shares(painting, "right" if side == "right" else "left")
        for region in names:
            share = shares.get(region, 0.0)
            if share < NAMED_FROM_PERCENT:
                label = catalog.regions[region].label
                sentence = (
                    f"Zone `{zone.id}`: only {share:.0f}% of `{lead}{region}` ({label}) is painted; "
                    f"{NAMED_FROM_PERCENT:g}% at least, or leave the word out."
                )
                yield ("regions", *_place_of(zone, region, side)), sentence


def _place_of(zone: ReferralZone, region: str, side: str) -> tuple[int, ...]:
    """The index of a word, known where all words of a zone are of one side."""
    if side == "right" and not zone.opposite_regions:
        return (zone.regions.index(region),)
    return (zone.opposite_regions.index(region),) if side == "left" and not zone.regions else ()


def _largest(
    surface: Surface, regions: NDArray[np.uint8], percent: NDArray[np.float32], right: NDArray[np.bool_]
) -> str:
    """The three regions with most of a paint, with their percent."""
    parts: dict[str, float] = {}
    for half, lead in ((right, ""), (~right, "opposite ")):
        sums = np.bincount(regions[half], weights=percent[half], minlength=len(surface.region_ids))
        parts |= {lead + surface.region_ids[k]: float(sums[k]) for k in np.nonzero(sums >= 0.5)[0]}
    most = sorted(parts.items(), key=lambda p: -p[1])[:3]
    return ", ".join(f"{name} {value:.0f}%" for name, value in most) or "scattered"
