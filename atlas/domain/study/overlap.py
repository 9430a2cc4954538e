"""How much the patterns of the muscles overlap on the skin: what is likely to be taken for what."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from atlas.domain.body.painting import Floats
from atlas.domain.body.surface import Surface
from atlas.domain.pain.matching import pattern_weight
from atlas.domain.pattern import Pattern

SAME = 0.75  # patterns that share so much are as good as the same: one of them contradicts the other


class Overlaps:
    """The weighted overlap of every two patterns, 0..1: what both cover of what either does (Ruzicka, 1958).

    Weights are those of `matching`, times the skin. A pattern with nothing painted overlaps none.
    """

    def __init__(self, surface: Surface, patterns: Mapping[str, Pattern]) -> None:
        self._number = {muscle: k for k, muscle in enumerate(patterns)}
        weights = [pattern_weight(pattern) for pattern in patterns.values()]
        counts = np.array([len(w.vertices) for w in weights], np.int64)
        vertices = np.concatenate([w.vertices for w in weights]) if weights else np.zeros(0, np.int32)
        strength = np.concatenate([w.strength for w in weights]) if weights else np.zeros(0, np.float32)
        skin = strength * surface.area[vertices]
        of = np.repeat(np.arange(len(weights)), counts)
        whole = np.bincount(of, weights=skin, minlength=len(weights))
        self.shares: Floats = np.zeros((len(weights), len(weights)), np.float32)
        dense = np.zeros(len(surface.points), np.float32)
        for k, weight in enumerate(weights):
            own = weight.strength * surface.area[weight.vertices]
            dense[weight.vertices] = own
            both = np.bincount(of, weights=np.minimum(skin, dense[vertices]), minlength=len(weights))
            dense[weight.vertices] = 0.0
            self.shares[k] = both / np.maximum(whole + whole[k] - both, 1e-6)

    def of(self, muscle: str, other: str) -> float:
        """0..1; KeyError for a muscle that has no pattern."""
        return float(self.shares[self._number[muscle], self._number[other]])

    def beside(self, muscle: str) -> tuple[tuple[str, float], ...]:
        """All other muscles with their overlap, the most overlapping first."""
        row = self.shares[self._number[muscle]]
        found = [(other, float(row[k])) for other, k in self._number.items() if other != muscle]
        return tuple(sorted(found, key=lambda one: -one[1]))
