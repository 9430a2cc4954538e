"""What the atlas does in idle moments, of which tests have many: it is done for who looks at it.

Otherwise every moment in which a test waits for something else would go into small pictures that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from atlas.app import garbage
from atlas.ui.plate import presenter
from atlas.ui.plate.view_strip import ViewStrip
from atlas.ui.plate.warm_up import WarmUp

_LOOKED_AT = "looked at"
_make, _collect_all = ViewStrip._on_idle, garbage.collect_all


@contextmanager
def idle_moments_are_rare() -> Iterator[None]:
    """No small picture of a view is made, no view is read before it is shown, no window that was left is looked for."""
    with pytest.MonkeyPatch.context() as idle:
        idle.setattr(ViewStrip, "_on_idle", _on_idle)
        idle.setattr(presenter, "WarmUp", _NoWarmUp)
        idle.setattr(garbage, "collect_all", _nothing)
        yield


@contextmanager
def with_time_to_clear_away() -> Iterator[None]:
    """Here a window that was left goes at once, as it does outside of the tests."""
    with pytest.MonkeyPatch.context() as idle:
        idle.setattr(garbage, "collect_all", _collect_all)
        yield


@contextmanager
def looked_at(strip: ViewStrip) -> Iterator[None]:
    """Here they are made."""
    strip.setProperty(_LOOKED_AT, True)
    strip._idle.start()
    yield
    strip.setProperty(_LOOKED_AT, False)


def _nothing() -> None:
    pass


class _NoWarmUp(WarmUp):
    def begin(self, steps: Iterator[None]) -> None:
        self.stop()


def _on_idle(strip: ViewStrip) -> None:
    if strip.property(_LOOKED_AT):
        _make(strip)
    else:
        strip._idle.stop()
