"""Gives back to the system what is free in the heap: between pictures that stay lies much that nobody needs."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any


@cache
def _library() -> Any:
    return ctypes.CDLL(None)


def give_memory_back() -> None:
    """Takes some milliseconds, so it is for moments in which nothing is to be drawn; does nothing but on Linux."""
    if sys.platform == "linux":
        try:
            _library().malloc_trim(0)
        except (OSError, AttributeError):  # another C library, which does as it does
            return
