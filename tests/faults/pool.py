"""Processes that answer; one that crashes or stands still is ended and another begun in its place."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.faults.ground import link_ground, surroundings

STANDSTILL = 5.0  # seconds, of work or of waiting, without a word
_CHECKING = 20.0  # the same for `check`, which reads everything there is
_MOST_WORK = 120.0  # seconds of work for one answer that keeps telling how far it is
MOST_MEMORY = 600  # MB that one answer may take
_MOST_WINDOWS = 15  # a process: what one window leaves behind is another test's business
_TICKS = os.sysconf("SC_CLK_TCK")

PatientText = Callable[[int, list[dict[str, Any]]], None]


class Worker:
    """One process on its own ground."""

    def __init__(self, root: Path, base: Path) -> None:
        self._root, self._base = root, base
        self._process: subprocess.Popen[str] | None = None
        self._windows = 0

    def ask(self, task: dict[str, Any]) -> list[dict[str, Any]]:
        """The answers to a task's questions; after a crash or a standstill the rest is asked of a new process."""
        answers: list[dict[str, Any]] = []
        while len(answers) < len(task["questions"]):
            rest = task | {"questions": task["questions"][len(answers) :]}
            answers += self._ask(rest)
        return answers

    def end(self) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _ask(self, task: dict[str, Any]) -> list[dict[str, Any]]:
        self._windows += sum("line" not in q for q in task["questions"])
        if self._windows > _MOST_WINDOWS:
            self.end()
        if self._process is None:
            self._begin()
        process = self._process
        assert process is not None and process.stdin is not None
        answers: list[dict[str, Any]] = []
        try:
            process.stdin.write(json.dumps(task) + "\n")
            process.stdin.flush()
        except BrokenPipeError:
            self.end()
            return self._ask(task)
        for question in task["questions"]:
            answer = self._awaited(process, _CHECKING if question.get("line") == ["check"] else STANDSTILL)
            answers.append(answer)
            if "end" in answer or answer["held"] > MOST_MEMORY:
                self.end()
                break
        return answers

    def _begin(self) -> None:
        if self._root.exists():
            shutil.rmtree(self._root)
        link_ground(self._root, self._base)
        self._windows = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker", str(self._root), str(self._base)],
            env=surroundings(self._root),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            start_new_session=True,
        )

    def _awaited(self, process: subprocess.Popen[str], longest: float) -> dict[str, Any]:
        """The next answer; a standstill is so many seconds of work, or of waiting, without a word."""
        assert process.stdout is not None
        said = self._root / "said"
        begun = _work(process.pid)
        work_at_word, idle_since, heard, last = begun, time.monotonic(), -1, begun
        while True:
            if select.select([process.stdout], [], [], 0.1)[0]:
                line = process.stdout.readline()
                if not line:
                    return self._ended("crash", f"the process ended with {process.wait()}")
                told: dict[str, Any] = json.loads(line)
                if "begun" not in told:
                    return told
            now, work, waits = time.monotonic(), _work(process.pid), _waits(process.pid)
            size = said.stat().st_size if said.exists() else 0
            if size != heard:
                heard, work_at_word = size, work
            if work != last or not waits:
                last, idle_since = work, now
            if work - work_at_word > longest or now - idle_since > STANDSTILL or work - begun > _MOST_WORK:
                return self._ended("hang", f"after {work - begun:.0f} s of work")

    def _ended(self, how: str, why: str) -> dict[str, Any]:
        said = self._root / "said"
        text = said.read_text(encoding="utf-8", errors="replace")[-3000:] if said.exists() else ""
        return {"end": how, "said": f"{why}\n{text}", "held": 0, "parts": {}, "code": -1, "failed": ""}


def _work(pid: int) -> float:
    """Seconds that a process has worked."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _waits(pid: int) -> bool:
    """Whether a process waits for something other than its turn or the disk."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "S"
    except OSError:
        return True


def ask_all(
    tasks: Iterable[dict[str, Any]],
    base: Path,
    folder: Path,
    workers: int,
    told: PatientText,
    until: float = float("inf"),
) -> int:
    """Gives every task to a worker; `told` hears (number of the task, answers). Returns how many were done."""
    waiting = deque(enumerate(tasks))
    lock, done, broken = threading.Lock(), [0], []

    def work(root: Path) -> None:
        worker = Worker(root, base)
        try:
            while not broken:
                with lock:
                    if not waiting or time.monotonic() > until:
                        return
                    number, task = waiting.popleft()
                answers = worker.ask(task)
                with lock:
                    told(number, answers)
                    done[0] += 1
        except BaseException as error:
            broken.append(error)
        finally:
            worker.end()

    threads = [threading.Thread(target=work, args=(folder / f"ground-{k}",)) for k in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    return done[0]
