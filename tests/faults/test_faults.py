"""A small part of `python -m tests.faults`: one fault of each kind of file, and a kill of each writer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.ground import REPOSITORY, make_ground
from tests.faults.plan import faults
from tests.faults.table import Row, written


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole sound copy of the atlas, which nobody breaks: what is broken is linked to it."""
    made = tmp_path_factory.mktemp("faults") / "sound"
    make_ground(made)
    return made


def test_whatever_is_broken_is_said_or_does_no_harm(ground: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.faults", "--most", "1", "--no-page", "--failures", str(tmp_path / "failures")]
    words += ["--ground", str(ground)]
    only = [
        w
        for part in ("data", "guide and texts", "body", "arrays", "muscles", "kept", "disks")
        for w in ("--only", part)
    ]
    done = subprocess.run([*words, *only], cwd=REPOSITORY, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + (tmp_path / "failures").read_text(encoding="utf-8")


def test_every_file_that_is_read_is_broken_in_many_ways(ground: Path) -> None:
    planned = faults(ground)
    assert len({(f.file, f.damage) for f in planned}) > 1_500
    read = [p for part in ("data", "assets") for p in (ground / part).rglob("*") if p.is_file()]
    untold = {p.suffix for p in read} - {Path(f.file).suffix for f in planned}
    assert untold <= {".md", ".txt", ".ts"}  # which the atlas does not read


def test_the_table_counts_what_did_not_survive() -> None:
    row = Row(what="hands", tried=1_200, tracebacks=1, silent=2)
    assert "| hands | 1,200 |    1,197 |" in written([row])
