"""The steps `skeleton` (measured, printed, with pictures to look at) and `bones` (the bone layer of every view)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from PIL import Image

from art.basemesh import Wheel
from art.bone_meshes import BoneMesh, read_bones
from art.bone_points import load_points, vertex_of
from art.bone_proof import ghost_picture, points_picture
from art.bones import bone_camera, staged, take_bones, write_bones
from art.figures import SEXES, Figures, make_figures
from art.skeleton import Skeleton, make_skeleton
from art.skeleton_check import asymmetry, far_from_landmarks, gaps
from art.views import lit, views_from
from atlas import paths

_LOOK_AT = (
    "whole-front", "whole-back", "whole-right", "head-front", "head-right", "hand-palm-right", "hand-back-right",
    "foot-top-right", "foot-inner-right", "foot-outer-right", "pelvis-front", "pelvis-back", "pelvis-below",
    "torso-front", "torso-back", "torso-right", "neck-back", "arm-front-right", "leg-front-right", "head-below",
)  # fmt: skip
_SHARE = 0.5  # of the view's size: a ghost needs no more, and stays small


def landmark_vertices() -> dict[str, int]:
    return {one["id"]: one["vertex"] for one in yaml.safe_load(paths.LANDMARKS.read_text(encoding="utf-8"))}


def folded_skin() -> NDArray[np.bool_]:
    """Skin inside mouth, nostrils and lids, as the step `body` found it."""
    with np.load(paths.BODY / "surface.npz") as surface:
        return np.asarray(surface["hidden"])


def made(bones: Mapping[str, BoneMesh], figures: Figures, sex: str) -> Skeleton:
    return make_skeleton(bones, figures, sex, landmark_vertices(), folded_skin())


def run_bones(step: str, wheel: Path, bones_wheel: Path, out: Path, names: Sequence[str]) -> str:
    """Makes the step and says what was written."""
    figures = make_figures(Wheel(wheel))
    make = measure_skeletons if step == "skeleton" else bake_bones
    return make(figures, bones_wheel, out, names)


def measure_skeletons(figures: Figures, wheel: Path, out: Path, names: Sequence[str]) -> str:
    """Prints what the checker finds and writes ghost pictures into `out`; `names` picks figures or views."""
    bones = read_bones(wheel)
    out.mkdir(parents=True, exist_ok=True)
    points = load_points(paths.DATA / "bones.yaml", bones)
    unders = {point.id: point.near for point in points if point.near}
    for sex in [s for s in SEXES if s in names] or SEXES:
        skeleton = made(bones, figures, sex)
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
            camera = bone_camera(view, stances[stance], figures, _SHARE)
            picture = take_bones(stances[stance], figures.parts[view["shows"]], view["shows"] == "body", camera)
            outside = 100.0 * picture.outside / max(picture.drawn, 1)
            print(f"  {view['id']:26} bone outside the skin {outside:6.3f} %")
            if view["id"] in _LOOK_AT:
                ghost = ghost_picture(skins[stance], figures.parts[view["shows"]], camera, picture)
                Image.fromarray(ghost).save(out / f"skeleton-{sex}-{view['id']}.png")
        points_picture(out, skeleton, placed, sex)
    return f"pictures written in {out}"


def bake_bones(figures: Figures, wheel: Path, out: Path, names: Sequence[str]) -> str:
    """Writes <out>/<figure>/<view>.bones.jpg and .bones.png and prints their sizes."""
    bones = read_bones(wheel)
    total = 0
    for sex in [s for s in SEXES if s in names] or SEXES:
        skeleton = made(bones, figures, sex)
        views = [v for v in views_from(paths.VIEWS) if v["id"] in names] or views_from(paths.VIEWS)
        sizes = write_bones(out, views, skeleton, figures, sex, folded_skin(), _SHARE)
        for view, (size, outside) in sizes.items():
            print(f"  {sex} {view:26} {size / 1000:6.1f} kB, outside the skin {100 * outside:.3f} %")
            total += size
    return f"{total / 1e6:.2f} MB written in {out}"
