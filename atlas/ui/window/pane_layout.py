"""Where the three panes lie: side by side; with less room the list is a drawer; upright, the text lies below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

_ROOM_FOR_THREE = 1150  # px; below this the list is a drawer
_UPRIGHT = 900  # px of height that plate and text need one below the other
_DRAWER = 340  # px
_PLATE_SHARE = 0.58  # of the height, upright


LEAST = QSize(800, 600)
"""px of a window in which all can be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaneLayout:
    """Rectangles in px of the window; `drawer` when the list lies over the others, and only while it is wanted."""

    left: QRect
    plate: QRect
    right: QRect
    drawer: bool


def panes(width: int, height: int, top: int, scale: float = 1.0) -> PaneLayout:
    """The panes of a window, below `top` px that are taken, for text `scale` times as large as usual."""
    room = height - top
    drawer = QRect(0, top, min(round(_DRAWER * scale), width), room)
    if height > max(width, _UPRIGHT):
        plate = round(room * _PLATE_SHARE)
        return PaneLayout(
            left=drawer,
            plate=QRect(0, top, width, plate),
            right=QRect(0, top + plate, width, room - plate),
            drawer=True,
        )
    beside = _share(width, 0.285 * min(scale, 1.5), 330, round(560 * scale))
    column = 0 if width < _ROOM_FOR_THREE * scale else _share(width, 0.235, 270, round(400 * scale))
    return PaneLayout(
        left=QRect(0, top, column, room) if column else drawer,
        plate=QRect(column, top, width - column - beside, room),
        right=QRect(width - beside, top, beside, room),
        drawer=not column,
    )


def _share(whole: int, share: float, least: int, most: int) -> int:
    return min(max(round(whole * share), least), most)
