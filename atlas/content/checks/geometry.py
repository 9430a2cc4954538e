"""Whether what is painted agrees with the words, lies on its side and mirrors soundly."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from atlas.content.baked.painted_patterns import UNPAINTABLE
from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.domain.anatomy import Muscle, ReferralZone
from atlas.domain.body.surface import Surface
from atlas.domain.pattern import NAMED_FROM_PERCENT, PaintedZone
from atlas.domain.problems import FileProblem

FELT_WITHIN = ("pelvis_deep", "mouth_tongue")  # felt inside: a patch of skin stands for them, its borders do not count

OUTSIDE_AT_MOST = 12.0  # percent of a zone's painted area that may lie outside its words

MIDLINE_MM = 8.0  # so close to the midline, skin counts to both halves

TWINS_WITHIN_MM = 0.1


class Halves:
    """Which vertices lie on the patient's right and left half; close to the midline on both."""

    def __init__(self, surface: Surface) -> None:
        x = surface.points[:, 0]
        self.right: NDArray[np.bool_] = np.asarray(x <= MIDLINE_MM)
        self.left: NDArray[np.bool_] = np.asarray(x >= -MIDLINE_MM)


def _landmarks(catalog: FileCatalog) -> Iterator[FileProblem]:
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


def _symmetry(surface: Surface, file: str) -> Iterator[FileProblem]:
    """Every vertex has one twin, mirrored in place on both figures and in the same region."""
    twin = surface.twin
    if not np.array_equal(twin[twin], np.arange(len(twin))):
        yield FileProblem(file=file, sentence="The twins are no mirror: a vertex's twin has another twin.")
        return
    for figure, points in surface.figures.items():
        away = np.abs(points - points[twin] * np.array([-1, 1, 1], np.float32)).max(axis=1)
        if (worst := float(away.max())) > TWINS_WITHIN_MM:
            said = f"The {figure} figure is not symmetric: vertex {int(away.argmax())} is {worst:.2f} mm off its twin."
            yield FileProblem(file=file, sentence=said)
    differ = np.nonzero(surface.region != surface.region[twin])[0]
    if differ.size:
        said = f"The regions are not symmetric: {differ.size} vertices lie in another region than their twins."
        yield FileProblem(file=file, sentence=said)


def _geometry(muscle: Muscle, catalog: FileCatalog, halves: Halves, referrals: Locator) -> Iterator[FileProblem]:
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
                    f"Zone `{zone.id}`: only {below_least(share)} of `{lead}{region}` ({label}) is painted; "
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


def below_least(share: float) -> str:
    """A share below the least one, in percent, never rounded up to it."""
    return f"{share:.0f}%" if round(share) < NAMED_FROM_PERCENT else f"{share:.1f}%"
