"""What mouse and fingers do on the plate: tap, drag, pinch, wheel, hover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

_STILL_PX = 8.0  # a press that moves less is a tap
_TWICE_MS = 350
_TWICE_PX = 40.0


class PlateGestures(QObject):
    """Watches a widget. Places are px of the widget."""

    tapped = Signal(QPointF)
    tapped_twice = Signal(QPointF)
    dragged = Signal(QPointF)
    zoomed = Signal(float, QPointF)
    hovered = Signal(QPointF)
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.setMouseTracking(True)
        widget.installEventFilter(self)
        self._pressed: QPointF | None = None  # where the press began; None when nothing is pressed
        self._last = QPointF()
        self._still = False
        self._span: float | None = None  # distance of two fingers
        self._last_tap: tuple[int, QPointF] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            return self._on_touch(event)
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoomed.emit(1.0 + event.value(), event.position())
            return True
        if isinstance(event, QWheelEvent):
            steps = event.angleDelta().y() / 120.0
            self.zoomed.emit(1.2**steps, event.position())
            return True
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if event.type() == QEvent.Type.Leave:
            self.left.emit()
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        if event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return True  # made up from a touch that has been dealt with
        kind, place = event.type(), event.position()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() == Qt.MouseButton.LeftButton:
                self._press(place)
        elif kind == QEvent.Type.MouseMove:
            if self._pressed is None:
                self.hovered.emit(place)
            else:
                self._move(place)
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._release(place, event.timestamp())
        return False

    def _on_touch(self, event: QTouchEvent) -> bool:
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel:
            self._pressed = self._span = None
        elif len(points) >= 2:
            a, b = points[0].position(), points[1].position()
            middle, span = (a + b) / 2, max(_length(a - b), 1.0)
            if self._span is None:
                self._still = False
            else:
                self.dragged.emit(middle - self._last)
                self.zoomed.emit(span / self._span, middle)
            self._last, self._span = middle, span
            if event.type() == QEvent.Type.TouchEnd or any(p.state() == p.State.Released for p in points):
                self._span = self._pressed = None
        elif points and event.type() == QEvent.Type.TouchBegin:
            self._press(points[0].position())
        elif points and event.type() == QEvent.Type.TouchEnd:
            self._release(points[0].position(), event.timestamp())
        elif points and self._pressed is not None:
            self._move(points[0].position())
        event.accept()
        return True

    def _press(self, place: QPointF) -> None:
        self._pressed, self._last, self._still = place, place, True

    def _move(self, place: QPointF) -> None:
        assert self._pressed is not None
        if self._still and _length(place - self._pressed) < _STILL_PX:
            return
        self._still = False
        self.dragged.emit(place - self._last)
        self._last = place

    def _release(self, place: QPointF, at: int) -> None:
        was_tap = self._pressed is not None and self._still
        self._pressed = self._span = None
        if not was_tap:
            return
        before, self._last_tap = self._last_tap, (at, place)
        if before and at - before[0] < _TWICE_MS and _length(place - before[1]) < _TWICE_PX:
            self._last_tap = None
            self.tapped_twice.emit(place)
        else:
            self.tapped.emit(place)


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
