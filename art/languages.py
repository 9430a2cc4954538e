"""Brings every language's interface file up to the code, and compiles it: `python -m art.languages`.

`python -m art.languages --begin pt` begins a language: it writes all of its files, with the English to be translated.

New texts are added to `data/languages/<language>/interface.ts`, to be translated there (Qt Linguist, or by hand), and
the compiled `interface.qm` beside it is what the app reads.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from art.begin_language import NotALanguage, begin_language
from atlas.content.catalog import FileCatalog
from atlas.domain.problems import NotSaved
from atlas.paths import Places

ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent


def main() -> int:
    """Begins a language where one is asked for, then goes through those that are there. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m art.languages", description=__doc__)
    parser.add_argument("--begin", metavar="CODE", help="write the files of a language that is not there yet")
    asked = parser.parse_args()
    if asked.begin:
        try:
            made = begin_language(asked.begin, FileCatalog(Places()))
        except (NotALanguage, NotSaved) as error:
            print(f"art: {error}", file=sys.stderr)
            return 2
        (ROOT / "data" / "languages" / asked.begin).mkdir(parents=True)
        print(f"{len(made)} files written for `{asked.begin}`; the interface follows.", flush=True)
    sources = sorted(str(f) for part in ("ui", "render") for f in (ROOT / "atlas" / part).rglob("*.py"))
    for folder in sorted((ROOT / "data" / "languages").glob("*/")):
        ts = folder / "interface.ts"
        written = ["-locations", "none", "-no-obsolete", "-target-language", folder.name]
        subprocess.run([_BIN / "pyside6-lupdate", *written, *sources, "-ts", ts], check=True)
        subprocess.run([_BIN / "pyside6-lrelease", ts, "-qm", ts.with_suffix(".qm")], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
