"""Finds muscles by what people type: names, abbreviations, complaints, Latin, Spanish, with slips of the finger."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from atlas.domain.anatomy import Muscle

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_FILLERS = frozenset(
    re.findall(
        r"\w+", "a an and at de del el en for in la las los me muscle muscles musculo my of on pain the to with y"
    )
)
_SAME_TERM, _BEGINS_TERM, _INSIDE_TERM = 3.0, 0.6, 0.4
_PREFIX, _INFIX, _FUZZY = 0.9, 0.6, 0.75  # worth of a word found so, against 1 for the word itself
_LEAST_LIKE = 74.0  # of 100; below this two words are not slips of each other
_LEAST_LENGTH = 4  # shorter words are too easily alike


def fold(text: str) -> str:
    """Small letters and digits without accents, single spaces: what two spellings of a word have in common."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return _NOT_WORDS.sub(" ", plain).strip()


class MuscleSearch:
    """An index over the muscles, made once; `find` answers while one types."""

    def __init__(self, muscles: Iterable[Muscle]) -> None:
        found = list(muscles)
        self._ids = tuple(m.id for m in found)
        self._terms = [list(_terms(m)) for m in found]
        worth: dict[str, dict[int, float]] = {}
        self._same: dict[str, list[tuple[int, float]]] = {}
        for k, terms in enumerate(self._terms):
            for term, weight in terms:
                self._same.setdefault(term, []).append((k, weight))
                for word in term.split():
                    at = worth.setdefault(word, {})
                    at[k] = max(at.get(k, 0.0), weight)
        self._words = sorted(worth)
        self._where = [np.array(list(worth[w]), np.int32) for w in self._words]
        self._worth = [np.array(list(worth[w].values()), np.float32) for w in self._words]

    def find(self, query: str) -> tuple[str, ...]:
        """The ids of the muscles that fit, best first; all, in the order of the file, for an empty query."""
        asked = fold(query)
        if not asked:
            return self._ids
        words = [w for w in asked.split() if w not in _FILLERS] or asked.split()
        score = self._score(words)
        if len(words) > 1 and not score.any():
            score = self._score(["".join(words)])
        phrase = " ".join(words)
        for k in np.nonzero(score)[0].tolist():
            score[k] += max((w * _closeness(asked, phrase, term) for term, w in self._terms[k]), default=0.0)
        for k, weight in self._same.get(asked, ()):
            score[k] += _SAME_TERM * weight
        order = np.argsort(-score, kind="stable")
        return tuple(self._ids[k] for k in order[: int((score > 0).sum())])

    def _score(self, words: list[str]) -> NDArray[np.float32]:
        """0..1 a muscle: how well it answers all words; where none answers all, those that answer most."""
        each = np.array([self._word(w, last=k == len(words) - 1) for k, w in enumerate(words)])
        hits = (each > 0).sum(axis=0)
        most = int(hits.max(initial=0))
        if 2 * most < len(words) or most == 0:
            return np.zeros(len(self._ids), np.float32)
        return np.asarray(np.where(hits == most, each.sum(axis=0) / len(words), 0.0), np.float32)

    def _word(self, word: str, last: bool) -> NDArray[np.float32]:
        best = np.zeros(len(self._ids), np.float32)
        start = bisect_left(self._words, word)
        k = start
        while k < len(self._words) and self._words[k].startswith(word):
            self._raise(best, k, 1.0 if self._words[k] == word else _PREFIX)
            k += 1
        if k > start or (len(word) < _LEAST_LENGTH and last):
            return best
        if len(word) >= _LEAST_LENGTH:
            inside = [j for j, w in enumerate(self._words) if word in w]
            for j in inside:
                self._raise(best, j, _INFIX)
            if not inside:
                self._raise_alike(best, word)
        return best

    def _raise_alike(self, best: NDArray[np.float32], word: str) -> None:
        """Words that are a slip away from the one typed, or begin so."""
        beginnings = [w[: len(word) + 1] for w in self._words]
        for choices in (self._words, beginnings):
            for _, like, j in process.extract(word, choices, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKE, limit=40):
                self._raise(best, j, _FUZZY * like / 100.0)

    def _raise(self, best: NDArray[np.float32], word: int, worth: float) -> None:
        where = self._where[word]
        best[where] = np.maximum(best[where], self._worth[word] * worth)


def _terms(muscle: Muscle) -> Iterator[tuple[str, float]]:
    """All that a muscle may be called, folded, and how much that counts, 0..1."""
    names = [(muscle.name, 1.0), (muscle.lay_name, 0.95), (muscle.latin, 0.9), (muscle.spanish, 0.9), (muscle.id, 0.9)]
    names += [(n, 1.0) for n in muscle.also_called] + [(c, 0.7) for c in muscle.complaints]
    return ((fold(name), weight) for name, weight in names)


def _closeness(asked: str, phrase: str, term: str) -> float:
    if term.startswith(asked):
        return _BEGINS_TERM
    padded = f" {term} "
    return _INSIDE_TERM if f" {asked}" in padded or f" {phrase} " in padded else 0.0
