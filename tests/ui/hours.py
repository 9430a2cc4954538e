"""Time that passes at once: what would happen in it happens now, in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

_AGAIN_MS = 20  # a timer with more left than when it was last looked at was started again


def let_pass(ms: float, timers: Callable[[], Iterable[QTimer]]) -> None:
    """Lets each timer that would have ended in some ms end, as often as it would have; they are listed anew each time.

    Timers of 0 ms are the event loop's own, and run between the others.
    """
    now = 0.0
    due: dict[int, tuple[float, int]] = {}  # of a timer: when it ends, and the ms it had left when last looked at
    while True:
        QApplication.processEvents()
        running = {id(t): t for t in timers() if t.isActive() and t.interval() > 0}
        for key, timer in running.items():
            left = min(timer.remainingTime(), timer.interval())  # a coarse timer may say a little more
            if key not in due or left > due[key][1] + _AGAIN_MS:
                due[key] = (now + left, left)
            else:
                due[key] = (due[key][0], min(left, due[key][1]))
        due = {key: when for key, when in due.items() if key in running}
        key = min(due, key=lambda k: due[k][0], default=None)
        if key is None or due[key][0] > ms:
            return
        now, timer = max(now, due[key][0]), running[key]
        due.pop(key)
        if not timer.isSingleShot():
            due[key] = (now + timer.interval(), timer.remainingTime())
        QApplication.sendEvent(timer, QTimerEvent(timer.timerId()))
