"""Typed text as words without accents, and their stems in each language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from atlas.domain.words.language_rules import rules_of

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ")
_SHORT = 3  # letters of a word that has no ending to lose


def fold(text: str) -> str:
    """Small letters and digits without accents, single spaces: what two spellings of a word have in common."""
    plain = text.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _NOT_WORDS.sub(" ", plain).strip()


@dataclass(frozen=True, slots=True)
class Token:
    """A word as typed: folded, and whether it was typed in capitals. One in a foreign script, or a sign that is no
    punctuation, has an empty `word`: it was typed, but nothing is called so."""

    word: str
    shouted: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, without accents and in small letters; what is no word of ours stands for itself."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for typed in text.translate(_APOSTROPHES).split():
        folded = fold(typed)
        if folded:
            yield from (Token(word, shouted=typed.isupper()) for word in folded.split())
        elif any(unicodedata.category(c)[0] in "LSN" for c in typed):
            yield Token("")


@cache
def tokens_of(text: str) -> tuple[str, ...]:
    """The folded words of a phrase that someone wrote for us."""
    return tuple(fold(text.translate(_APOSTROPHES)).split())


@cache
def stem(word: str, language: str) -> str:
    """A folded word without its endings in a language (Porter's Snowball stemmers)."""
    return word if len(word) <= _SHORT else _stemmer(language)(word)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = rules_of(language).stemmer
    if not name:
        return str
    import snowballstemmer  # type: ignore[import-untyped]  # it brings no types

    stems: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stems
