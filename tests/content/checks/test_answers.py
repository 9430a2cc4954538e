"""Complaints, what muscles say of themselves, and painted skin do not contradict each other."""

from __future__ import annotations

from pathlib import Path

from atlas.content.catalog import FileCatalog
from atlas.content.checks.answers import check_answers
from atlas.paths import Places


def test_the_shipped_atlas_answers_without_contradiction(catalog: FileCatalog) -> None:
    assert [str(p) for p in check_answers(catalog)] == []


def test_a_region_that_no_pattern_covers_has_to_say_so(sample: Places) -> None:
    assert list(check_answers(FileCatalog(sample))) == []
    text = sample.regions.read_text(encoding="utf-8")
    sample.regions.write_text(text.replace("  covered: false\n", "", 1), encoding="utf-8")
    (problem,) = check_answers(FileCatalog(sample))
    assert Path(problem.file).name == "regions.yaml" and problem.line == 1
    assert problem.sentence.startswith("No pattern covers 20% of this region")


def test_a_region_that_says_so_in_vain_is_told(sample: Places) -> None:
    text = sample.regions.read_text(encoding="utf-8")
    text = text.replace("- id: cheek\n", "- id: cheek\n  covered: false\n")
    sample.regions.write_text(text, encoding="utf-8")
    said = [p.sentence for p in check_answers(FileCatalog(sample))]
    assert len(said) == 1 and "is no longer true" in said[0]


def test_a_muscle_that_names_a_complaint_has_to_be_felt_there(sample: Places) -> None:
    title = next(c.title for c in FileCatalog(sample).guide().complaints.values() if c.id == "cheek-pain")
    before, deltoid = sample.referrals.read_text(encoding="utf-8").split("- id: deltoid-anterior")
    line = next(row for row in deltoid.splitlines() if row.strip().startswith("complaints:"))
    deltoid = deltoid.replace(line, f"  complaints: [{title.lower()}]")
    sample.referrals.write_text(f"{before}- id: deltoid-anterior{deltoid}", encoding="utf-8")
    catalog = FileCatalog(sample)
    felt = {r for z in catalog.muscles["deltoid-anterior"].zones for r in z.regions}
    said = [p for p in check_answers(catalog) if p.muscle == "deltoid-anterior"]
    assert bool(said) == (not felt & {"cheek", "occiput"})
    assert all("names `cheek-pain` as its own" in p.sentence for p in said)
