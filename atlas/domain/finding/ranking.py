"""Which muscles send pain to a place, by the words of their zones, and which of them are met most often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from atlas.domain.anatomy import Muscle
from atlas.domain.finding.answers import Why
from atlas.domain.finding.vocabulary import Survey

_SOMETIMES = 0.35  # of a region that only some people feel it in, beside one that nearly everyone does
_ELSEWHERE = 0.25  # what a region beyond the place takes away; as `pain.matching` weighs skin
_MET = 0.25  # what being met in every patient adds: it orders what fits about equally


class Felt:
    """Regions by muscle, and muscles by region."""

    def __init__(self, muscles: Iterable[Muscle]) -> None:
        self._of: dict[str, dict[str, float]] = {}
        self._in: dict[str, list[str]] = {}
        for muscle in muscles:
            felt: dict[str, float] = {}
            for zone in muscle.zones:
                worth = 1.0 if zone.strength == "essential" else _SOMETIMES
                for region in zone.regions:
                    felt[region] = max(felt.get(region, 0.0), worth)
            self._of[muscle.id] = felt
            for region in felt:
                self._in.setdefault(region, []).append(muscle.id)
        self._whole = {m: sum(felt.values()) for m, felt in self._of.items()}

    def scores(self, places: Sequence[tuple[str, ...]], weights: Sequence[float]) -> dict[str, float]:
        """By muscle, 0..1: how well its pattern meets all of the places, the best at each place counting 1."""
        out: dict[str, float] = {}
        for place, weight in zip(places, weights, strict=True):
            here: dict[str, float] = {}
            for region in place:
                for muscle in self._in.get(region, ()):
                    here[muscle] = here.get(muscle, 0.0) + self._of[muscle][region]
            fits = {m: hit / (len(place) + _ELSEWHERE * (self._whole[m] - hit)) for m, hit in here.items()}
            best = max(fits.values(), default=1.0)
            for muscle, fit in fits.items():
                out[muscle] = out.get(muscle, 0.0) + weight * fit / best
        whole = sum(weights)
        return {m: score / whole for m, score in out.items()} if whole else out

    def reason(self, muscle: str, where: Sequence[str]) -> tuple[Why, tuple[str, ...]]:
        """Where of these regions it is felt: mainly, or at least sometimes; two of them at most."""
        felt = self._of[muscle]
        mainly = tuple(r for r in where if felt.get(r, 0.0) == 1.0)
        return ("felt", mainly[:2]) if mainly else ("sometimes", tuple(r for r in where if r in felt)[:2])

    def senders(self, region: str) -> tuple[tuple[str, bool], ...]:
        """The muscles that send pain to a region and whether nearly always, best first."""
        scores = self.scores([(region,)], [1.0])
        ranked = sorted(scores, key=lambda m: (-(self._of[m][region] == 1.0), -scores[m]))
        return tuple((m, self._of[m][region] == 1.0) for m in ranked)


def met_in_practice(surveys: Iterable[Survey]) -> Mapping[str, float]:
    """By muscle, 0.._MET: the largest share of patients in whom a survey found it. A muscle that no survey looked for
    has none."""
    out: dict[str, float] = {}
    for survey in surveys:
        for muscle, percent in survey.found.items():
            out[muscle] = max(out.get(muscle, 0.0), _MET * percent / 100.0)
    return out
