"""What a text for patients must not say, in English and Spanish."""

from __future__ import annotations

import pytest

from atlas.domain.words.patient_wording import slips


@pytest.mark.parametrize(
    ("language", "text", "kind", "word"),
    [
        ("en", "The needle will ease your pain.", "promise", "will"),
        ("en", "You'll sleep well.", "promise", "You'll"),
        ("en", "Heat cures it.", "promise", "cures"),
        ("en", "It always works.", "promise", "always"),
        ("en", "We guarantee relief.", "promise", "guarantee"),
        ("en", "This can be deadly.", "alarm", "deadly"),
        ("en", "Your poor posture did it.", "blame", "poor posture"),
        ("en", "You should have come sooner.", "blame", "You should have"),
        ("en", "It lies on the lateral side.", "jargon", "lateral"),
        ("es", "El calor lo curará.", "promise", "curará"),
        ("es", "Usted mejorará.", "promise", "mejorará"),
        ("es", "Siempre funciona.", "promise", "Siempre"),
        ("es", "Se garantiza el alivio.", "promise", "garantiza"),
        ("es", "Es muy peligroso.", "alarm", "peligroso"),
        ("es", "Fue por su mala postura.", "blame", "mala postura"),
        ("es", "Está en la cara posterior.", "jargon", "cara posterior"),
    ],
)
def test_a_slip_is_found_with_its_word(language: str, text: str, kind: str, word: str) -> None:
    (slip,) = slips(text, language)
    assert (slip.kind, slip.word, slip.sentence) == (kind, word, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bend the wrist at will. It is an act of free will."),
        ("en", "It is not a cure. No one can guarantee a result."),
        ("en", "How many visits will I need?"),
        ("en", "The finger won't straighten."),
        ("en", "It is not your fault."),
        ("en", "Goodwill helps. The willow is willing."),
        ("es", "Casi siempre se puede. Hágalo siempre que quiera."),
        ("es", "Podrá dormir de lado, quizá mejor. No es su culpa."),
        ("es", "El dedo gordo del pie."),
        ("fr", "Cela guérira toujours."),
    ],
)
def test_what_only_looks_like_a_slip_is_let_pass(language: str, text: str) -> None:
    assert slips(text, language) == ()


def test_a_term_of_the_glossary_and_the_muscles_own_name_are_no_jargon() -> None:
    text = "A local spasm in the lateral pterygoid."
    assert [s.word for s in slips(text, "en")] == ["spasm", "lateral"]
    assert slips(text, "en", ("local spasm", "Lateral pterygoid")) == ()
