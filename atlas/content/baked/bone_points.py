"""Reads where the named points of the bones lie: baked, because the bones themselves are not shipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from atlas.content.baked.body import FARTHEST_MM, BonePoint, DamagedBody
from atlas.content.files import read_bytes, read_json
from atlas.content.seals import ReadsFile
from atlas.domain.choices import FIGURES
from atlas.domain.problems import Unreadable

_MOST_BYTES = 1_000_000


def read_bone_points(path: Path, read: ReadsFile = read_bytes) -> dict[str, dict[str, BonePoint]]:
    """By figure, points of the bones of the right half and the midline by id, (x, y, z) mm.

    Raises DamagedBody.
    """
    try:
        found = read_json(path, _MOST_BYTES, read)
    except Unreadable as error:
        raise DamagedBody(str(error)) from error
    if not isinstance(found, dict):
        raise DamagedBody("These are no points of bones.")
    out: dict[str, dict[str, BonePoint]] = {figure: {} for figure in FIGURES}
    for name, by_figure in found.items():
        for figure, points in out.items():
            place = by_figure.get(figure) if isinstance(by_figure, dict) else None
            if not isinstance(place, list) or not _is_place(place):
                raise DamagedBody(f"The point `{name}` of a bone is damaged.")
            x, y, z = place
            points[name] = (x, y, z)
    return out


def _is_place(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 3:
        return False
    return all(type(number) in (int, float) and abs(number) <= FARTHEST_MM for number in value)
