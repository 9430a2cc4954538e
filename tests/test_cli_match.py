"""`atlas match`: geometry on the command line, sides apart, and a sentence for what cannot be done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.cli import main
from atlas.content.catalog import FileCatalog
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.pain.drawing import blank, from_painting
from atlas.domain.pain.drawing_record import to_record
from atlas.paths import Places

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], read_before: Path) -> Said:
    """Runs the command over the shipped atlas: (exit code, stdout, stderr)."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["match", *words], Places(cache=read_before))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_regions_find_patterns_best_first(said: Said) -> None:
    code, out, _ = said("--regions", "temple", "--json")
    found = json.loads(out)["patterns"]
    assert code == 0
    assert set(found[0]) == {"id", "side", "covers_percent"}
    assert any(row["id"].startswith("temporalis") for row in found[:4])
    assert all(row["side"] == "right" for row in found[:4])
    assert len(found) <= 10


def test_the_left_side_finds_left_patterns_and_top_cuts_the_list(said: Said) -> None:
    _, out, _ = said("--regions", "heel_sole,sole_mid", "--side", "left", "--top", "2", "--json")
    assert [row["side"] for row in json.loads(out)["patterns"]] == ["left", "left"]


def test_a_saved_drawing_finds_what_its_regions_find(said: Said, catalog: FileCatalog, tmp_path: Path) -> None:
    surface = catalog.surface
    drawing = from_painting(surface, regions_painting(surface, ["kneecap"], "left"))
    file = tmp_path / "drawing.json"
    file.write_text(json.dumps(to_record(drawing)), encoding="utf-8")
    _, from_file, _ = said("--drawing", str(file), "--json")
    _, from_regions, _ = said("--regions", "kneecap", "--side", "left", "--json")
    first, second = (json.loads(out)["patterns"] for out in (from_file, from_regions))
    assert [r["id"] for r in first][:3] == [r["id"] for r in second][:3]


def test_a_drawing_that_is_empty_is_neither_measured_nor_printed(
    said: Said, capsys: pytest.CaptureFixture[str], read_before: Path, catalog: FileCatalog, tmp_path: Path
) -> None:
    surface = catalog.surface
    file, page = tmp_path / "drawing.json", tmp_path / "page.pdf"
    file.write_text(json.dumps(to_record(blank(surface))), encoding="utf-8")
    assert said("--drawing", str(file)) == (2, "", "atlas: The drawing is empty.\n")
    assert main(["handout", "infraspinatus", "--drawing", str(file), "-o", str(page)], Places(cache=read_before)) == 2
    assert capsys.readouterr().err == "atlas: The drawing drawing.json is empty.\n" and not page.exists()


def test_a_drawing_of_everything_is_said_to_be_too_much(said: Said, catalog: FileCatalog) -> None:
    everything = ",".join(catalog.regions)
    code, out, err = said("--regions", everything, "--side", "both", "--json")
    assert code == 0 and json.loads(out)["patterns"] and "Most of the body is painted" in err


def test_what_is_printed_says_what_the_atlas_is_not(said: Said) -> None:
    _, out, _ = said("--regions", "temple")
    assert "does not diagnose" in out


def test_the_chest_warns_before_any_pattern_is_named(said: Said) -> None:
    _, out, _ = said("--regions", "sternum_lower,knee_medial", "--json")
    flags = json.loads(out)["red_flags"]
    assert flags[0]["id"] == "chest" and "emergency number" in flags[0]["text"]
    assert {"ask-first", "after-needle"} <= {f["id"] for f in flags}
    _, out, _ = said("--regions", "sternum_lower")
    assert out.index("When to get help") < out.index("hest pain") < out.index("sternalis")


@pytest.mark.parametrize("broken", ["rules", "words"])
def test_without_its_warnings_no_answer_is_given(
    sample: Places, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    (sample.red_flags if broken == "rules" else sample.guide("red_flags")).write_text("", encoding="utf-8")
    region = next(iter(FileCatalog(sample).regions))
    code = main(["match", "--regions", region], sample)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "") and "No answer is given without its warnings" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--regions", "temle"), "did you mean `temple`"),
        (("--regions", ","), "names no region"),
        ((), "Say where it hurts"),
        (("--regions", "temple", "--side", "lft"), "did you mean `left`"),
        (("--regions", "temple", "--top", "0"), "from 1 upward"),
        (("--drawing", "/nowhere/drawing.json"), "cannot be opened"),
    ],
)
def test_what_cannot_be_done_is_said(said: Said, words: tuple[str, ...], sentence: str) -> None:
    code, out, err = said(*words)
    assert (code, out) == (2, "")
    assert sentence in err
