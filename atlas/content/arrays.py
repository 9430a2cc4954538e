"""Reads the arrays of a baked file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class DamagedArrays(Exception):
    """The file does not hold arrays, or not whole ones."""


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """All arrays of an .npz file by name. Raises OSError where there is none, DamagedArrays where it is damaged."""
    with path.open("rb") as file:
        try:
            with np.load(file, allow_pickle=False) as held:
                return {name: held[name] for name in held.files}
        except Exception as error:  # a damaged zip, header or array fails in many ways
            raise DamagedArrays(str(error)) from error
