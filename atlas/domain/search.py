"""Finds muscles by what people type: names in any language, abbreviations, complaints, with slips of the finger."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from atlas.domain.anatomy import Muscle
from atlas.domain.words.language_rules import RULES

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_FILLERS = frozenset().union(*(rules.fillers for rules in RULES.values()))  # one types in any of them, or in two
_SAME_TERM, _BEGINS_TERM, _INSIDE_TERM = 3.0, 0.6, 0.4
_PREFIX, _INFIX, _FUZZY = 0.9, 0.6, 0.75  # worth of a word found so, against 1 for the word itself
_COMPLAINT = 0.7  # worth of what people come with, against 1 for a name
_ELSEWHERE = 0.85  # worth of a name in another language than the one shown
_LEAST_LIKE = 74.0  # of 100; below this two words are not slips of each other
_LEAST_LENGTH = 4  # shorter words are too easily alike


def fold(text: str) -> str:
    """Small letters and digits without accents, single spaces: what two spellings of a word have in common."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return _NOT_WORDS.sub(" ", plain).strip()


class MuscleSearch:
    """An index over the muscles, made once; `find` answers while one types."""

    def __init__(
        self,
        muscles: Iterable[Muscle],
        elsewhere: Mapping[str, Iterable[str]] | None = None,
        complaints: Mapping[str, Iterable[tuple[str, float]]] | None = None,
    ) -> None:
        """`elsewhere`: by muscle id what it is called in other languages too; what stands in the muscle counts more.
        `complaints`: by muscle id what else one says of its pain, and how much each counts among complaints, 0..1."""
        found = list(muscles)
        self._ids = tuple(m.id for m in found)
        self._terms = [
            list(_terms(m, (elsewhere or {}).get(m.id, ()), (complaints or {}).get(m.id, ()))) for m in found
        ]
        self._same: dict[str, list[tuple[int, float]]] = {}
        anywhere: dict[str, dict[int, float]] = {}
        first: dict[str, dict[int, float]] = {}
        for k, terms in enumerate(self._terms):
            for term, weight in terms:
                self._same.setdefault(term, []).append((k, weight))
                for n, word in enumerate(term.split()):
                    for places in (anywhere, first) if n == 0 else (anywhere,):
                        at = places.setdefault(word, {})
                        at[k] = max(at.get(k, 0.0), weight)
        self._words = sorted(anywhere)
        self._anywhere, self._first = _Postings(self._words, anywhere), _Postings(self._words, first)

    def find(self, query: str) -> tuple[str, ...]:
        """The ids of the muscles that fit, best first; all, in the order of the file, for an empty query."""
        asked = fold(query)
        if not asked:
            return self._ids
        words = [w for w in asked.split() if w not in _FILLERS] or asked.split()
        score = self._score(words)
        if len(words) > 1 and not score.any():
            words = ["".join(words)]
            score = self._score(words)
        hits = np.nonzero(score)[0]
        if len(words) > 1:
            phrase = " ".join(words)
            for k in hits.tolist():
                score[k] += max(w * _closeness(asked, phrase, term) for term, w in self._terms[k])
        elif hits.size:
            begins = np.zeros_like(score)
            self._first.raise_to(begins, *self._beginning_with(words[0]), _BEGINS_TERM)
            score += begins
        for k, weight in self._same.get(asked, ()):
            score[k] += _SAME_TERM * weight
        return tuple(self._ids[k] for k in hits[np.argsort(-score[hits], kind="stable")])

    def _score(self, words: list[str]) -> NDArray[np.float32]:
        """0..1 a muscle: how well it answers all words; where none answers all, those that answer most."""
        each = np.array([self._word(w) for w in words])
        hits = (each > 0).sum(axis=0)
        most = int(hits.max(initial=0))
        if 2 * most < len(words) or most == 0:
            return np.zeros(len(self._ids), np.float32)
        return np.asarray(np.where(hits == most, each.sum(axis=0) / len(words), 0.0), np.float32)

    def _word(self, word: str) -> NDArray[np.float32]:
        """What one word is worth a muscle: the word itself, its beginning, its inside, or a slip of it."""
        best = np.zeros(len(self._ids), np.float32)
        start, end = self._beginning_with(word)
        if start < end:
            self._anywhere.raise_to(best, start, end, _PREFIX)
            if self._words[start] == word:
                self._anywhere.raise_to(best, start, start + 1, 1.0)
        elif len(word) >= _LEAST_LENGTH:
            inside = [k for k, w in enumerate(self._words) if word in w]
            for k in inside:
                self._anywhere.raise_to(best, k, k + 1, _INFIX)
            if not inside:
                self._raise_alike(best, word)
        return best

    def _raise_alike(self, best: NDArray[np.float32], word: str) -> None:
        """Words that are a slip away from the one typed, or begin so."""
        beginnings = [w[: len(word) + 1] for w in self._words]
        for choices in (self._words, beginnings):
            for _, like, k in process.extract(word, choices, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKE, limit=40):
                self._anywhere.raise_to(best, k, k + 1, _FUZZY * like / 100.0)

    def _beginning_with(self, word: str) -> tuple[int, int]:
        return bisect_left(self._words, word), bisect_left(self._words, word + "~")


class _Postings:
    """Which muscles use each word of a sorted list, and how much it counts there, as flat arrays."""

    def __init__(self, words: Sequence[str], places: Mapping[str, Mapping[int, float]]) -> None:
        each = [places.get(w, {}) for w in words]
        self._starts = [0, *accumulate(len(p) for p in each)]
        self._muscles = np.array([k for p in each for k in p], np.int32)
        self._worth = np.array([v for p in each for v in p.values()], np.float32)

    def raise_to(self, best: NDArray[np.float32], start: int, end: int, worth: float) -> None:
        """Raises muscles that use any of the words start..end to what that is worth."""
        part = slice(self._starts[start], self._starts[end])
        np.maximum.at(best, self._muscles[part], self._worth[part] * np.float32(worth))


def _terms(
    muscle: Muscle, elsewhere: Iterable[str], complaints: Iterable[tuple[str, float]]
) -> Iterator[tuple[str, float]]:
    """All that a muscle may be called, folded, and how much that counts, 0..1."""
    names = [(muscle.name, 1.0), (muscle.lay_name, 0.95), (muscle.latin, 0.9), (muscle.id, 0.9)]
    names += [(n, 0.97) for n in muscle.also_called] + [(c, _COMPLAINT) for c in muscle.complaints]
    names += [(c, _COMPLAINT * share) for c, share in complaints]
    own = [(fold(name), weight) for name, weight in names]
    known = {term for term, _ in own}
    yield from own
    yield from ((term, _ELSEWHERE) for term in dict.fromkeys(map(fold, elsewhere)) if term not in known)


def _closeness(asked: str, phrase: str, term: str) -> float:
    if term.startswith(asked):
        return _BEGINS_TERM
    padded = f" {term} "
    return _INSIDE_TERM if f" {asked}" in padded or f" {phrase} " in padded else 0.0
