"""How hard a text is to read: school grade in English, Fernández-Huerta ease in Spanish."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(
    r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouycsxzhg])(?<![^aeiouy]l)es$"  # nose, pulled, bones
)
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_SPANISH_STRONG_PAIR = re.compile(r"[aeoáéó][aeoáéóíú]|[íú][aeo]")


@lru_cache(maxsize=4)
def _hyphenation(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=language, left=2, right=2)  # one letter alone is no syllable of `arm`


def words(text: str) -> list[str]:
    """The words of a text, in order; numbers and signs are not words."""
    return _WORD.findall(text)


def sentence_count(text: str) -> int:
    """How many sentences a text has; a text with words but no full stop is one."""
    return max(len(_SENTENCE_END.findall(text.strip())), 1)


@lru_cache(maxsize=20_000)
def syllables(word: str, language: str = "en_US") -> int:
    """Syllables of one word.

    Hyphenation marks fewer breaks than speech has, sounded vowel groups sometimes more;
    English takes the larger of the two, after the silent final e is dropped.
    """
    lower = word.lower()
    if language.startswith("es"):
        groups = len(_SPANISH_VOWELS.findall(lower)) + len(_SPANISH_STRONG_PAIR.findall(lower))
        return max(groups, 1)
    sounded = _SILENT_ENDING.sub("", lower)
    groups = len(_VOWELS.findall(sounded))
    hyphens = len(_hyphenation(language).positions(lower)) + 1
    return max(groups, hyphens if groups else 1, 1)


@lru_cache(maxsize=1024)
def _counts(text: str, language: str, leave_out: tuple[str, ...]) -> tuple[int, int, int]:
    for name in sorted(leave_out, key=len, reverse=True):
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    found = words(text)
    return len(found), sentence_count(text), sum(syllables(w, language) for w in found)


def grade(text: str, leave_out: tuple[str, ...] = ()) -> float:
    """US school grade of an English text (Flesch-Kincaid; Kincaid et al., 1975).

    `leave_out` are names (of the muscle) that are not counted. An empty text has grade 0.
    """
    n_words, n_sentences, n_syllables = _counts(text, "en_US", leave_out)
    if not n_words:
        return 0.0
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


def spanish_ease(text: str, leave_out: tuple[str, ...] = ()) -> float:
    """Reading ease of a Spanish text, 0 hard .. 100 easy (Fernández-Huerta, 1959, as corrected).

    206.84 - 60 x syllables per word - 1.02 x words per sentence. An empty text has ease 100.
    """
    n_words, n_sentences, n_syllables = _counts(text, "es_ES", leave_out)
    if not n_words:
        return 100.0
    return 206.84 - 60.0 * n_syllables / n_words - 1.02 * n_words / n_sentences


def mean_sentence_length(text: str) -> float:
    """Words per sentence."""
    return len(words(text)) / sentence_count(text)
