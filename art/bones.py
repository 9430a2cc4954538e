"""Bakes the bones of each view: brightness and cover, clipped to what it shows; and where bone lifts the skin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin
from scipy import ndimage
from scipy.spatial import cKDTree

from art import light
from art.bone_fit import F, I
from art.figures import Figures
from art.rasterise import Camera, Fragments, interpolate, rasterise, vertex_normals
from art.skeleton import Skeleton, in_stance
from art.views import camera_for, shown_faces
from atlas.render.body.bone_pictures import BONE_STEP, bones_of
from atlas.render.colours import BONE_COVERS, BONE_SHADES, bone_table

_SAMPLES = 2
_DEEP = (70.0, 230.0)  # mm under the skin between which a bone fades
_AROUND = 5.0  # mm
_HOLLOW_MM = 9.0  # how far behind the bone around it one lies that is darkened fully
_HOLLOW = 0.55  # by how much
# Bones that lift no skin: under the face's soft part, and at the ends of fingers and toes, where they were rings.
_UNFELT = ("mandible", "hyoid", "finger-middle", "finger-distal", "toe-middle", "toe-distal")
_CHEEKS = 0.45  # share of the skull's height, the brows, below which it lifts no skin
_DEEPEST = 0.45  # what is left of it there


@dataclass(frozen=True, slots=True, kw_only=True)
class BonePicture:
    """Bones of one view, at the size of the camera that took them."""

    shade: NDArray[np.uint8]  # (h, w) brightness, 0..BONE_SHADES - 1
    cover: NDArray[np.uint8]  # (h, w) how much of the pixel is bone, 0..BONE_COVERS - 1
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
    bright *= 1.0 - _HOLLOW * _hollow(seen, _AROUND * _SAMPLES / camera.mm_per_px)
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
    return BonePicture(
        shade=np.round(np.clip(small, 0.0, 1.0) * (BONE_SHADES - 1)).astype(np.uint8),
        cover=np.round(small_cover * (BONE_COVERS - 1)).astype(np.uint8),
        outside=int(outside.sum()),
        drawn=int(shown.sum()),
    )


def _hollow(seen: Fragments, around: float) -> NDArray[np.float32]:
    """How deep each sample lies below the bone around it, 0..1: bones part from what is behind them, as in a plate.

    `around` is how far that is looked at, in samples.
    """
    there = (seen.face >= 0).astype(np.float32)
    depth = np.where(seen.face >= 0, seen.depth, 0.0).astype(np.float32)
    mean = ndimage.gaussian_filter(depth, around) / np.maximum(ndimage.gaussian_filter(there, around), 1e-3)
    return np.asarray(np.clip((mean - depth) / _HOLLOW_MM, 0.0, 1.0) * there, np.float32)


def _eased(x: NDArray[Any]) -> NDArray[np.float32]:
    t = np.clip(x, 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float32)


def bone_camera(view: dict[str, Any], on: Staged, figures: Figures) -> Camera:
    """The view's camera, coarser by BONE_STEP; a view is an even number of px wide and high."""
    camera = camera_for(view, on.skin, figures.parts)
    step = BONE_STEP
    return replace(camera, mm_per_px=camera.mm_per_px * step, width=camera.width // step, height=camera.height // step)


def save_bones(path: Path, picture: BonePicture) -> int:
    """Writes an 8-bit PNG of shade times cover, cropped; returns its bytes.

    Its texts are its `corner`, px, and how much of the view's bone lies `outside` the skin, percent.
    """
    held = np.argwhere(picture.cover > 0)
    (top, left), (bottom, right) = (held.min(axis=0), held.max(axis=0) + 1) if len(held) else ((0, 0), (1, 1))
    shade, cover = (layer[top:bottom, left:right] for layer in (picture.shade, picture.cover))
    index = np.where(cover > 0, shade * np.uint8(BONE_COVERS) + cover, 0).astype(np.uint8)
    image = Image.fromarray(index, mode="P")
    table = bone_table("clay", False, "clear")
    image.putpalette([c for word in table for c in ((word >> 16) & 255, (word >> 8) & 255, word & 255)])
    info = PngImagePlugin.PngInfo()
    info.add_text("corner", f"{left} {top}")
    info.add_text("outside", f"{100.0 * picture.outside / max(picture.drawn, 1):.4f}")
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, pnginfo=info, transparency=bytes(word >> 24 for word in table), optimize=True)
    return path.stat().st_size


def write_bones(
    folder: Path,
    views: list[dict[str, Any]],
    skeleton: Skeleton,
    figures: Figures,
    sex: str,
    folded: NDArray[np.bool_],
) -> dict[str, tuple[int, float]]:
    """Bakes the views of a figure into `folder`; per view its bytes and the share of bone outside the skin."""
    stances = staged(skeleton, figures, sex, folded)
    out = {}
    for view in views:
        on = stances[view.get("stance", "standing")]
        camera = bone_camera(view, on, figures)
        picture = take_bones(on, figures.parts[view["shows"]], view["shows"] == "body", camera)
        size = save_bones(bones_of(folder, sex, view["id"]), picture)
        out[view["id"]] = (size, picture.outside / max(picture.drawn, 1))
    return out


def bone_height(skeleton: Skeleton, points: F, normals: F) -> F:
    """How far bone close under the skin lifts each skin vertex, 0..1: 1 where it lies bare, 0 from about 14 mm on."""
    spots = np.vstack([_lifting(skeleton, name) for name in skeleton.names() if not name.startswith(_UNFELT)])
    away, near = cKDTree(spots).query(points, k=3)
    straight = ((points[:, None] - spots[near]) * normals[:, None]).sum(axis=2)
    # Bone lifts the skin it lies under, not the skin beside it.
    beside = np.sqrt(np.clip(away**2 - straight**2, 0.0, None))
    depth = (np.clip(straight, 0.0, None) + 0.8 * beside).min(axis=1)
    return np.asarray(np.exp(-((depth / 9.0) ** 2)))


def _lifting(skeleton: Skeleton, name: str) -> F:
    """A bone's points and faces' middles; of the skull what lies above the eyes, for nose and lips are soft."""
    bone, faces = skeleton.bone(name)
    spots = np.vstack([bone, bone[faces].mean(axis=1)])
    if name == "skull":
        low, high = bone[:, 1].min(), bone[:, 1].max()
        spots = spots[spots[:, 1] > low + _CHEEKS * (high - low)]
    return spots
