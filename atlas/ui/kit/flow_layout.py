"""Puts widgets in rows and starts a new row when one is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays widgets in rows, from the side where one begins to read; wraps where a row is full."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        items = [item for item in self._items if not item.isEmpty()]
        edge = self.contentsMargins()
        width = sum(item.sizeHint().width() + self.spacing() for item in items) - (self.spacing() if items else 0)
        return QSize(width + edge.left() + edge.right(), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """As high as the highest item; no width is asked for, an item wider than a row is narrowed to it."""
        highest = max((item.minimumSize().height() for item in self._items), default=0)
        edge = self.contentsMargins()
        return QSize(0, highest + edge.top() + edge.bottom())

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        edge = self.contentsMargins()
        whole, rect = rect, rect.marginsRemoved(edge)
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if hint.width() > rect.width():
                hint.setWidth(rect.width())
                if item.hasHeightForWidth():
                    hint.setHeight(item.heightForWidth(rect.width()))
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self.spacing(), 0
            if move:
                item.setGeometry(QStyle.visualRect(self._direction(), rect, QRect(QPoint(x, y), hint)))
            x += hint.width() + self.spacing()
            tallest = max(tallest, hint.height())
        return y + tallest + edge.bottom() - whole.y()


def in_a_row(*buttons: QWidget) -> QWidget:
    """Buttons as broad as their words, from where one begins to read, on as many lines as they need."""
    held = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    flow = FlowLayout(held)
    for button in buttons:
        flow.addWidget(button)
    return held
