"""Looks at one baked file: None where it is as it should be, else what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from atlas.content.baked.arrays import DamagedArrays, read_arrays
from atlas.content.baked.body import DamagedBody
from atlas.content.baked.bone_points import read_bone_points
from atlas.content.baked.cameras import MOST_PIXELS, read_cameras
from atlas.content.baked.extents import DamagedExtents, read_extents
from atlas.content.files import read_bytes
from atlas.content.problems import shown
from atlas.domain.body.camera import Camera
from atlas.domain.problems import FileProblem
from atlas.paths import Places
from atlas.render.body.body_picture import unpack_faces


def asset_problem(places: Places, path: Path, said: str) -> FileProblem:
    """What is wrong with a shipped file, and the step that makes it anew."""
    return FileProblem(file=shown(path), sentence=f"{said}: {_mend(path.relative_to(places.assets).parts)}.")


def _mend(parts: tuple[str, ...]) -> str:
    """What makes a file of the assets anew."""
    match parts:
        case ("body", "bone-points.json"):
            return "run `python -m art points`"
        case ("body", "patterns.npz"):
            return "run `python -m art patterns`"
        case ("body", "extents-female.npz" | "extents-male.npz"):
            return "run `python -m art extents`"
        case ("body", *_):
            return "run `python -m art body`"
        case ("bones", *_):
            return "run `python -m art bones`"
        case ("muscles", muscle, "thumb.png"):
            return f"run `python -m art thumbnails {muscle}`"
        case ("muscles", muscle, *_):
            return f"run `python -m art muscles {muscle}`"
        case _:
            return "install the atlas again, or run `git checkout -- " + "/".join(("assets", *parts)) + "`"


def sound_bone_points(path: Path) -> str | None:
    """Whether it says where points of bones lie."""
    try:
        read_bone_points(path)
    except DamagedBody as error:
        return str(error).removesuffix(".")
    return None


def some_bytes(path: Path) -> str | None:
    """Whether the file holds anything."""
    return None if path.stat().st_size else "It is empty"


def sound_arrays(path: Path) -> str | None:
    """Whether it holds whole arrays."""
    try:
        read_arrays(path)
    except DamagedArrays:
        return "It holds no arrays, or is cut or damaged"
    return None


def sound_extents(path: Path) -> str | None:
    """Whether it says where muscles lie in the views."""
    try:
        read_extents(path)
    except DamagedExtents as error:
        return str(error).removesuffix(".")
    return None


def holds(path: Path, names: frozenset[str], shape: tuple[int | None, ...]) -> str | None:
    """Arrays of these names, one row a vertex."""
    try:
        held = read_arrays(path)
    except DamagedArrays:
        return "It holds no arrays, or is cut or damaged"
    if lacking := sorted(names - held.keys()):
        return f"It lacks {', '.join(lacking)}"
    unfit = [k for k in sorted(names) if (None not in shape and held[k].shape != shape) or not _finite(held[k])]
    return f"It does not fit the body ({', '.join(unfit)})" if unfit else None


def _finite(array: np.ndarray[Any, Any]) -> bool:
    return array.dtype.kind in "uif" and bool(np.isfinite(array).all())


def knows(path: Path, views: tuple[str, ...]) -> str | None:
    """Whether it holds these views."""
    cameras, wrong = read_cameras(path)
    if wrong:
        return wrong[0].removesuffix(".")
    lacking = [v for v in views if v not in cameras]
    return f"There is no camera of {', '.join(lacking)}" if lacking else None


def picture_like(path: Path, size: tuple[int, int] | None = None, mode: str | None = None) -> str | None:
    """A whole picture of a size and a kind; PNG's own checks and a whole decoding find what is cut or damaged."""
    if not path.stat().st_size:
        return "It is empty"
    try:
        with Image.open(path, formats=("JPEG", "PNG")) as image:
            if image.width * image.height > MOST_PIXELS:
                return "It is too large"
            if size is not None and image.size != size:
                return f"It is {image.width} x {image.height} pixels large, not {size[0]} x {size[1]}"
            if mode is not None and image.mode != mode:
                return "It is a picture of another kind"
            image.load()
    except Exception:  # Pillow fails in many ways
        return "It is no picture, or is cut or damaged"
    return None


def cropped(path: Path, camera: Camera | None, step: int = 1) -> str | None:
    """A muscle or bones as `art` paints them, `step` px of the view to one of theirs, lying inside their view."""
    if said := picture_like(path, mode="P"):
        return said
    if camera is None:
        return "It belongs to no view"
    with Image.open(path, formats=("PNG",)) as image:
        image.load()
        corner = str(image.info.get("corner", "")).split()
        if len(corner) != 2 or not all(c.isascii() and c.isdigit() and len(c) < 6 for c in corner):
            return "Its place in the view is missing"
        x, y = map(int, corner)
        inside = (x + image.width) * step <= camera.width and (y + image.height) * step <= camera.height
    return None if inside else "It does not lie inside its view"


def face_map(path: Path, size: tuple[int, int], count: int | None) -> str | None:
    """Whether it says of each pixel which face it shows."""
    try:
        face = unpack_faces(read_bytes(path), *size)
    except ValueError:
        return "It says no faces of this view, or is cut or damaged"
    if count is not None and face.size and int(face.max()) >= count:
        return "It was made for another body"
    return None
