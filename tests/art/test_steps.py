"""A step of `art` says what it cannot make, and keeps all that it made."""

from __future__ import annotations

import shutil

import pytest

from art.__main__ import unbaked, unknown
from art.keeping import keep_body
from atlas.content.catalog import FileCatalog
from atlas.paths import Places
from atlas.render.asset_check import check_assets


@pytest.mark.parametrize("said", [unknown("bones", ["head-left"]), unbaked("muscles", ["head-left"], [])])
def test_a_mirrored_view_is_refused_and_the_baked_one_named(said: str | None) -> None:
    assert said == "`head-left` is the mirror of `head-right`, which alone is baked: name that. Nothing was made."


def test_of_a_few_names_it_is_said_which_there_are() -> None:
    said = unknown("sheets", ["forearm"]) or ""
    assert said.startswith("There is no area `forearm`; there are head-and-neck, ") and "forearm-and-hand" in said


def test_all_that_one_new_view_is_baked_into_is_kept(sample: Places) -> None:
    for figure in ("female", "male"):
        for kind in (".jpg", ".png", ".faces", ".half"):
            shutil.copy(sample.body / figure / f"whole-back{kind}", sample.body / figure / f"whole-new{kind}")
    row = next(r for r in sample.views.read_text(encoding="utf-8").splitlines() if "id: whole-back," in r)
    with sample.views.open("a", encoding="utf-8") as views:
        views.write(row.replace("whole-back", "whole-new") + "\n")
    before = [p.file for p in check_assets(FileCatalog(sample)) if "out of place" in p.sentence]
    assert len(before) == 8
    keep_body(sample, views=["whole-new"])
    assert not [p.file for p in check_assets(FileCatalog(sample)) if "out of place" in p.sentence]
