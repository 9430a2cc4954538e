"""Brings every language's interface file up to the code, and compiles it: `python -m art.languages`.

New texts are added to `data/languages/<language>/interface.ts`, to be translated there (Qt Linguist, or by hand), and
the compiled `interface.qm` beside it is what the app reads.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent


def main() -> int:
    sources = sorted(str(f) for part in ("ui", "render") for f in (ROOT / "atlas" / part).rglob("*.py"))
    for folder in sorted((ROOT / "data" / "languages").glob("*/")):
        ts = folder / "interface.ts"
        written = ["-locations", "none", "-no-obsolete", "-target-language", folder.name]
        subprocess.run([_BIN / "pyside6-lupdate", *written, *sources, "-ts", ts], check=True)
        subprocess.run([_BIN / "pyside6-lrelease", ts, "-qm", ts.with_suffix(".qm")], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
