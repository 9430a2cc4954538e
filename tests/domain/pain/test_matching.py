"""A drawing of a pattern finds it; sides are kept apart; the figures are those of the geometry."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.painting import Painting, less
from atlas.domain.body.places import DrawnPlaces, places_of
from atlas.domain.body.region_painting import regions_painting, softened
from atlas.domain.finding.ranking import Likely
from atlas.domain.pain.comparing import difference, distinctive_points
from atlas.domain.pain.drawing_measures import parts
from atlas.domain.pain.matching import PatternIndex, shared_out
from atlas.domain.pain.pain_report import Overlay

NOTHING = Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
SCM = "sternocleidomastoid-sternal"


@pytest.fixture(scope="module")
def index(catalog: FileCatalog) -> PatternIndex:
    return PatternIndex(catalog.surface, [catalog.pattern(m) for m in catalog.muscles])


def everything(catalog: FileCatalog) -> Painting:
    n = len(catalog.surface.points)
    return Painting(vertices=np.arange(n, dtype=np.int32), strength=np.ones(n, np.float32))


def test_a_drawing_of_an_essential_zone_finds_its_muscle_among_the_first_or_just_below_them(
    catalog: FileCatalog, index: PatternIndex
) -> None:
    late = {}
    for muscle in catalog.muscles:
        found = index.matches(catalog.pattern(muscle).painting("essential"))
        own = next(m.covers_percent for m in found if (m.muscle, m.side) == (muscle, "right"))
        if own < found[:3][-1].covers_percent - 5:  # what the soft edge of a zone takes
            late[muscle] = [(m.muscle, m.side) for m in found[:3]]
    assert late == {}


def test_the_left_drawing_finds_the_left_muscle_and_says_the_same_figure(
    catalog: FileCatalog, index: PatternIndex
) -> None:
    right = catalog.pattern("infraspinatus").painting("essential")
    on_right, on_left = index.matches(right)[0], index.matches(catalog.surface.mirrored(right))[0]
    assert (on_right.muscle, on_right.side) == (on_left.muscle, "right")
    assert on_left.side == "left"
    assert on_left.covers_percent == pytest.approx(on_right.covers_percent, abs=0.2)


def test_a_pattern_covers_all_of_its_own_essential_zone(catalog: FileCatalog, index: PatternIndex) -> None:
    found = index.matches(catalog.pattern(SCM).painting("essential"))
    own = next(m for m in found if (m.muscle, m.side) == (SCM, "right"))
    assert own.covers_percent >= 97


def test_spillover_counts_in_part(catalog: FileCatalog, index: PatternIndex) -> None:
    pattern = catalog.pattern(SCM)
    only = less(pattern.painting("spillover"), pattern.painting("essential"))
    own = next(m for m in index.matches(only) if (m.muscle, m.side) == (SCM, "right"))
    assert 40.0 < own.covers_percent < 60.0


def test_an_empty_drawing_matches_nothing(index: PatternIndex) -> None:
    assert index.matches(NOTHING) == ()


def test_a_drawing_of_everything_is_answered(catalog: FileCatalog, index: PatternIndex) -> None:
    found = index.matches(everything(catalog))
    assert len(found) > 20
    assert all(0.0 < m.covers_percent <= 100.0 for m in found)


def test_summed_patches_give_the_same_figures_as_single_vertices(catalog: FileCatalog, index: PatternIndex) -> None:
    """The quick way through whole patches of skin is exact: a slow sum over vertices agrees."""
    from atlas.domain.pain.matching import pattern_weight

    surface = catalog.surface
    drawn = regions_painting(surface, ["scapula_body", "shoulder_back", "arm_lateral"], "right")
    weight = pattern_weight(catalog.pattern("infraspinatus")).dense(len(surface.points))
    skin = drawn.cover * surface.area[drawn.vertices]
    slow = 100.0 * float((weight[drawn.vertices] * skin).sum()) / float(skin.sum())
    own = next(m for m in index.matches(drawn) if (m.muscle, m.side) == ("infraspinatus", "right"))
    assert own.covers_percent == pytest.approx(slow, abs=0.6)


def test_regions_are_said_by_side(catalog: FileCatalog) -> None:
    surface = catalog.surface
    drawn = regions_painting(surface, ["temple"], "left")
    assert [(p.region, p.side) for p in places_of(surface, drawn)] == [("temple", "left")]


def test_matched_and_unmatched_regions_divide_the_drawing(catalog: FileCatalog) -> None:
    surface = catalog.surface
    drawn = regions_painting(surface, ["temple", "heel_sole"], "right")
    inside, outside = DrawnPlaces(surface, drawn).split(regions_painting(surface, ["temple"], "right"))
    assert [p.region for p in inside] == ["temple"]
    assert [p.region for p in outside] == ["heel_sole"]


def test_what_no_pattern_covers_stays_unexplained(catalog: FileCatalog) -> None:
    surface = catalog.surface
    drawn = regions_painting(surface, ["temple", "heel_sole"], "right")
    rest = less(drawn, regions_painting(surface, ["temple"], "right"))
    assert [p.region for p in places_of(surface, rest)] == ["heel_sole"]


def test_a_softened_region_keeps_its_area(catalog: FileCatalog) -> None:
    surface = catalog.surface
    for region in ("scapula_body", "little_palmar", "temple"):
        hard = regions_painting(surface, [region], "right")
        soft = softened(surface, hard)
        assert surface.painted_area(soft) == pytest.approx(surface.painted_area(hard), rel=0.25)


def test_what_several_patterns_cover_together_adds_up(catalog: FileCatalog) -> None:
    surface = catalog.surface
    temple, heel = (regions_painting(surface, [r], "right") for r in ("temple", "heel_sole"))
    half = Painting(vertices=heel.vertices, strength=np.full(len(heel.vertices), 0.5, np.float32))
    drawn = regions_painting(surface, ["temple", "heel_sole"], "right")
    whole = Painting(vertices=temple.vertices, strength=np.ones(len(temple.vertices), np.float32))
    first, again, rest = shared_out(surface, drawn, [whole, whole, half])
    of_temple = 100.0 * surface.painted_area(temple) / surface.painted_area(drawn)
    assert first == round(of_temple) and again == 0
    assert first + rest == pytest.approx(of_temple + (100.0 - of_temple) / 2, abs=1.0)


def test_the_list_stands_in_the_order_of_the_figure_that_it_shows(catalog: FileCatalog, index: PatternIndex) -> None:
    for regions in (["shoulder_front"], ["lumbar_paraspinal_lower", "buttock_upper"], ["neck_side", "arm_lateral"]):
        figures = [m.covers_percent for m in index.matches(regions_painting(catalog.surface, regions, "left"))]
        assert figures == sorted(figures, reverse=True) and all(isinstance(f, int) for f in figures)


def test_two_pains_painted_apart_are_two_parts_and_one_pain_is_one(catalog: FileCatalog) -> None:
    surface = catalog.surface
    apart = parts(surface, regions_painting(surface, ["temple", "heel_sole"], "right"))
    assert [places_of(surface, p)[0].region for p in apart] == ["heel_sole", "temple"]
    assert len(parts(surface, regions_painting(surface, ["thigh_front_mid", "thigh_front_lower"], "right"))) == 1


def test_the_point_to_press_sends_pain_where_the_other_pattern_has_none(catalog: FileCatalog) -> None:
    overlays = [Overlay(muscle=m, side="right") for m in ("infraspinatus", "teres-minor")]
    muscles = [catalog.muscles[c.muscle] for c in overlays]
    patterns = [catalog.pattern(c.muscle) for c in overlays]
    found = distinctive_points(catalog.surface, overlays, muscles, patterns)
    assert found[0] is not None
    others = patterns[1].whole
    named = {p.region for p in found[0].only_here}
    assert named - {p.region for p in places_of(catalog.surface, others, 0.2)}


def test_the_same_pattern_twice_cannot_be_told_apart(catalog: FileCatalog) -> None:
    overlays = [Overlay(muscle=SCM, side="right")] * 2
    muscles, patterns = [catalog.muscles[SCM]] * 2, [catalog.pattern(SCM)] * 2
    assert distinctive_points(catalog.surface, overlays, muscles, patterns) == (None, None)


def test_a_difference_names_each_place_once(catalog: FileCatalog) -> None:
    surface = catalog.surface
    first = regions_painting(surface, ["temple", "cheek"], "right")
    second = regions_painting(surface, ["cheek", "chin"], "right")
    two = difference(surface, first, second)
    assert [p.region for p in two.both] == ["cheek"]
    assert [p.region for p in two.first_only] == ["temple"]
    assert [p.region for p in two.second_only] == ["chin"]


def test_published_reports_find_their_muscle_among_the_first_five(catalog: FileCatalog) -> None:
    """Seven of ten by painted skin alone; what misses has no paint there (data/referrals.yaml), not another order."""
    parts_of_body = {r.id: r.parent for r in catalog.regions.values()}
    pages = catalog.guide().problem_pages.values()
    likely = Likely(catalog.muscles.values(), catalog.surveys, pages, parts_of_body)
    index = PatternIndex(catalog.surface, [catalog.pattern(m) for m in catalog.muscles], likely)
    reports = json.loads((Path(__file__).parents[1] / "finding" / "public.json").read_text(encoding="utf-8"))["reports"]
    known = [r for r in reports if set(r["muscles"]) & set(catalog.muscles)]
    hits = 0
    for report in known:
        found = index.matches(regions_painting(catalog.surface, report["regions"], report["side"]))
        hits += bool({m.muscle for m in found[:5]} & set(report["muscles"]))
    assert hits / len(known) >= 0.73, f"{hits} of {len(known)}"
