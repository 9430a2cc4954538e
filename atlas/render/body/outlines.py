"""Outlines of painted muscles: a quiet line along the edge of each, and which of them a place lies in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from atlas.render.body.body_picture import Scale
from atlas.render.colours import Rgb, pack

_ROOM = 3  # px around a muscle for its line
_SOFT: dict[Scale, int] = {1: 2, 2: 1}  # times that the edge is smoothed: fibres part, and their gaps are no edges
_FADING, _STEEP = 26.0, 34.0  # of 255 a px: less is no edge, and so much more is one
_OPACITY = 0.55


def outlined(muscle: QImage, corner: QPoint, colour: Rgb, scale: Scale) -> tuple[QImage, QPoint]:
    """The line along the edge of a premultiplied picture of a muscle, and where its corner goes."""
    cover = np.pad(_alpha(muscle), _ROOM)
    for _ in range(_SOFT[scale]):
        cover = _blurred(cover)
    down, across = np.gradient(cover)  # where a limb fades out, its muscles do too, and have no edge there
    line = np.clip((np.hypot(down, across) - _FADING) / _STEEP, 0.0, 1.0) * _OPACITY
    words = pack(np.broadcast_to(np.array(colour, float), (line.size, 3)), line.ravel())
    height, width = line.shape
    image = QImage(words.tobytes(), width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
    return image, corner - QPoint(_ROOM, _ROOM)


def holds(muscle: QImage, corner: QPoint, x: float, y: float) -> bool:
    """Whether a place of the view, px at the picture's scale, lies in a muscle or within a finger's breadth of it."""
    column, row = int(x) - corner.x(), int(y) - corner.y()
    near = _alpha(muscle)[max(row - 2, 0) : max(row + 3, 0), max(column - 2, 0) : max(column + 3, 0)]
    return near.size > 0 and int(near.max()) > 96


def _alpha(image: QImage) -> NDArray[np.float64]:
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return np.asarray((words[:, : image.width()] >> 24), np.float64)


def _blurred(a: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each px the mean of the 3 x 3 around it."""
    p = np.pad(a, 1)
    rows = p[:-2] + p[1:-1] + p[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9.0)
