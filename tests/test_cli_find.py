"""`atlas find`: whatever words, in either language, as JSON and in lines."""

from __future__ import annotations

import json

import pytest

from atlas.cli import main
from atlas.paths import Places


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["find", *words], Places())
    out, err = capsys.readouterr()
    return code, out, err


def test_answers_come_best_first_with_kind_id_reason_and_score(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "outside of my left knee hurts when training", "--json")
    found = json.loads(out)
    assert code == 0 and {"kind", "id", "reason", "score"} <= set(found[0])
    assert (found[0]["kind"], found[0]["id"], found[0]["side"]) == ("muscle", "vastus-lateralis", "left")
    scores = [row["score"] for row in found]
    assert scores == sorted(scores, reverse=True) and all(0.0 <= s <= 1.0 for s in scores)


def test_reasons_are_given_in_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "dolor en la sien", "--lang", "es", "--json")
    assert json.loads(out)[0]["reason"] == "se siente aquí: sien"


def test_a_foreign_script_finds_nothing_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(said(capsys, "膝", "--json")[1]) == []
    assert said(capsys, "膝")[1] == "Nothing fits these words.\n"


def test_a_language_there_is_none_of_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "knee", "--lang", "xx")
    assert (code, out) == (2, "") and "There is no language `xx`" in err
