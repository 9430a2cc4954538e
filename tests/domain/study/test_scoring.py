"""How answers are scored: overlap and distance on the skin, forgiving names, and the patient's sides."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.over_the_skin import distance_over_skin
from atlas.domain.body.painting import Painting
from atlas.domain.study import scoring
from atlas.domain.study.schedule import AGAIN, EASY, GOOD, HARD

MUSCLE = "infraspinatus"


def nothing() -> Painting:
    return Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))


def test_the_zone_itself_is_a_full_score_and_nothing_painted_is_none(catalog: FileCatalog) -> None:
    pattern = catalog.pattern(MUSCLE)
    zone = scoring.essential(pattern)
    assert scoring.paint_score(catalog.surface, zone, pattern) == scoring.Scored(grade=EASY, score=pytest.approx(1.0))
    assert scoring.paint_score(catalog.surface, nothing(), pattern).grade == AGAIN


def test_paint_on_the_patient_s_other_side_scores_nothing_and_is_told(catalog: FileCatalog) -> None:
    pattern = catalog.pattern(MUSCLE)
    turned = catalog.surface.mirrored(scoring.essential(pattern))
    scored = scoring.paint_score(catalog.surface, turned, pattern)
    assert scored.grade == AGAIN and scored.other_side and scored.score < 0.05


def test_paint_over_the_whole_body_is_no_answer(catalog: FileCatalog) -> None:
    n = len(catalog.surface.points)
    everything = Painting(vertices=np.arange(n, dtype=np.int32), strength=np.ones(n, np.float32))
    assert scoring.paint_score(catalog.surface, everything, catalog.pattern(MUSCLE)).grade == AGAIN


def test_a_mark_is_scored_by_how_far_it_lies_over_the_skin(catalog: FileCatalog) -> None:
    surface, points = catalog.surface, [v for _, v in catalog.pattern(MUSCLE).points]
    assert scoring.mark_score(surface, points[0], points) == scoring.Scored(grade=EASY, score=0.0)
    away = surface.points - surface.points[points[0]]
    near = int(np.argmin(np.abs(np.linalg.norm(away, axis=1) - 12.0)))
    assert scoring.mark_score(surface, near, points[:1]).grade in (EASY, GOOD)
    far = scoring.mark_score(surface, surface.vertex("c7-spine"), points[:1])
    assert far.grade == AGAIN and far.score > 50.0


def test_a_mark_on_the_patient_s_other_side_is_told(catalog: FileCatalog) -> None:
    surface, points = catalog.surface, [v for _, v in catalog.pattern(MUSCLE).points]
    scored = scoring.mark_score(surface, int(surface.twin[points[0]]), points)
    assert scored.other_side and scored.grade == AGAIN


def test_the_way_over_the_skin_goes_around_the_body_and_not_through_it(catalog: FileCatalog) -> None:
    surface = catalog.surface
    front, back = surface.nearest(np.array([0, 1250, 150], np.float32)), surface.vertex("c7-spine")
    straight = float(np.linalg.norm(surface.points[front] - surface.points[back]))
    assert distance_over_skin(surface, front, back, 900.0) > 1.2 * straight
    assert distance_over_skin(surface, front, back, 50.0) == float("inf")


def test_on_flat_skin_the_way_over_it_is_the_straight_one(catalog: FileCatalog) -> None:
    surface = catalog.surface
    wrong = []
    for start in (
        (surface.vertex("infraspinous-centre"), surface.vertex("patella-centre"))
        if ("patella-centre" in surface.landmarks)
        else (surface.vertex("infraspinous-centre"),)
    ):
        away = np.linalg.norm(surface.points - surface.points[start], axis=1)
        for end in np.flatnonzero((away > 18) & (away < 22) & (surface.normals @ surface.normals[start] > 0.97))[:8]:
            walked = distance_over_skin(surface, start, int(end), 100.0)
            wrong.append(walked / float(away[end]))
    assert wrong and max(wrong) < 1.06 and min(wrong) > 0.97


def test_names_are_forgiving(catalog: FileCatalog) -> None:
    find = catalog.finder().find
    for typed in ("infraspinatus", "Infraspinatus", "infraspinatous", "infra spinatus"):
        assert scoring.typed_score(find(typed), [MUSCLE]).grade == GOOD, typed
    assert scoring.typed_score(find("supraspinatus"), [MUSCLE]).grade == AGAIN
    assert scoring.typed_score(find("shoulder pain"), [MUSCLE]).grade == AGAIN
    assert scoring.typed_score(find(""), [MUSCLE]).grade == AGAIN


def test_a_name_that_does_not_say_which_part_is_meant_is_half_an_answer(catalog: FileCatalog) -> None:
    scored = scoring.typed_score(catalog.finder().find("trapezius"), ["upper-trapezius"])
    assert scored.grade == HARD


def test_to_name_all_muscles_of_a_place_those_that_are_sometimes_felt_there_do_no_harm() -> None:
    assert scoring.several_score(["a", "b", "x"], ["a", "b"], ["x"]).grade == EASY
    assert scoring.several_score(["a"], ["a", "b"], []).grade == HARD
    assert scoring.several_score(["y"], ["a", "b"], []).grade == AGAIN
    assert scoring.several_score([], ["a"], []).grade == AGAIN
