"""Ends the atlas while it writes, and looks at what is left: the old file or the new one, and it whole."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from tests.faults.writers import Writer, every_writer, whole

_EACH = 60


def main(folder: Path, each: int) -> None:
    kept = folder / "kept"
    kept.mkdir()
    dice = random.Random(9)
    rows = {}
    for writer in every_writer(kept):
        place = folder / "written"
        place.mkdir(exist_ok=True)
        rows[writer.name] = _killed(writer, place, each, dice)
        print(json.dumps({"at": writer.name}), flush=True)
    print(json.dumps({"done": rows}))
    sys.stdout.flush()
    os._exit(0)


def _killed(writer: Writer, place: Path, each: int, dice: random.Random) -> dict[str, int]:
    path = place / writer.file
    wholes, longest = [], 0.0
    for which in (1, 0):
        begun = time.monotonic()
        os.waitpid(_begun(writer, path, which), 0)
        longest = time.monotonic() - begun
        wholes.append(whole(path.read_bytes()))
    assert wholes[0] != wholes[1], writer.name
    found = {"tried": each, "killed": 0, "lost": 0, "left over": 0, "begun": 0}
    for number in range(each):
        before = _seen(place)
        child = _begun(writer, path, number % 2)
        if number % 3:  # as soon as anything is written, or a moment later
            while _seen(place) == before and os.waitpid(child, os.WNOHANG) == (0, 0):
                pass
            if _alive(child):
                time.sleep(dice.choice((0.0, 0.0002, 0.001, 0.004, 0.02)) * dice.random())
        else:
            time.sleep(dice.random() * longest)
        if _alive(child):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            found["killed"] += 1
        found["begun"] += _seen(place) != before
        found["lost"] += not path.is_file() or whole(path.read_bytes()) not in wholes
    os.waitpid(_begun(writer, path, 0), 0)
    found["left over"] = sum(p.name != writer.file and not p.name.startswith(".lock") for p in place.iterdir())
    for left in place.iterdir():
        left.unlink()
    return found


def _begun(writer: Writer, path: Path, which: int) -> int:
    """A process that writes. Nothing is painted in this one: Qt's threads for that do not live on in a copy of it."""
    child = os.fork()
    if child == 0:
        said = writer.write(path, which)
        print(said, file=sys.stderr, end="", flush=True)
        os._exit(0)
    return child


def _alive(child: int) -> bool:
    try:
        return os.waitpid(child, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False


def _seen(place: Path) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(place) as entries:
        for entry in entries:
            try:
                about = entry.stat()
            except FileNotFoundError:
                continue
            found.append((entry.name, about.st_size, about.st_mtime_ns))
    return sorted(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else _EACH)
