"""What a text for patients must not do: promise, alarm, blame, use words of the trade."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from atlas.domain.words.language_rules import WordingSlipKind, rules_of

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_BEFORE = 30  # characters before a word in which a "not" takes it back


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingSlip:
    """A word that a text for patients should not use, and the sentence it stands in."""

    kind: WordingSlipKind
    word: str
    sentence: str


def slips(text: str, language: str, allowed: Collection[str] = ()) -> tuple[WordingSlip, ...]:
    """What a text for patients should not say; nothing for a language without rules.

    `allowed` are words that are explained elsewhere (the glossary's terms) or cannot be left out (the muscle's own
    name): they are not jargon. A promise in a question, or taken back by a "not", is none; nor is "not your fault".
    """
    if not any(pattern.search(text) for pattern in _patterns(language).values()):
        return ()  # most texts; leaving out allowed words could only find less
    for term in sorted(allowed, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(term)}\b", "…", text, flags=re.IGNORECASE)
    found = []
    for sentence in _SENTENCE.findall(text):
        for kind, pattern in _patterns(language).items():
            for hit in pattern.finditer(sentence):
                before = sentence[max(hit.start() - _BEFORE, 0) : hit.start()]
                taken_back = kind in ("promise", "blame") and _negation(language).search(before)
                asked = kind == "promise" and sentence.rstrip().endswith("?")
                if not taken_back and not asked:
                    found.append(WordingSlip(kind=kind, word=hit[0], sentence=sentence.strip()))
    return tuple(found)


@lru_cache(maxsize=8)
def _patterns(language: str) -> Mapping[WordingSlipKind, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{said})(?!\w)", re.I) for kind, said in rules_of(language).forbidden.items()}


@lru_cache(maxsize=8)
def _negation(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{rules_of(language).negations})\b[^,;:]*$", re.I)
