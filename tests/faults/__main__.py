"""`python -m tests.faults`: breaks copies of the atlas in every way known, and writes what came of it in one table."""

from __future__ import annotations

import argparse
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults import homes
from tests.faults.damaged import Tally, try_all
from tests.faults.ground import REPOSITORY, make_ground, surroundings
from tests.faults.plan import KINDS, Fault, faults
from tests.faults.table import Row, put_into, written

_PAGE = REPOSITORY / "docs" / "reliability.md"
_KILLS = 60  # of each of seven writers
_ACTIONS = 5_000  # of the monkey, in the window and again in the kiosk
_STILL_S = 120.0  # seconds without a word from a process that acts
PARTS = (*KINDS, "kills", "disks", "homes", "monkey")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is asked for, and what is found meanwhile."""

    base: Path  # a whole sound copy
    folder: Path
    workers: int
    seconds: float
    only: tuple[str, ...]
    most: int | None
    failures: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="this part; may be given again")
    parser.add_argument("--seconds", type=float, default=7200, help="breaks no more files after so long")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--most", type=int, help="no more faults of a kind, kills of a writer, hundreds of actions")
    parser.add_argument("--failures", type=Path, help="a file for all that was said where it was not as promised")
    parser.add_argument("--ground", type=Path, help="a whole sound copy of the atlas, in place of one made for the run")
    parser.add_argument("--no-page", action="store_true", help="prints the table only; docs/reliability.md stays")
    asked = parser.parse_args()
    begun = time.monotonic()
    beside = asked.ground.parent if asked.ground else None  # files are linked from one to the other
    with tempfile.TemporaryDirectory(prefix="atlas-faults-", dir=beside) as name:
        run = Run(
            base=asked.ground or Path(name) / "sound",
            folder=Path(name),
            workers=asked.workers,
            seconds=asked.seconds,
            only=tuple(asked.only or PARTS),
            most=asked.most,
            failures=[],
        )
        if not asked.ground:
            make_ground(run.base)
        rows = _rows(run)
    for failure in run.failures:
        print(failure.partition("\n")[0])
    table = written([*rows, _sum(rows)])
    print(table)
    if asked.failures:
        asked.failures.write_text("\n\n".join(run.failures), encoding="utf-8")
    minutes = (time.monotonic() - begun) / 60
    told = f"{os.cpu_count()} cores, {minutes:.0f} minutes, on Python {sys.version.split()[0]}."
    if not asked.no_page and asked.only is None and asked.most is None:
        put_into(_PAGE, table, told)
    return 1 if run.failures else 0


def _rows(run: Run) -> list[Row]:
    rows = _damaged(run)
    for part, make in (("kills", _kills), ("disks", _disks), ("homes", _homes), ("monkey", _monkeys)):
        if part in run.only:
            _tell(f"{part} ...")
            rows += make(run)
    return rows


def _sum(rows: Sequence[Row]) -> Row:
    def total(name: str) -> int:
        return sum(getattr(row, name) for row in rows)

    names = ("tried", "tracebacks", "crashes", "hangs", "silent")
    return Row(what="all", **{name: total(name) for name in names})


# -- damaged files -----------------------------------------------------------


def _damaged(run: Run) -> list[Row]:
    planned = _planned(run)
    if not planned:
        return []
    _tell(f"{len(planned)} faults ...")
    tallies, failures, done = try_all(planned, run.base, run.folder, run.workers, run.seconds, _tell)
    run.failures.extend([f"{failure}\n{failure.said}" for failure in failures])
    files = len({f.file for f in done})
    _tell(f"{len(done)} of {len(planned)} faults were tried, of {files} files")
    return [_row(f"damaged: {name}", tally) for name, tally in sorted(tallies.items())]


def _planned(run: Run) -> list[Fault]:
    counts: dict[str, int] = {}
    kept = []
    for fault in faults(run.base):
        counts[fault.kind] = counts.get(fault.kind, 0) + 1
        if fault.kind in run.only and (run.most is None or counts[fault.kind] <= run.most):
            kept.append(fault)
    return kept


def _row(what: str, tally: Tally) -> Row:
    said = tally.answers
    return Row(
        what=f"{what} ({tally.faults:,} faults)",
        tried=sum(said.values()),
        tracebacks=said["traceback"],
        crashes=said["crash"],
        hangs=said["hang"],
        silent=said["silent"],
    )


# -- kills, disks, homes, hands ---------------------------------------------


def _kills(run: Run) -> list[Row]:
    answers = _told(run, "kills", str(run.most or _KILLS))
    if answers is None:
        return [Row(what="killed while writing", tried=1, crashes=1)]
    rows = []
    for name, found in answers.items():
        if found["lost"] or found["left over"]:
            run.failures.append(f"killed while writing {name}: {found}")
        rows.append(Row(what=f"killed while writing: {name}", tried=found["tried"], silent=found["lost"]))
    return rows


def _disks(run: Run) -> list[Row]:
    answers = _told(run, "disks")
    if answers is None:
        return [Row(what="disks", tried=1, crashes=1)]
    rows = []
    for case in dict.fromkeys(a["case"] for a in answers):
        here = [a for a in answers if a["case"] == case]
        failed = [a for a in here if a["failed"]]
        lost = [a for a in here if not a["failed"] and not _kept_its_word(a)]
        run.failures.extend([f"{a['case']}: {a['writer']}: {a}" for a in (*failed, *lost)])
        rows.append(Row(what=f"disk: {case}", tried=len(here), tracebacks=len(failed), silent=len(lost)))
    return rows


def _kept_its_word(answer: dict[str, object]) -> bool:
    """A new file and no complaint, or a sentence and the old one."""
    if answer["made"]:
        return not answer["said"]
    return bool(answer["old"]) and (bool(answer["said"]) or bool(answer["silent"]))


def _homes(run: Run) -> list[Row]:
    folder = run.folder / "homes"
    folder.mkdir()
    found = homes.tried(folder)
    run.failures.extend([f"{name}: {said}" for name, said in found.items() if said])
    return [Row(what="strange homes: list and window", tried=len(found), tracebacks=sum(map(bool, found.values())))]


def _monkeys(run: Run) -> list[Row]:
    rows = []
    times = run.most * 100 if run.most else _ACTIONS
    for where in ("window", "kiosk"):
        answer = _told(run, "monkey", where, str(times))
        what = f"any hand, any key: {where} (actions)"
        if answer is None:
            rows.append(Row(what=what, tried=times, crashes=1))
            continue
        run.failures.extend([f"{where}: {said}" for said in answer["found"]])
        run.failures.extend([f"{where}: {took} s after {doing}" for took, doing in answer["pauses"]])
        rows.append(Row(what=what, tried=times, tracebacks=len(answer["found"]), hangs=len(answer["pauses"])))
    return rows


def _told(run: Run, module: str, *words: str) -> Any:
    """The last line that a process of its own writes, as JSON; None where it crashed or stood still."""
    folder = run.folder / "-".join((module, *words))
    folder.mkdir()
    said = folder.with_suffix(".said")
    with said.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", f"tests.faults.{module}", str(folder), *words],
            env=surroundings(run.base),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        assert process.stdout is not None
        last = ""
        while select.select([process.stdout], [], [], _STILL_S)[0]:
            line = process.stdout.readline()
            if not line:
                break
            last = line
        else:
            process.kill()
            last = ""
        process.wait()
    try:
        return json.loads(last)["done"]
    except (ValueError, KeyError):
        run.failures.append(f"{module} {' '.join(words)} ended early: {said.read_text(encoding='utf-8')[-3000:]}")
        return None


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
