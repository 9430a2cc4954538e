"""The painted muscles of a scene, each where it goes in a view: whole, as outlines, and as what they cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from atlas.domain.body.sides import Side
from atlas.domain.scene import MuscleLayer, Scene
from atlas.render import colours
from atlas.render.body.baked_views import DamagedPicture, SeenBy
from atlas.render.body.body_picture import Scale, Window
from atlas.render.body.muscle_pictures import MuscleArt

_DEEP_OPACITY = 0.85


class MuscleLayers:
    """Finds the pictures of muscles; those that cannot be read are told and left out."""

    def __init__(self, art: MuscleArt, report: Callable[[DamagedPicture], None]) -> None:
        self._art, self._report = art, report

    def of(
        self, layer: MuscleLayer, scene: Scene, seen: SeenBy, scale: Scale, width: int, window: Window | None
    ) -> tuple[QImage, QPoint, float] | None:
        """A muscle, where its corner goes and how opaque it is; None where a view `width` px wide does not show it."""
        side: Side = _other(layer.side) if seen.flipped else layer.side
        # A view that is its own mirror image has pictures of right muscles only; turned over they are the left.
        turned = scene.view.symmetric and side == "left"
        baked: Side = "right" if turned else side
        try:
            art = self._art.picture(layer.muscle, scene.figure, seen.baked, baked, scene.palette, scale)
        except DamagedPicture as damage:
            self._report(damage)
            return None
        if art is None:
            return None
        image, corner = art
        if turned:
            image = image.flipped(Qt.Orientation.Horizontal)
            corner = QPoint(width - corner.x() - image.width(), corner.y())
        if window is not None:
            corner = corner - QPoint(window[0], window[1])  # not in place: the picture is kept with its corner
        return image, corner, _DEEP_OPACITY if layer.deep else 1.0

    def outlines(
        self, scene: Scene, seen: SeenBy, scale: Scale, width: int, window: Window | None
    ) -> list[tuple[QImage, QPoint]]:
        """The lines around the neighbouring muscles, and where their corners go."""
        if not scene.neighbours:
            return []
        from atlas.render.body.outlines import outlined  # not needed until someone asks for neighbours

        line = colours.outline_on(scene.tone, colours.PAIN_COLOURS[scene.palette].grey_body)
        found = [self.of(layer, scene, seen, scale, width, window) for layer in scene.neighbours]
        return [outlined(part[0], part[1], line, scale) for part in found if part is not None]


def cover_of(shape: tuple[int, int], muscles: Sequence[tuple[QImage, QPoint]]) -> NDArray[np.uint8] | None:
    """How much of each pixel of a picture (h, w) some muscles cover, 0..255; None without any."""
    if not muscles:
        return None
    height, width = shape
    cover = np.zeros(shape, np.uint8)
    for image, corner in muscles:
        words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
        left, top = max(corner.x(), 0), max(corner.y(), 0)
        right, bottom = min(corner.x() + image.width(), width), min(corner.y() + image.height(), height)
        if left < right and top < bottom:
            rows = slice(top - corner.y(), bottom - corner.y())
            alpha = words[rows, left - corner.x() : right - corner.x()] >> 24
            part = cover[top:bottom, left:right]
            np.maximum(part, alpha.astype(np.uint8), out=part)
    return cover


def _other(side: Side) -> Side:
    return "left" if side == "right" else "right"
