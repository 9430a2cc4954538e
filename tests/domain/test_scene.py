"""What is to be seen for a state: a table of states and their scenes, over the small sample atlas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.pain.drawing import blank
from atlas.domain.pain.pain_report import Overlay, PainReport
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import ALL_LAYERS, AtlasState, Layer, Look, Room, Study
from atlas.domain.strengths import STRENGTHS
from atlas.domain.words.handout import views_for
from atlas.domain.words.story import story_state
from atlas.paths import Places
from tests.content.checks.test_check import edit

SCM, DELTOID = "sternocleidomastoid-sternal", "deltoid-anterior"


@pytest.fixture
def catalog(sample: Places) -> FileCatalog:
    return FileCatalog(sample)


def strengths(scene: Scene) -> list[str]:
    return [layer.strength for layer in scene.paint]


@pytest.mark.parametrize(
    ("study", "muscles", "paint", "points"),
    [
        (Study(), 0, [], 0),
        (Study(muscle=SCM), 1, ["spillover", "essential"], 2),
        (Study(muscle=SCM, sides="both"), 2, ["spillover", "essential"], 4),
        (Study(muscle=SCM, layers=ALL_LAYERS - {Layer.MUSCLE}), 0, ["spillover", "essential"], 2),
        (Study(muscle=SCM, layers=ALL_LAYERS - {Layer.POINTS}), 1, ["spillover", "essential"], 0),
        (Study(muscle=SCM, layers=ALL_LAYERS - {Layer.SPILLOVER}), 1, ["essential"], 2),
        (Study(muscle=SCM, layers=ALL_LAYERS - {Layer.ESSENTIAL}), 1, ["spillover"], 2),
        (Study(muscle=SCM, layers=frozenset()), 0, [], 0),
        (Study(muscle=SCM, point=1), 1, ["essential"], 2),
        (Study(muscle=SCM, point=2), 1, ["spillover", "essential"], 2),
    ],
)
def test_what_a_scene_holds(catalog: FileCatalog, study: Study, muscles: int, paint: list[str], points: int) -> None:
    scene = resolve(AtlasState(study=study), catalog)
    assert (len(scene.muscles), strengths(scene), len(scene.points)) == (muscles, paint, points)
    assert bool(scene.shares) == (study.muscle is not None)


def test_a_scene_takes_its_looks_from_the_state(catalog: FileCatalog) -> None:
    state = AtlasState(
        room=Room(theme="dark"),
        look=Look(figure="male", tone="monk-3", palette="print"),
        study=Study(view="whole-back"),
    )
    scene = resolve(state, catalog)
    assert (scene.view.id, scene.figure, scene.tone) == ("whole-back", "male", "monk-3")
    assert (scene.palette, scene.theme) == ("print", "dark")


def test_only_the_point_that_is_looked_at_stays_lit(catalog: FileCatalog) -> None:
    points = resolve(AtlasState(study=Study(muscle=SCM, point=2)), catalog).points
    assert {(mark.point, mark.lit) for mark in points} == {(1, False), (2, True)}


def test_a_point_that_no_finger_presses_from_outside_is_marked_hollow(sample: Places) -> None:
    edit(sample.referrals, "refers_to: [cheek]", "refers_to: [cheek]\n      reach: inside")
    points = resolve(AtlasState(study=Study(muscle=SCM)), FileCatalog(sample)).points
    assert {(mark.point, mark.hollow) for mark in points} == {(1, True), (2, False)}


@pytest.mark.parametrize("depth", [(SCM, False), (DELTOID, True)])
def test_a_deep_muscle_is_seen_through_the_skin(catalog: FileCatalog, depth: tuple[str, bool]) -> None:
    (muscle,) = resolve(AtlasState(study=Study(muscle=depth[0])), catalog).muscles
    assert (muscle.muscle, muscle.side, muscle.deep) == (depth[0], "right", depth[1])


def test_the_left_is_the_mirror_image_of_the_right(catalog: FileCatalog) -> None:
    right, left = (resolve(AtlasState(study=Study(muscle=SCM, sides=side)), catalog) for side in ("right", "left"))
    surface = catalog.surface
    for a, b in zip(right.paint, left.paint, strict=True):
        assert b.painting == surface.mirrored(a.painting)
    assert [m.vertex for m in left.points] == [int(surface.twin[m.vertex]) for m in right.points]


def test_weaker_pain_leaves_its_place_to_stronger_only_where_that_is_shown(catalog: FileCatalog) -> None:
    n = len(catalog.surface.points)
    wide = catalog.pattern(SCM)
    zones = tuple(replace(z, painting=catalog.pattern(SCM).whole) for z in wide.zones)
    catalog.painted._known[SCM] = replace(wide, zones=zones)  # both fields on the same skin
    both = resolve(AtlasState(study=Study(muscle=SCM)), catalog)
    overlap = np.minimum(*(layer.painting.dense(n) for layer in both.paint)) if len(both.paint) == 2 else np.zeros(n)
    assert overlap.max() <= 0.6  # no farther in than where the stronger one thins about its edge
    alone = resolve(AtlasState(study=Study(muscle=SCM, layers=frozenset({Layer.SPILLOVER}))), catalog)
    assert alone.paint[0].painting == catalog.pattern(SCM).painting("spillover")


def test_where_it_hurts_shows_the_drawing_and_what_is_laid_over_it_and_no_muscle(catalog: FileCatalog) -> None:
    drawing = replace(blank(catalog.surface), strength=np.ones(len(catalog.surface.points), np.float32))
    overlays = (Overlay(muscle=SCM, side="left"), Overlay(muscle=DELTOID, side="right"))
    report = PainReport(drawing=drawing, overlays=overlays)
    scene = resolve(AtlasState(mode="pain", study=Study(muscle=SCM), report=report), catalog)
    assert scene.drawing is drawing and scene.muscles == scene.paint == scene.points == scene.shares == ()
    assert [(layer.inking, layer.place) for layer in scene.ink] == [
        *(("spillover", 0), ("essential", 0)),
        *(("spillover", 1), ("essential", 1)),
    ]
    assert [text for text, _ in scene.ink[1].points] == ["W1", "W2"] and scene.ink[0].points == ()
    assert scene.view.id == next(iter(catalog.views))


def test_the_view_that_was_chosen_stays_and_another_is_unknown(catalog: FileCatalog) -> None:
    assert resolve(AtlasState(study=Study(muscle=SCM, view="whole-back")), catalog).view.id == "whole-back"
    for study in (Study(view="whole-inside"), Study(muscle="heart")):
        with pytest.raises(KeyError):
            resolve(AtlasState(study=study), catalog)


def test_a_muscle_opens_where_most_of_its_pain_and_its_points_are_seen(catalog: FileCatalog) -> None:
    visibility = catalog.visibility("female")
    for muscle in catalog.muscles:
        for sides in ("right", "left", "both"):
            pattern = catalog.pattern(muscle)
            shares = {s.view: s.share for s in visibility.shares(pattern, sides)}
            assert list(shares) == list(catalog.views) and all(0.0 <= share <= 1.0 for share in shares.values())
            best = visibility.best(pattern, sides)
            assert shares[best] == max(shares.values())
    unseen = replace(catalog.pattern(SCM), muscle="unseen", zones=(), points=())
    assert visibility.best(unseen, "right") == next(iter(catalog.views))


def test_strong_pain_counts_for_more_of_a_view_than_weak(catalog: FileCatalog) -> None:
    shares = {s.view: s.share for s in catalog.visibility("female").shares(catalog.pattern(SCM), "right")}
    assert shares["whole-front"] == pytest.approx(STRENGTHS["essential"].shown, abs=0.05)
    assert shares["whole-back"] == pytest.approx(STRENGTHS["spillover"].shown, abs=0.05)


def test_a_story_shows_the_muscle_first_then_its_spot_and_then_the_pain(catalog: FileCatalog) -> None:
    state = AtlasState(study=Study(muscle=SCM, sides="both", region="cheek"))
    scenes = [resolve(story_state(state, step), catalog) for step in (1, 2, 3, 4)]
    assert [bool(scene.paint) for scene in scenes] == [False, False, True, True]
    assert [bool(scene.points) for scene in scenes] == [False, True, True, True]
    assert all(len(scene.muscles) == 2 for scene in scenes)
    spots = [mark.vertex for mark in scenes[1].points]
    seen = catalog.visibility("female").of(scenes[1].view.id)
    assert any(seen[v] >= 0.5 for v in spots)  # in that picture the sore spot is to be seen
    assert story_state(state, 1).study.region is None
    kept = replace(state, study=replace(state.study, view="whole-back"))
    assert story_state(kept, 2).study.view is None  # no view that hides what is told


def test_a_page_shows_the_best_view_and_what_is_hidden_there(catalog: FileCatalog) -> None:
    pattern = catalog.pattern(SCM)
    views = views_for(pattern, "right", "female", catalog)
    assert views[0] == catalog.visibility("female").best(pattern, "right") and len(set(views)) == len(views) == 2
    assert "whole-back" in views  # the nape lies there
    for sides in ("left", "both"):
        assert len(views_for(pattern, sides, "female", catalog, most=1)) == 1
