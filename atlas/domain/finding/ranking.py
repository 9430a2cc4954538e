"""Which muscles send pain to a place, by the words of their zones, and which of them are met most often."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt

from atlas.domain.anatomy import Evidence, Muscle
from atlas.domain.finding.answers import Why
from atlas.domain.finding.vocabulary import Survey
from atlas.domain.words.guide import ProblemPage

_SOMETIMES = 0.35  # of a region that only some people feel it in, beside one that nearly everyone does
_ELSEWHERE = 0.25  # what a region beyond the place takes away; as `pain.matching` weighs skin
_FOUNDED: Mapping[Evidence, float] = {"studied": 0.22, "manual+": 0.16, "manual": 0.0}  # likewise, by what it rests on
_TYPICAL = 0.4  # of a place that all that is said of a muscle names
_MOST_OFTEN = 50.0  # percent, of a muscle that a source names so without a figure
_MET = 0.5  # what being met in every patient adds: it orders what fits about equally
_PAGE, _PAGE_LESS, _ON_PAGE = (
    0.3,
    0.08,
    0.5,
)  # what standing first on a page adds, less for each place; from half of its regions


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

    def scores(
        self,
        places: Sequence[tuple[str, ...]],
        weights: Sequence[float],
        typical: Sequence[Mapping[str, float]] | None = None,
    ) -> dict[str, float]:
        """By muscle, 0..1 and a little more: how well its pattern meets all of the places, the best at each place
        counting 1. `typical`: for each place, what share of what people say of a muscle's pain names that place."""
        out: dict[str, float] = {}
        for k, (place, weight) in enumerate(zip(places, weights, strict=True)):
            named = typical[k] if typical else {}
            here: dict[str, float] = {}
            for region in place:
                for muscle in self._in.get(region, ()):
                    here[muscle] = here.get(muscle, 0.0) + self._of[muscle][region]
            fits = {m: sqrt(hit / (len(place) + _ELSEWHERE * (self._whole[m] - hit))) for m, hit in here.items()}
            best = max(fits.values(), default=1.0)
            for muscle, fit in fits.items():
                out[muscle] = out.get(muscle, 0.0) + weight * (fit / best + _TYPICAL * named.get(muscle, 0.0))
        whole = sum(weights)
        return {m: score / whole for m, score in out.items()} if whole else out

    def feels(self, muscle: str, regions: Iterable[str]) -> bool:
        """Whether some feel it in any of the regions."""
        return any(r in self._of[muscle] for r in regions)

    def mainly(self, muscle: str) -> tuple[str, ...]:
        """The regions that nearly everyone feels it in."""
        return tuple(r for r, worth in self._of[muscle].items() if worth == 1.0)

    def reason(self, muscle: str, where: Sequence[str]) -> tuple[Why, tuple[str, ...]]:
        """Where of these regions it is felt: mainly, or at least sometimes; two of them at most."""
        felt = self._of[muscle]
        mainly = tuple(r for r in where if felt.get(r, 0.0) == 1.0)
        return ("felt", mainly[:2]) if mainly else ("sometimes", tuple(r for r in where if r in felt)[:2])


class Likely:
    """What orders the muscles that fit a pain about equally: how often examiners found them in such pain, whether a
    page of the guide holds them typical of it, and what their patterns rest on. What nobody counted is not guessed."""

    def __init__(
        self,
        muscles: Iterable[Muscle],
        surveys: Iterable[Survey],
        pages: Iterable[ProblemPage],
        parts: Mapping[str, str],
    ) -> None:
        """`parts` of the body, by region."""
        self._founded = {m.id: _FOUNDED[m.evidence] for m in muscles}
        self._surveys, self._pages, self._parts = tuple(surveys), tuple(pages), parts

    def of(self, regions: Collection[str]) -> Mapping[str, float]:
        """By muscle, for pain in these regions."""
        out = dict(self._founded)
        parts = {self._parts[r] for r in regions if r in self._parts}
        met: dict[str, float] = {}
        for survey in self._surveys:
            if parts.intersection(survey.parts):
                for muscle, percent in {**dict.fromkeys(survey.most_often, _MOST_OFTEN), **survey.found}.items():
                    met[muscle] = max(met.get(muscle, 0.0), _MET * percent / 100.0)
        for muscle, more in met.items():
            out[muscle] = out.get(muscle, 0.0) + more
        for page in self._pages:
            share = len(set(regions).intersection(page.regions)) / max(len(regions), 1)
            if share >= _ON_PAGE:
                for k, muscle in enumerate(page.muscles):
                    out[muscle] = out.get(muscle, 0.0) + _PAGE * share * max(1.0 - _PAGE_LESS * k, 0.0)
        return out
