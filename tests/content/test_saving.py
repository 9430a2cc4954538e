"""A file is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import random
import re
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import atlas
from atlas.content.saving import save_whole
from atlas.domain.problems import NotSaved

OLD, NEW = b"old " * 300_000, b"new!!" * 300_000
_WRITER = """
import sys
from pathlib import Path
from atlas.content.saving import save_whole
path, contents = Path(sys.argv[1]), (b"old " * 300_000, b"new!!" * 300_000)
print("ready", flush=True)
while True:
    for data in contents:
        save_whole(path, data, lasting=False)
"""


def parts(folder: Path) -> list[str]:
    """What is left of files that were being written."""
    return [f.name for f in folder.iterdir() if f.name.endswith(".part")]


def test_whoever_is_killed_while_writing_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path, moments = tmp_path / "drawing.json", random.Random(9)
    path.write_bytes(OLD)
    left_over = 0
    for _ in range(20):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0.0, 0.02))
        writer.kill()
        assert writer.wait() == -signal.SIGKILL
        writer.stdout.close()
        assert path.read_bytes() in (OLD, NEW)
        left_over += len(parts(tmp_path))
    assert left_over  # some were killed while they wrote
    save_whole(path, b"the next one")
    assert path.read_bytes() == b"the next one" and list(tmp_path.iterdir()) == [path]


def test_what_another_atlas_is_writing_is_left_alone(tmp_path: Path) -> None:
    import fcntl

    other = tmp_path / ".atlas-0123456789abcdef.part"
    with other.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        save_whole(tmp_path / "mine", b"x")
        assert other.exists()
    save_whole(tmp_path / "mine", b"y")
    assert not other.exists() and (tmp_path / "mine").read_bytes() == b"y"


@pytest.mark.parametrize("room", [0, 1, 4096, len(NEW) - 1])
def test_a_disk_that_fills_midway_leaves_the_old_file_and_is_said(tmp_path: Path, room: int) -> None:
    path = tmp_path / "drawing.json"
    path.write_bytes(OLD)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(NotSaved, match=r"drawing\.json cannot be written: the file would be too large\.$"):
            save_whole(path, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == OLD and list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_called_so_and_a_short_write_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, write = tmp_path / "a", os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:1000]))
    save_whole(path, OLD[:5500])
    assert path.read_bytes() == OLD[:5500]
    monkeypatch.setattr(os, "write", lambda file, data: 0)
    with pytest.raises(NotSaved, match=r"a cannot be written: the disk is full\.$"):
        save_whole(path, NEW)
    assert path.read_bytes() == OLD[:5500] and parts(tmp_path) == []


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(there / "file.json")
    for data in (b"made", b"written anew"):
        save_whole(link, data)
        assert link.is_symlink() and (there / "file.json").read_bytes() == data
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    with pytest.raises(NotSaved, match="a link that leads nowhere"):
        save_whole(circle, b"x")
    assert circle.is_symlink()


def test_an_old_file_keeps_its_mode_and_a_private_one_is_for_its_owner_only(tmp_path: Path) -> None:
    def mode(path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode)

    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o640)
    save_whole(path, b"x")
    assert mode(path) == 0o640
    save_whole(path, b"x", private=True)
    save_whole(tmp_path / "b", b"x", private=True)
    assert mode(path) == mode(tmp_path / "b") == 0o600
    before = os.umask(0o027)
    try:
        save_whole(tmp_path / "c", b"x")
    finally:
        os.umask(before)
    assert mode(tmp_path / "c") == 0o640


def test_what_is_no_file_is_refused_and_stays(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    link = tmp_path / "link"
    link.symlink_to(pipe)
    for path, why in ((pipe, "no ordinary file"), (link, "no ordinary file"), (folder, "a folder")):
        with pytest.raises(NotSaved, match=rf"{path.name} cannot be written: it is {why}\.$"):
            save_whole(path, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode) and folder.is_dir() and parts(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none/deeper/x.pdf", "there is no such folder"),
        ("file/x.pdf", "there is no such folder"),
        ("x" * 300, "its name is too long"),
        ("zero\0", "the disk reports an error"),
    ],
)
def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved, match=f"cannot be written: {why}"):
        save_whole(tmp_path / name, b"x")
    assert [f.name for f in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is allowed to root")
def test_a_folder_or_file_that_is_write_protected_is_said(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    path.parent.mkdir()
    path.write_bytes(b"old")
    path.chmod(0o400)
    with pytest.raises(NotSaved, match="writing is not allowed there"):
        save_whole(path, b"new")
    path.chmod(0o600)
    path.parent.chmod(0o500)
    with pytest.raises(NotSaved, match="writing is not allowed there"):
        save_whole(path, b"new")
    assert path.read_bytes() == b"old"


def test_nothing_else_in_the_atlas_writes_a_file() -> None:
    writes = re.compile(r"QSaveFile|write_text|write_bytes|savez|\.open\(\"[wax+]|O_WRONLY|\bto_csv|mkstemp")
    root = Path(atlas.__file__).parent
    writers = {str(f.relative_to(root)) for f in root.rglob("*.py") if writes.search(f.read_text(encoding="utf-8"))}
    assert writers == {
        "content/saving.py",
        "content/baked/patterns.py",  # what `python -m art` bakes
        "render/study/apkg.py",  # a deck's pictures, in a folder that is gone before the deck is written whole
        "cli/command_line.py",  # nothing but the null device, in the place of a pipe that was closed
    }
