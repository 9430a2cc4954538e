"""Reads data/bones.yaml: named places on the bones, found once on the model and so alike on every figure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from art.bone_fit import F
from art.bone_meshes import BoneMesh
from art.rasterise import vertex_normals
from art.skeleton import Skeleton


class BonePointError(ValueError):
    """A bone point that cannot be found, with its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BonePoint:
    """A named place on a right or midline bone; the left one is its mirror image."""

    id: str
    name: str
    bone: str
    vertex: int
    near: str | None  # the skin landmark that lies over it


def load_points(path: Path, bones: Mapping[str, BoneMesh]) -> list[BonePoint]:
    """All points, each found on its bone's mesh. Raises BonePointError naming every mistake."""
    out: list[BonePoint] = []
    wrong: list[str] = []
    seen: set[str] = set()
    finder = _Finder(bones)
    for number, record in enumerate(_with_lines(path), start=1):
        line, one = record
        label = f"{path.name}:{line}: {one.get('id', f'point {number}')}"
        try:
            if one["id"] in seen:
                raise BonePointError("the same name twice")
            seen.add(one["id"])
            if one["bone"] not in bones:
                raise BonePointError(f"there is no bone {one['bone']}")
            out.append(
                BonePoint(
                    id=one["id"],
                    name=one["name"],
                    bone=one["bone"],
                    vertex=finder.vertex(one["bone"], one["find"]),
                    near=one.get("under"),
                )
            )
        except BonePointError as problem:
            wrong.append(f"{label}: {problem}")
        except KeyError as missing:
            wrong.append(f"{label}: {missing} is missing")
    if wrong:
        raise BonePointError("\n".join(wrong))
    return out


def _with_lines(path: Path) -> list[tuple[int, dict[str, Any]]]:
    root = yaml.compose(path.read_text(encoding="utf-8"))
    records = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [(node.start_mark.line + 1, record) for node, record in zip(root.value, records, strict=True)]


class _Finder:
    """Finds vertices by `far` (farthest along a way, perhaps within a box) or `at` (nearest to a place in the box).

    Places are shares of the bone's box: x 0 outer side to 1 midline side, y 0 low to 1 high, z 0 back to 1 front.
    `facing` keeps to the surface that looks along a way.
    """

    def __init__(self, bones: Mapping[str, BoneMesh]) -> None:
        self._bones = bones
        self._normals: dict[str, F] = {}

    def vertex(self, bone: str, find: Mapping[str, Any]) -> int:
        points = self._bones[bone].points
        low, size = points.min(axis=0), np.ptp(points, axis=0)
        place = (points - low) / size
        held = np.ones(len(points), bool)
        for axis, (start, stop) in find.get("box", {}).items():
            column = place[:, "xyz".index(axis)]
            held &= (column >= start) & (column <= stop)
        if "facing" in find:
            held &= self._facing(bone) @ _unit(find["facing"]) > 0.35
        if not held.any():
            raise BonePointError("no part of the bone is there")
        if "far" in find:
            value = points @ _unit(find["far"])
            return int(np.flatnonzero(held)[np.argmax(value[held])])
        if "at" in find:
            away = np.linalg.norm(points - (low + np.array(find["at"], float) * size), axis=1)
            return int(np.flatnonzero(held)[np.argmin(away[held])])
        raise BonePointError("`find` needs `far` or `at`")

    def _facing(self, bone: str) -> F:
        if bone not in self._normals:
            mesh = self._bones[bone]
            self._normals[bone] = vertex_normals(mesh.points, mesh.faces)
        return self._normals[bone]


def _unit(way: Any) -> NDArray[np.float64]:
    v = np.array(way, float)
    return np.asarray(v / np.linalg.norm(v))


def write_points(path: Path, points: Sequence[BonePoint], skeletons: Mapping[str, Skeleton]) -> None:
    """Writes where each point lies on each figure, one line a point: id -> figure -> [x, y, z] mm, right side."""
    lines = []
    for point in points:
        at = {
            sex: [round(float(mm), 2) for mm in skeleton.right(point.bone)[point.vertex]]
            for sex, skeleton in skeletons.items()
        }
        lines.append(f"{json.dumps(point.id)}: {json.dumps(at)}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def vertex_of(point: BonePoint, skeleton: Skeleton) -> tuple[str, F]:
    """The bone and the place (3,) mm of a point on a placed skeleton, right side."""
    return point.bone, skeleton.right(point.bone)[point.vertex]
