"""The guide's pages: when to get help stands near the top, and no sign is left out unsaid."""

from __future__ import annotations

import pytest

from tests.ui.person import Person

PAGE = "problem/neck-pain"
NOT_ALL = "Not every sign could be read. If in doubt, ask for medical advice."


def test_signs_that_need_care_stand_before_what_muscles_have_to_do_with_it(me: Person) -> None:
    me.store.read_guide(PAGE)
    me.settled()
    said = me.guide_page().reads()
    flags = me.app.catalog.guide("en")
    page = flags.problem_pages["neck-pain"]
    assert page.red_flags and all(flags.red_flags[f].text in said for f in page.red_flags)
    assert said.index("Signs that need care soon") < said.index("What muscles have to do with it")
    assert NOT_ALL not in said


def test_a_sign_without_words_is_not_left_out_unsaid(me: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = me.app.catalog.guide("en")
    page = guide.problem_pages["neck-pain"]
    left = {k: v for k, v in guide.red_flags.items() if k != page.red_flags[0]}
    monkeypatch.setitem(guide.__dict__, "red_flags", left)
    me.store.read_guide("question/x")
    me.store.read_guide(PAGE)
    me.settled()
    said = me.guide_page().reads()
    assert NOT_ALL in said and guide.red_flags[page.red_flags[-1]].text in said
