"""Which muscles are taken for each other, as a small map: muscles on a ring, lines between those that are confused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from atlas.domain.study.confusion import Confusion, on_a_ring
from atlas.render.study.chart_look import ChartLook, ramp

_NAMES_SHARE = 0.34  # of the width, for names at either side
_BADGE = 9.0  # px
_BADGE_AT = 0.68  # of a line, from the muscle that is confused with most others


def draw_confusions(
    painter: QPainter, room: QRectF, pairs: Sequence[Confusion], names: Mapping[str, str], look: ChartLook
) -> None:
    """The more often two were confused, the broader the line between them; how often stands on it."""
    metrics = QFontMetricsF(painter.font())
    places = on_a_ring(pairs)
    aside = min(max((metrics.horizontalAdvance(names[m]) for m in places), default=0.0), _NAMES_SHARE * room.width())
    high = 2.0 * metrics.height()
    across, down = max(room.width() / 2 - aside - 14.0, 20.0), max(room.height() / 2 - high, 20.0)
    middle = room.center()
    spots = {m: QPointF(middle.x() + across * x, middle.y() + down * y) for m, (x, y) in places.items()}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    most = max((pair.times for pair in pairs), default=1)
    badges = []
    links = {m: sum(m in (p.one, p.other) for p in pairs) for m in places}
    for pair in reversed(pairs):
        busy, other = sorted((pair.one, pair.other), key=lambda m: -links[m])
        a, b = spots[busy], spots[other]
        bent = (a + b) / 2 + (middle - (a + b) / 2) * 0.45
        path = QPainterPath(a)
        path.quadTo(bent, b)
        pen = QPen(ramp(0.35 + 0.65 * pair.times / most), 1.5 + 5.0 * pair.times / most)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        badges.append((path.pointAtPercent(_BADGE_AT), pair.times))
    for spot, times in badges:
        painter.setPen(QPen(look.line, 1.0))
        painter.setBrush(look.paper)
        painter.drawEllipse(spot, _BADGE, _BADGE)
        painter.setPen(look.ink)
        field = QRectF(spot.x() - _BADGE, spot.y() - _BADGE, 2 * _BADGE, 2 * _BADGE)
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, str(times))
    for muscle, spot in spots.items():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent)
        painter.drawEllipse(spot, 4.0, 4.0)
        painter.setPen(look.ink)
        x, y = places[muscle]
        _draw_name(painter, names[muscle], spot, x, y, room)


def _draw_name(painter: QPainter, name: str, spot: QPointF, x: float, y: float, room: QRectF) -> None:
    """Beside its dot, away from the middle, on two lines where it is long."""
    high = 2.0 * QFontMetricsF(painter.font()).height()
    centre = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    if abs(x) < 0.2:
        wide = room.width() * 0.5
        top = spot.y() - high - 4.0 if y < 0 else spot.y() + 4.0
        flags = Qt.AlignmentFlag.AlignHCenter | (Qt.AlignmentFlag.AlignBottom if y < 0 else Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(spot.x() - wide / 2, top, wide, high), flags | Qt.TextFlag.TextWordWrap, name)
    elif x > 0:
        field = QRectF(spot.x() + 9.0, spot.y() - high / 2, room.right() - spot.x() - 9.0, high)
        painter.drawText(field, centre | Qt.AlignmentFlag.AlignLeft, name)
    else:
        field = QRectF(room.left(), spot.y() - high / 2, spot.x() - 9.0 - room.left(), high)
        painter.drawText(field, centre | Qt.AlignmentFlag.AlignRight, name)
