"""The patterns of all muscles as paint: the stored ones where they still fit, else painted now, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import numpy as np

from atlas.content.baked.body import STAND_IN
from atlas.content.baked.patterns import DamagedPatterns, StoredPatterns, packed, pattern_key
from atlas.content.baked.repainting import Repainting
from atlas.content.saving import save_whole
from atlas.content.seals import Seals
from atlas.domain.anatomy import Muscle
from atlas.domain.body.painting import Painting
from atlas.domain.body.surface import Surface
from atlas.domain.choices import FIGURES
from atlas.domain.pattern import PaintedZone, Pattern, paint_pattern
from atlas.domain.problems import NotSaved, Problems, Unreadable
from atlas.paths import Places

UNPAINTABLE = "The pattern cannot be painted:"


class PaintedPatterns:
    """By muscle; what is wrong with the stored ones is found wrong, and mended. The left side is the mirror image."""

    def __init__(
        self,
        places: Places,
        muscles: Mapping[str, Muscle],
        surface: Callable[[], Surface],
        seals: Seals,
        found_wrong: Problems,
    ) -> None:
        """`surface` gives the body, which is read when it is first asked for."""
        self._places, self._muscles, self._surface = places, muscles, surface
        self._seals, self._found_wrong = seals, found_wrong
        self._known: dict[str, Pattern] = {}
        self.repainting = Repainting(self.paint_missing)

    def of(self, muscle: str) -> Pattern:
        """The stored pattern where it still fits, else painted now; without a body an empty one."""
        if muscle not in self._known:
            self._known[muscle] = self._pattern(self._muscles[muscle])
        return self._known[muscle]

    def stored(self, muscle: Muscle) -> Pattern | None:
        """The stored pattern of a muscle, if there is one and it still fits."""
        key = pattern_key(muscle, self._surface())
        if self.file is not None:
            try:
                found = self.file.find(muscle, key)
                if found is not None:
                    return found
            except DamagedPatterns as error:
                self._found_wrong.of(self._places.patterns, str(error), muscle.id, mended=True)
        if self._painted_before is not None:
            with suppress(DamagedPatterns):
                return self._painted_before.find(muscle, key)
        return None

    def mend(self) -> None:
        """Begins to paint all patterns anew where none are stored; nothing waits for it."""
        if self.file is None and self._surface().version != STAND_IN:
            self.repainting.begin()

    def paint_missing(self) -> Iterator[tuple[int, int]]:
        """Paints all patterns that are not stored, one a step, and keeps them; gives how many of how many there are.

        Nothing happens where all are stored. It may go on in another thread than the one that shows things.
        """
        missing = [m for m in self._muscles.values() if m.id not in self._known and not self._is_stored(m)]
        if self._surface().version == STAND_IN or not missing:
            return
        for done, muscle in enumerate(missing):
            yield done, len(missing)
            self.of(muscle.id)
        yield len(missing), len(missing)
        if self._places.cache is not None:
            with suppress(OSError, NotSaved):
                self._places.cache.mkdir(parents=True, exist_ok=True)
                painted = packed(self._surface(), ((m, self.of(m.id)) for m in self._muscles.values()))
                save_whole(_kept(self._places.cache), painted, lasting=False)

    @cached_property
    def file(self) -> StoredPatterns | None:
        """The shipped patterns; None where they cannot be used, which is found wrong."""
        if self._surface().version == STAND_IN:
            return None  # nothing can be painted, and nothing of it be right
        try:
            return StoredPatterns(self._places.patterns, len(self._surface().points), self._seals.read)
        except Unreadable as error:
            said = f"{error} The patterns are painted anew."
        except DamagedPatterns as error:
            said = str(error)
        self._found_wrong.of(self._places.patterns, said, mended=True)
        return None

    @cached_property
    def _figures(self) -> Mapping[str, Surface]:
        return {figure: self._surface().of_figure(figure) for figure in FIGURES}

    def _is_stored(self, muscle: Muscle) -> bool:
        found = self.stored(muscle)
        if found is not None:
            self._known[muscle.id] = found
        return found is not None

    @cached_property
    def _painted_before(self) -> StoredPatterns | None:
        """What had to be painted at an earlier start."""
        if self._places.cache is not None:
            with suppress(Unreadable, DamagedPatterns):
                return StoredPatterns(_kept(self._places.cache), len(self._surface().points))
        return None

    def _pattern(self, muscle: Muscle) -> Pattern:
        if self._surface().version != STAND_IN:
            stored = self.stored(muscle)
            if stored is not None:
                return stored
            try:
                return paint_pattern(self._surface(), muscle, self._figures)
            except KeyError as error:  # its landmark stands in the file, but damaged or off the body
                said = f"{UNPAINTABLE} there is no landmark or point of a bone {error} on the body."
                self._found_wrong.of(self._places.referrals, said, muscle.id)
        nothing = Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
        return Pattern(
            muscle=muscle.id,
            zones=tuple(PaintedZone(id=z.id, strength=z.strength, painting=nothing) for z in muscle.zones),
            points=tuple((p.id, 0) for p in muscle.trigger_points),
        )


def _kept(cache: Path) -> Path:
    return cache / "patterns.npz"
