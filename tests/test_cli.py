"""The command line, as typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from atlas.cli import main
from atlas.content.catalog import FileCatalog
from atlas.paths import Places

SCM = "sternocleidomastoid-sternal"

pytestmark = pytest.mark.usefixtures("qapp")  # one application for all tests, and one with widgets


@pytest.fixture
def atlas(sample: Places, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command over the sample: (exit code, stdout, stderr)."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments, sample)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_list_names_every_entry_under_its_area(atlas: Any) -> None:
    code, out, err = atlas("list")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Head and neck" and f"  {SCM}  Sternocleidomastoid, sternal head" in out


def test_an_entry_has_the_keys_that_others_count_on(atlas: Any) -> None:
    entry = json.loads(atlas("show", SCM, "--json")[1])
    promised = {"id", "name", "lay_name", "also_called", "area", "depth", "trigger_points", "regions", "evidence"}
    promised |= {"sources", "texts"}
    assert promised <= set(entry)
    assert entry["trigger_points"][1]["refers_to"] == ["cheek", "nape"]
    assert set(entry["regions"]) == {"essential", "spillover"}
    (cheek,) = entry["regions"]["essential"]
    assert cheek["id"] == "cheek" and 10 < cheek["percent"] < 60
    assert [r["id"] for r in entry["regions"]["spillover"]] == ["occiput"]
    assert entry["texts"]["patient"]["what_may_help"].startswith("Take short breaks")
    assert entry["review"] == {"reviewed_by": None, "reviewed_on": None, "next_review": None}


def test_show_answers_in_another_language_too(atlas: Any, sample: Places) -> None:
    sample.texts("notes", "es").parent.mkdir(parents=True, exist_ok=True)
    sample.texts("notes", "es").write_text(f"{SCM} 2: Sin número en los manuales.\n", encoding="utf-8")
    note = json.loads(atlas("show", SCM, "--json", "--lang", "es")[1])["trigger_points"][1]["note"]
    assert note == "Sin número en los manuales."
    assert "(Sin número en los manuales.)" in atlas("show", SCM, "--lang", "es")[1]


def test_an_entry_tells_its_plate_whose_shares_add_up(atlas: Any) -> None:
    for figure in ("female", "male"):
        plate = json.loads(atlas("show", SCM, "--json", "--figure", figure)[1])["plate"]
        assert [panel["role"] for panel in plate] == ["main"] + ["companion"] * (len(plate) - 1)
        assert plate[0]["shows"]["points"] > 0.0 and sum(panel["shows"]["points"] for panel in plate) >= 1.0
        for panel in plate:
            left, top, right, bottom = panel["box"]
            assert 0.0 <= left < right <= 1.0 and 0.0 <= top < bottom <= 1.0
            assert panel["view"].startswith("whole-")
        for strength in ("essential", "spillover"):
            assert 0.0 < sum(panel["shows"][strength] for panel in plate) <= 1.001


def test_check_plates_lists_every_muscle_on_both_figures(atlas: Any) -> None:
    code, out, err = atlas("check", "--plates")
    rows = out.splitlines()[1:]
    assert len(rows) == 4 and sum(row.startswith(SCM) for row in rows) == 2
    assert code == any("!" in row for row in rows) and "of 4 plates do not hold" in err
    told = json.loads(atlas("check", "--plates", "--json")[1])
    assert [row["figure"] for row in told] == ["female", "female", "male", "male"]
    assert [row["id"] for row in told] == [row.split()[0] for row in rows]


def test_render_makes_the_plate_and_with_a_view_that_view_alone(capsys: Any, tmp_path: Path) -> None:
    sizes = []
    for more in ((), ("--view", "whole-back")):
        target = tmp_path / f"{len(sizes)}.png"
        assert main(("render", "infraspinatus", "--width", "400", "-o", str(target), "--json", *more)) == 0
        assert json.loads(capsys.readouterr().out)["view"] == (more[1] if more else None)
        with Image.open(target) as picture:
            sizes.append(picture.size)
    (wide, high), (_, tall) = sizes
    assert wide == 400 and high <= 300 < tall  # panels lie beside each other; a view is as tall as it is


def test_list_and_export_are_lists_of_the_same_entries(atlas: Any, tmp_path: Path) -> None:
    listed, exported = json.loads(atlas("list", "--json")[1]), json.loads(atlas("export")[1])
    assert listed == exported and len(listed) == 2
    assert listed[0] == json.loads(atlas("show", SCM, "--json")[1])
    assert listed[1]["review"]["reviewed_on"] == "2026-01-31"
    assert atlas("export", "-o", str(tmp_path / "all.json"))[0] == 0
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == listed


def test_show_says_the_pain_in_words_with_percent(atlas: Any) -> None:
    out = atlas("show", SCM)[1]
    assert "Mainly: cheek " in out and "Sometimes: back of the head " in out
    assert "Nobody has reviewed this entry yet." in out and "It does not diagnose" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("show", "sternoclidomastoid-sternal"),
            f"There is no muscle `sternoclidomastoid-sternal` (did you mean `{SCM}`?).",
        ),
        (("show", "qqq"), "There is no muscle `qqq`."),
        (("render", SCM, "--view", "whole-frnt", "-o", "x.png"), "(did you mean `whole-front`?)"),
        (("render", SCM, "--tone", "monk-11", "-o", "x.png"), "There is no tone `monk-11`"),
        (("render", SCM, "--bones", "loud", "-o", "x.png"), "There is no strength of bones `loud`"),
        (("render", SCM, "--side", "lft", "-o", "x.png"), "(did you mean `left`?)"),
        (("render", SCM, "--point", "7", "-o", "x.png"), f"`{SCM}` has no point 7; its points are 1, 2."),
        (("export", "-o", "/nowhere/all.json"), "/nowhere/all.json cannot be written: there is no such folder."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(atlas: Any, arguments: tuple[str, ...], sentence: str) -> None:
    code, out, err = atlas(*arguments)
    assert code == 2 and out == "" and sentence in err and err.count("\n") == 1


def test_regions_and_views_are_listed(atlas: Any) -> None:
    assert [r["id"] for r in json.loads(atlas("regions", "--json")[1])] == [
        "sternum_upper",
        "cheek",
        "flank",
        "occiput",
    ]
    views = {v["id"]: v["mirrored_from"] for v in json.loads(atlas("views", "--json")[1])}
    assert views["whole-left"] == "whole-right" and views["whole-front"] is None
    assert "whole-back   Whole body, back" in atlas("views")[1]
    assert "cheek" in atlas("regions")[1]


def test_check_is_silent_and_0_on_a_sound_atlas(atlas: Any) -> None:
    code, out, err = atlas("check")
    assert (code, out) == (0, "")
    figures, attachments, verdict = err.splitlines()
    assert attachments.startswith("Without `attached`, ")
    assert figures.startswith("Patient texts (en, 2 muscles): reading grade ") and verdict == "Nothing is wrong."
    assert json.loads(atlas("check", "--json")[1]) == []


def test_a_misspelt_command_is_answered_with_the_one_that_was_meant(
    atlas: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        atlas("chek")
    assert left.value.code == 2
    assert "There is no command `chek` (did you mean `check`?)." in capsys.readouterr().err


def test_check_of_a_broken_file_says_every_line_and_exits_1(atlas: Any, sample: Places, tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    text = sample.referrals.read_text(encoding="utf-8")
    own.write_text(text.replace("lay_name", "layname", 1).replace("[acromion-tip,", "[acromion-tp,"), encoding="utf-8")
    code, out, _ = atlas("check", str(own))
    assert code == 1
    assert f"{own}:3:3: {SCM}: Unknown key `layname` (did you mean `lay_name`?)." in out.splitlines()
    assert "Unknown landmark `acromion-tp` (did you mean `acromion-tip`?)." in out
    problems = json.loads(atlas("check", str(own), "--json")[1])
    assert {"file": str(own), "line": 3, "column": 3, "muscle": SCM}.items() <= next(
        p for p in problems if p["line"] == 3
    ).items()


def test_a_broken_data_file_is_said_on_stderr_and_the_rest_is_listed(atlas: Any, sample: Places) -> None:
    text = sample.referrals.read_text(encoding="utf-8")
    sample.referrals.write_text(text.replace("depth: deep", "depth: depe"), encoding="utf-8")
    code, out, err = atlas("list")
    assert code == 2 and SCM in out and "deltoid" not in out
    assert "`depth` is `superficial` or `deep`, not `depe` (did you mean `deep`?)." in err


def test_without_a_display_the_window_says_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 2
    err = capsys.readouterr().err
    assert err.startswith("atlas: There is no display") and err.count("\n") == 1


def test_no_command_but_window_and_render_imports_qt(sample: Places) -> None:
    code = (
        "import sys; from pathlib import Path; from atlas.cli import main; from atlas.paths import Places;"
        f"main(['list', '--json'], Places(data=Path({str(sample.data)!r}), assets=Path({str(sample.assets)!r})));"
        "sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL).returncode == 0


@pytest.mark.skipif(not Places().surface.exists(), reason="the body has not been baked")
def test_render_writes_a_picture_without_a_display(tmp_path: Path) -> None:
    target = tmp_path / "scm.png"
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    asked = [sys.executable, "-m", "atlas", "render", SCM, "--side", "both", "--width", "320", "-o", str(target)]
    assert subprocess.run(asked, env=bare).returncode == 0
    with Image.open(target, formats=["PNG"]) as picture:
        assert picture.width == 320 and len(picture.convert("RGB").getcolors(1 << 20) or []) > 500


@pytest.fixture
def handout(read_before: Path) -> Callable[..., int]:
    def written(*arguments: str) -> int:
        return main(["handout", *arguments], Places(cache=read_before))

    return written


def test_a_handout_is_written_as_pdf_or_as_a_picture(
    handout: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, png = tmp_path / "a.pdf", tmp_path / "a.png"
    assert handout("infraspinatus", "--note", "Rest.", "--paper", "letter", "-o", str(pdf), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {"files": [str(pdf)], "ids": ["infraspinatus"], "language": "en", "side": "right", "pages": 2}
    assert pdf.read_bytes().startswith(b"%PDF")
    assert handout("infraspinatus", "soleus", "--lang", "es", "--palette", "print", "-o", str(png)) == 0
    with Image.open(png) as pages:
        assert pages.size == (1240, 2 * 1755)
    assert sorted(tmp_path.iterdir()) == [pdf, png]
    assert capsys.readouterr().err == ""
    assert handout("soleus", "--note", "Rest \u0378.", "-o", str(pdf)) == 0
    assert capsys.readouterr().err == (
        "atlas: no typeface on this computer has \u0378 (U+0378); empty boxes are in their place.\n"
    )


@pytest.mark.parametrize("broken", ["rules", "words"])
def test_without_its_warnings_no_handout_is_written(
    sample: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path, broken: str
) -> None:
    (sample.red_flags if broken == "rules" else sample.guide("red_flags")).write_text("", encoding="utf-8")
    muscle, out = next(iter(FileCatalog(sample).muscles)), tmp_path / "handout.pdf"
    assert main(["handout", muscle, "-o", str(out)], sample) == 2
    assert "A page without its warnings is not made." in capsys.readouterr().err and not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["infraspinatu", "-o", "x.pdf"], "There is no muscle `infraspinatu` (did you mean `infraspinatus`?)."),
        (["infraspinatus", "-o", "x.docx"], "A handout is written as .pdf or .png, not as `x.docx`."),
        (["infraspinatus", "--lang", "xx", "-o", "x.pdf"], "There is no language `xx`"),
        (["infraspinatus", "--paper", "a3", "-o", "x.pdf"], "There is no paper `a3`"),
        (
            ["infraspinatus", "--logo", "none.png", "-o", "x.pdf"],
            "The logo none.png cannot be used: there is no such file.",
        ),
        (["infraspinatus", "--drawing", "none.json", "-o", "x.pdf"], "none.json cannot be opened: No such file"),
        (["infraspinatus", "-o", "no/such/x.pdf"], "x.pdf cannot be written"),
        (["soleus", "popliteus", "rhomboids", "scalenes", "sartorius", "-o", "x.pdf"], "one to 4 muscles"),
    ],
)
def test_a_handout_that_cannot_be_made_is_one_sentence(
    handout: Callable[..., int],
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert handout(*arguments) == 2
    assert said in capsys.readouterr().err and list(tmp_path.iterdir()) == []


def test_where_finds_the_vertex_for_a_new_landmark(atlas: Any, sample: Places) -> None:
    catalog = FileCatalog(sample)
    name, vertex = next((m.id, m.vertex) for m in catalog.landmarks.values() if not m.midline)
    code, said, _ = atlas("where", name)
    assert code == 0 and said.startswith(f"vertex {vertex}, in ") and f"; 0 mm from {name}" in said
    other = next(m.id for m in catalog.landmarks.values() if m.id != name)
    code, said, _ = atlas("where", f"{name} > {other} 48%", "--json")
    assert code == 0 and json.loads(said)["region"] in catalog.regions


def test_where_refuses_a_landmark_that_is_not_there(atlas: Any, sample: Places) -> None:
    name = next(iter(FileCatalog(sample).landmarks))
    code, _, said = atlas("where", f"{name}x")
    assert code == 2 and f"There is no landmark `{name}x` (did you mean `{name}`?)." in said
    code, _, said = atlas("where", "here and there")
    assert code == 2 and "is not a point; write" in said
