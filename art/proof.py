"""Proof pictures: a figure with a mm grid, labelled landmarks or the region map, to be looked at."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from art import light
from art.rasterise import Camera, interpolate, rasterise
from art.views import LitFigure

F = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One picture being drawn on: the camera, the picture, and the depth to know what is hidden."""

    camera: Camera
    picture: Image.Image
    depth: NDArray[np.float32]
    face: NDArray[np.int32]

    def visible(self, point: F, slack: float = 4.0) -> tuple[float, float] | None:
        """Pixel of a body point, or None where it is out of the picture or behind something."""
        x, y, z = self.camera.project(np.asarray(point, float)[None])[0]
        if not (0 <= x < self.camera.width and 0 <= y < self.camera.height):
            return None
        return (x, y) if z > self.depth[int(y), int(x)] - slack else None


def draw_body(
    figure: LitFigure, camera: Camera, part: F | None = None, colour: NDArray[np.float32] | None = None
) -> Proof:
    """The figure through a camera; `colour` (n, 4) rgba 0..255 and 0..1 is laid over it per vertex."""
    faces = figure.faces
    if part is not None:
        faces = faces[(part[faces] > 0.3).all(axis=1)]
    seen = rasterise(figure.points, faces, camera)
    values = np.column_stack([figure.normals @ camera.rotation().T, figure.sky, figure.bumps])
    pixels = interpolate(values, faces, seen)
    g = light.shade(pixels[..., :3], pixels[..., 3], pixels[..., 4])[..., None]
    out = np.array([104, 66, 54.0]) + (np.array([250, 233, 219.0]) - np.array([104, 66, 54.0])) * g
    if colour is not None:
        over = interpolate(colour, faces, seen)
        alpha = over[..., 3:4]
        out = out * (1 - alpha) + over[..., :3] / np.maximum(alpha, 1e-3) * alpha * (0.35 + 0.65 * g)
    out = np.where((seen.face >= 0)[..., None], out, [250, 249, 246])
    picture = Image.fromarray(np.clip(out, 0, 255).astype(np.uint8))
    return Proof(camera=camera, picture=picture, depth=seen.depth, face=seen.face)


def draw_grid(proof: Proof, step: float = 20.0) -> None:
    """Lines every `step` mm of the picture plane, numbered: what a placement's `at: [x, y]` is read from."""
    draw = ImageDraw.Draw(proof.picture, "RGBA")
    camera = proof.camera
    rotation = camera.rotation()
    cx, cy = rotation[0] @ camera.centre, rotation[1] @ camera.centre
    font = ImageFont.load_default(11)
    half_w, half_h = camera.width * camera.mm_per_px / 2, camera.height * camera.mm_per_px / 2
    for x in np.arange(np.ceil((cx - half_w) / step) * step, cx + half_w, step):
        px = camera.width / 2 + (x - cx) / camera.mm_per_px
        draw.line([px, 0, px, camera.height], fill=(0, 60, 160, 60 if x % 100 else 130))
        draw.text((px + 1, 1), f"{x:.0f}", fill=(0, 40, 120, 255), font=font)
    for y in np.arange(np.ceil((cy - half_h) / step) * step, cy + half_h, step):
        py = camera.height / 2 - (y - cy) / camera.mm_per_px
        draw.line([0, py, camera.width, py], fill=(0, 60, 160, 60 if y % 100 else 130))
        draw.text((1, py + 1), f"{y:.0f}", fill=(0, 40, 120, 255), font=font)


def draw_landmarks(proof: Proof, places: dict[str, F], labels: bool = True) -> None:
    draw = ImageDraw.Draw(proof.picture, "RGBA")
    font = ImageFont.load_default(11)
    for name, point in places.items():
        at = proof.visible(point)
        if at is None:
            continue
        x, y = at
        draw.ellipse([x - 3, y - 3, x + 3, y + 3], fill=(200, 0, 0, 255), outline=(255, 255, 255, 255))
        if labels:
            draw.text(
                (x + 5, y - 6), name, fill=(120, 0, 0, 255), font=font, stroke_width=2, stroke_fill=(255, 255, 255, 200)
            )


def region_colours(region: NDArray[np.integer], count: int) -> NDArray[np.float32]:
    """A colour a region, far apart for neighbours in the list: (n, 4) for draw_body."""
    table = np.array(
        [
            [*(255 * c for c in colorsys.hsv_to_rgb((k * 0.381966) % 1.0, 0.55 + 0.3 * (k % 3) / 2, 0.95)), 1.0]
            for k in range(count)
        ]
    )
    out = table[region].astype(np.float32)
    out[:, :3] *= 0.6
    out[:, 3] = 0.6
    return out
