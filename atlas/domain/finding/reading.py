"""Reads what was typed for place, side and circumstance: a name, a few words or a whole sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from atlas.domain.body.sides import Sides
from atlas.domain.finding.lexicon import Hit, Lexicon, NameWords, Sense
from atlas.domain.finding.tokens import Token, stem, tokens

_RIGHT_AWAY = frozenset(
    [
        "under",
        "above",
        "behind",
        "below",
        "in",
        "at",
        "on",
        "where",
        "between",
        "beside",
        "next",
        "after",
        "before",
        "now",
    ]
)
_BEGUN = ("place", "region", "complaint")  # what the beginning of a word may stand for, beside names
_FEW = 3  # words that may be parts of a name
_SENTENCE = 5  # words, with the small ones, are no sentence yet
_SLIPPERY = 4  # letters of words that are too alike to be slips of each other
_TOLD = ("place", "region", "complaint", "muscle", "nerve", "root")  # what says where a pain is
_WHOLE = 7  # letters of a word that need not be the beginning of another one
_FAR = 4  # words between a direction and the place that it narrows


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlace:
    """Where it hurts: regions (right side), and which words of the vocabulary said so."""

    regions: tuple[str, ...]
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`places` are those that were said; `senses` all else that was named, in order; `half_named` what
    words that are only part of a name are worth each muscle, with how much of what was typed they are."""

    side: Sides | None
    places: tuple[ReadPlace, ...]
    senses: tuple[Sense, ...]
    half_named: Mapping[str, float]
    content: tuple[str, ...]  # the words that count and tell no place, as stems: language and stem
    unread: tuple[str, ...]
    numbers: tuple[int, ...]


class SentenceReader:
    """Reads what was typed for places, names, sides and circumstances."""

    def __init__(
        self, lexicon: Lexicon, names: NameWords, languages: Sequence[str], sides: Mapping[str, Sides]
    ) -> None:
        """`sides`: the single words that say a side."""
        self._lexicon, self._names, self._languages, self._sides = lexicon, names, tuple(languages), sides

    def read(self, text: str, preferred: str) -> Reading:
        """What a text says. `preferred` is the language to lean to where its words do not tell."""
        typed = self._joined(list(tokens(text)))
        lean = self._leaning(typed, preferred)
        hits = self._hits(typed, lean)
        respelt = self._respelt(typed, hits)
        if respelt != typed:
            typed = respelt
            hits = self._hits(typed, lean)
        return self._reading(typed, hits)

    def _joined(self, typed: list[Token]) -> list[Token]:
        """A name that was typed in pieces is one word."""
        whole = "".join(t.word for t in typed)
        pieces = 1 < len(typed) <= 4 and len(whole) > 7 and not self._lexicon.knows(typed[0].word)
        return [Token(whole)] if pieces and self._names.muscles(whole, begun=True) else typed

    def _leaning(self, typed: Sequence[Token], preferred: str) -> str:
        """The language in which most words of a sentence are known as they stand."""
        votes = dict.fromkeys(self._lexicon.languages, 0)
        for token in typed:
            for language in self._languages_of(token.word):
                votes[language] += 1
        most = max(votes.values(), default=0)
        leaning = [k for k, v in votes.items() if v == most]
        return preferred if preferred in leaning or not leaning else leaning[0]

    def _languages_of(self, word: str) -> tuple[str, ...]:
        return self._lexicon.spoken.get(word, ())

    def _hits(self, typed: Sequence[Token], lean: str) -> list[Hit]:
        content = [t for t in typed if t.word not in self._lexicon.fillers]
        short = len(content) <= 1
        hits, i = [], 0
        while i < len(typed):
            alone = len(typed) == 1 or (short and typed[i] in content)
            hit = self._lexicon.at(typed, i, lean, alone) if typed[i].word else None
            if hit is None:
                i += 1
            else:
                hits.append(hit)
                i = hit.end
        return hits

    def _respelt(self, typed: list[Token], hits: Sequence[Hit]) -> list[Token]:
        """What nobody knows, as the word it may be a slip of."""
        read = {k for hit in hits for k in range(hit.start, hit.end)}
        short = self._is_short(typed)
        out = list(typed)
        for k, token in enumerate(typed):
            word, last = token.word, k == len(typed) - 1
            if not word or k in read or word in self._lexicon.fillers or self._lexicon.knows(word):
                continue
            if self._names.muscles(word, begun=short or last) or (last and self._lexicon.begun(word)):
                continue
            if len(word) <= _SLIPPERY and not short:
                continue
            better = self._lexicon.respelt(word)
            if better is not None:
                out[k] = Token(better)
        return out

    def _is_short(self, typed: Sequence[Token]) -> bool:
        """A few words, as one types a name; in a sentence most words are just words."""
        return len(typed) <= _SENTENCE and sum(t.word not in self._lexicon.fillers for t in typed) <= _FEW

    def _reading(self, typed: Sequence[Token], hits: Sequence[Hit]) -> Reading:
        read = {k for hit in hits for k in range(hit.start, hit.end)}
        senses: list[tuple[Hit, Sense]] = [(hit, sense) for hit in hits for sense in self._lexicon.meant(hit, typed)]
        rest = [k for k, t in enumerate(typed) if k not in read and t.word and t.word not in self._lexicon.fillers]
        if len(typed) == 1 and typed[0].word and len(typed[0].word) < _WHOLE:  # it may go on to be another word
            rest = [0]
        said = self._side(typed, senses)
        half, unread = self._half_named(typed, rest, senses)
        told = {
            k
            for hit, s in senses
            if s.kind in ("place", "region", "direction", "side")
            for k in range(hit.start, hit.end)
        }
        content = [
            t.word for k, t in enumerate(typed) if t.word and k not in told and t.word not in self._lexicon.fillers
        ]
        return Reading(
            side=said,
            places=_narrowed([p for p in senses if p[1].kind in ("place", "region", "direction")]),
            senses=tuple(sense for _, sense in senses if sense.kind not in ("filler", "side", "direction", "place")),
            half_named=half,
            content=tuple(f"{k}:{stem(w, k)}" for w in content for k in self._languages),
            unread=tuple(unread) + tuple("" for t in typed if not t.word),
            numbers=tuple(int(t.word) for t in typed if t.word.isdigit() and len(t.word) < 3),
        )

    def _side(self, typed: Sequence[Token], senses: Sequence[tuple[Hit, Sense]]) -> Sides | None:
        """The side that was said; "right under the skull" says none."""
        said: set[Sides] = {sense.side for hit, sense in senses if sense.kind == "side" and len(hit.phrase.words) > 1}
        for k, token in enumerate(typed):
            after = typed[k + 1].word if k + 1 < len(typed) else ""
            if token.word in self._sides and not (token.word == "right" and after in _RIGHT_AWAY):
                said.add(self._sides[token.word])
        return None if not said else said.pop() if len(said) == 1 else "both"

    def _half_named(
        self, typed: Sequence[Token], rest: Sequence[int], senses: list[tuple[Hit, Sense]]
    ) -> tuple[Mapping[str, float], list[str]]:
        """Words that no phrase holds, as parts of names and as beginnings; and those that are neither.

        A direction beside them ("upper trap", "glúteo medio") is part of the name too.
        """
        worth: dict[str, float] = {}
        counted, unread = 0, []
        told = any(sense.kind in _TOLD for _, sense in senses)
        for k in rest:
            word = typed[k].word
            if word.isdigit():
                continue
            # in a sentence that has said where, a last word is just a word: a car is no flexor carpi
            going_on = self._is_short(typed) or (k == len(typed) - 1 and not told)
            found = self._names.muscles(word, begun=going_on)
            if told and not going_on and word not in self._names.latin:  # two weeks are no two-headed muscle
                found = {}
            if k == len(typed) - 1 and going_on:
                begun = [(p, s) for p in self._lexicon.begun(word) for s in p.senses if s.kind in _BEGUN]
                senses += [(Hit(start=k, end=k + 1, phrase=phrase), sense) for phrase, sense in begun]
                if begun and not found:
                    continue
            if not found:
                unread.append(word)
                continue
            counted += 1
            for muscle, share in found.items():
                worth[muscle] = worth.get(muscle, 0.0) + share
        named = {m for _, s in senses if s.kind == "muscle" for m in s.muscles} | set(worth)
        for hit, sense in senses:
            if named and sense.kind == "direction":
                counted += 1
                for word in hit.phrase.words:
                    for muscle, share in self._names.muscles(word, begun=False).items():
                        if muscle in named:
                            worth[muscle] = worth.get(muscle, 0.0) + share
        whole = max(counted + len(unread), 1)
        return {m: min(w / whole, 1.0) for m, w in worth.items()}, unread


def _narrowed(said: Sequence[tuple[Hit, Sense]]) -> tuple[ReadPlace, ...]:
    """The places, each narrowed by the directions beside it: the nearer place of the two that a direction can narrow,
    the one after it of two that are equally near."""
    places = _merged([(hit, sense) for hit, sense in said if sense.kind != "direction"])
    for hit, direction in said:
        if direction.kind != "direction":
            continue
        near = sorted(
            (gap, k)
            for k, (place, meant) in enumerate(places)
            if (gap := _gap(hit, place)) <= _FAR and set(meant.regions) & set(direction.regions)
        )
        if near:
            place, meant = places[near[0][1]]
            regions = tuple(r for r in meant.regions if r in direction.regions)
            places[near[0][1]] = place, replace(meant, regions=regions)
    return tuple(dict.fromkeys(place for _, place in places))


def _merged(places: Sequence[tuple[Hit, Sense]]) -> list[tuple[Hit, ReadPlace]]:
    """What one phrase means in several ways is one place."""
    out: dict[int, tuple[Hit, ReadPlace]] = {}
    for hit, sense in places:
        before = out[hit.start][1] if hit.start in out else ReadPlace(regions=())
        regions = tuple(dict.fromkeys((*before.regions, *sense.regions)))
        out[hit.start] = (
            hit,
            ReadPlace(regions=regions, words=(*before.words, sense.word) if sense.word >= 0 else before.words),
        )
    return list(out.values())


def _gap(direction: Hit, place: Hit) -> float:
    after = place.start - direction.end
    return after if after >= 0 else direction.start - place.end + 0.5
