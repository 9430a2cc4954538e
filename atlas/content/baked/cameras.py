"""Reads how the pictures of a figure were taken; a camera that cannot be is left out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atlas.content.baked.body import FARTHEST_MM
from atlas.content.files import read_bytes, read_json
from atlas.content.seals import ReadsFile
from atlas.domain.body.camera import STANDING, Camera
from atlas.domain.problems import Unreadable

MOST_PIXELS = 16_000_000  # of any picture the atlas reads
_MOST_VIEWS = 400


def read_cameras(path: Path, read: ReadsFile = read_bytes) -> tuple[dict[str, Camera], list[str]]:
    """The cameras of a figure's baked views by view id, and a sentence for each thing that is wrong."""
    try:
        found = read_json(path, 1_000_000, read)
    except Unreadable as error:
        return {}, [str(error)]
    if not isinstance(found, dict) or len(found) > _MOST_VIEWS:
        return {}, ["These are no cameras; the scale of the views is unknown."]
    cameras, damaged = {}, []
    for view, written in found.items():
        camera = _camera(written) if isinstance(written, dict) else None
        if camera is None:
            damaged.append(view)
        else:
            cameras[view] = camera
    return cameras, [f"The cameras of these views are damaged: {', '.join(damaged)[:400]}."] if damaged else []


def _camera(written: Mapping[str, Any]) -> Camera | None:
    centre, stance = written.get("centre"), written.get("stance", STANDING)
    if not isinstance(centre, list) or len(centre) != 3 or not isinstance(stance, str):
        return None
    width, height = written.get("width"), written.get("height")
    if type(width) is not int or type(height) is not int or min(width, height) < 16 or width * height > MOST_PIXELS:
        return None
    x, y, z = (_number(c, -FARTHEST_MM, FARTHEST_MM) for c in centre)
    yaw, pitch = _number(written.get("yaw"), -360, 360), _number(written.get("pitch"), -90, 90)
    scale = _number(written.get("mm_per_px"), 0.01, 10)
    if x is None or y is None or z is None or yaw is None or pitch is None or scale is None:
        return None
    return Camera(centre=(x, y, z), yaw=yaw, pitch=pitch, mm_per_px=scale, width=width, height=height, stance=stance)


def _number(value: Any, low: float, high: float) -> float | None:
    return float(value) if type(value) in (int, float) and low <= value <= high else None
