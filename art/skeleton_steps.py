"""The steps `bones` (the bones of every view) and `skeleton` (measured, printed, with pictures to look at)."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from PIL import Image

from art.basemesh import Wheel
from art.bone_meshes import read_bones
from art.bone_points import load_points, vertex_of
from art.bone_proof import ghost_picture, points_picture
from art.bones import bone_camera, staged, take_bones, write_bones
from art.figures import SEXES, make_figures
from art.skeleton import make_skeleton
from art.skeleton_check import asymmetry, far_from_landmarks, gaps
from art.views import lit, views_from
from atlas import paths

_LOOK_AT = (
    "whole-front", "whole-back", "whole-right", "head-front", "head-right", "hand-palm-right", "hand-back-right",
    "foot-top-right", "foot-inner-right", "foot-outer-right", "pelvis-front", "pelvis-back", "pelvis-below",
    "torso-front", "torso-back", "torso-right", "neck-back", "arm-front-right", "leg-front-right", "head-below",
)  # fmt: skip


def landmark_vertices() -> dict[str, int]:
    return {one["id"]: one["vertex"] for one in yaml.safe_load(paths.LANDMARKS.read_text(encoding="utf-8"))}


class Asked(dict[str, int]):
    """The vertices of landmarks, which remembers those that were asked for."""

    def __init__(self, vertices: Mapping[str, int]) -> None:
        super().__init__(vertices)
        self.asked: set[str] = set()

    def __getitem__(self, landmark: str) -> int:
        self.asked.add(landmark)
        return super().__getitem__(landmark)


def folded_skin() -> NDArray[np.bool_]:
    """Skin inside mouth, nostrils and lids, as the step `body` found it."""
    with np.load(paths.BODY / "surface.npz") as surface:
        return np.asarray(surface["hidden"])


def measure_skeletons(wheel: Path, bones_wheel: Path, out: Path, names: Sequence[str]) -> str:
    """Prints what the checker finds and writes ghost pictures into `out`; `names` picks figures or views."""
    figures, bones = make_figures(Wheel(wheel)), read_bones(bones_wheel)
    out.mkdir(parents=True, exist_ok=True)
    points = load_points(paths.DATA / "bones.yaml", bones)
    unders = {point.id: point.near for point in points if point.near}
    for sex in [s for s in SEXES if s in names] or SEXES:
        skeleton = make_skeleton(bones, figures, sex, landmark_vertices(), folded_skin())
        print(f"{sex}: sides differ by {asymmetry(skeleton):.6f} mm at most")
        for joint, (gap, most) in gaps(skeleton).items():
            print(f"  {joint:26} {gap:5.1f} mm{'' if gap <= most else f'  more than {most:.0f}'}")
        placed = {point.id: vertex_of(point, skeleton) for point in points}
        for line in far_from_landmarks(placed, figures.positions[sex], landmark_vertices(), unders):
            print("  " + line)
        stances = staged(skeleton, figures, sex, folded_skin())
        skins = {stance: lit(by_sex[sex], figures.faces) for stance, by_sex in figures.stances.items()}
        wanted = [v for v in views_from(paths.VIEWS) if v["id"] in names] or views_from(paths.VIEWS)
        for view in wanted:
            stance = view.get("stance", "standing")
            camera = bone_camera(view, stances[stance], figures)
            picture = take_bones(stances[stance], figures.parts[view["shows"]], view["shows"] == "body", camera)
            outside = 100.0 * picture.outside / max(picture.drawn, 1)
            print(f"  {view['id']:26} bone outside the skin {outside:6.3f} %")
            if view["id"] in _LOOK_AT:
                ghost = ghost_picture(skins[stance], figures.parts[view["shows"]], camera, picture)
                Image.fromarray(ghost).save(out / f"skeleton-{sex}-{view['id']}.png")
        points_picture(out, skeleton, placed, sex)
    return f"pictures written in {out}"


def bake_bones(wheel: Path, bones_wheel: Path, out: Path, names: Sequence[str]) -> dict[str, int]:
    """Writes <out>/<figure>/<view>.png; returns the landmarks that the bones were fitted to, with their vertices."""
    figures, bones = make_figures(Wheel(wheel)), read_bones(bones_wheel)
    views = views_from(paths.VIEWS)
    wanted = [v for v in views if v["id"] in names] or views
    landmarks = Asked(landmark_vertices())
    for sex in [s for s in SEXES if s in names] or SEXES:
        skeleton = make_skeleton(bones, figures, sex, landmarks, folded_skin())
        if not names and (out / sex).is_dir():
            shutil.rmtree(out / sex)
        for view, (size, outside) in write_bones(out, wanted, skeleton, figures, sex, folded_skin()).items():
            print(f"  {sex}: {view}, {size / 1000:.0f} kB, {100 * outside:.3f} % outside the skin", flush=True)
    return {name: landmarks[name] for name in sorted(landmarks.asked)}
