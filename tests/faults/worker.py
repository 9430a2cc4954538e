"""Answers questions on a ground of its own, one a line, while a file there is broken; run and watched by `pool`."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import resource
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.faults.damage import apply, repair
from tests.faults.digest import digest

_MOST_MEMORY = 4 << 30  # of addresses: a bomb is to fail here, not to take the machine down


def main(root: Path, base: Path) -> None:
    told = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(root / "said", os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND), 2)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    application = _made_ready()
    assert application is not None
    for line in sys.stdin:
        task = json.loads(line)
        name = task["file"]
        if name:
            apply(root / name, task["damage"])
        try:
            for question in task["questions"]:
                print(json.dumps({"begun": True}), file=told)
                print(json.dumps(answer(root, question)), file=told)
        finally:
            if name:
                repair(root / name, base / name)
                _restore_kept(root, base)


def _made_ready() -> object:
    """An application for windows; the command line uses it too."""
    import atlas.startup  # noqa: F401  # isort: skip - first, as the atlas itself does

    from PySide6.QtWidgets import QApplication

    gc.enable()
    return QApplication(["atlas"])


def _restore_kept(root: Path, base: Path) -> None:
    """What was kept while a file was broken goes again."""
    for path in (base / "kept").iterdir():
        own = root / "kept" / path.name
        if not own.is_file() or not own.samefile(path):
            repair(own, path)
    for path in (root / "kept").iterdir():
        if not (base / "kept" / path.name).exists():
            path.unlink()


def answer(root: Path, question: dict[str, Any]) -> dict[str, Any]:
    """What came out (as a digest a part), what was said beside it, and the traceback if there was one."""
    os.truncate(root / "said", 0)
    Path("/proc/self/clear_refs").write_text("5")  # the most that was held is counted anew
    before = _memory("VmRSS")
    failed = ""
    parts: dict[str, str] = {}
    said: list[str] = []
    code = 0
    try:
        if "line" in question:
            code, parts, told = _line(root, question["line"])
            said += [told] * (question["line"][0] == "check")  # what is wrong is its answer
        else:
            from tests.faults.walk import walk

            _start_afresh()
            parts, said = walk(root, question)
    except BaseException:
        failed = traceback.format_exc()
    sys.stderr.flush()
    text = (root / "said").read_text(encoding="utf-8", errors="replace")
    if "Traceback (most recent call last)" in text:
        failed = failed or text
    held = _memory("VmHWM") - before
    words = "\n".join([text[-4000:], *dict.fromkeys(said)])
    return {"code": code, "parts": parts, "said": words, "failed": failed[-4000:], "held": held}


def _memory(which: str) -> int:
    """MB that this process holds, or has held at the most."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which)) // 1024


def _line(root: Path, words: list[str]) -> tuple[int, dict[str, str], str]:
    """A command in this process; files that it writes to `OUT/...` are part of the answer."""
    from atlas import paths
    from atlas.cli import main as atlas

    _start_afresh()
    out = root / "out"
    out.mkdir(exist_ok=True)
    told = io.StringIO()
    arguments = [w.replace("OUT/", f"{out}/").replace("OWN/", f"{root / 'brought'}/") for w in words]
    with contextlib.redirect_stdout(told):
        try:
            code = atlas(arguments, places=paths.Places(cache=root / "kept"))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    parts = {"told": digest(told.getvalue().replace(str(root), "").encode())}
    for path in sorted(out.iterdir()):
        parts[path.name] = digest(path.read_bytes())
        path.unlink()
    return code, parts, told.getvalue()


def _start_afresh() -> None:
    """What a process of its own would not have yet: typefaces."""
    from PySide6.QtGui import QFontDatabase

    QFontDatabase.removeAllApplicationFonts()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
