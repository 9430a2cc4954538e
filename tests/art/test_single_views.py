"""A view of the body can be baked alone: it is new then, and all that was not baked is as old as it was."""

from __future__ import annotations

import pytest

from art.__main__ import unbaked
from art.keeping import keep_body, keep_muscles
from atlas.content.catalog import FileCatalog
from atlas.content.checks.ages import check_ages
from atlas.paths import Places


def old_views(places: Places) -> list[str]:
    return [p.sentence for p in check_ages(FileCatalog(places)) if "pictures of the view" in p.sentence]


@pytest.fixture
def two_changed(sample: Places) -> Places:
    text = sample.views.read_text(encoding="utf-8")
    assert text.count("long_side: 1840") >= 2
    sample.views.write_text(text.replace("long_side: 1840", "long_side: 1800"), encoding="utf-8")
    return sample


def test_only_the_view_that_was_baked_is_new(two_changed: Places) -> None:
    before = old_views(two_changed)
    keep_body(two_changed, views=["whole-back"])
    assert [said for said in before if "`whole-back`" not in said] == old_views(two_changed)
    assert len(old_views(two_changed)) == len(before) - 1 > 0


def test_a_view_is_old_until_both_figures_have_it(two_changed: Places) -> None:
    before = old_views(two_changed)
    keep_body(two_changed, views=["whole-back"], figures=["female"])
    assert old_views(two_changed) == before


def test_a_view_that_is_not_there_is_named_before_anything_is_made() -> None:
    assert unbaked("body", ["head-fornt"], []) == (
        "There is no baked view `head-fornt` (did you mean `head-front`?). Nothing was made."
    )
    assert "`muscles`, not for `patterns`" in (unbaked("patterns", ["head-front"], []) or "")
    assert unbaked("body", ["head-front"], ["male"]) is None
    assert unbaked("all", [], []) is None


def old_muscles(places: Places) -> list[str]:
    old = ("The muscle was painted before", "No muscle is painted in")
    return [p.sentence for p in check_ages(FileCatalog(places)) if p.sentence.startswith(old)]


def test_a_muscle_is_new_when_the_one_view_that_was_added_is_painted(sample: Places) -> None:
    added = sample.views.read_text(encoding="utf-8").splitlines()[1].replace("whole-back", "whole-again")
    with sample.views.open("a", encoding="utf-8") as views:
        views.write(added + "\n")
    assert old_muscles(sample)
    keep_muscles(sample, views=["whole-front"])
    assert old_muscles(sample)
    keep_muscles(sample, views=["whole-again"])
    assert not old_muscles(sample)
