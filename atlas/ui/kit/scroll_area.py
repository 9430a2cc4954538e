"""A column that scrolls up and down, by finger and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from atlas.ui.kit.keyboard_focus import style_for_focus


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """Where a scroll area shows what it holds.

    Whoever is the first to ask Qt's own `viewport()` waits until Python knows every class of widgets, 11 ms.
    """
    own = Qt.FindChildOption.FindDirectChildrenOnly
    return area.findChild(QWidget, "qt_scrollarea_viewport", own) or area.viewport()


def scroll_by_touch(area: QAbstractScrollArea) -> None:
    """Lets a finger throw the content of a scroll area, without rubber bands at its ends."""
    if isinstance(area, QAbstractItemView):
        area.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        area.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    viewport = viewport_of(area)
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
    scroller = QScroller.scroller(viewport)
    properties = scroller.scrollerProperties()
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    for axis in ("HorizontalOvershootPolicy", "VerticalOvershootPolicy"):
        properties.setScrollMetric(QScrollerProperties.ScrollMetric[axis], never)
    scroller.setScrollerProperties(properties)


class ScrollArea(QScrollArea):
    """Scrolls up and down by finger, wheel and keys; never sideways."""

    def __init__(self, name: str, parent: QWidget | None = None, *, by_key: bool = False) -> None:
        """`name` is for screen readers. `by_key`: it takes keyboard focus itself, where nothing in it does."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_key else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        scroll_by_touch(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        style_for_focus(self, event)
        super().focusInEvent(event)
