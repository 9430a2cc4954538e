"""Bakes the views: per figure and view the shading, its soft outline, and which face each pixel shows."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy import ndimage

from art import light
from art.rasterise import Camera, interpolate, rasterise, vertex_normals

F = NDArray[np.float64]
_SAMPLES = 3  # a pixel is the mean of 3 x 3 samples; the middle one tells the face
_MARGIN = 0.045


@dataclass(frozen=True, slots=True, kw_only=True)
class LitFigure:
    """A figure with all that its pictures need: positions and normals in mm, light, and drawn faces."""

    points: F
    faces: NDArray[np.int64]
    normals: F
    sky: F
    bumps: F
    albedo: F  # 1, and less where skin or hair is darker


def lit(points: F, faces: NDArray[np.int64], albedo: F | None = None) -> LitFigure:
    """Measures the light on a figure."""
    normals = vertex_normals(points, faces)
    near = light.neighbours(faces, len(points))
    once = smooth = near @ normals
    for _ in range(24):
        smooth = near @ smooth
    crisp = once + 0.65 * (once - smooth)  # bones and muscle edges stand out as in an engraved plate
    crisp /= np.linalg.norm(crisp, axis=1, keepdims=True)
    sky = light.sky_openness(points, faces)
    return LitFigure(
        points=points,
        faces=faces,
        normals=crisp,
        sky=sky,
        bumps=light.relief(points, faces),
        albedo=np.ones(len(points)) if albedo is None else albedo,
    )


def views_from(path: Path) -> list[dict[str, Any]]:
    views: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return views


def camera_for(view: dict[str, Any], points: F, parts: dict[str, F]) -> Camera:
    """The camera that fills the picture with what the view frames."""
    aim = Camera(centre=(0, 0, 0), yaw=view["yaw"], pitch=view["pitch"], roll=0, mm_per_px=1.0, width=0, height=0)
    rotation = aim.rotation()
    if isinstance(view["frames"], str):
        flat = points[parts[view["frames"]] > 0.5] @ rotation.T
        low, high = flat[:, :2].min(axis=0), flat[:, :2].max(axis=0)
        pad = _MARGIN * (high - low).max()
        if view["frames"] == "body":
            pad = 0.012 * (high - low).max()
        low, high = low - pad, high + pad
    else:
        left, right, bottom, top = view["frames"]
        low, high = np.array([left, bottom], float), np.array([right, top], float)
    size = high - low
    mm_per_px = float(size.max()) / view["long_side"]
    width, height = (int(2 * np.ceil(s / mm_per_px / 2)) for s in size)
    middle = (low + high) / 2
    centre = rotation[0] * middle[0] + rotation[1] * middle[1]
    return Camera(
        centre=tuple(float(c) for c in centre),  # type: ignore[arg-type]
        yaw=view["yaw"],
        pitch=view["pitch"],
        roll=0,
        mm_per_px=mm_per_px,
        width=width,
        height=height,
    )


def shown_faces(faces: NDArray[np.int64], part: F) -> NDArray[np.int64]:
    """Numbers of the faces of which any corner belongs to the part."""
    return np.nonzero((part[faces] > 0.25).any(axis=1))[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    shade: NDArray[np.uint8]  # (h, w) brightness, carried on past the outline
    cover: NDArray[np.uint8]  # (h, w) how much of the pixel is body
    face: NDArray[np.int32]  # (h, w) face at the pixel's middle, -1 for none
    depth: NDArray[np.float32]  # (h * 3, w * 3) mm towards the viewer


def sky_over(figure: LitFigure, part: F) -> F:
    """How open to light a part of a figure lies: a limb shown alone has no shadow of a body that is not there."""
    drawn = shown_faces(figure.faces, part)
    if len(drawn) > 0.6 * len(figure.faces):
        return figure.sky
    return light.sky_openness(figure.points, figure.faces[drawn])


def take(figure: LitFigure, part: F, camera: Camera, sky: F | None = None) -> Picture:
    """The picture of a part of a figure; `sky` is that of `sky_over`, for those who take many."""
    drawn = shown_faces(figure.faces, part)
    sky = sky_over(figure, part) if sky is None else sky
    seen = rasterise(figure.points, figure.faces[drawn], camera, _SAMPLES)
    values = np.column_stack([figure.normals @ camera.rotation().T, sky, figure.bumps, part, figure.albedo])
    pixels = interpolate(values, figure.faces[drawn], seen)
    bright = light.shade(pixels[..., :3], pixels[..., 3], pixels[..., 4], pixels[..., 6])
    fade = np.clip((pixels[..., 5] - 0.30) / 0.35, 0.0, 1.0)
    fade = fade * fade * (3.0 - 2.0 * fade)
    cover = np.where(seen.face >= 0, fade, 0.0).astype(np.float32)
    h, w = camera.height, camera.width
    small_cover = cover.reshape(h, _SAMPLES, w, _SAMPLES).mean(axis=(1, 3))
    small = (bright * cover).reshape(h, _SAMPLES, w, _SAMPLES).mean(axis=(1, 3)) / np.maximum(small_cover, 1e-4)
    # Carry the brightness past the outline, so that compression leaves no halo on it.
    empty = small_cover < 0.02
    nearest = ndimage.distance_transform_edt(empty, return_distances=False, return_indices=True)
    small = small[tuple(nearest)]
    middle = seen.face[_SAMPLES // 2 :: _SAMPLES, _SAMPLES // 2 :: _SAMPLES]
    whole = np.where((middle >= 0) & (small_cover > 0.35), drawn[np.maximum(middle, 0)], -1)
    return Picture(
        shade=np.round(np.clip(small, 0, 1) * 255).astype(np.uint8),
        cover=np.round(small_cover * 255).astype(np.uint8),
        face=whole.astype(np.int32),
        depth=seen.depth,
    )


def pack_faces(face: NDArray[np.int32]) -> bytes:
    """The face map as bytes: 'is it the face to the left / the one above', then the new numbers, deflated."""
    flat = face.astype(np.int64) + 1
    left = np.zeros_like(flat)
    left[:, 1:] = flat[:, :-1]
    above = np.zeros_like(flat)
    above[1:] = flat[:-1]
    same_left, same_above = flat == left, (flat == above) & (flat != left)
    kind = np.where(same_left, 0, np.where(same_above, 1, 2)).astype(np.uint8)
    new = flat[kind == 2].astype("<u4")
    delta = np.diff(new.astype(np.int64), prepend=0).astype("<i4")
    planes = delta.view(np.uint8).reshape(-1, 4).T.tobytes()
    return zlib.compress(kind.tobytes(), 9) + zlib.compress(planes, 9)


def halved(face: NDArray[np.int32]) -> NDArray[np.int32]:
    """Every second pixel of a face map each way: what the first look at a view needs, in a quarter of the time."""
    height, width = face.shape
    return face[: height // 2 * 2 : 2, : width // 2 * 2 : 2]


def camera_record(camera: Camera) -> dict[str, Any]:
    return {
        "centre": [round(c, 4) for c in camera.centre],
        "yaw": camera.yaw,
        "pitch": camera.pitch,
        "mm_per_px": round(camera.mm_per_px, 6),
        "width": camera.width,
        "height": camera.height,
    }
