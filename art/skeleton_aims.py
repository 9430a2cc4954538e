"""What a skeleton is fitted from and to: a model's bones, asked for their ends, and a body, for its landmarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from art.bone_fit import F, Skin
from art.bone_meshes import BoneMesh

Where = Callable[[F], NDArray[np.bool_]]


class Model:
    """The bones as the model holds them."""

    def __init__(self, bones: Mapping[str, BoneMesh]) -> None:
        self.bones = bones

    def __getitem__(self, name: str) -> F:
        return self.bones[name].points

    def far(self, bone: str, way: tuple[float, float, float], where: Where | None = None) -> F:
        """The bone's farthest point along `way`; `where` picks by place in the bone's box, 0..1 (x 1: midline side)."""
        return farthest(self[bone], way, where)


def farthest(points: F, way: tuple[float, float, float], where: Where | None = None) -> F:
    low, high = points.min(axis=0), points.max(axis=0)
    held = points if where is None else points[where((points - low) / (high - low))]
    return held[np.argmax(held @ np.array(way))]


class Body:
    """A figure's skin in a stance, with its landmarks and joints."""

    def __init__(self, skin: Skin, landmarks: Mapping[str, int], joints: Mapping[str, F]) -> None:
        self.skin = skin
        self._landmarks = landmarks
        self._joints = joints

    def on(self, landmark: str) -> F:
        return self.skin.points[self._landmarks[landmark]]

    def under(self, landmark: str, depth: float) -> F:
        """The point `depth` mm under the skin of a landmark."""
        number = self._landmarks[landmark]
        return np.asarray(self.skin.points[number] - depth * self.skin.normals[number])

    def joint(self, name: str) -> F:
        return self._joints[name]
