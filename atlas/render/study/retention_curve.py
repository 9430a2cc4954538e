"""How much was remembered after how many days, against what the scheduler had predicted."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from atlas.domain.study.retention import Retained
from atlas.domain.study.schedule import PROMISED
from atlas.render.study.chart_look import ChartLook, translate

_DAYS = (1, 3, 7, 30, 90, 365)
_LEAST, _MOST = 0.5, 1.0


def draw_retention(painter: QPainter, room: QRectF, found: Sequence[Retained], look: ChartLook) -> None:
    """Dots with the range of chance about them, and the prediction as a line; the goal is dashed."""
    metrics = painter.fontMetrics()
    left, below = metrics.horizontalAdvance("100 %") + 8.0, 2.0 * metrics.height() + 4.0
    above = metrics.height() + 6.0
    field = room.adjusted(left, above, -12.0, -below)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for percent in (50, 60, 70, 80, 90, 100):
        y = _y(percent / 100.0, field)
        dashed = percent == round(100 * PROMISED)
        painter.setPen(
            QPen(look.accent if dashed else look.line, 1.0, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        )
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(look.muted)
        spot = QRectF(room.left(), y - 10.0, left - 6.0, 20.0)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{percent} %")
    for days in _DAYS:
        spot = QRectF(_x(days, field) - 24.0, field.bottom() + 3.0, 48.0, metrics.height() + 2.0)
        painter.drawText(spot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(days))
    under = QRectF(field.left(), field.bottom() + metrics.height() + 3.0, field.width(), metrics.height() + 2.0)
    painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, translate("StudyChart", "days since the last answer"))
    _draw_key(painter, QRectF(field.left(), room.top(), field.width(), above), look)
    line = QPolygonF([QPointF(_x(r.days, field), _y(r.predicted, field)) for r in found])
    painter.setPen(QPen(look.muted, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(line)
    for kept in found:
        x = _x(kept.days, field)
        painter.setPen(QPen(look.accent, 1.6))
        painter.drawLine(QPointF(x, _y(kept.least, field)), QPointF(x, _y(kept.most, field)))
        painter.setBrush(look.accent)
        painter.drawEllipse(QPointF(x, _y(kept.right, field)), 4.5, 4.5)


def _draw_key(painter: QPainter, room: QRectF, look: ChartLook) -> None:
    metrics = painter.fontMetrics()
    x, y = room.left(), room.top() + metrics.height() / 2.0
    painter.setBrush(look.accent)
    painter.setPen(QPen(look.accent, 1.6))
    painter.drawEllipse(QPointF(x + 5.0, y), 4.5, 4.5)
    first, second = translate("StudyChart", "remembered"), translate("StudyChart", "predicted")
    painter.setPen(look.ink)
    painter.drawText(QRectF(x + 15.0, room.top(), room.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, first)
    x += 15.0 + metrics.horizontalAdvance(first) + 24.0
    painter.setPen(QPen(look.muted, 2.0))
    painter.drawLine(QPointF(x, y), QPointF(x + 20.0, y))
    painter.setPen(look.ink)
    painter.drawText(QRectF(x + 26.0, room.top(), room.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, second)


def _x(days: float, field: QRectF) -> float:
    share = log(min(max(days, 1.0), 365.0)) / log(365.0)
    return field.left() + 10.0 + share * (field.width() - 20.0)


def _y(share: float, field: QRectF) -> float:
    part = (min(max(share, _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST)
    return field.bottom() - part * field.height()
