"""The sign of each layer, drawn in one place: legends on the screen and the key on paper show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QPainter, QPen, QRadialGradient

from atlas.domain.state import Layer, Sign
from atlas.render.colours import PainColours, pain_on, skin_colour
from atlas.render.pain.marks import draw_cross

_DOTS = (  # where dots lie in a sign, shares of its box, and how large they are: they shrink and part outward
    (0.46, 0.5, 1.0), (0.62, 0.36, 0.94), (0.6, 0.66, 0.94), (0.3, 0.38, 0.9), (0.31, 0.65, 0.9), (0.46, 0.22, 0.7),
    (0.45, 0.8, 0.7), (0.78, 0.52, 0.74), (0.77, 0.21, 0.5), (0.77, 0.82, 0.5), (0.16, 0.5, 0.6), (0.17, 0.18, 0.44),
    (0.18, 0.83, 0.44), (0.92, 0.36, 0.4), (0.92, 0.68, 0.4),
)  # fmt: skip


def draw_sign(
    painter: QPainter,
    box: QRectF,
    of: Layer | Sign,
    palette: str,
    tone: str,
    scale: float = 1.0,
) -> None:
    """A sign as on the plate, in a box at least as wide as high; `scale` 1 for a box 18 to 20 px high.

    Raises KeyError for what has none.
    """
    pain = pain_on(palette, tone)
    drawn = SIGNS[of] if isinstance(of, Layer) else FURTHER_SIGNS[of]
    drawn(painter, box, pain, scale, QColor(*(int(c) for c in skin_colour(tone, pain.grey_body))))


def _field(painter: QPainter, box: QRectF, colour: QBrush | QColor, scale: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 5 * scale, 5 * scale)


def _essential(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, ground, scale)
    wash = QRadialGradient(QPointF(0.5, 0.5), 0.56)
    wash.setCoordinateMode(QGradient.CoordinateMode.ObjectBoundingMode)
    for at, opacity in ((0.0, 0.96), (0.5, 0.9), (0.8, 0.5), (1.0, 0.12)):
        colour = QColor(*pain.field)
        colour.setAlphaF(opacity)
        wash.setColorAt(at, colour)
    _field(painter, box, QBrush(wash), scale)


def _spillover(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, ground, scale)
    painter.setBrush(QColor(*pain.field))
    wide = min(box.width(), 1.2 * box.height())
    left = box.center().x() - wide / 2
    for x, y, large in _DOTS:
        radius = 1.7 * large * scale
        painter.drawEllipse(QPointF(left + x * wide, box.top() + y * box.height()), radius, radius)


def _points(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    draw_cross(painter, box.center(), 7.0 * scale, hollow=False)


def _hollow(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    draw_cross(painter, box.center(), 7.0 * scale, hollow=True)


def _inside(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, ground, scale)
    pen = QPen(QColor(*pain.field), 2.2 * scale)
    pen.setDashPattern([1.8, 1.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.center(), 6.3 * scale * min(box.width() / box.height(), 1.5), 6.3 * scale)


def _muscle(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, QColor(110, 110, 110) if pain.grey_body else QColor(128, 62, 46), scale)
    painter.setPen(QPen(QColor(190, 190, 190) if pain.grey_body else QColor(206, 140, 114), 1.2 * scale))
    for x in _spread(box.width(), 4.5 * scale, 4.5 * scale):
        top, bottom = box.top() + 2.5 * scale, box.bottom() - 2.5 * scale
        painter.drawLine(QPointF(box.left() + x, top), QPointF(box.left() + x, bottom))


def _spread(room: float, first: float, step: float) -> Iterator[float]:
    """As many places, `step` apart, as leave `first` free at both ends; in the middle of the room."""
    steps = int((room - 2 * first) / step + 1e-6)
    for k in range(steps + 1):
        yield (room - steps * step) / 2 + k * step


_Draws: TypeAlias = Callable[[QPainter, QRectF, PainColours, float, QColor], None]

SIGNS: Mapping[Layer, _Draws] = {
    Layer.ESSENTIAL: _essential,
    Layer.SPILLOVER: _spillover,
    Layer.POINTS: _points,
    Layer.MUSCLE: _muscle,
}
FURTHER_SIGNS: Mapping[Sign, _Draws] = {Sign.INSIDE: _inside, Sign.HOLLOW: _hollow}
