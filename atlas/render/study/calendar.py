"""The days of study as a calendar: a square a day, the fuller the more was answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from atlas.render.study.chart_look import ChartLook, ramp

_LARGEST = 26.0  # px of a square
_MOST_WEEKS, _LEAST_WEEKS = 53, 8


def draw_calendar(
    painter: QPainter, room: QRectF, by_day: Mapping[date, int], goal: int, today: date, look: ChartLook, language: str
) -> None:
    """The last weeks up to today, as many as there is room for; a day on which the goal was met is full."""
    locale = QLocale(language)
    metrics = painter.fontMetrics()
    above = metrics.height() + 4.0
    named = {row: locale.dayName(row + 1, QLocale.FormatType.ShortFormat).rstrip(".") for row in (0, 3, 6)}
    left = max(metrics.horizontalAdvance(name) for name in named.values()) + 10.0
    side = min((room.height() - above - 4.0) / 7.0, _LARGEST)
    weeks = int(min(max((room.width() - left) / side, _LEAST_WEEKS), _MOST_WEEKS))
    side = min(side, (room.width() - left) / weeks)
    monday = today - timedelta(days=today.weekday())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.muted)
    for row, name in named.items():
        high = max(side, float(metrics.height()) + 2.0)
        spot = QRectF(room.x(), room.y() + above + (row + 0.5) * side - high / 2, left - 4.0, high)
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    written = -4
    for column in range(weeks):
        start = monday - timedelta(weeks=weeks - 1 - column)
        x = room.x() + left + column * side
        first = start + timedelta(days=6)
        if first.day <= 7 and column - written >= 3 and column < weeks - 1:
            month = locale.monthName(first.month, QLocale.FormatType.ShortFormat).rstrip(".")
            painter.setPen(look.muted)
            painter.drawText(QRectF(x, room.y(), 4 * side, above), Qt.AlignmentFlag.AlignLeft, month)
            written = column
        for row in range(7):
            day = start + timedelta(days=row)
            if day > today:
                break
            count = by_day.get(day, 0)
            cell = QRectF(x + 1.5, room.y() + above + row * side + 1.5, side - 3.0, side - 3.0)
            painter.setBrush(ramp(0.15 + 0.85 * count / max(goal, 1)) if count else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2.0) if day == today else QPen(look.line, 1.0))
            painter.drawRoundedRect(cell, 3.0, 3.0)
