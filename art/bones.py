"""Bakes the bones of each view: brightness and cover, clipped to what it shows; and where bone lifts the skin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage
from scipy.spatial import cKDTree

from art import light
from art.bone_fit import F, I
from art.figures import Figures
from art.rasterise import Camera, interpolate, rasterise, vertex_normals
from art.skeleton import Skeleton, in_stance
from art.views import camera_for, shown_faces

_SAMPLES = 2
_STEPS = 15  # levels of cover: it is a ghost, and few levels keep it small
_DEEP = (70.0, 230.0)  # mm under the skin between which a bone fades
_CHEEKS = 0.24  # share of the skull's height below which it lifts no skin
_DEEPEST = 0.45  # what is left of it there


@dataclass(frozen=True, slots=True, kw_only=True)
class BonePicture:
    """Bones of one view, at the view's own size."""

    shade: NDArray[np.uint8]  # (h, w) brightness, carried on past the outline
    cover: NDArray[np.uint8]  # (h, w) how much of the pixel is bone
    outside: int  # samples whose bone lies before the skin or where there is none
    drawn: int  # samples that show bone


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A figure's skin and bones in one stance, ready for many views."""

    skin: F
    faces: I
    bones: F
    bone_faces: I
    ring: NDArray[np.int64]  # (bones, k) skin vertices near each bone vertex, in the standing figure
    folded: NDArray[np.bool_]  # (faces,) skin inside mouth and nostrils


def staged(skeleton: Skeleton, figures: Figures, sex: str, folded: NDArray[np.bool_]) -> dict[str, Staged]:
    """Every stance of a figure; `folded` (n,) marks skin inside mouth and nostrils."""
    points, _, _, _ = skeleton.whole()
    _, ring = cKDTree(figures.positions[sex]).query(points, k=24)
    wide = folded.copy()
    for _ in range(3):
        wide[figures.faces[wide[figures.faces].any(axis=1)]] = True
    out = {}
    for stance, by_sex in figures.stances.items():
        bones, bone_faces, _, _ = in_stance(skeleton, figures, sex, stance, folded).whole()
        out[stance] = Staged(
            skin=by_sex[sex],
            faces=figures.faces,
            bones=bones,
            bone_faces=bone_faces,
            ring=ring,
            folded=wide[figures.faces].any(axis=1),
        )
    return out


def take_bones(on: Staged, part: F, whole_body: bool, camera: Camera) -> BonePicture:
    """The bones that lie in what a view shows, as if the skin were glass."""
    belongs = np.ones(len(on.bones)) if whole_body else part[on.ring].mean(axis=1)
    held = on.bone_faces[(belongs[on.bone_faces] > 0.2).all(axis=1)]
    seen = rasterise(on.bones, held, camera, _SAMPLES, cull=False)
    normals = vertex_normals(on.bones, on.bone_faces) @ camera.rotation().T
    pixels = interpolate(np.column_stack([normals, belongs]), held, seen)
    pixels[..., :3] *= np.where(pixels[..., 2:3] < 0.0, -1.0, 1.0)
    bright = light.shade(
        pixels[..., :3], np.full(seen.face.shape, 0.92, np.float32), np.zeros(seen.face.shape, np.float32)
    )
    drawn = shown_faces(on.faces, part)
    skin = rasterise(on.skin, on.faces[drawn], camera, _SAMPLES)
    veil = interpolate(part[:, None], on.faces[drawn], skin)[..., 0]
    there = (seen.face >= 0) & (skin.face >= 0)
    share = _eased((pixels[..., 3] - 0.30) / 0.35) * _eased((veil - 0.30) / 0.35)
    deep = np.clip((skin.depth - seen.depth - _DEEP[0]) / (_DEEP[1] - _DEEP[0]), 0.0, 1.0)
    cover = np.where(there, share * (1.0 - (1.0 - _DEEPEST) * deep), 0.0).astype(np.float32)
    shown = (seen.face >= 0) & (_eased((pixels[..., 3] - 0.30) / 0.35) > 0.05)
    every = skin if whole_body else rasterise(on.skin, on.faces, camera, _SAMPLES)
    mouth = np.zeros(seen.face.shape, bool)
    mouth[every.face >= 0] = on.folded[(drawn if whole_body else np.arange(len(on.faces)))[every.face[every.face >= 0]]]
    outside = shown & ~mouth & ((every.face < 0) | (seen.depth > every.depth + 0.2))
    h, w = camera.height, camera.width
    small_cover = cover.reshape(h, _SAMPLES, w, _SAMPLES).mean(axis=(1, 3))
    small = (bright * cover).reshape(h, _SAMPLES, w, _SAMPLES).mean(axis=(1, 3)) / np.maximum(small_cover, 1e-4)
    empty = small_cover < 0.02
    if not empty.all():
        nearest = ndimage.distance_transform_edt(empty, return_distances=False, return_indices=True)
        small = ndimage.gaussian_filter(small[tuple(nearest)], 2.0) * empty + small * ~empty
    return BonePicture(
        shade=np.round(np.clip(small, 0.0, 1.0) * 255).astype(np.uint8),
        cover=(np.round(small_cover * _STEPS) * (255 // _STEPS)).astype(np.uint8),
        outside=int(outside.sum()),
        drawn=int(shown.sum()),
    )


def _eased(x: NDArray[Any]) -> NDArray[np.float32]:
    t = np.clip(x, 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float32)


def bone_camera(view: dict[str, Any], on: Staged, figures: Figures, share: float = 1.0) -> Camera:
    """The view's camera; with `share` below 1 a coarser one that frames the same."""
    camera = camera_for(view, on.skin, figures.parts)
    if share == 1.0:
        return camera
    return Camera(
        centre=camera.centre,
        yaw=camera.yaw,
        pitch=camera.pitch,
        roll=camera.roll,
        mm_per_px=camera.mm_per_px / share,
        width=round(camera.width * share),
        height=round(camera.height * share),
    )


def save_bones(folder: Path, view: str, picture: BonePicture) -> int:
    """Writes <view>.bones.jpg (brightness) and <view>.bones.png (cover, 16 levels); returns their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    shade, cover = folder / f"{view}.bones.jpg", folder / f"{view}.bones.png"
    Image.fromarray(picture.shade).save(shade, quality=68, optimize=True)
    levels = Image.fromarray(picture.cover // (255 // _STEPS), mode="P")
    levels.putpalette([c for k in range(16) for c in (k * 17, k * 17, k * 17)])
    levels.save(cover, optimize=True, bits=4)
    return shade.stat().st_size + cover.stat().st_size


def write_bones(
    folder: Path,
    views: list[dict[str, Any]],
    skeleton: Skeleton,
    figures: Figures,
    sex: str,
    folded: NDArray[np.bool_],
    share: float = 1.0,
) -> dict[str, tuple[int, float]]:
    """Bakes every view of a figure into `folder`/<sex>; per view its bytes and the share of bone outside the skin."""
    stances = staged(skeleton, figures, sex, folded)
    out = {}
    for view in views:
        on = stances[view.get("stance", "standing")]
        camera = bone_camera(view, on, figures, share)
        picture = take_bones(on, figures.parts[view["shows"]], view["shows"] == "body", camera)
        size = save_bones(folder / sex, view["id"], picture)
        out[view["id"]] = (size, picture.outside / max(picture.drawn, 1))
    return out


def bone_height(skeleton: Skeleton, points: F, normals: F) -> F:
    """How far bone close under the skin lifts each skin vertex, 0..1: 1 where it lies bare, 0 from about 14 mm on."""
    spots = np.vstack([_lifting(skeleton, name) for name in skeleton.names() if name not in ("mandible", "hyoid")])
    away, near = cKDTree(spots).query(points, k=3)
    straight = ((points[:, None] - spots[near]) * normals[:, None]).sum(axis=2)
    # Bone lifts the skin it lies under, not the skin beside it.
    beside = np.sqrt(np.clip(away**2 - straight**2, 0.0, None))
    depth = (np.clip(straight, 0.0, None) + 0.8 * beside).min(axis=1)
    return np.asarray(np.exp(-((depth / 9.0) ** 2)))


def _lifting(skeleton: Skeleton, name: str) -> F:
    """A bone's points and faces' middles; of the skull what lies above the cheeks, for lips are not lifted by teeth."""
    bone, faces = skeleton.bone(name)
    spots = np.vstack([bone, bone[faces].mean(axis=1)])
    if name == "skull":
        low, high = bone[:, 1].min(), bone[:, 1].max()
        spots = spots[spots[:, 1] > low + _CHEEKS * (high - low)]
    return spots
