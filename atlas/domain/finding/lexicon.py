"""All phrases that mean something, in every language: the longest that begins at a word, its beginnings, its slips."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from atlas.domain.body.sides import Sides
from atlas.domain.finding.tokens import Token, stem, words

SenseKind: TypeAlias = Literal[
    "filler", "side", "direction", "place", "complaint", "muscle", "circumstance", "nerve", "page", "region", "root"
]
_SHORT_NAME = 2  # letters of an abbreviation that only counts alone or in capitals
_MOST_BEGUN = 12  # phrases that the beginning of a word may stand for


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a phrase means; `id` of what it names, if that is one thing."""

    kind: SenseKind
    id: str = ""
    regions: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    side: Sides = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Its folded words, their stems in its language, and all that it means."""

    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    weight: int  # words that are no fillers
    senses: list[Sense] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase that was found from word `start` up to `end`."""

    start: int
    end: int
    phrase: Phrase


class Lexicon:
    """Made once from (language, phrase, sense); `fillers` are folded words that may stand in a phrase or be missing."""

    def __init__(self, entries: Iterable[tuple[str, str, Sense]], fillers: Mapping[str, frozenset[str]], skipped: frozenset[str]):
        """`fillers` by language; `skipped`: words of sides, which may stand inside a phrase."""
        self.fillers, self._skipped = frozenset().union(*fillers.values()), skipped
        made: dict[tuple[str, tuple[str, ...]], Phrase] = {}
        for language, text, sense in entries:
            said = words(text)
            if not said:
                continue
            stems = tuple(stem(w, language) for w in said)
            weight = sum(w not in self.fillers for w in said)
            phrase = made.setdefault(
                (language, stems), Phrase(language=language, words=said, stems=stems, weight=weight)
            )
            if sense not in phrase.senses:
                phrase.senses.append(sense)
        self.languages = tuple(dict.fromkeys(language for language, _ in made))
        self._from: dict[tuple[str, str], list[Phrase]] = {}
        for phrase in sorted(made.values(), key=lambda p: (-p.weight, -len(p.stems))):
            self._from.setdefault((phrase.language, phrase.stems[0]), []).append(phrase)
        self._single = {p.words[0]: p for p in made.values() if len(p.words) == 1}
        self._single_words = sorted(self._single)
        self.known = {word for p in made.values() for word in p.words if word not in self.fillers}
        self.spoken: dict[str, tuple[str, ...]] = {}  # in which languages a word is one
        for language in self.languages:
            for word in {w for p in made.values() if p.language == language for w in p.words} | fillers.get(language, frozenset()):
                self.spoken[word] = (*self.spoken.get(word, ()), language)
        self._spelt = sorted(w for w in self.known if len(w) > _SHORT_NAME)
        self._stems = {(p.language, s) for p in made.values() for s in p.stems}

    def knows(self, word: str) -> bool:
        """Whether the word, or another form of it, stands in a phrase."""
        return word in self.known or any((k, stem(word, k)) in self._stems for k in self.languages)

    def at(self, typed: Sequence[Token], start: int, lean: str, alone: bool) -> Hit | None:
        """The longest phrase from a word on. `lean` is the language of the sentence: in another one the words have to
        stand there as they are. `alone`: nothing else was typed, so that two letters may be a name."""
        best: Hit | None = None
        for language in sorted(self.languages, key=lambda k: k != lean):
            for phrase in self._from.get((language, stem(typed[start].word, language)), ()):
                if best is not None and phrase.weight <= best.phrase.weight:
                    break
                end = self._end(phrase, typed, start, exact=language != lean)
                if end is not None and (alone or _is_certain(phrase, typed[start])):
                    best = Hit(start=start, end=end, phrase=phrase)
        return best

    def _end(self, phrase: Phrase, typed: Sequence[Token], start: int, exact: bool) -> int | None:
        """Where a phrase that begins at `start` ends; None if it is not there. Its last word has to be."""
        wanted = phrase.words if exact else phrase.stems
        k, i = 0, start
        while k < len(wanted):
            if i == len(typed):
                return None
            word = typed[i].word
            if (word if exact else stem(word, phrase.language)) == wanted[k]:
                k, i = k + 1, i + 1
            elif k and phrase.words[k] in self.fillers and k + 1 < len(wanted):
                k += 1
            elif k and (word in self.fillers or word in self._skipped):
                i += 1
            else:
                return None
        return i

    def begun(self, word: str) -> tuple[Phrase, ...]:
        """Phrases of one word that begin so, while someone types; none where they would be many."""
        start, end = bisect_left(self._single_words, word), bisect_left(self._single_words, word + "~")
        found = [self._single[w] for w in self._single_words[start:end]]
        return tuple(found) if len(found) <= _MOST_BEGUN else ()

    def respelt(self, word: str, among: Iterable[str] = ()) -> str | None:
        """The known word (or one of `among`) that this may be a slip of: as many letters may differ as its length
        forgives, and the first one should not."""
        allowed = slips_forgiven(word)
        choices = [*self._spelt, *among]
        if not allowed:
            return None
        close = extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        ranked = sorted((distance, found[0] != word[0], len(found), found) for found, distance, _ in close)
        if ranked and (len(word) > 4 or not ranked[0][1]):
            return str(ranked[0][3])
        return None


def slips_forgiven(word: str) -> int:
    """How many letters may be wrong, missing, doubled or swapped."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2 if len(word) < 12 else 3


def _is_certain(phrase: Phrase, token: Token) -> bool:
    """An abbreviation of two letters may be a word of some sentence: in one it counts in capitals only."""
    short = len(phrase.words) == 1 and len(phrase.words[0]) <= _SHORT_NAME
    named = any(s.kind in ("muscle", "root") for s in phrase.senses)
    return not (short and named) or token.shouted or any(c.isdigit() for c in token.word)


class NameWords:
    """Single words of the muscles' names, so that half a name finds its muscle: by word, its beginning, its slip."""

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        """`names` are (language, muscle, name)."""
        self._of: dict[str, dict[str, float]] = {}
        for language, muscle, name in names:
            for word in words(name):
                for form, worth in ((word, 1.0), (f"{language}:{stem(word, language)}", 0.95)):
                    held = self._of.setdefault(form, {})
                    held[muscle] = max(held.get(muscle, 0.0), worth)
        self._sorted = sorted(w for w in self._of if ":" not in w)
        self._languages = tuple({w.split(":")[0] for w in self._of if ":" in w})

    @property
    def spelt(self) -> Sequence[str]:
        return self._sorted

    def muscles(self, word: str, begun: bool) -> Mapping[str, float]:
        """What a word is worth each muscle, 0..1; `begun`: it may be the beginning of one."""
        found = self._of.get(word)
        if found is not None:
            return found
        for language in self._languages:
            found = self._of.get(f"{language}:{stem(word, language)}")
            if found is not None:
                return found
        out: dict[str, float] = {}
        if begun:
            start, end = bisect_left(self._sorted, word), bisect_left(self._sorted, word + "~")
            for longer in self._sorted[start:end]:
                for muscle, worth in self._of[longer].items():
                    out[muscle] = max(out.get(muscle, 0.0), 0.9 * worth)
        return out
