"""What people say of a muscle's pain and of a complaint, word by word: to weigh what no phrase holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from math import log

from atlas.domain.anatomy import Muscle
from atlas.domain.choices import ENGLISH
from atlas.domain.finding.material import Material
from atlas.domain.finding.tokens import stem, tokens_of
from atlas.domain.words.guide import Complaint


class Sayings:
    """What people say of a muscle's pain and of a complaint, as bags of stems: to weigh what no phrase holds."""

    def __init__(self, material: Material, fillers: Container[str]) -> None:
        muscles = [(m.id, ENGLISH, p) for m in material.muscles.values() for p in m.complaints]
        complaints = [
            (c.id, k, p) for k, of in material.complaints.items() for c in of.values() for p in (c.title, *c.also)
        ]
        self._fillers = fillers
        self._muscles, self._complaints = _Bags(muscles, fillers), _Bags(complaints, fillers)

    def muscles(self, content: Iterable[str]) -> Mapping[str, float]:
        return self._muscles.like(content)

    def complaints(self, content: Iterable[str]) -> Mapping[str, float]:
        return self._complaints.like(content)

    def typical(self, phrases: Iterable[str]) -> Mapping[str, float]:
        """By muscle, the share of what is said of its pain that holds one of these English phrases."""
        return self._muscles.holding(
            [
                frozenset(f"{ENGLISH}:{stem(w, ENGLISH)}" for w in tokens_of(p) if w not in self._fillers)
                for p in phrases
            ]
        )


def claims(muscles: Iterable[Muscle], complaints: Iterable[Complaint]) -> Mapping[str, frozenset[str]]:
    """By muscle, the complaints that its own entry names in their words; all of them in English."""
    named: dict[tuple[str, ...], set[str]] = {}
    for complaint in complaints:
        for phrase in (complaint.title, *complaint.also):
            named.setdefault(tokens_of(phrase), set()).add(complaint.id)
    return {m.id: frozenset(c for saying in m.complaints for c in named.get(tokens_of(saying), ())) for m in muscles}


class _Bags:
    def __init__(self, sayings: Iterable[tuple[str, str, str]], fillers: Container[str]) -> None:
        self._things: list[str] = []
        self._bags: list[frozenset[str]] = []
        self._with: dict[str, list[int]] = {}
        for thing, language, phrase in sayings:
            bag = frozenset(f"{language}:{stem(w, language)}" for w in tokens_of(phrase) if w not in fillers)
            for s in bag:
                self._with.setdefault(s, []).append(len(self._bags))
            self._things.append(thing)
            self._bags.append(bag)
        self._worth = {s: log(1 + len(self._bags) / len(at)) for s, at in self._with.items()}
        self._many = Counter(self._things)
        self._whole = [sum(self._worth[s] for s in bag) for bag in self._bags]

    def holding(self, phrases: Iterable[frozenset[str]]) -> Mapping[str, float]:
        """By thing, the share of its sayings that hold all words of one of the phrases."""
        held: set[int] = set()
        for phrase in phrases:
            with_all = [set(self._with.get(s, ())) for s in phrase]
            held |= set.intersection(*with_all) if with_all else set()
        out: dict[str, float] = {}
        for k in held:
            out[self._things[k]] = out.get(self._things[k], 0.0) + 1.0 / self._many[self._things[k]]
        return out

    def like(self, content: Iterable[str]) -> Mapping[str, float]:
        """By thing, 0..1: the share of its nearest saying that was said, by how telling each word is."""
        shared: dict[int, float] = {}
        for s in set(content):
            for k in self._with.get(s, ()):
                shared[k] = shared.get(k, 0.0) + self._worth[s]
        out: dict[str, float] = {}
        for k, both in shared.items():
            thing = self._things[k]
            out[thing] = max(out.get(thing, 0.0), both / self._whole[k])
        return out
