"""Imported before Qt, so that the window stands sooner: Qt's own hook slows down every import that comes after it."""

from __future__ import annotations

import gc
import os
from importlib import import_module

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start a thread a core, and the atlas needs none

gc.disable()  # until the window stands: nothing made on the way there is garbage

for _name in ("numpy", "atlas.content.catalog", "atlas.domain.scene"):
    import_module(_name)
