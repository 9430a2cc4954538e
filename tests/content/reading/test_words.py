"""The words of the search are checked as they are read, each mistake with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.paths import Places


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("regions: [cheek]", "regions: [cheak]", "Unknown region `cheak` (did you mean `cheek`?)."),
        ("parts: [abdomen]", "parts: [abdomn]", "Unknown part `abdomn` (did you mean `abdomen`?)."),
        ("[cheek-pain]", "[cheek-pian]", "Unknown complaint `cheek-pian` (did you mean `cheek-pain`?)."),
        ("places:", "plases:", "There is no section `plases` (did you mean `places`?)."),
        ("id: left", "id: lefft", "`lefft` is no side (did you mean `left`?)."),
        (", regions: [cheek]", "", "This means nothing: name a part, regions, complaints or muscles."),
    ],
)
def test_a_mistake_is_said_with_its_line(sample: Places, old: str, new: str, sentence: str) -> None:
    text = sample.words.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    sample.words.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = [(p.line, p.sentence) for p in check(sample) if Path(p.file).name == "words.yaml"]
    assert (line, sentence) in said


def test_a_survey_of_nobody_and_of_an_unknown_muscle_is_told(sample: Places) -> None:
    text = sample.surveys.read_text(encoding="utf-8")
    sample.surveys.write_text(text.replace("sternocleidomastoid-sternal", "sternocleidomastoid"), encoding="utf-8")
    said = [p.sentence for p in check(sample) if Path(p.file).name == "surveys.yaml"]
    assert len(said) == 1 and "unknown muscle" in said[0].lower()


def test_without_its_words_the_search_still_finds_names(sample: Places) -> None:
    sample.words.unlink()
    found = FileCatalog(sample).finder().find("scm")
    assert [a.id for a in found.of("muscle")] == ["sternocleidomastoid-sternal"]
