"""What fingers, pen and mouse do while one paints: one finger paints, two move and zoom, the wheel zooms."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QTabletEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget


class StrokeGestures(QObject):
    """Watches a widget. A second finger takes back the stroke that the first one began. Places are px of the widget."""

    begun = Signal(QPointF, bool)  # where, and whether with the rubber end of a pen
    moved = Signal(QPointF)
    ended = Signal()
    cancelled = Signal()
    dragged = Signal(QPointF)
    zoomed = Signal(float, QPointF)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.installEventFilter(self)
        self._painting = False
        self._fingers: tuple[QPointF, float] | None = None  # middle and span of two fingers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._on_touch(event)
            event.accept()
            return True
        if isinstance(event, QTabletEvent):
            self._on_pen(event)
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            self._on_mouse(event)
            return True
        if isinstance(event, QWheelEvent):
            self.zoomed.emit(1.2 ** (event.angleDelta().y() / 120.0), event.position())
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoomed.emit(1.0 + event.value(), event.position())
            return True
        if event.type() == QEvent.Type.Hide:
            self._cancel()
        return False

    def _on_touch(self, event: QTouchEvent) -> None:
        points = event.points()
        kind = event.type()
        if kind == QEvent.Type.TouchCancel:
            self._cancel()
            self._fingers = None
        elif len(points) >= 2:
            self._cancel()
            self._pinch(points[0].position(), points[1].position())
            if kind == QEvent.Type.TouchEnd:
                self._fingers = None
        elif points and kind == QEvent.Type.TouchBegin:
            self._fingers = None
            self._begin(points[0].position(), rubber=False)
        elif points and kind == QEvent.Type.TouchUpdate:
            if self._painting:
                self.moved.emit(points[0].position())
            else:
                self._fingers = None  # the finger that stays after a pinch paints nothing
        elif kind == QEvent.Type.TouchEnd:
            self._end()
            self._fingers = None

    def _pinch(self, a: QPointF, b: QPointF) -> None:
        middle, way = (a + b) / 2, a - b
        span = max(float(QPointF.dotProduct(way, way)) ** 0.5, 1.0)
        if self._fingers is not None:
            before, width = self._fingers
            self.dragged.emit(middle - before)
            self.zoomed.emit(span / width, middle)
        self._fingers = middle, span

    def _on_pen(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position(), rubber=event.pointerType() == QPointingDevice.PointerType.Eraser)
        elif event.type() == QEvent.Type.TabletMove and self._painting:
            self.moved.emit(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()

    def _on_mouse(self, event: QMouseEvent) -> None:
        if event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return  # made up from a touch that has been dealt with
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() == Qt.MouseButton.LeftButton:
                self._begin(event.position(), rubber=False)
        elif kind == QEvent.Type.MouseMove and self._painting:
            self.moved.emit(event.position())
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def _begin(self, place: QPointF, *, rubber: bool) -> None:
        self._painting = True
        self.begun.emit(place, rubber)

    def _end(self) -> None:
        if self._painting:
            self._painting = False
            self.ended.emit()

    def _cancel(self) -> None:
        if self._painting:
            self._painting = False
            self.cancelled.emit()
