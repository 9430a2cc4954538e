"""Keeps the plates that were composed last; one may be asked for while others are composed ahead in another thread."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock

from atlas.domain.pattern import Pattern
from atlas.domain.plate.plate import Plate

MOST_PLATES = 320  # some two kilobytes each: all muscles of both figures


class KeptPlates:
    """Plates by key, each as long as its pattern is the same and not too many others were asked for since."""

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[Pattern, Plate]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, pattern: Pattern, make: Callable[[], Plate]) -> Plate:
        """What is kept under the key, or else is made and kept."""
        known = self._held.get(key)
        plate = known[1] if known is not None and known[0] is pattern else make()
        with self._lock:
            self._held.pop(key, None)
            self._held[key] = pattern, plate  # the last one used stands last
            if len(self._held) > MOST_PLATES:
                del self._held[next(iter(self._held))]
        return plate
