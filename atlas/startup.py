"""Imported before Qt, so that the window stands sooner: Qt's own hook slows down every import that comes after it."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from importlib import import_module

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start a thread a core, and the atlas needs none

_LARGE = 2 * 1024 * 1024  # bytes
_SPARE = 6 * 1024 * 1024
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8


def _give_large_arrays_back() -> None:
    """Pictures that come and go would leave holes in the heap, 20 MB and more; glibc is told to keep them out of it.

    What is free at its end it would then give back at once, and fetch again for the next picture: some may stay.
    A heap of its own for each thread that draws would keep what was let go of there, 30 MB and more: there is one.
    """
    if sys.platform == "linux":
        try:
            library = ctypes.CDLL(None)
            library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
            library.mallopt(_M_TRIM_THRESHOLD, _SPARE)
            library.mallopt(_M_ARENA_MAX, 1)
        except (OSError, AttributeError):  # another C library, which does as it does
            return


_give_large_arrays_back()

gc.disable()  # until the window stands: nothing made on the way there is garbage

for _name in ("numpy", "atlas.content.catalog", "atlas.domain.scene"):
    import_module(_name)

import_module("PySide6.QtCore")
_feature = import_module("shibokensupport.feature")


def _uses_no_feature(module: object) -> bool:
    return False


# From here on Qt would read the source of every module that is imported, to see whether it wants `snake_case` names.
if hasattr(_feature, "_mod_uses_pyside"):
    _feature._mod_uses_pyside = _uses_no_feature  # type: ignore[attr-defined]  # Qt has no setting for it
