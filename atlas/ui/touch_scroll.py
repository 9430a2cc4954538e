"""Kinetic scrolling by finger; the mouse keeps its own ways."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QScroller, QScrollerProperties


def scroll_by_touch(area: QAbstractScrollArea) -> None:
    """Lets a finger throw the content of a scroll area, without rubber bands at its ends."""
    if isinstance(area, QAbstractItemView):
        area.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        area.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    viewport = area.viewport()
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
    scroller = QScroller.scroller(viewport)
    properties = scroller.scrollerProperties()
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    for axis in ("HorizontalOvershootPolicy", "VerticalOvershootPolicy"):
        properties.setScrollMetric(QScrollerProperties.ScrollMetric[axis], never)
    scroller.setScrollerProperties(properties)
