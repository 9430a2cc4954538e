"""The sign of each layer, drawn in one place: legends on the screen and the key on paper show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from atlas.domain.state import Layer
from atlas.render.colours import PAIN_COLOURS, PainColours

_SKIN = QColor(232, 216, 204)


def draw_sign(
    painter: QPainter, box: QRectF, layer: Layer, palette: str, scale: float = 1.0, ground: QColor = _SKIN
) -> None:
    """A layer's sign as on the plate, in a box at least as wide as high; `scale` 1 for a box 18 to 20 px high.

    `ground` is what lies below dots.

    Raises KeyError for a layer that has none.
    """
    SIGNS[layer](painter, box, PAIN_COLOURS[palette], scale, ground)


def _field(painter: QPainter, box: QRectF, colour: QColor, scale: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 5 * scale, 5 * scale)


def _essential(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, QColor(*pain.field), scale)


def _spillover(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, ground, scale)
    painter.setBrush(QColor(*pain.field))
    for y in _spread(box.height(), 4 * scale, 5 * scale):
        for x in _spread(box.width(), 4 * scale, 5 * scale):
            painter.drawEllipse(box.topLeft() + QPointF(x, y), 1.35 * scale, 1.35 * scale)


def _points(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    arm, middle = 5.5 * scale, box.center()
    for colour, width in ((QColor("white"), 6.0 * scale), (QColor(17, 17, 17), 2.8 * scale)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))


def _muscle(painter: QPainter, box: QRectF, pain: PainColours, scale: float, ground: QColor) -> None:
    _field(painter, box, QColor(110, 110, 110) if pain.grey_body else QColor(140, 52, 42), scale)
    painter.setPen(QPen(QColor(190, 190, 190) if pain.grey_body else QColor(214, 128, 110), 1.2 * scale))
    for x in _spread(box.width(), 4.5 * scale, 4.5 * scale):
        top, bottom = box.top() + 2.5 * scale, box.bottom() - 2.5 * scale
        painter.drawLine(QPointF(box.left() + x, top), QPointF(box.left() + x, bottom))


def _spread(room: float, first: float, step: float) -> Iterator[float]:
    """As many places, `step` apart, as leave `first` free at both ends; in the middle of the room."""
    steps = int((room - 2 * first) / step + 1e-6)
    for k in range(steps + 1):
        yield (room - steps * step) / 2 + k * step


SIGNS: Mapping[Layer, Callable[[QPainter, QRectF, PainColours, float, QColor], None]] = {
    Layer.ESSENTIAL: _essential,
    Layer.SPILLOVER: _spillover,
    Layer.POINTS: _points,
    Layer.MUSCLE: _muscle,
}
