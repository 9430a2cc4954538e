"""Broken data files: every mistake is said with its line, and the sound rest loads."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.paths import Places

SCM, DELTOID = "sternocleidomastoid-sternal", "deltoid-anterior"


def edit(path: Path, old: str, new: str) -> int:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_sound_file_loads_whole(sample: Places) -> None:
    catalog = FileCatalog(sample)
    assert catalog.problems == ()
    assert list(catalog.muscles) == [SCM, DELTOID]
    scm, deltoid = catalog.muscles.values()
    assert scm.zones[0].strokes[0].through[1].percent == 50.0
    assert scm.zones[1].strokes[0].widths == (200.0, 200.0)
    assert deltoid.studied is not None and deltoid.studied.people == 40
    assert deltoid.review.reviewed_on is not None and deltoid.review.reviewed_on.year == 2026
    assert list(catalog.views) == ["whole-front", "whole-back", "whole-right", "whole-left"]
    assert catalog.views["whole-left"].mirrored_from == "whole-right"
    assert [v.symmetric for v in catalog.views.values()] == [True, True, False, False]
    assert [v.yaw for v in catalog.views.values()] == [0.0, 180.0, -90.0, 90.0]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[manubrium-top]", "[manubrum-top]", "Unknown landmark `manubrum-top` (did you mean `manubrium-top`?)."),
        ("brow-inner > brow-outer 50%", "brow-inner > brow-outer", "is not a point"),
        ("brow-inner > brow-outer 50%", "brow-inner > brow-outer 400%", "400% is too far off"),
        ("regions: [cheek]", "regions: [cheeck]", "Unknown region `cheeck` (did you mean `cheek`?)."),
        ("sources: [donnelly-2019, gray-2020]", "sources: [donnely-2019]", "(did you mean `donnelly-2019`?)"),
        ("refers_to: [cheek]", "refers_to: [chek]", "refers to `chek`, which is no zone (did you mean `cheek`?)."),
        ("refers_to: [cheek]", "refers_to: [cheek]\n      reach: insid", "(did you mean `inside`?)"),
        ("strength: essential", "strength: esential", "(did you mean `essential`?)"),
        ("area: head-and-neck", "area: head-and-nek", "(did you mean `head-and-neck`?)"),
        ("lay_name:", "lay_nme:", "Unknown key `lay_nme` (did you mean `lay_name`?)."),
        ("along: 0.4", "along: 1.4", "`along`: should be less than or equal to 1; found `1.4`."),
        ("along: 0.4", "along: far", "`along` needs a number, not the text `far`."),
        ("version: 1", "version: '1'", "`version` needs a whole number, not the text `1`."),
        ("name: Sternocleidomastoid, sternal head", "name: 12", "`name` needs a text, not the number 12."),
        ("width: [120, 160, 120]", "width: [120, 160]", "2 widths for 3 points"),
        ("width: [120, 160, 120]", "width: broad", "A width is a number of millimetres"),
        ("sheet: 1, along: 0.4", "sheet: 2, along: 0.4", "Point 1 lies in sheet 2, but there are 1."),
        ("    - id: 2\n", "    - id: 1\n", "There are two points 1."),
        ("      width: 40\n", "", "it needs a `width`"),
        ("evidence: manual", "evidence: studied", "needs `studied` with people, source and what"),
        ("  origin: Front of the manubrium.\n", "", "`origin` is missing."),
    ],
)
def test_a_mistake_is_said_with_its_line_and_the_other_muscle_stays(
    sample: Places, old: str, new: str, sentence: str
) -> None:
    line = edit(sample.referrals, old, new)
    catalog = FileCatalog(sample)
    assert list(catalog.muscles) == [DELTOID]
    said = [p for p in catalog.problems if sentence in p.sentence]
    assert len(said) == 1, [str(p) for p in catalog.problems]
    assert said[0].muscle == SCM and said[0].file.endswith("referrals.yaml")
    if new and "missing" not in sentence:
        assert said[0].line is not None and line <= said[0].line <= line + 1


def test_every_mistake_is_reported_not_only_the_first(sample: Places) -> None:
    lines = [
        edit(sample.referrals, "lay_name: side", "lay_nme: side"),
        edit(sample.referrals, "[manubrium-top]", "[manubrum-top]"),
        edit(sample.referrals, "along: 0.7", "along: -1"),
        edit(sample.referrals, "depth: deep", "depth: depe"),
    ]
    catalog = FileCatalog(sample)
    assert catalog.muscles == {}
    assert set(lines) <= {p.line for p in catalog.problems}


def test_bad_indentation_in_one_entry_leaves_the_other(sample: Places) -> None:
    line = edit(sample.referrals, "  lay_name: side", "   lay_name: side")
    catalog = FileCatalog(sample)
    assert list(catalog.muscles) == [DELTOID]
    assert [(p.line, p.muscle) for p in catalog.problems] == [(line, None)]


def test_an_entry_written_twice_counts_once(sample: Places) -> None:
    text = sample.referrals.read_text(encoding="utf-8")
    sample.referrals.write_text(text + text[text.index(f"- id: {DELTOID}") :], encoding="utf-8")
    first = text[: text.index(f"- id: {DELTOID}")].count("\n") + 1
    catalog = FileCatalog(sample)
    assert len(catalog.muscles) == 2
    (problem,) = catalog.problems
    assert problem.sentence == f"There are two entries `{DELTOID}`; the first one, in line {first}, counts."


def test_a_damaged_region_keeps_its_place_and_breaks_no_muscle(sample: Places) -> None:
    edit(sample.regions, "midline: true", "midline: perhaps")
    catalog = FileCatalog(sample)
    assert len(catalog.muscles) == 2
    assert catalog.surface.region_ids[:2] == ("sternum_upper", "cheek")
    assert [p.sentence for p in catalog.problems] == ["`midline` needs true or false, not the text `perhaps`."]


@pytest.mark.parametrize(
    "name", ["landmarks.yaml", "bones.yaml", "regions.yaml", "sources.yaml", "views.yaml", "referrals.yaml"]
)
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"just words", b"- [1, 2]\n", b"a: b\n", b"[" * 5000])
def test_a_file_that_is_missing_or_something_else_stops_nothing(
    sample: Places, name: str, content: bytes | None
) -> None:
    path = sample.data / name
    path.unlink() if content is None else path.write_bytes(content)
    catalog = FileCatalog(sample)
    assert any(name in p.file for p in catalog.problems)
    for muscle in catalog.muscles:
        catalog.pattern(muscle)
    assert len(catalog.views) >= 1


def test_a_misspelt_heading_is_said_and_the_rest_of_the_text_stays(sample: Places) -> None:
    line = edit(sample.texts("head-and-neck"), "why_there", "why_ther")
    catalog = FileCatalog(sample)
    patient = catalog.texts(SCM)["patient"]
    assert "why_there" not in patient and patient["what_may_help"].startswith("Take short breaks")
    (problem,) = catalog.problems
    assert (problem.line, problem.sentence) == (line, "Unknown key `why_ther` (did you mean `why_there`?).")


def test_the_kept_copy_is_believed_only_while_the_files_are_the_same(sample: Places, tmp_path: Path) -> None:
    places = replace(sample, cache=tmp_path / "cache")
    first = FileCatalog(places)
    assert first.texts(SCM)
    again = FileCatalog(places)
    assert again.muscles == first.muscles and again.views == first.views and again.texts(SCM) == first.texts(SCM)
    edit(places.referrals, "version: 1", "version: 7")
    assert FileCatalog(places).muscles[SCM].version == 7
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(b'{"key": 1')
    assert FileCatalog(places).muscles[SCM].version == 7


def test_a_clean_start_reads_no_yaml_and_needs_no_pydantic(sample: Places, tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from atlas.content.catalog import FileCatalog
from atlas.paths import Places
data, assets, cache = map(Path, sys.argv[1:])
catalog = FileCatalog(Places(data=data, assets=assets, cache=cache))
loaded = {m.split(".")[0] for m in sys.modules}
print(len(catalog.muscles), *(name in loaded for name in ("pydantic", "yaml", "PySide6")))
"""
    command = [sys.executable, "-c", code, str(sample.data), str(sample.assets), str(tmp_path)]
    first, second = (subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert first == "2 True True False\n"
    assert second == "2 False False False\n"
