"""What lies under a row or a tile of a list: lit where it is chosen or hovered, ringed where the keys are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle

_ROUND = 12


def paint_row_ground(painter: QPainter, field: QRectF, palette: QPalette, state: QStyle.StateFlag) -> None:
    """Paints it in a field, px; nothing for a row at rest."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(role.Highlight if chosen else role.AlternateBase))
        painter.drawRoundedRect(field, _ROUND, _ROUND)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(palette.color(role.Link), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), _ROUND, _ROUND)
