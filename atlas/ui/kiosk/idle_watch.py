"""Notices that nobody touches the atlas any more, and asks before it starts afresh."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

IDLE_MS = 120_000
WARNING_S = 30
_LIFE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.Wheel,
)


class IdleWatch(QObject):
    """After `idle_ms` without a touch it warns, second by second; a touch before the last one extends."""

    warned = Signal(int)  # seconds left
    resumed = Signal()
    ran_out = Signal()

    def __init__(self, parent: QObject, idle_ms: int = IDLE_MS, second_ms: int = 1000) -> None:
        super().__init__(parent)
        self._left = 0  # seconds left; 0 while nobody has been warned
        self._pointer: QPointF | None = None  # where it was last
        self._idle = QTimer(self, singleShot=True, interval=idle_ms)
        self._second = QTimer(self, interval=second_ms)
        self._idle.timeout.connect(self._on_idle)
        self._second.timeout.connect(self._on_second)

    def start(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._idle.start()

    def stop(self) -> None:
        self._idle.stop()
        self._second.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIFE and not self._is_unmoved(event):
            self.go_on()
        return False

    def _is_unmoved(self, event: QEvent) -> bool:
        """Whether it is a pointer that has not moved: Qt says so too when something comes up below it."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseMove:
            return False
        before, self._pointer = self._pointer, event.globalPosition()
        return before is None or before == self._pointer

    def go_on(self) -> None:
        """Someone is there."""
        self._idle.start()
        if self._left:
            self._left = 0
            self._second.stop()
            self.resumed.emit()

    def _on_idle(self) -> None:
        self._left = WARNING_S
        self._second.start()
        self.warned.emit(self._left)

    def _on_second(self) -> None:
        self._left -= 1
        if self._left:
            self.warned.emit(self._left)
            return
        self._second.stop()
        self.ran_out.emit()  # and nobody is asked again before someone has come
