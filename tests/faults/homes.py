"""Homes that are not there, are a file, or cannot be written: a list, and a window opened and closed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_WINDOW = """
import sys
from atlas import app
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app.AtlasApp.open, opened = lambda self: (opened(self), QTimer.singleShot(300, self.window.close)), app.AtlasApp.open
sys.exit(app.main())
"""


def homes(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each strange home, with what it makes of the environment."""
    file = folder / "a file"
    file.write_text("not a folder")
    yield "no such home", {"HOME": str(folder / "none" / "whatever")}
    yield "a home that is a file", {"HOME": str(file)}
    yield "an empty home", {"HOME": ""}
    yield "settings in a file", {"HOME": str(folder), "XDG_CONFIG_HOME": str(file)}
    yield "kept copies in a file", {"HOME": str(folder), "XDG_CACHE_HOME": str(file)}
    yield "a device for a home", {"HOME": "/dev/null"}


def tried(folder: Path) -> dict[str, str]:
    """What went wrong, by home; empty where nothing did."""
    found = {}
    for name, home in homes(folder):
        plain = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        for what, words in (("list", ["-m", "atlas", "list"]), ("window", ["-c", _WINDOW])):
            done = subprocess.run(
                [sys.executable, *words],
                env={**plain, "QT_QPA_PLATFORM": "offscreen", **home},
                capture_output=True,
                text=True,
                timeout=120,
            )
            bad = done.returncode != 0 or "Traceback" in done.stderr
            found[f"{name}, {what}"] = done.stderr[-2000:] or f"code {done.returncode}" if bad else ""
    return found
