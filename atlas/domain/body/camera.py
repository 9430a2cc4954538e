"""How a picture of the body was taken."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from atlas.domain.body.painting import Floats

STANDING = "standing"  # the stance of all views that do not say another


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """How a view was taken, without perspective: mm of the body to px of the fine picture."""

    centre: tuple[float, float, float]
    yaw: float  # degrees
    pitch: float
    mm_per_px: float
    width: int
    height: int
    stance: str

    def project(self, points: Floats) -> Floats:
        """(n, 3) mm to (n, 3): x px, y px, mm towards the viewer."""
        y, p = np.deg2rad([self.yaw, self.pitch])
        toward = np.array([np.sin(y) * np.cos(p), np.sin(p), np.cos(y) * np.cos(p)])
        right = np.array([np.cos(y), 0.0, -np.sin(y)])
        up = np.array([-np.sin(y) * np.sin(p), np.cos(p), -np.cos(y) * np.sin(p)])
        q = (points - np.array(self.centre)) @ np.stack([right, up, toward]).T
        q[:, 0] = self.width / 2.0 + q[:, 0] / self.mm_per_px
        q[:, 1] = self.height / 2.0 - q[:, 1] / self.mm_per_px
        return np.asarray(q, np.float32)

    def places(self, points: Floats) -> Floats:
        """(n, 3) mm to (n, 2): where they lie across and down the picture, 0..1; less or more beside it."""
        size = np.array([self.width, self.height], np.float32)
        return np.asarray(self.project(points)[:, :2] / size, np.float32)

    def cropped(self, left: int, top: int, right: int, bottom: int) -> Camera:
        """The camera that takes only a part of this one's picture; edges in px of it."""
        y, p = np.deg2rad([self.yaw, self.pitch])
        toward = np.array([np.sin(y) * np.cos(p), np.sin(p), np.cos(y) * np.cos(p)])
        across = np.array([np.cos(y), 0.0, -np.sin(y)])
        right_by = ((left + right) / 2.0 - self.width / 2.0) * self.mm_per_px
        down_by = ((top + bottom) / 2.0 - self.height / 2.0) * self.mm_per_px
        middle = np.array(self.centre) + right_by * across - down_by * np.cross(toward, across)
        centre = float(middle[0]), float(middle[1]), float(middle[2])
        return replace(self, centre=centre, width=right - left, height=bottom - top)

    def mirrored(self) -> Camera:
        """The camera that sees the body's mirror image as this one sees the body: its picture is this one's, turned."""
        x, y, z = self.centre
        return replace(self, centre=(-x, y, z), yaw=-self.yaw)
