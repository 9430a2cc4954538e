"""Fades a picture out where the body is cut off by its edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

_SAMPLES = 48

_FADE = 0.11  # of the picture's shorter side


def cut_edges(picture: QImage) -> frozenset[str]:
    """The edges (top, bottom, left, right) at which a picture cuts through the body."""
    width, height = picture.width() - 1, picture.height() - 1
    if width < 1 or height < 1:
        return frozenset()
    lines = {
        "top": [(width * k // _SAMPLES, 1) for k in range(_SAMPLES)],
        "bottom": [(width * k // _SAMPLES, height - 1) for k in range(_SAMPLES)],
        "left": [(1, height * k // _SAMPLES) for k in range(_SAMPLES)],
        "right": [(width - 1, height * k // _SAMPLES) for k in range(_SAMPLES)],
    }
    return frozenset(edge for edge, line in lines.items() if any(picture.pixel(x, y) >> 24 for x, y in line))


def faded(picture: QImage, edges: frozenset[str]) -> QImage:
    """A picture whose cut edges fade away, so that the body goes on beyond them."""
    if not edges:
        return picture
    out = picture.copy()
    width, height = float(out.width()), float(out.height())
    reach = _FADE * min(width, height)
    strips = {
        "top": (QPointF(0, 0), QPointF(0, reach), QRectF(0, 0, width, reach)),
        "left": (QPointF(0, 0), QPointF(reach, 0), QRectF(0, 0, reach, height)),
        "right": (QPointF(width, 0), QPointF(width - reach, 0), QRectF(width - reach, 0, reach, height)),
        "bottom": (QPointF(0, height), QPointF(0, height - reach), QRectF(0, height - reach, width, reach)),
    }
    with QPainter(out) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        for edge in sorted(edges):  # or corners would differ from process to process
            start, end, strip = strips[edge]
            shade = QLinearGradient(start, end)
            for place, alpha in ((0.0, 255), (0.45, 110), (1.0, 0)):
                shade.setColorAt(place, QColor(0, 0, 0, alpha))
            painter.fillRect(strip, shade)
    return out
