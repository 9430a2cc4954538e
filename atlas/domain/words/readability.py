"""How hard a text is to read: school grade in English, Fernández-Huerta ease in Spanish."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(
    r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouycsxzhg])(?<![^aeiouy]l)es$"  # nose, pulled, bones
)
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_SPANISH_STRONG_PAIR = re.compile(r"[aeoáéó][aeoáéóíú]|[íú][aeo]")


@lru_cache(maxsize=1)
def _hyphenation() -> Pyphen:
    import pyphen  # reads its dictionaries' names, and only checks need it

    return pyphen.Pyphen(lang="en_US", left=2, right=2)  # one letter alone is no syllable of `arm`


def words_read(text: str) -> list[str]:
    """The words of a text, in order; numbers and signs are not words."""
    return _WORD.findall(text)


def sentence_count(text: str) -> int:
    """How many sentences a text has; a text with words but no full stop is one."""
    return max(len(_SENTENCE_END.findall(text.strip())), 1)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables of one English word.

    Hyphenation marks fewer breaks than speech has, sounded vowel groups sometimes more;
    the larger of the two counts, after the silent final e is dropped.
    """
    lower = word.lower()
    sounded = _SILENT_ENDING.sub("", lower)
    groups = len(_VOWELS.findall(sounded))
    hyphens = len(_hyphenation().positions(lower)) + 1
    return max(groups, hyphens if groups else 1, 1)


@lru_cache(maxsize=20_000)
def spanish_syllables(word: str) -> int:
    """Syllables of one Spanish word: its vowel groups, strong pairs parted."""
    lower = word.lower()
    return max(len(_SPANISH_VOWELS.findall(lower)) + len(_SPANISH_STRONG_PAIR.findall(lower)), 1)


@lru_cache(maxsize=1024)
def _counts(text: str, count: Callable[[str], int], leave_out: tuple[str, ...]) -> tuple[int, int, int]:
    for name in sorted(leave_out, key=len, reverse=True):
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    found = words_read(text)
    return len(found), sentence_count(text), sum(map(count, found))


def grade(text: str, leave_out: tuple[str, ...] = ()) -> float:
    """US school grade of an English text (Flesch-Kincaid; Kincaid et al., 1975).

    `leave_out` are names (of the muscle) that are not counted. An empty text has grade 0.
    """
    n_words, n_sentences, n_syllables = _counts(text, syllables, leave_out)
    if not n_words:
        return 0.0
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


def spanish_ease(text: str, leave_out: tuple[str, ...] = ()) -> float:
    """Reading ease of a Spanish text, 0 hard .. 100 easy (Fernández-Huerta, 1959, as corrected).

    206.84 - 60 x syllables per word - 1.02 x words per sentence. An empty text has ease 100.
    """
    n_words, n_sentences, n_syllables = _counts(text, spanish_syllables, leave_out)
    if not n_words:
        return 100.0
    return 206.84 - 60.0 * n_syllables / n_words - 1.02 * n_words / n_sentences


def mean_sentence_length(text: str) -> float:
    """Words per sentence."""
    return len(words_read(text)) / sentence_count(text)
