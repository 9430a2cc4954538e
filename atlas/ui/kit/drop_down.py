"""A choice of one among many, large enough for a finger."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QListView, QWidget

_LOOK = """
QComboBox { background: transparent; border: 1px solid palette(mid); border-radius: 12px; padding: 0 28px 0 12px;
    min-height: 46px; }
QComboBox:focus { border: 2px solid palette(link); min-height: 44px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView { background: palette(window); border: 1px solid palette(mid); padding: 4px;
    selection-background-color: palette(highlight); selection-color: palette(text); }
QComboBox QAbstractItemView::item { min-height: 44px; padding: 0 8px; }
"""


class DropDown(QComboBox):
    """`name` is what a screen reader says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setView(QListView())
        self.setStyleSheet(_LOOK)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 2))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = QPointF(20 if mirrored else self.width() - 20, self.height() / 2)
        painter.drawPolyline([middle + QPointF(-5, -2.5), middle + QPointF(0, 2.5), middle + QPointF(5, -2.5)])
