"""All phrases that mean something, in every language: the longest that begins at a word, its beginnings, its slips."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from atlas.domain.body.sides import Sides
from atlas.domain.finding.tokens import Token, stem, tokens_of

SenseKind: TypeAlias = Literal[
    "filler", "side", "direction", "place", "complaint", "muscle", "circumstance", "nerve", "page", "region", "root"
]
_SHORT_NAME = 2  # letters of an abbreviation that only counts alone or in capitals
_BEGUN = 0.9  # worth of the beginning of a word, beside the word itself
_LEAST_LIKE = 66.0  # of 100, of a word to be offered for another one
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
    word: int = -1  # of a place: which of the vocabulary's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Its folded words, their stems in its language, and all that it means."""

    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    weight: int  # words that are no fillers
    forms: set[str] = field(default_factory=set)  # its words in all forms in which it was written
    senses: dict[Sense, set[tuple[str, ...]]] = field(default_factory=dict)  # each with how it was written


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase that was found from word `start` up to `end`."""

    start: int
    end: int
    phrase: Phrase


class Fillers:
    """Small words of every language, as they stand: an ending that is cut off makes too many words alike."""

    def __init__(self, by_language: Mapping[str, Iterable[str]]) -> None:
        self.spoken = {k: {w for p in phrases for w in tokens_of(p)} for k, phrases in by_language.items()}
        self._words = {w for ps in by_language.values() for p in ps if len(tokens_of(p)) == 1 for w in tokens_of(p)}

    def __contains__(self, word: object) -> bool:
        """Whether a folded word means nothing by itself in any language."""
        return word in self._words


class Lexicon:
    """Made once from (language, phrase, sense); fillers may stand in a phrase, or be missing in it."""

    def __init__(
        self,
        entries: Iterable[tuple[str, str, Sense]],
        fillers: Fillers,
        skipped: frozenset[str],
        names: Iterable[str] = (),
    ) -> None:
        """`skipped`: words of sides, which may stand inside a phrase; `names`: words of names, spelt."""
        self.fillers, self._skipped = fillers, skipped
        self.languages = tuple(fillers.spoken)
        made: dict[tuple[str, tuple[str, ...]], Phrase] = {}
        for language, text, sense in entries:
            said = tokens_of(text)
            if not said:
                continue
            stems = tuple(stem(w, language) for w in said)
            phrase = made.get((language, stems))
            if phrase is None:
                weight = sum(w not in fillers for w in said)
                phrase = made[language, stems] = Phrase(language=language, words=said, stems=stems, weight=weight)
            phrase.forms.update(said)
            phrase.senses.setdefault(sense, set()).add(said)
        self._from: dict[tuple[str, str], list[Phrase]] = {}
        for phrase in sorted(made.values(), key=lambda p: (-p.weight, -len(p.stems))):
            self._from.setdefault((phrase.language, phrase.stems[0]), []).append(phrase)
        self._single = {word: p for p in made.values() if len(p.words) == 1 for word in p.forms}
        self._single_words = sorted(self._single)
        self.known = {word for p in made.values() for word in p.forms if word not in fillers}
        self.spoken: dict[str, tuple[str, ...]] = {}  # in which languages a word is one
        for language in self.languages:
            said_in = {w for p in made.values() if p.language == language for w in p.forms}
            for word in said_in | fillers.spoken.get(language, set()):
                self.spoken[word] = (*self.spoken.get(word, ()), language)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self.known | set(names)):
            self._by_length.setdefault(len(word), []).append(word)
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
        k, i = 0, start
        while k < len(phrase.stems):
            if i == len(typed):
                return None
            word = typed[i].word
            small = word in self.fillers
            if stem(word, phrase.language) == phrase.stems[k] and (word in phrase.forms or not (exact or small)):
                k, i = k + 1, i + 1
            elif k and phrase.weight and phrase.words[k] in self.fillers and k + 1 < len(phrase.stems):
                k += 1
            elif k and (small or word in self._skipped):
                i += 1
            else:
                return None
        return i

    def meant(self, hit: Hit, typed: Sequence[Token]) -> tuple[Sense, ...]:
        """What a found phrase means. A muscle's name that only shares its stem with what was typed gives way to what
        was typed as it stands: the sole of the foot is no plantaris."""
        said = tuple(t.word for t in typed[hit.start : hit.end])
        exact = any(said in spelt for spelt in hit.phrase.senses.values())
        return tuple(s for s, spelt in hit.phrase.senses.items() if s.kind != "muscle" or said in spelt or not exact)

    def begun(self, word: str) -> tuple[Phrase, ...]:
        """Phrases of one word that begin so, while someone types; none where they would be many."""
        start, end = bisect_left(self._single_words, word), bisect_left(self._single_words, word + "~")
        found = [self._single[w] for w in self._single_words[start:end]]
        return tuple(found) if len(found) <= _MOST_BEGUN else ()

    def like(self, word: str) -> tuple[str, ...]:
        """The known words that look most like one that nobody knows, the likest first: to be offered."""
        near = [w for n in range(len(word) - 2, len(word) + 3) for w in self._by_length.get(n, ())]
        return tuple(w for w, _, _ in extract(word, near, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKE, limit=4))

    def senses(self, word: str) -> tuple[Sense, ...]:
        """What a single word means as it stands."""
        phrase = self._single.get(word)
        return tuple(phrase.senses) if phrase is not None else ()

    def respelt(self, word: str) -> str | None:
        """The known word that this may be a slip of: as many letters may differ as its length forgives."""
        allowed = slips_forgiven(word)
        if not allowed:
            return None
        near = [w for n in range(len(word) - allowed, len(word) + allowed + 1) for w in self._by_length.get(n, ())]
        close = extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        ranked = sorted((distance, found[0] != word[0], len(found), found) for found, distance, _ in close)
        if ranked and (len(word) > _SHORT_NAME + 2 or not ranked[0][1]):
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
    """Single words of the muscles' names, so that half a name finds its muscle: by the word or its beginning."""

    def __init__(self, names: Iterable[tuple[str, str, str, float]], latin: frozenset[str] = frozenset()) -> None:
        """`names` are (language, muscle, a word of one of its names, what it is worth 0..1); `latin`: words that are
        nothing but names, in whatever sentence."""
        self.latin = latin
        self._of: dict[str, dict[str, float]] = {}
        for language, muscle, word, worth in names:
            for form in (word, f"{language}:{stem(word, language)}"):
                held = self._of.setdefault(form, {})
                held[muscle] = max(held.get(muscle, 0.0), worth)
        self.spelt: Sequence[str] = sorted(w for w in self._of if ":" not in w)
        self._languages = tuple({w.split(":")[0] for w in self._of if ":" in w})

    def muscles(self, word: str, begun: bool) -> Mapping[str, float]:
        """What a word is worth each muscle, 0..1; `begun`: it may be the beginning of one."""
        forms = (word, *(f"{language}:{stem(word, language)}" for language in self._languages))
        out = dict(next((self._of[f] for f in forms if f in self._of), {}))
        if begun and (not out or len(word) <= _SHORT_NAME + 2):
            start, end = bisect_left(self.spelt, word), bisect_left(self.spelt, word + "~")
            for longer in self.spelt[start:end]:
                for muscle, worth in self._of[longer].items():
                    out[muscle] = max(out.get(muscle, 0.0), _BEGUN * worth)
        return out
