"""A view made ready for many muscles: how near skin and bones lie, and what of the body the view shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from art.figures import Figures
from art.rasterise import Camera, interpolate, rasterise
from art.skeleton import Skeleton, in_stance
from art.views import camera_for, shown_faces
from atlas.domain.body.surface import Surface

F = NDArray[np.float64]
D = NDArray[np.float32]
SAMPLES = 2  # a pixel is the mean of 2 x 2
_GLANCE = 4  # px of a view that one sample stands for at a glance


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A figure in a stance: its skin with the points of its bones, and the bones as one mesh."""

    surface: Surface
    bones: F
    bone_faces: NDArray[np.int64]
    skin: F  # (n, 3), as exact as the pictures of the body are made from


def stances_of(
    figures: Figures,
    sex: str,
    skeleton: Skeleton,
    points: Mapping[str, tuple[str, int]],
    reference: Surface,
    folded: NDArray[np.bool_],
) -> dict[str, Stance]:
    """Every stance of a figure; `points` are the bone and vertex of each named point of a bone."""
    out = {}
    for stance, by_sex in figures.stances.items():
        moved = in_stance(skeleton, figures, sex, stance, folded)
        bones, faces, _, _ = moved.whole()
        at = {name: tuple(map(float, moved.right(bone)[vertex])) for name, (bone, vertex) in points.items()}
        surface = replace(reference, points=by_sex[sex].astype(np.float32), bones=at)
        out[stance] = Stance(surface=surface, bones=bones, bone_faces=faces, skin=by_sex[sex])
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Depths are mm towards the viewer at each sample (h, w), very low where there is nothing."""

    view: str
    camera: Camera
    samples: int  # a px in each direction
    stance: str
    skin: D
    exit: D  # where a look through the skin comes out of the limb that it met first
    bone: D
    veil: D  # how much of the skin the view shows, 0..1: it fades where a limb is cut
    part: F | None  # (n,) how much each vertex belongs to what the view shows; None where it shows the whole body


def stage(view: Mapping[str, Any], figures: Figures, stances: Mapping[str, Stance], glance: bool = False) -> Stage:
    """A view as it is drawn; at a `glance` coarsely, to see which muscles it shows."""
    name = str(view.get("stance", "standing"))
    on = stances[name]
    points = on.skin
    camera, samples = camera_for(dict(view), points, figures.parts), SAMPLES
    if glance:
        size = {"width": camera.width // _GLANCE, "height": camera.height // _GLANCE}
        camera, samples = replace(camera, mm_per_px=camera.mm_per_px * _GLANCE, **size), 1
    part = figures.parts[str(view["shows"])]
    drawn = figures.faces[shown_faces(figures.faces, part)]
    seen = rasterise(points, drawn, camera, samples)
    hidden = on.surface.hidden
    outer = drawn if hidden is None else drawn[~hidden[drawn].any(axis=1)]
    behind = rasterise(points, outer[:, ::-1], camera, samples)
    return Stage(
        view=str(view["id"]),
        camera=camera,
        samples=samples,
        stance=name,
        skin=seen.depth,
        exit=behind.depth,
        bone=rasterise(on.bones, on.bone_faces, camera, samples, cull=False).depth,
        veil=interpolate(part[:, None], drawn, seen)[..., 0],
        part=None if view["shows"] == "body" else part,
    )
