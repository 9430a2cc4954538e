"""Reads the arrays of a baked file: what each member says of itself is looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from atlas.content.files import read_bytes

_MOST_UNPACKED = 24_000_000  # bytes of all arrays of a file: some six times the largest the atlas has
_MOST_MEMBERS = 400
_KINDS = "biufU"  # truth, whole and other numbers, text; no objects, so no pickles
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

Arrays = Mapping[str, NDArray[Any]]


class DamagedArrays(Exception):
    """The file does not hold the arrays it should; the message is one sentence."""


def read_arrays(path: Path, read: Callable[[Path], bytes] = read_bytes) -> dict[str, NDArray[Any]]:
    """All arrays of an .npz file by name. Raises Unreadable, or DamagedArrays where the file is damaged or a bomb."""
    data = read(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNPACKED:
                raise DamagedArrays("The file would unpack to far more than the atlas ever holds; it is not read.")
            return {m.filename.removesuffix(".npy"): _array(archive, m) for m in members}
    except DamagedArrays:
        raise
    except Exception as error:  # a damaged zip, header or array fails in many ways
        raise DamagedArrays("The file is damaged, or holds no arrays.") from error


def _array(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> NDArray[Any]:
    if member.compress_type not in _WAYS:
        raise DamagedArrays("The file is packed in a way that the atlas does not use.")
    with archive.open(member) as file:
        version = npy.read_magic(file)
        read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
        shape, by_columns, kind = read(file)
        size = int(np.prod(shape, dtype=object)) * kind.itemsize
        if kind.kind not in _KINDS or kind.hasobject or size != member.file_size - file.tell():
            raise DamagedArrays(f"The array `{member.filename}` is not of a kind that the atlas holds.")
        data = file.read()  # to the end, so that its checksum is looked at
    array = np.frombuffer(data, kind, count=size // max(kind.itemsize, 1))
    return array.reshape(shape, order="F" if by_columns else "C")


def taken(
    held: Arrays, name: str, kinds: str, shape: tuple[int | None, ...], low: float = 0.0, high: float = 0.0
) -> NDArray[Any]:
    """An array that must be there, of one of some kinds and a shape (None: any length), each number low to high.

    `kinds` are letters of numpy; bounds do not count for truth ("b") and text ("U"). Raises DamagedArrays.
    """
    array = held.get(name)
    if array is None:
        raise DamagedArrays(f"The array `{name}` is missing.")
    fits = len(array.shape) == len(shape) and all(w is None or w == n for w, n in zip(shape, array.shape, strict=True))
    if array.dtype.kind not in kinds or not fits:
        raise DamagedArrays(f"The array `{name}` is not of the kind and shape that it should be.")
    if array.dtype.kind in "iuf" and array.size and not low <= array.min() <= array.max() <= high:  # nor may one be NaN
        raise DamagedArrays(f"The array `{name}` holds what cannot be: numbers are {low:g} to {high:g} there.")
    return array
