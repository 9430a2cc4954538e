"""The command line over damaged files: every answer is right, or it says what it lacks, exits 2 and writes no file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from atlas import paths
from atlas.cli import main
from atlas.content.catalog import FileCatalog
from atlas.domain.pattern import paint_pattern
from atlas.paths import Places
from tests.linked import LinkedAtlas

SCM = "sternocleidomastoid-sternal"
MUSCLE = "infraspinatus"

pytestmark = pytest.mark.usefixtures("qapp")


class Real(LinkedAtlas):
    """The shipped atlas with the pictures of one muscle, and a folder to write to."""

    def __init__(self, root: Path, read_before: Path) -> None:
        super().__init__(root, read_before, (MUSCLE,))
        self.out = root / "out"
        self.out.mkdir()


@pytest.fixture
def real(tmp_path: Path, read_before: Path) -> Real:
    return Real(tmp_path, read_before)


def _said(capsys: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    out, err = capsys.readouterr()
    return out, err.splitlines()


# -- pictures and handouts ---------------------------------------------------

_NEEDED: dict[str, Callable[[Places], Path]] = {
    "the body": lambda p: p.surface,
    "the picture of the view": lambda p: p.body / "female" / "neck-back.jpg",
    "its outline": lambda p: p.body / "female" / "neck-back.png",
    "its skin": lambda p: p.body / "female" / "neck-back.faces",
    "how the views were taken": lambda p: p.cameras("female"),
    "what the views show": lambda p: p.visibility("female"),
    "the muscle in the view": lambda p: p.muscles / MUSCLE / "female" / "neck-back.png",
    "the landmarks": lambda p: p.landmarks,
    "the views": lambda p: p.views,
}


@pytest.mark.parametrize("data", [b"", b"nonsense\n"])
@pytest.mark.parametrize("what", _NEEDED)
def test_a_picture_that_would_lack_something_is_not_written(
    real: Real, what: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _NEEDED[what](real.places)
    real.damage(path, data)
    target = real.out / "x.png"
    code = main(["render", MUSCLE, "--view", "neck-back", "-o", str(target), "--json"], real.places)
    out, err = _said(capsys)
    assert code == 2 and out == "" and list(real.out.iterdir()) == []
    assert sum(path.name in line for line in err) == 1, err
    assert err[-1].startswith("atlas: ")


def test_the_sound_links_render_without_a_word(real: Real, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", MUSCLE, "--width", "320", "-o", str(real.out / "x.png")], real.places) == 0
    assert _said(capsys) == ("", []) and (real.out / "x.png").stat().st_size > 5000


def test_a_picture_is_of_the_atlas_that_was_given(real: Real) -> None:
    real.damage(real.places.body / "female" / "neck-back.jpg", None)
    assert main(["render", MUSCLE, "--view", "neck-back", "-o", str(real.out / "x.png")], real.places) == 2


@pytest.mark.parametrize(
    "what",
    [
        *(name for name in _NEEDED if name not in ("its outline", "its skin")),
        "red flags in words",
        "home care",
        "the muscle's texts",
        "the regions",
    ],
)
def test_a_handout_that_would_lack_something_is_not_written(
    real: Real, what: str, catalog: FileCatalog, capsys: pytest.CaptureFixture[str]
) -> None:
    places, view = real.places, catalog.plate(MUSCLE, "female").main.view
    words = {
        "red flags in words": places.guide("red_flags"),
        "home care": places.guide("steps"),
        "the muscle's texts": places.texts("upper-back-shoulder-arm"),
        "the regions": places.regions,
        "the picture of the view": places.body / "female" / f"{view}.jpg",
        "the muscle in the view": places.muscles / MUSCLE / "female" / f"{view}.png",
    }
    path = words[what] if what in words else _NEEDED[what](places)
    real.damage(path, b"")
    assert main(["handout", MUSCLE, "-o", str(real.out / "x.pdf")], places) == 2
    _, err = _said(capsys)
    assert list(real.out.iterdir()) == [] and any(path.name in line for line in err), err


@pytest.mark.parametrize("part", ["names", "regions"])
def test_a_spanish_handout_without_its_words_is_not_written(
    real: Real, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    real.damage(real.places.texts(part, "es"), b"[")
    assert main(["handout", MUSCLE, "--lang", "es", "-o", str(real.out / "x.pdf")], real.places) == 2
    assert list(real.out.iterdir()) == [] and any(f"es/{part}.yaml" in line for line in _said(capsys)[1])


def test_a_file_that_is_sound_but_not_as_it_was_made_is_not_believed(
    real: Real, capsys: pytest.CaptureFixture[str]
) -> None:
    places = real.places
    places.made_from.symlink_to(paths.ASSETS / "made-from.json")
    flipped = places.body / "female" / "neck-back.jpg"
    data = bytearray(flipped.read_bytes())
    data[len(data) // 2] ^= 1  # a pixel is another grey
    real.damage(flipped, bytes(data))
    command = ["render", MUSCLE, "--view", "neck-back", "-o", str(real.out / "x.png")]
    assert main(command, places) == 2 and "not as it was made" in _said(capsys)[1][0]
    real.damage(flipped, (paths.BODY / "female" / "neck-back.jpg").read_bytes())
    real.damage(places.muscles / MUSCLE / "female" / "neck-back.png", None)
    assert main(command, places) == 2 and "neck-back.png: The file cannot be read" in _said(capsys)[1][0]
    with np.load(places.surface) as held:
        arrays = {k: held[k] for k in held.files}
    arrays["region"] = np.roll(arrays["region"], 7)
    real.damage(places.surface, None)
    np.savez_compressed(places.surface, **arrays)
    assert main(["show", MUSCLE], places) == 2 and "not as it was made" in _said(capsys)[1][0]


def test_without_a_sound_record_all_is_trusted_and_that_is_said(real: Real, capsys: pytest.CaptureFixture[str]) -> None:
    real.places.made_from.write_text("[]", encoding="utf-8")
    assert main(["render", MUSCLE, "--width", "200", "-o", str(real.out / "x.png")], real.places) == 0
    assert "made-from.json" in _said(capsys)[1][0]


# -- words -------------------------------------------------------------------


@pytest.fixture
def atlas(sample: Places, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str) -> tuple[int, str, list[str]]:
        code = main(arguments, sample)
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return run


def test_without_the_body_nowhere_is_not_said(atlas: Any, sample: Places) -> None:
    sample.surface.write_bytes(b"")
    code, out, err = atlas("show", SCM)
    assert code == 2 and "nowhere" not in out and "Mainly: cannot be said; a file is damaged" in out
    assert len(err) == 1 and "surface.npz" in err[0] and "Nothing can be shown on the body." in err[0]
    code, out, err = atlas("match", "--regions", "cheek")
    assert (code, out) == (2, "") and err[-1] == "atlas: Without the body nothing can be compared."


def test_json_stays_json_when_a_file_is_damaged(atlas: Any, sample: Places, tmp_path: Path) -> None:
    sample.texts("head-and-neck").write_text("a: [", encoding="utf-8")
    for command in (["list", "--json"], ["show", SCM, "--json"], ["export"]):
        code, out, err = atlas(*command)
        assert code == 2 and json.loads(out) and len(err) == 1 and "head-and-neck.yaml" in err[0]
    code, _, err = atlas("export", "-o", str(tmp_path / "all.json"))
    assert code == 2 and not (tmp_path / "all.json").exists() and "was not written" in err[-1]


def test_an_answer_about_one_muscle_is_whole_while_another_is_damaged(atlas: Any, sample: Places) -> None:
    text = sample.referrals.read_text(encoding="utf-8")
    sample.referrals.write_text(text.replace("depth: deep", "depth: depe"), encoding="utf-8")
    assert atlas("show", SCM)[0] == 0
    assert atlas("list")[0] == atlas("match", "--regions", "cheek")[0] == 2
    code, _, err = atlas("show", "deltoid-anterior")
    assert code == 2 and "depe" in err[0] and "There is no muscle" in err[1]


@pytest.mark.parametrize("command", ["regions", "views", "list"])
def test_a_list_that_is_not_whole_exits_2(atlas: Any, sample: Places, command: str) -> None:
    path = {"regions": sample.regions, "views": sample.views, "list": sample.referrals}[command]
    path.write_bytes(path.read_bytes() + b"\n- id: [\n")
    assert atlas(command)[0] == 2


# -- painted patterns --------------------------------------------------------


def test_damaged_patterns_are_painted_anew_with_a_word_and_the_answer_is_right(
    atlas: Any, sample: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = atlas("match", "--regions", "cheek", "--json")
    sample.patterns.write_bytes(sample.patterns.read_bytes()[:900])
    code, out, err = atlas("match", "--regions", "cheek", "--json")
    assert (code, json.loads(out)) == (0, json.loads(sound[1]))
    assert err[0] == "atlas: 2 patterns are painted anew, which takes a while"
    assert "patterns.npz" in err[-1] and "painted anew" in err[-1]
    keeping = replace(sample, cache=tmp_path / "cache")
    for said in (True, False):  # at the next start they are there
        assert main(["match", "--regions", "cheek"], keeping) == 0
        assert ("which takes a while" in capsys.readouterr().err) is said


def test_what_was_painted_before_is_used_only_where_it_is_sound(sample: Places, tmp_path: Path) -> None:
    keeping = replace(sample, cache=tmp_path / "cache")
    sample.patterns.unlink()
    assert list(FileCatalog(keeping).painted.paint_missing())[-1] == (2, 2)
    kept = tmp_path / "cache" / "patterns.npz"
    kept.write_bytes(kept.read_bytes()[:-200])
    catalog = FileCatalog(keeping)
    anew = paint_pattern(catalog.surface, catalog.muscles[SCM])
    assert np.array_equal(catalog.pattern(SCM).zones[0].painting.strength, anew.zones[0].painting.strength)


# -- manners -----------------------------------------------------------------


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atlas", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, timeout=60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    ("arguments", "unbuffered"),
    [
        (["list"], ""),
        (["export"], ""),
        (["views", "--json"], ""),
        (["--help"], ""),
        (["list", "--help"], "1"),
        (["--version"], "1"),
    ],
)
def test_an_answer_that_cannot_be_written_is_one_sentence(arguments: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "atlas", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 2
    assert done.stderr == "atlas: The answer cannot be written: No space left on device.\n"


def _has_worked(pid: int) -> float:
    """Seconds of the processor that a process has had, however slow the machine is."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _heeds_ctrl_c() -> None:
    """Started in the background, these tests and what they start would be deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says how long a process has worked")
def test_ctrl_c_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "atlas", "check"], stderr=subprocess.PIPE, text=True, preexec_fn=_heeds_ctrl_c
    ) as going:
        while _has_worked(going.pid) < 1.0:  # by then it checks
            time.sleep(0.01)
        going.send_signal(signal.SIGINT)
        _, err = going.communicate(timeout=30)
    assert (going.returncode, err) == (130, "")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="displays of Linux")
@pytest.mark.parametrize("named", [{"QT_QPA_PLATFORM": "nope"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":97"}])
def test_a_display_that_is_not_there_is_one_sentence(named: dict[str, str], tmp_path: Path) -> None:
    done = _run(**named, XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("atlas: No window can be opened on this display (") and done.stderr.count("\n") == 1


def test_a_render_needs_no_display_even_where_one_is_named_that_is_not_there(tmp_path: Path) -> None:
    done = _run("render", MUSCLE, "--width", "200", "-o", str(tmp_path / "x.png"), QT_QPA_PLATFORM="nope")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", [["show", MUSCLE, "--json"], ["handout", MUSCLE, "--lang", "es"]])
def test_a_muscle_without_its_text_is_told(real: Real, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    file = real.places.texts("upper-back-shoulder-arm")
    whole = file.read_bytes()
    real.damage(file, whole[: whole.index(b"\ninfraspinatus:") + 1])  # as if it had been written in part: sound so far
    more = ["-o", str(real.out / "page.png")] if command[0] == "handout" else []
    assert main([*command, *more], real.places) == 2
    _, said = _said(capsys)
    assert any(f"{file.name}: There is no text about `{MUSCLE}` in it." in line for line in said)


def test_views_that_were_lost_from_their_file_are_told(real: Real, capsys: pytest.CaptureFixture[str]) -> None:
    whole = real.places.views.read_bytes()
    real.damage(real.places.views, whole[: whole.index(b"- {id: arm-front-right")])
    assert main(["views", "--json"], real.places) == 2
    _, said = _said(capsys)
    assert any("views.yaml: It lacks views that there are pictures of: arm-front-right, " in line for line in said)
