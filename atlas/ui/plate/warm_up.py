"""Reads the pictures of the body one by one beside the window, while nothing else is to be done."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

from atlas.render.heap import give_memory_back
from atlas.ui.kit.background_work import BackgroundWork

_EVERY_MS = 60


class WarmUp(QObject):
    """Goes through steps in idle moments, each in the background."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._is_over = True
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._background = BackgroundWork(self)
        self._background.came.connect(self._on_step)

    @property
    def is_going_on(self) -> bool:
        return self._timer.isActive() or self._background.is_busy

    def begin(self, steps: Iterator[None]) -> None:
        """Goes through `steps`, one at a time, in place of those before."""
        self._steps, self._is_over = steps, False
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._background.drop()
        self._steps, self._is_over = iter(()), True

    def wait(self, waiting: bool) -> None:
        """Waits while something must not be held up, and goes on from there if there is more to do."""
        if waiting:
            self._timer.stop()
        elif not self._is_over:
            self._timer.start()

    def _on_timeout(self) -> None:
        if not self._background.is_busy:
            self._background.ask(self._steps, partial(_went_on, self._steps))

    def _on_step(self, steps: Iterator[None], went_on: bool) -> None:
        if not went_on and steps is self._steps:
            self._is_over = True
            self._timer.stop()
            # All that stays is here now: let the collector pass it over, or it holds up a picture now and then.
            gc.collect()
            gc.freeze()
            give_memory_back()


def _went_on(steps: Iterator[None]) -> bool:
    """Takes a step; False after the last one."""
    return next(steps, False) is None
