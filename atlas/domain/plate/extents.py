"""Where the painted muscles lie in the views, and how much of each is seen there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.sides import Side
from atlas.domain.plate.box import Box
from atlas.domain.views import View

CELLS = 16  # a muscle's box is divided into so many rows and columns


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Extent:
    """One muscle in one view: its box in shares of the view's picture, and the mm² that are seen in each cell of it."""

    box: Box
    cells: NDArray[np.float32]  # (CELLS, CELLS) mm², rows from the top

    @property
    def mm2(self) -> float:
        return float(self.cells.sum())

    def within(self, box: Box) -> float:
        """The mm² that lie in a box of the same view; a cell counts by its middle."""
        left, top, right, bottom = self.box
        at = (np.arange(CELLS, dtype=np.float32) + 0.5) / CELLS
        x, y = left + at * (right - left), top + at * (bottom - top)
        columns, rows = (x >= box[0]) & (x <= box[2]), (y >= box[1]) & (y <= box[3])
        return float(self.cells[rows][:, columns].sum())

    def turned(self) -> Extent:
        """The same, in the view's mirror image."""
        left, top, right, bottom = self.box
        return Extent(box=(1.0 - right, top, 1.0 - left, bottom), cells=self.cells[:, ::-1])


class Extents:
    """The extents of all muscles on one figure, by muscle and by the picture's name (a left one ends in `.left`)."""

    def __init__(self, found: Mapping[str, Mapping[str, Extent]]) -> None:
        self._found = found
        self._last: tuple[str, Mapping[str, Extent]] = "", {}

    def of(self, muscle: str, view: View, side: Side) -> Extent | None:
        """Where a side's muscle lies in a view; None where it is not seen there."""
        last = self._last  # one muscle is asked for in all views; another thread may ask for another
        if last[0] != muscle:
            last = self._last = muscle, self._found.get(muscle, {})
        pictures = last[1]
        if view.mirrored_from is not None:
            baked, side = view.mirrored_from, "left" if side == "right" else "right"
            turned = True
        else:
            baked, turned = view.id, False
        if view.symmetric and side == "left":  # only the right one is painted where the left is its mirror image
            side, turned = "right", not turned
        found = pictures.get(baked if side == "right" else f"{baked}.left")
        return found.turned() if found is not None and turned else found
