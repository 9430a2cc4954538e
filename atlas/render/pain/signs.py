"""The sign of each layer, as legends show it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from atlas.domain.state import Layer
from atlas.render.colours import PALETTES


def draw_swatch(painter: QPainter, swatch: QRectF, layer: Layer, palette: str) -> None:
    """A layer's sign as on the plate, in `swatch`, about 18 px square."""
    pain = PALETTES[palette]
    if layer is Layer.POINTS:
        arm = 5.5
        middle = swatch.center()
        for colour, width in ((QColor("white"), 6.0), (QColor("#17191b"), 2.8)):
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
            painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    field = QColor(*pain.field)
    if layer is Layer.ESSENTIAL:
        painter.setBrush(field)
        painter.drawRoundedRect(swatch, 5, 5)
    elif layer is Layer.SPILLOVER:
        painter.setBrush(QColor(232, 216, 204))
        painter.drawRoundedRect(swatch, 5, 5)
        painter.setBrush(field)
        for row in range(3):
            for column in range(3):
                spot = swatch.topLeft() + QPointF(4 + 5 * column, 4 + 5 * row)
                painter.drawEllipse(spot, 1.35, 1.35)
    else:
        painter.setBrush(QColor(140, 52, 42) if not pain.grey_body else QColor(110, 110, 110))
        painter.drawRoundedRect(swatch, 5, 5)
        painter.setPen(QPen(QColor(214, 128, 110) if not pain.grey_body else QColor(190, 190, 190), 1.2))
        for k in range(3):
            x = swatch.left() + 4.5 + 4.5 * k
            painter.drawLine(QPointF(x, swatch.top() + 2.5), QPointF(x, swatch.bottom() - 2.5))
