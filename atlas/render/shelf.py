"""Keeps what was used last, as much of it as some room allows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Things by key; when there is no room for another, those not asked for the longest go. The last one stays.

    Several threads may ask; what one of them makes the others wait for.
    """

    def __init__(self, room: int, size: Callable[[V], int]) -> None:
        """`room` and `size` in bytes."""
        self._room, self._size = room, size
        self._held: OrderedDict[K, V] = OrderedDict()
        self._taken = 0
        self._cleared = 0  # how often
        self._lock = Lock()
        self._making: dict[K, Lock] = {}

    def __contains__(self, key: K) -> bool:
        return key in self._held

    def get(self, key: K, make: Callable[[], V], *, keep: bool = True) -> V:
        """What is kept under the key, or else is made and kept; not `keep`, made for this once."""
        with self._lock:
            found = self._found(key)
            if found is not None:
                return found
            making, cleared = self._making.setdefault(key, Lock()), self._cleared
        with making:
            with self._lock:
                found = self._found(key)  # another thread may just have made it
            if found is None:
                try:
                    found = make()
                finally:
                    with self._lock:
                        self._making.pop(key, None)
                with self._lock:
                    if keep and cleared == self._cleared:  # what was forgotten meanwhile is not kept after all
                        self._put(key, found)
        return found

    def _found(self, key: K) -> V | None:
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
        return found

    def _put(self, key: K, made: V) -> None:
        before = self._held.pop(key, None)
        self._taken += self._size(made) - (0 if before is None else self._size(before))
        self._held[key] = made
        while self._taken > self._room and len(self._held) > 1:
            self._taken -= self._size(self._held.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self._taken = 0
            self._cleared += 1
