"""What each language's texts are held to: found by its code, and nothing invented for a language without rules."""

from __future__ import annotations

import pytest

from atlas.domain.words.language_rules import RULES, rules_of
from atlas.domain.words.patient_wording import slips


@pytest.mark.parametrize("language", list(RULES))
def test_a_language_that_is_declared_complete_is_held_to_all_of_it(language: str) -> None:
    rules = rules_of(language)
    assert rules.complete and rules.reading is not None and rules.stemmer
    assert set(rules.forbidden) == {"promise", "alarm", "blame", "jargon"}


def test_a_language_without_rules_is_held_to_none_and_is_not_complete() -> None:
    assert slips("Vai curar sempre.", "pt") == () and not rules_of("pt").complete
