"""How the skeleton is made: bones stay whole, alike on both sides and under the skin; bone points can be found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

pytest.importorskip("scipy")
pytest.importorskip("numba")

from art.bone_fit import Frame, Skin, between, kept_under
from art.bone_meshes import BoneMesh, mirrored_whole, read_bones, right_half, smoothed, squared_up
from art.bone_points import BonePointError, load_points
from art.bone_relief import with_relief
from art.rasterise import vertex_normals
from art.skeleton import Skeleton
from art.skeleton_check import asymmetry
from art.views import LitFigure
from atlas import paths

POINTS = paths.DATA / "bones.yaml"


def ball(radius: float, rows: int = 24, columns: int = 48) -> tuple[np.ndarray, np.ndarray]:
    """A closed ball as a mesh, faces looking outward."""
    rise = np.linspace(-np.pi / 2, np.pi / 2, rows + 2)[1:-1]
    turn = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    ring = np.stack(
        [
            np.cos(rise)[:, None] * np.sin(turn),
            np.repeat(np.sin(rise)[:, None], columns, axis=1),
            np.cos(rise)[:, None] * np.cos(turn),
        ],
        axis=-1,
    ).reshape(-1, 3)
    points = radius * np.vstack([ring, [0, -1, 0], [0, 1, 0]])
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns), indexing="ij")
    a, b = (i * columns + j).ravel(), (i * columns + (j + 1) % columns).ravel()
    low, high, n = np.arange(columns), np.arange((rows - 1) * columns, rows * columns), rows * columns
    faces = np.concatenate(
        [
            np.column_stack([a, b, b + columns]),
            np.column_stack([a, b + columns, a + columns]),
            np.column_stack([np.full(columns, n), np.roll(low, -1), low]),
            np.column_stack([high, np.roll(high, -1), np.full(columns, n + 1)]),
        ]
    )
    return points, faces


def edges_once(faces: np.ndarray) -> int:
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    _, uses = np.unique(edges, axis=0, return_counts=True)
    return int((uses == 1).sum())


def test_a_midline_bone_cut_and_mirrored_is_whole_again_and_alike_on_both_sides_to_the_bit() -> None:
    points, faces = ball(30.0)
    lopsided = points * [1.0, 1.0, 1.2] + [4.0, 0.0, 0.0] + 0.02 * points[:, [1, 2, 0]]
    half, half_faces = right_half(*squared_up(lopsided, faces))
    whole, whole_faces = mirrored_whole(half, half_faces)
    assert half[:, 0].max() == 0.0
    assert edges_once(whole_faces) == 0
    skeleton = Skeleton(bones={"skull": BoneMesh(points=half, faces=half_faces, midline=True)})
    assert asymmetry(skeleton) == 0.0
    assert len(whole) == 2 * len(half) - int((half[:, 0] == 0.0).sum())


def test_the_left_bone_is_the_mirror_image_of_the_right() -> None:
    points, faces = ball(10.0)
    skeleton = Skeleton(bones={"femur": BoneMesh(points=points - [80.0, 0.0, 0.0], faces=faces)})
    right, left = skeleton.bone("femur-right")[0], skeleton.bone("femur-left")[0]
    assert (left == right * [-1.0, 1.0, 1.0]).all()
    assert skeleton.names() == ["femur-right", "femur-left"]


def test_smoothing_keeps_a_closed_mesh_closed_and_near_its_form() -> None:
    points, faces = ball(30.0, 8, 16)
    fine, fine_faces = smoothed(points, faces, 2)
    assert edges_once(fine_faces) == 0
    assert len(fine_faces) == 16 * len(faces)
    assert np.linalg.norm(fine, axis=1).min() > 25.0


def test_a_bone_laid_between_joints_ends_at_both() -> None:
    source = Frame(near=np.zeros(3), far=np.array([0.0, -10.0, 0.0]), second=np.array([1.0, 0.0, 0.0]))
    target = Frame(near=np.array([5.0, 5.0, 5.0]), far=np.array([5.0, 5.0, 25.0]), second=np.array([0.0, 1.0, 0.0]))
    moved = between(source, target)(np.array([[0.0, 0.0, 0.0], [0.0, -10.0, 0.0], [1.0, 0.0, 0.0]]))
    assert np.allclose(moved[:2], [[5, 5, 5], [5, 5, 25]])
    assert np.allclose(moved[2], [5, 7, 5])


def test_what_sticks_out_of_the_skin_is_brought_under_it_and_what_lies_deep_stays() -> None:
    skin = Skin(*ball(60.0, 48, 96))
    bone = np.array([[0.0, 0.0, z] for z in np.linspace(0.0, 66.0, 34)])
    kept = kept_under(bone, skin, 3.0, 20.0, np.zeros(len(bone), bool))
    depth, _ = skin.depth(kept)
    assert depth.min() > 2.5
    assert np.allclose(kept[:10], bone[:10])


def test_the_skin_knows_its_inside_far_from_its_surface() -> None:
    skin = Skin(*ball(60.0, 48, 96))
    depth, _ = skin.depth(np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 90.0], [0.0, 55.0, 0.0]]))
    assert depth[0] == pytest.approx(60.0, abs=1.0)
    assert depth[1] == pytest.approx(-30.0, abs=1.0)
    assert depth[2] == pytest.approx(5.0, abs=0.5)


def test_every_bone_point_has_a_name_of_its_own_and_its_landmarks_exist() -> None:
    points = yaml.safe_load(POINTS.read_text(encoding="utf-8"))
    landmarks = {one["id"] for one in yaml.safe_load(paths.LANDMARKS.read_text(encoding="utf-8"))}
    ids = [one["id"] for one in points]
    assert len(ids) == len(set(ids)) >= 250
    assert [one["id"] for one in points if one.get("under") not in landmarks | {None}] == []
    assert all("far" in one["find"] or "at" in one["find"] for one in points)


def test_every_mistake_in_a_bone_point_is_told_with_its_line(tmp_path: Path) -> None:
    points, faces = ball(10.0)
    bones = {"femur": BoneMesh(points=points, faces=faces)}
    path = tmp_path / "bones.yaml"
    path.write_text(
        "# a comment\n"
        "- {id: top, name: Top, bone: femur, find: {far: [0, 1, 0]}}\n"
        "- {id: top, name: Again, bone: femur, find: {far: [0, 1, 0]}}\n"
        "- {id: lost, name: Lost, bone: tail, find: {far: [0, 1, 0]}}\n"
        "- {id: nowhere, name: Nowhere, bone: femur, find: {far: [0, 1, 0], box: {y: [2, 3]}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(BonePointError) as caught:
        load_points(path, bones)
    told = str(caught.value).splitlines()
    assert [line.split(":")[1] for line in told] == ["3", "4", "5"]
    assert "there is no bone tail" in told[1]


def test_every_bone_a_point_names_is_in_the_model() -> None:
    wheels = sorted((paths.ROOT / "build").glob("musclemimic_models-*.whl"))
    if not wheels:
        pytest.skip("the bones' wheel is fetched only to make the assets")
    bones = read_bones(wheels[-1])
    assert len(bones) == 104
    known = {one["bone"] for one in yaml.safe_load(POINTS.read_text(encoding="utf-8"))}
    assert known - set(bones) == set()


def test_a_step_told_of_a_view_that_is_none_says_so_and_makes_nothing() -> None:
    from art.__main__ import unknown

    assert unknown("bones", ["female", "whole-front"]) is None
    assert "`whole-frunt`" in str(unknown("skeleton", ["whole-frunt"]))


def test_bone_close_under_the_skin_lifts_its_light_and_bone_that_lies_deep_does_not() -> None:
    points, faces = ball(60.0, 48, 96)
    bone, bone_faces = ball(8.0)
    figure = LitFigure(
        points=points,
        faces=faces,
        normals=vertex_normals(points, faces),
        sky=np.ones(len(points)),
        bumps=np.zeros(len(points)),
        albedo=np.ones(len(points)),
    )
    itself = np.arange(len(points))
    for depth, lifts in ((3.0, True), (40.0, False)):
        at = np.array([0.0, 0.0, 60.0 - depth - 8.0])
        skeleton = Skeleton(bones={"patella": BoneMesh(points=bone + at, faces=bone_faces, midline=False)})
        lit = with_relief(figure, skeleton, itself)
        near = np.linalg.norm(points - [0.0, 0.0, 60.0], axis=1) < 15.0
        changed = np.linalg.norm(lit.normals - figure.normals, axis=1)
        assert (changed[near].max() > 0.1) == lifts
        assert changed[points[:, 2] < 0].max() < 0.01
        assert (lit.points == points).all()
