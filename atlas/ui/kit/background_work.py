"""Work that takes long, done in a thread of its own and brought back to the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_LOOKED_EVERY_MS = 4


class BackgroundWork(QObject):
    """Does one piece of work after the other, and says in the window's own thread what came of each.

    The thread touches no widget and is there only while there is work. Work that fails is left out.
    """

    came = Signal(object, object)  # what it was asked for, and what came of it

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: deque[tuple[object, Callable[[], Any]]] = deque()
        self._done: deque[tuple[object, Any]] = deque()
        self._thread: Thread | None = None
        self._look = QTimer(self, interval=_LOOKED_EVERY_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked for has not come yet."""
        return self._look.isActive()

    def ask(self, what: object, work: Callable[[], Any]) -> None:
        """`came` will say `what` with what `work` returns; it must read nothing that the window changes."""
        self._asked.append((what, work))
        self._look.start()
        self._begin()

    def drop(self) -> None:
        """Nothing that was asked for comes any more, and nothing of it is kept; waits for what is under way."""
        self._asked.clear()
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        self._done.clear()
        self._look.stop()

    def _begin(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=_work, args=(self._asked, self._done), name="background work", daemon=True)
            self._thread.start()

    def _on_look(self) -> None:
        is_over = self._thread is None or not self._thread.is_alive()
        while self._done:
            self.came.emit(*self._done.popleft())
        if is_over and self._asked:  # asked for while the thread was about to end
            self._begin()
        elif is_over and not self._done:
            self._thread = None
            self._look.stop()


def _work(asked: deque[tuple[object, Callable[[], Any]]], done: deque[tuple[object, Any]]) -> None:
    while asked:
        try:
            what, work = asked.popleft()
        except IndexError:  # dropped this moment
            return
        done.append((what, work()))
