"""Paints the patterns that are not stored beside all else, so that nothing has to wait for them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from threading import Thread

_TURN = 0.0005  # seconds: so soon a thread that shows something gets its turn while another one paints


class Repainting:
    """Goes on in a thread of its own from `begin` until `is_done`; `done` of `whole` patterns are painted."""

    def __init__(self, steps: Callable[[], Iterator[tuple[int, int]]]) -> None:
        self._steps = steps
        self._thread: Thread | None = None
        self.done = self.whole = 0
        self.is_done = False

    def begin(self) -> None:
        """Once; where nothing is missing it is done at once."""
        if self._thread is not None or self.is_done:
            return
        steps = self._steps()
        first = next(steps, None)  # which ones are missing is known at once
        if first is None:
            self.is_done = True
            return
        self.done, self.whole = first
        self._thread = Thread(target=self._go_on, args=(steps,), name="repainting", daemon=True)
        self._thread.start()

    def _go_on(self, steps: Iterator[tuple[int, int]]) -> None:
        before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            for self.done, self.whole in steps:
                pass
        finally:
            sys.setswitchinterval(before)
            self.is_done = True
