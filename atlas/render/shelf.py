"""Keeps what was used last, as much of it as some room allows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Things by key; when there is no room for another, those not asked for the longest go. The last one stays."""

    def __init__(self, room: int, size: Callable[[V], int]) -> None:
        """`room` and `size` in bytes."""
        self._room, self._size = room, size
        self._held: OrderedDict[K, V] = OrderedDict()
        self._taken = 0

    def __contains__(self, key: K) -> bool:
        return key in self._held

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What is kept under the key, or else is made and kept."""
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = make()
            self._taken += self._size(found)
            while self._taken > self._room and len(self._held) > 1:
                self._taken -= self._size(self._held.popitem(last=False)[1])
        else:
            self._held.move_to_end(key)
        return found

    def clear(self) -> None:
        self._held.clear()
        self._taken = 0
