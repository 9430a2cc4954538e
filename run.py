"""Sets the atlas up and starts it, or passes its tests, from nothing but Python 3.11 or newer.

python3 run.py            starts the window (words after it go to `atlas`, e.g. `python3 run.py list`)
python3 run.py test       runs the tests (words after it go to pytest)
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What Qt needs on Debian and Ubuntu: library name -> package.
QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
    "glib-2.0": "libglib2.0-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-randr": "libxcb-randr0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xinerama": "libxcb-xinerama0",
    "xcb-xkb": "libxcb-xkb1",
}


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - the first thing a newcomer with an old Python should read
        print("The atlas needs Python 3.11 or newer.", file=sys.stderr)
        return 2
    words = sys.argv[1:]
    testing = words[:1] == ["test"]
    install_system_libraries()
    install_packages("[dev]" if testing else "")
    if testing:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run([PYTHON, "-m", "pytest", *words[1:]], cwd=HERE, env=environment, check=False).returncode
    return subprocess.run([PYTHON, "-m", "atlas", *words], cwd=HERE, check=False).returncode


def install_system_libraries() -> None:
    """On Debian and its kin: installs the libraries Qt needs, or names the command that does."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return
    missing = sorted({package for name, package in QT_LIBRARIES.items() if ctypes.util.find_library(name) is None})
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart, and a virtual environment cannot be made without
        import venv  # noqa: F401
    except ImportError:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if not missing:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        print(f"Qt needs a few system libraries. Please run once:\n  sudo {' '.join(command)}", file=sys.stderr)
        if any("venv" in package for package in missing):
            raise SystemExit(2)
        return
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "--quiet"], env=quiet, check=False)
    subprocess.run(command, env=quiet, check=False)


def install_packages(extra: str) -> None:
    """Makes the virtual environment and installs the atlas in it, once per version of pyproject.toml."""
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes() + extra.encode()).hexdigest()
    stamp = VENV / f".installed{extra.strip('[]') and '-' + extra.strip('[]')}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--editable", f"{HERE}{extra}"], check=True)
    stamp.write_text(wanted)


if __name__ == "__main__":
    raise SystemExit(main())
