"""Disks that are full, run full, cannot be written or are not there: what is said, and whether the old file stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.writers import Writer, every_writer

_ROOM = 64 * 1024
_CASES = ("no room", "no room midway", "read-only", "a folder that is not there", "a folder in the way")
_OLD = b"what was there before\n"


def main(folder: Path) -> None:
    kept = folder / "kept"
    kept.mkdir()
    writers = every_writer(kept)
    rows = []
    for case in _CASES:
        for writer in writers:
            with _disk(folder / "disk") as disk:
                rows.append({"case": case, "writer": writer.name, **_tried(writer, disk, case)})
    print(json.dumps({"done": rows}))
    sys.stdout.flush()
    os._exit(0)


@contextmanager
def _disk(place: Path) -> Iterator[Path]:
    """A disk of 64 kB, or, where none may be mounted, a folder in which no file may grow further than that."""
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        raise RuntimeError("no disk can be mounted here, so this is not tried")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _tried(writer: Writer, disk: Path, case: str) -> dict[str, object]:
    path = disk / writer.file
    if case == "a folder that is not there":
        path = disk / "none" / writer.file
    elif case == "a folder in the way":
        path.mkdir()
    else:
        path.write_bytes(_OLD)
    if case.startswith("no room"):
        _fill(disk, 4096 if case.endswith("midway") else 0)
    elif case == "read-only":
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    failed, said = "", ""
    try:
        said = writer.write(path, 1)
    except Exception as error:
        failed = repr(error)
    stays = path.is_dir() if case == "a folder in the way" else not path.exists() or path.read_bytes() == _OLD
    made = path.is_file() and path.read_bytes() != _OLD  # there was room enough, or the folder was made
    return {"failed": failed, "said": said.strip(), "old": bool(stays), "made": made, "silent": writer.silent}


def _fill(disk: Path, left: int) -> None:
    with (disk / "filling").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
        file.truncate(max(file.tell() - left, 0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
