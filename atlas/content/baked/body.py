"""Reads the baked body: its surface and what every view sees of it. Raises DamagedBody; a stand-in is at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.content.baked.arrays import Arrays, DamagedArrays, read_arrays, taken
from atlas.content.files import read_bytes
from atlas.content.seals import ReadsFile
from atlas.domain.anatomy import Region
from atlas.domain.body.painting import Floats, Ints
from atlas.domain.body.stipple import Stipple
from atlas.domain.body.surface import Surface
from atlas.domain.choices import FIGURES
from atlas.domain.problems import Unreadable

FARTHEST_MM = 3000.0  # from the point between the feet; a body is 1750 tall
_MOST_VERTICES = 65_536
STAND_IN = "no body"  # the version of the surface that stands in for a missing one


BonePoint: TypeAlias = tuple[float, float, float]


class DamagedBody(Exception):
    """A file of the body is missing or is not what it should be; the message is a sentence."""


def read_surface(
    path: Path,
    regions: Sequence[Region],
    landmarks: Mapping[str, int],
    bones: Mapping[str, Mapping[str, BonePoint]],
    read: ReadsFile = read_bytes,
) -> Surface:
    """The surface of a file; region numbers follow the order of `regions`. Landmarks off the mesh are left out.

    `bones` says of each figure where points of the bones lie in it, mm.
    """
    try:
        held = read_arrays(path, read)
        version = str(taken(held, "version", "U", ()))
        twin = taken(held, "twin", "ui", (None,), 0, _MOST_VERTICES)
        n = len(twin)
        faces = taken(held, "faces", "ui", (None, 3), 0, n - 1).astype(np.int32)
        twin = taken(held, "twin", "ui", (n,), 0, n - 1).astype(np.int32)
        figures: dict[str, Floats] = {
            f: taken(held, f, "f", (n, 3), -FARTHEST_MM, FARTHEST_MM).astype(np.float32) for f in FIGURES
        }
        region = taken(held, "region", "u", (n,), 0, 255).astype(np.uint8)
        hidden = taken(held, "hidden", "b", (n,)) if "hidden" in held else np.zeros(n, bool)
        dots = _stipple(held, twin) if "grain" in held else None
    except (Unreadable, DamagedArrays) as error:
        raise DamagedBody(str(error)) from error
    if not (n and len(faces) and version):
        raise DamagedBody("The body's surface holds no skin.")
    if not np.array_equal(twin[twin], np.arange(n)):
        raise DamagedBody("The body's surface has no mirror image: a vertex's twin has another twin.")
    return _surface(version, figures, faces, twin, regions, region, landmarks, bones, hidden, dots)


def _stipple(held: Arrays, twin: Ints) -> Stipple:
    n = len(twin)
    corners = taken(held, "dot_corners", "u", (None, 3), 0, n - 1).astype(np.uint16)
    return Stipple.mirrored(
        corners=corners.T,
        weights=taken(held, "dot_weights", "u", (len(corners), 2), 0, 255).astype(np.uint8).T,
        spacing=taken(held, "dot_spacing", "u", (len(corners),), 100, 255).astype(np.float32) / np.float32(100),
        grain=taken(held, "grain", "u", (n,), 1, 255).astype(np.float32) / np.float32(10),
        twin=twin,
    )


def stand_in(regions: Sequence[Region], landmarks: Mapping[str, int]) -> Surface:
    """A surface of four vertices, for when there is none: nothing can be painted on it, and nothing fails."""
    points = np.array([[-1, 0, 0], [1, 0, 0], [0, 1750, 0], [0, 0, 1]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3], [1, 3, 2], [0, 3, 1]], np.int32)
    twin = np.array([1, 0, 2, 3], np.int32)
    figures: dict[str, Floats] = dict.fromkeys(FIGURES, points)
    none, top = np.zeros(4, np.uint8), dict.fromkeys(landmarks, 2)
    return _surface(STAND_IN, figures, faces, twin, regions, none, top, {}, none.astype(bool))


def _mean(bones: Mapping[str, Mapping[str, BonePoint]]) -> dict[str, BonePoint]:
    out: dict[str, BonePoint] = {}
    for name in next(iter(bones.values()), {}):
        x, y, z = np.mean([of[name] for of in bones.values()], axis=0).tolist()
        out[name] = (x, y, z)
    return out


def _surface(
    version: str,
    figures: dict[str, Floats],
    faces: Ints,
    twin: Ints,
    regions: Sequence[Region],
    region: NDArray[np.uint8],
    landmarks: Mapping[str, int],
    bones: Mapping[str, Mapping[str, BonePoint]],
    hidden: NDArray[np.bool_],
    dots: Stipple | None = None,
) -> Surface:
    ids = [r.id for r in regions]
    ids += [f"region_{k}" for k in range(len(ids), int(region.max()) + 1)]
    arrays: list[NDArray[Any]] = [faces, twin, region, hidden, *figures.values()]
    for array in arrays:
        array.flags.writeable = False
    return Surface(
        version=version,
        points=np.mean([figures[f] for f in FIGURES], axis=0, dtype=np.float32),
        figures=figures,
        faces=faces,
        twin=twin,
        region_ids=tuple(ids),
        region=region,
        midline_ids=frozenset(r.id for r in regions if r.midline),
        landmarks={name: v for name, v in landmarks.items() if v < len(twin)},
        hidden=hidden,
        dots=dots,
        bones=_mean(bones),
        figure_bones=bones,
    )


def read_visibility(
    path: Path, views: Sequence[str], n: int, read: ReadsFile = read_bytes
) -> tuple[dict[str, NDArray[np.uint8]], list[str]]:
    """What each baked view sees of every vertex, (n,) bytes for 0..1; and the views it lacks, which see nothing."""
    seen: dict[str, NDArray[np.uint8]] = {}
    try:
        held = read_arrays(path, read)
    except (Unreadable, DamagedArrays) as error:
        raise DamagedBody(str(error)) from error
    for view in views:
        if view in held and held[view].shape == (n,) and held[view].dtype == np.uint8:
            seen[view] = held[view]
    lacking = [v for v in views if v not in seen]
    return seen | {v: np.zeros(n, np.uint8) for v in lacking}, lacking


def read_stances(path: Path, figure: str, n: int, read: ReadsFile = read_bytes) -> dict[str, Floats]:
    """A figure's points in the stances that some views are taken in, by stance; (n, 3) mm."""
    try:
        held = read_arrays(path, read)
        ending = f"-{figure}"
        return {
            name.removesuffix(ending): taken(held, name, "f", (n, 3), -FARTHEST_MM, FARTHEST_MM).astype(np.float32)
            for name in held
            if name.endswith(ending)
        }
    except (Unreadable, DamagedArrays) as error:
        raise DamagedBody(str(error)) from error
