"""Reads the pictures of the body one by one while nothing else is to be done."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 60


class WarmUp(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_going_on(self) -> bool:
        return self._timer.isActive()

    def begin(self, steps: Iterator[None]) -> None:
        """Goes through `steps`, one at a time, in place of those before."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._steps = iter(())

    def wait(self, waiting: bool) -> None:
        """Waits while something must not be held up, and goes on from there."""
        if waiting:
            self._timer.stop()
        else:
            self._timer.start()

    def _on_timeout(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            # All that stays is here now: let the collector pass it over, or it holds up a picture now and then.
            gc.collect()
            gc.freeze()
