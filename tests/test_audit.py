"""docs/audit gives every entry of the atlas one grade, and none that nobody would put before a patient."""

from __future__ import annotations

import re

from atlas.paths import ROOT
from tests.shipped import shipped_catalog

PAGES = sorted((ROOT / "docs" / "audit").glob("*.md"))
_ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([A-D]) \|", re.M)


def test_each_entry_has_exactly_one_grade() -> None:
    graded = [entry for page in PAGES for entry, _ in _ROW.findall(page.read_text(encoding="utf-8"))]
    assert sorted(graded) == sorted(shipped_catalog().muscles)


def test_no_entry_is_one_a_clinician_would_object_to() -> None:
    grades = {entry: grade for page in PAGES for entry, grade in _ROW.findall(page.read_text(encoding="utf-8"))}
    assert [entry for entry, grade in grades.items() if grade not in "AB"] == []


def test_the_page_of_grades_links_all_pages() -> None:
    said = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
    assert re.findall(r"\(audit/([a-z-]+\.md)\)", said) == [
        "head-and-neck.md",
        "shoulder-arm-hand.md",
        "torso-and-hip.md",
        "thigh-leg-foot.md",
    ]
    assert sorted(re.findall(r"\(audit/([a-z-]+\.md)\)", said)) == [page.name for page in PAGES]
