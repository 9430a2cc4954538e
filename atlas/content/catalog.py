"""The catalog of the files: muscles at once, texts, patterns and body when first asked for. No file makes it fail."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from atlas.content.body import STAND_IN, DamagedBody, read_surface, read_visibility, stand_in
from atlas.content.knowledge import load, load_texts
from atlas.content.patterns import DamagedPatterns, StoredPatterns, pattern_key
from atlas.content.problems import Problem, shown
from atlas.domain.anatomy import READERS, Landmark, Muscle, MuscleTexts, Region, Source
from atlas.domain.pattern import PaintedZone, Pattern, paint_pattern
from atlas.domain.surface import Painting, Surface
from atlas.domain.views import View, Visibility
from atlas.paths import Places, user_cache


class FileCatalog:
    """Implements `atlas.domain.scene.Catalog`; what was wrong with the files so far stands in `problems`."""

    def __init__(self, places: Places | None = None) -> None:
        """`places` None: the shipped files, with what was read kept in the user's cache."""
        self.places = places or Places(cache=user_cache())
        self._knowledge, self._problems = load(self.places)
        self._muscles = {m.id: m for m in self._knowledge.muscles}
        self._regions = {r.id: r for r in self._knowledge.regions}
        self._sources = {s.id: s for s in self._knowledge.sources}
        self._landmarks = {m.id: m for m in self._knowledge.landmarks}
        self._views = {v.id: v for v in self._knowledge.views}
        self._texts: dict[str, dict[str, MuscleTexts]] = {}
        self._patterns: dict[str, Pattern] = {}
        self._visibility: dict[str, Visibility] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has been found wrong so far; more may be found as more is read."""
        return tuple(self._problems)

    @property
    def muscles(self) -> Mapping[str, Muscle]:
        return self._muscles

    @property
    def regions(self) -> Mapping[str, Region]:
        return self._regions

    @property
    def sources(self) -> Mapping[str, Source]:
        return self._sources

    @property
    def landmarks(self) -> Mapping[str, Landmark]:
        return self._landmarks

    @property
    def views(self) -> Mapping[str, View]:
        return self._views

    @cached_property
    def surface(self) -> Surface:
        """The body's surface; one of four vertices where it cannot be read."""
        vertices = {m.id: m.vertex for m in self._landmarks.values()}
        try:
            return read_surface(self.places.surface, self._knowledge.regions, vertices)
        except DamagedBody as error:
            self._problems.append(Problem(file=shown(self.places.surface), sentence=str(error)))
            return stand_in(self._knowledge.regions, vertices)

    def texts(self, muscle: str) -> MuscleTexts:
        """What is said about a muscle; an empty mapping for a reader for whom nothing is written."""
        return self.texts_of(self._muscles[muscle].area).get(muscle) or {r: {} for r in READERS}

    def texts_of(self, area: str) -> Mapping[str, MuscleTexts]:
        """All texts of an area's file, by muscle id."""
        if area not in self._texts:
            self._texts[area], problems = load_texts(self.places, area)
            self._problems += problems
        return self._texts[area]

    def pattern(self, muscle: str) -> Pattern:
        """The stored pattern where it still fits, else painted now; without a body an empty one."""
        if muscle not in self._patterns:
            self._patterns[muscle] = self._pattern(self._muscles[muscle])
        return self._patterns[muscle]

    def stored_pattern(self, muscle: Muscle) -> Pattern | None:
        """The stored pattern of a muscle, if there is one and it still fits."""
        if self._stored is None:
            return None
        return self._stored.find(muscle, pattern_key(muscle, self.surface.version, self.surface.landmarks))

    def visibility(self, figure: str) -> Visibility:
        """What the views show of a figure; nothing, for views that cannot be read."""
        if figure not in self._visibility:
            baked = [v.id for v in self._views.values() if v.mirrored_from is None]
            n = len(self.surface.points)
            path = self.places.visibility(figure)
            try:
                seen, lacking = read_visibility(path, baked, n)
                if lacking and self.surface.version != STAND_IN:
                    said = f"What these views show is missing: {', '.join(lacking)}."
                    self._problems.append(Problem(file=shown(path), sentence=said))
            except DamagedBody as error:
                self._problems.append(Problem(file=shown(path), sentence=str(error)))
                seen = {v: np.zeros(n, np.float32) for v in baked}
            self._visibility[figure] = Visibility(list(self._views.values()), seen, self.surface)
        return self._visibility[figure]

    @cached_property
    def _stored(self) -> StoredPatterns | None:
        path = self.places.patterns
        try:
            return StoredPatterns(path)
        except OSError as error:
            said = f"The painted patterns cannot be read: {error.strerror or error}; they are painted anew."
        except DamagedPatterns as error:
            said = str(error)
        self._problems.append(Problem(file=shown(path), sentence=said))
        return None

    def _pattern(self, muscle: Muscle) -> Pattern:
        if self.surface.version != STAND_IN:
            stored = self.stored_pattern(muscle)
            if stored is not None:
                return stored
            try:
                return paint_pattern(self.surface, muscle)
            except KeyError as error:  # its landmark stands in the file, but damaged or off the body
                said = f"The pattern cannot be painted: there is no landmark {error} on the body."
                self._problems.append(Problem(file=shown(self.places.referrals), muscle=muscle.id, sentence=said))
        nothing = Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
        return Pattern(
            muscle=muscle.id,
            zones=tuple(PaintedZone(id=z.id, strength=z.strength, painting=nothing) for z in muscle.zones),
            points=tuple((p.id, 0) for p in muscle.trigger_points),
        )
