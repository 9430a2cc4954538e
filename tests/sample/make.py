"""Makes a small symmetric body (an egg, 1.75 m tall) in the file formats of `assets`."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

_YAW = {"whole-front": 0, "whole-back": 180, "whole-right": -90}
ROWS, AROUND = 95, 96  # vertices: rings from below upward, beginning in front; then the lowest and the highest


def egg(width: float) -> np.ndarray:
    """(n, 3) mm: x to the patient's left, y up, z forward."""
    height = np.pi * (np.arange(ROWS) + 1) / (ROWS + 1)
    turn = 2 * np.pi * np.arange(AROUND) / AROUND
    x = width * np.sin(height)[:, None] * -np.sin(turn)[None]  # turns to the patient's right first
    z = 0.6 * width * np.sin(height)[:, None] * np.cos(turn)[None]
    y = np.broadcast_to(875.0 * (1 - np.cos(height))[:, None], x.shape)
    rings = np.stack([x, y, z], axis=-1).reshape(-1, 3)
    rings[np.abs(rings[:, 0]) < 1e-6, 0] = 0.0
    return np.concatenate([rings, [[0, 0, 0], [0, 1750, 0]]]).astype(np.float32)


def vertex(y: float, turn: float) -> int:
    """The vertex at a height (mm) and a turn to the patient's right (degrees from the front)."""
    row = round(np.arccos(1 - y / 875.0) / np.pi * (ROWS + 1)) - 1
    return row * AROUND + round(turn / 360.0 * AROUND) % AROUND


def make_body(assets: Path, views: list[str]) -> None:
    """Writes surface, stances and points of bones, and each figure's visibility, cameras and (empty) pictures."""
    body = assets / "body"
    ring, around = np.meshgrid(np.arange(ROWS - 1), np.arange(AROUND), indexing="ij")
    a, b = ring * AROUND + around, ring * AROUND + (around + 1) % AROUND
    low, high = ROWS * AROUND, ROWS * AROUND + 1
    edge = np.arange(AROUND)
    after = (edge + 1) % AROUND
    last = (ROWS - 1) * AROUND
    # One diagonal on the right, the other on the left, so that the mesh is its own mirror image.
    right = around < AROUND // 2
    c, d = a + AROUND, b + AROUND
    first = np.where(right[..., None], np.stack([a, c, b], -1), np.stack([a, d, b], -1))
    second = np.where(right[..., None], np.stack([b, c, d], -1), np.stack([a, c, d], -1))
    faces = np.concatenate(
        [
            first.reshape(-1, 3),
            second.reshape(-1, 3),
            np.stack([np.full(AROUND, low), edge, after], 1),
            np.stack([np.full(AROUND, high), last + after, last + edge], 1),
        ]
    ).astype(np.uint16)
    twin = np.arange(ROWS * AROUND + 2)
    rows, turns = np.divmod(twin[: ROWS * AROUND], AROUND)
    twin[: ROWS * AROUND] = rows * AROUND + (-turns) % AROUND
    points = egg(200.0)
    # 0 sternum_upper (midline strip in front), 1 cheek (front, high), 2 flank (front, low), 3 occiput (behind)
    region = np.where(points[:, 2] < -1e-3, 3, np.where(points[:, 1] > 1000, 1, 2)).astype(np.uint8)
    region[(np.abs(points[:, 0]) < 40) & (points[:, 2] > 0) & (points[:, 1] < 1300)] = 0
    region = region[np.minimum(twin, np.arange(len(twin)))]
    body.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        body / "surface.npz",
        faces=faces,
        twin=twin.astype(np.uint16),
        female=egg(195.0),
        male=egg(205.0),
        region=region,
        version=np.array("egg-1"),
    )
    front = (points[:, 2] > -1e-3).astype(float)
    seen = {v: np.round(255 * (1 - front if "back" in v else front)).astype(np.uint8) for v in views}
    for figure in ("female", "male"):
        np.savez_compressed(body / f"visibility-{figure}.npz", **seen)
        cameras = {
            v: {"centre": [0, 875, 0], "yaw": _YAW[v], "pitch": 0, "mm_per_px": 1.0, "width": 600, "height": 1840}
            | {"stance": "standing"}
            for v in views
        }
        (body / figure).mkdir(exist_ok=True)
        (body / figure / "views.json").write_text(json.dumps(cameras), encoding="utf-8")
        for view in views:
            grey = Image.new("L", (600, 1840), 200)
            grey.save(body / figure / f"{view}.jpg")
            grey.save(body / figure / f"{view}.png")
            nothing = zlib.compress(bytes(600 * 1840)) + zlib.compress(b"")
            (body / figure / f"{view}.faces").write_bytes(nothing)
            nothing = zlib.compress(bytes(300 * 920)) + zlib.compress(b"")
            (body / figure / f"{view}.half").write_bytes(nothing)
    np.savez_compressed(body / "stances.npz")
    # A rod upright in the right half.
    rod = {
        f"rod-{name}": [-60.0, height, 20.0] for name, height in (("top", 1200.0), ("middle", 900.0), ("foot", 600.0))
    }
    by_figure = {name: {"female": place, "male": place} for name, place in rod.items()}
    (body / "bone-points.json").write_text(json.dumps(by_figure), encoding="utf-8")


def make_bones(folder: Path, views: list[str]) -> None:
    """Writes the bones of each view: one stout bone on the left of the picture, whole and bright."""
    where = PngInfo()
    where.add_text("corner", "100 400")
    for figure in ("female", "male"):
        (folder / figure).mkdir(parents=True)
        for view in views:
            bone = Image.new("P", (40, 60), 255)
            bone.putpalette(bytes(768))
            bone.save(folder / figure / f"{view}.png", pnginfo=where)


def make_muscle(folder: Path) -> None:
    """Writes the pictures of a muscle on both figures, and its thumbnail."""
    where = PngInfo()
    where.add_text("corner", "20 30")
    for figure in ("female", "male"):
        (folder / figure).mkdir(parents=True)
        for view in ("whole-front", "whole-right"):
            Image.new("P", (40, 50)).save(folder / figure / f"{view}.png", pnginfo=where)
    Image.new("P", (128, 128)).save(folder / "thumb.png")
