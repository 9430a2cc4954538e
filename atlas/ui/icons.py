"""The few signs on buttons, drawn as lines so that they are sharp at every size and in both themes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

Line = tuple[tuple[float, float], ...]

_LINES: Mapping[str, tuple[Line, ...]] = {  # on a field of 24 by 24
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "minus": (((5, 12), (19, 12)),),
    "close": (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "fit": (
        ((4, 9), (4, 4), (9, 4)),
        ((15, 4), (20, 4), (20, 9)),
        ((20, 15), (20, 20), (15, 20)),
        ((9, 20), (4, 20), (4, 15)),
    ),
    "search": (((15.5, 15.5), (20, 20)),),
    "menu": (((4, 7), (20, 7)), ((4, 12), (20, 12)), ((4, 17), (20, 17))),
    "look": (((4, 7), (9, 7)), ((15, 7), (20, 7)), ((4, 17), (9, 17)), ((15, 17), (20, 17))),
}
_RINGS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "search": ((10.5, 10.5, 6.0),),
    "look": ((12, 7, 2.6), (12, 17, 2.6)),
}


def icon(name: str, colour: QColor) -> QIcon:
    """One of the atlas's signs in a colour, sharp at 22 px on plain and fine screens."""
    made = QIcon()
    for size in (22, 44):
        made.addPixmap(_drawn(name, colour, size))
    return made


def _drawn(name: str, colour: QColor, size: int) -> QPixmap:
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 24.0, size / 24.0)
    pen = QPen(colour, 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for line in _LINES[name]:
        path = QPainterPath(QPointF(*line[0]))
        for spot in line[1:]:
            path.lineTo(QPointF(*spot))
        painter.drawPath(path)
    for x, y, r in _RINGS.get(name, ()):
        painter.drawEllipse(QPointF(x, y), r, r)
    painter.end()
    return made
