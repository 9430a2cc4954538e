"""Writes pictures of indices into a table of colours as PNG, each row filtered as that suits it: a third smaller."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_INDEXED = 3  # PNG's type of colour


def packed(index: NDArray[np.uint8], table: Sequence[int], texts: Sequence[tuple[str, str]]) -> bytes:
    """The bytes of an 8-bit PNG of indices (h, w) into ARGB words, with texts as (key, value)."""
    height, width = index.shape
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _INDEXED, 0, 0, 0)),
        (b"PLTE", bytes(c for word in table for c in ((word >> 16) & 255, (word >> 8) & 255, word & 255))),
        (b"tRNS", bytes(word >> 24 for word in table)),
        *((b"tEXt", key.encode("latin-1") + b"\0" + value.encode("latin-1")) for key, value in texts),
        (b"IDAT", zlib.compress(_filtered(index), 9)),
        (b"IEND", b""),
    ]
    out = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        out += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return out


def _filtered(index: NDArray[np.uint8]) -> bytes:
    """Rows, each with the number of the filter that leaves least: none, left, above, their mean, or Paeth's."""
    here = index.astype(np.int16)
    left = np.pad(here, ((0, 0), (1, 0)))[:, :-1]
    above = np.pad(here, ((1, 0), (0, 0)))[:-1]
    corner = np.pad(here, ((1, 0), (1, 0)))[:-1, :-1]
    guess = left + above - corner
    to_left, to_above, to_corner = (abs(guess - near) for near in (left, above, corner))
    paeth = np.where(
        (to_left <= to_above) & (to_left <= to_corner), left, np.where(to_above <= to_corner, above, corner)
    )
    kinds = np.stack([here, here - left, here - above, here - (left + above) // 2, here - paeth]).astype(np.uint8)
    rest = np.abs(kinds.view(np.int8).astype(np.int16)).sum(axis=2)
    best = rest.argmin(axis=0)
    rows = np.take_along_axis(kinds, best[None, :, None], axis=0)[0]
    return np.column_stack([best.astype(np.uint8), rows]).tobytes()
