"""The few signs on buttons, drawn as lines so that they are sharp at every size and in both themes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

IconLine = tuple[tuple[float, float], ...]

_LINES: Mapping[str, tuple[IconLine, ...]] = {  # on a field of 24 by 24
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "minus": (((5, 12), (19, 12)),),
    "close": (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "fit": (
        ((4, 9), (4, 4), (9, 4)),
        ((15, 4), (20, 4), (20, 9)),
        ((20, 15), (20, 20), (15, 20)),
        ((9, 20), (4, 20), (4, 15)),
    ),
    "undo": (((9, 4), (4, 9), (9, 14)), ((4, 9), (14, 9), (18, 10.5), (20, 14), (18.5, 18), (15, 19.5), (9, 19.5))),
    "redo": (((15, 4), (20, 9), (15, 14)), ((20, 9), (10, 9), (6, 10.5), (4, 14), (5.5, 18), (9, 19.5), (15, 19.5))),
    "bin": (
        ((4, 6.5), (20, 6.5)),
        ((9, 6.5), (9, 3.5), (15, 3.5), (15, 6.5)),
        ((6, 6.5), (7, 20.5), (17, 20.5), (18, 6.5)),
    ),
    "search": (((15.5, 15.5), (20, 20)),),
    "menu": (((4, 7), (20, 7)), ((4, 12), (20, 12)), ((4, 17), (20, 17))),
    "back": (((14, 5), (7, 12), (14, 19)),),
    "next": (((10, 5), (17, 12), (10, 19)),),
    "play": (((8, 5), (19, 12), (8, 19), (8, 5)),),
    "pause": (((8, 5), (8, 19)), ((16, 5), (16, 19))),
    "again": (((18.5, 8), (18.5, 3.5)), ((18.5, 8), (14, 8))),
    "person": (((5, 20), (5.6, 16.8), (8, 14.8), (12, 14), (16, 14.8), (18.4, 16.8), (19, 20)),),
    "screen": (((3, 4), (21, 4), (21, 16), (3, 16), (3, 4)), ((8, 20), (16, 20)), ((12, 16), (12, 20))),
    "speak": (((4, 10), (4, 14), (8, 14), (12, 18), (12, 6), (8, 10), (4, 10)), ((16, 8.5), (17.2, 12), (16, 15.5))),
    "page": (
        ((6, 3.5), (14, 3.5), (18.5, 8), (18.5, 20.5), (6, 20.5), (6, 3.5)),
        ((9, 12), (15.5, 12)),
        ((9, 16), (15.5, 16)),
    ),
    "book": (
        ((12, 6), (12, 19)),
        ((12, 6), (9, 4.5), (4, 4.5), (4, 17.5), (9, 17.5), (12, 19)),
        ((12, 6), (15, 4.5), (20, 4.5), (20, 17.5), (15, 17.5), (12, 19)),
    ),
    "trouble": (((12, 7), (12, 13)), ((12, 16.6), (12, 16.7))),
    "filter": (((4, 7), (20, 7)), ((7, 12), (17, 12)), ((10, 17), (14, 17))),
    "look": (((4, 7), (9, 7)), ((15, 7), (20, 7)), ((4, 17), (9, 17)), ((15, 17), (20, 17))),
}
_RINGS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "search": ((10.5, 10.5, 6.0),),
    "again": ((12, 12.5, 7.0),),
    "person": ((12, 7.5, 3.8),),
    "trouble": ((12, 12, 9.2),),
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
    with QPainter(made) as painter:
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
    return made
