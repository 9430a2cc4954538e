"""All that the views of one figure show: the skin, the places in the picture, the painted muscles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from atlas.domain.body.camera import STANDING
from atlas.domain.body.inner import carried
from atlas.domain.body.painting import Floats, Ints
from atlas.domain.body.surface import Surface
from atlas.domain.plate.extents import Extents
from atlas.domain.views import View, Visibility

_WHOLE_BODY_MM = 1400.0  # a view that is larger holds the whole body


class Sight:
    """What a plate is composed from. Views whose camera is not known on the figure are left out."""

    def __init__(
        self,
        *,
        figure: str,
        surface: Surface,
        views: Sequence[View],
        visibility: Visibility,
        extents: Extents,
        points: Callable[[str], Floats | None],
        parts: Mapping[str, str],
    ) -> None:
        """`points` gives the figure's vertices (n, 3) mm in a stance, None where that is not known.

        `parts` names the part of the body that each region belongs to.
        """
        self.figure = figure
        self.surface = surface
        self.extents = extents
        self.views = tuple(v for v in views if figure in v.cameras)
        self.part_names = tuple(dict.fromkeys(parts.get(r, "") for r in surface.region_ids))
        numbers_of = {name: k for k, name in enumerate(self.part_names)}
        by_region = np.array([numbers_of[parts.get(r, "")] for r in surface.region_ids], np.uint8)
        self.part: NDArray[np.uint8] = by_region[surface.region]  # (n,) of each vertex, into `part_names`
        self._visibility = visibility
        self._points = points
        cameras = [v.cameras[figure] for v in self.views]
        sizes = [(c.width * c.mm_per_px, c.height * c.mm_per_px) for c in cameras]
        self.sizes: Floats = np.array(sizes, np.float32).reshape(-1, 2)
        self.mm_per_px: Floats = np.array([c.mm_per_px for c in cameras], np.float32)
        self.straight: NDArray[np.bool_] = np.array([_is_straight(v) for v in self.views], bool)
        self.posed: NDArray[np.bool_] = np.array([c.stance != STANDING for c in cameras], bool)
        self.alone: NDArray[np.bool_] = np.array([v.limb is not None for v in self.views], bool)  # a limb without trunk
        self.far: NDArray[np.bool_] = self.sizes.max(axis=1, initial=0.0) > _WHOLE_BODY_MM
        # how readily a view is taken for a companion: one a person would stand before, and near to what it shows
        pleasing = np.where(self.straight, 1.0, 0.9) * np.where(self.far | self.posed, 0.8, 1.0)
        self.pleasing: Floats = pleasing.astype(np.float32)
        numbers = {v.id: k for k, v in enumerate(self.views)}
        turned = {v.mirrored_from: v.id for v in self.views if v.mirrored_from}
        opposite = [v.id if v.symmetric else v.mirrored_from or turned.get(v.id, "") for v in self.views]
        self.opposite = tuple(numbers.get(v, -1) for v in opposite)  # of each view its mirror image, -1 for none

    def seen(self, vertices: Ints) -> Floats:
        """(views, k): how much of the skin at some vertices each view shows, 0..1 of it."""
        known = {v.id for v in self.views}
        return np.stack([seen for view, seen in self._visibility.at(vertices) if view in known]) * np.float32(1 / 255)

    def places(self, vertices: Ints, inside: Floats | None = None) -> SeenPlaces:
        """Where some vertices (k,) lie in each view, or the places that `inside` (k, 3) mm leads to from them."""
        return SeenPlaces(self, vertices, inside)

    def moved(self, number: int) -> tuple[str, Floats | None]:
        """The stance that a view is taken in, and the skin (n, 3) mm as it then is; None where that is not known."""
        stance = self.views[number].cameras[self.figure].stance
        return stance, self._points(stance)


class SeenPlaces:
    """Places of the body as the views of a figure show them; each is worked out once."""

    def __init__(self, sight: Sight, vertices: Ints, inside: Floats | None) -> None:
        self._sight, self._vertices, self._inside = sight, vertices, inside
        self._standing: dict[str, Floats] = {}  # by stance, (k, 3) mm
        self._known: dict[int, Floats] = {}

    def of(self, number: int) -> Floats:
        """(k, 2) shares of a view's picture, of places hidden there too; beside it where the stance is not known."""
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = self._found(number)
        return found

    def _found(self, number: int) -> Floats:
        stance, points = self._sight.moved(number)
        if points is None:
            return np.full((len(self._vertices), 2), -1.0, np.float32)
        if stance not in self._standing:
            if self._inside is None:
                self._standing[stance] = points[self._vertices]
            else:
                surface = self._sight.surface
                skin = surface.figures[self._sight.figure]
                self._standing[stance] = carried(surface, self._vertices, self._inside, skin, points)
        return self._sight.views[number].places(self._standing[stance], self._sight.figure)


def _is_straight(view: View) -> bool:
    """Whether it looks at the body as a person stands before it: from the front, the back or a side."""
    return view.yaw % 90.0 == 0.0 and view.pitch == 0.0
