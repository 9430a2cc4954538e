"""The female and the male figure: one mesh, posed in anatomical position, symmetric, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from art.basemesh import BaseMesh, Wheel
from art.pose import anatomical, arms_forward, arms_up, parts, spread_legs
from art.subdivide import catmull_clark, triangles, twins

SEXES = ("female", "male")
STATURE_MM = 1750.0
LIDS_CLOSED = 1.0
MUSCLE_TONE = {"female": 0.22, "male": 0.38}  # share of the muscular build: enough for surface anatomy to show

_MOVED = {"legs-apart": spread_legs, "arms-forward": arms_forward}  # from the standing pose


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Both figures on the same n vertices; x to the patient's left, y up from the floor, z forward; mm."""

    positions: dict[str, NDArray[np.float64]]  # sex -> (n, 3)
    faces: NDArray[np.int64]  # (f, 3)
    twin: NDArray[np.int64]  # (n,)
    parts: dict[str, NDArray[np.float64]]  # part -> (n,) how much a vertex belongs to it, 0..1 (limbs: the right one)
    stances: dict[str, dict[str, NDArray[np.float64]]]  # stance -> sex -> (n, 3): standing, or limbs moved away
    joints: dict[str, dict[str, NDArray[np.float64]]]  # sex -> joint centre of the right side or midline, standing


def _shaped(wheel: Wheel, mesh: BaseMesh, sex: str) -> NDArray[np.float64]:
    n = len(mesh.positions)
    shape = mesh.positions.copy()
    origins = ("african", "asian", "caucasian")
    for origin in origins:
        shape += wheel.target(f"macrodetails/{origin}-{sex}-young", n) / 3.0
        for side in ("left", "right"):
            shape += wheel.target(f"expression/units/{origin}/eye-{side}-closure", n) * (LIDS_CLOSED / 3.0)
    tone = MUSCLE_TONE[sex]
    for build, share in (("average", 1.0 - tone), ("max", tone)):
        shape += share * wheel.target(f"macrodetails/universal-{sex}-young-{build}muscle-averageweight", n)
    return shape


def make_figures(wheel: Wheel) -> Figures:
    """Shapes, poses, smooths and scales both figures; the same numbers each time."""
    mesh = wheel.base_mesh()
    body = np.array(mesh.groups["body"])
    used = np.unique(body)
    renumber = np.full(len(mesh.positions), -1)
    renumber[used] = np.arange(len(used))
    quads = renumber[body]

    rest = mesh.positions[used]
    coarse_twin = twins(rest, 0.02)
    fine_rest, fine_quads = catmull_clark(rest, quads)
    twin = _lifted_twins(quads, coarse_twin, len(fine_rest))

    def fine(posed: NDArray[np.float64]) -> NDArray[np.float64]:
        smooth, _ = catmull_clark(_symmetric(posed[used], coarse_twin), quads)
        return _symmetric(smooth, twin)

    positions: dict[str, NDArray[np.float64]] = {}
    stances: dict[str, dict[str, NDArray[np.float64]]] = {"arms-up": {}} | {s: {} for s in _MOVED}
    joints: dict[str, dict[str, NDArray[np.float64]]] = {}
    for sex in SEXES:
        shape = _shaped(wheel, mesh, sex)
        posed = anatomical(mesh, shape)
        standing = fine(posed)
        low, high = standing[:, 1].min(), standing[:, 1].max()
        to_mm = STATURE_MM / (high - low)
        middle_z = 0.5 * (standing[:, 2].min() + standing[:, 2].max())
        origin = np.array([0.0, low, middle_z])
        positions[sex] = (standing - origin) * to_mm
        joints[sex] = {
            name.removeprefix("joint-").removeprefix("r-"): (mesh.joint(posed, name.removeprefix("joint-")) - origin)
            * to_mm
            for name in mesh.groups
            if name.startswith("joint-") and not name.startswith("joint-l-")
        }
        stances["arms-up"][sex] = (fine(arms_up(mesh, shape)) - origin) * to_mm
        for stance, moved in _MOVED.items():
            stances[stance][sex] = (fine(moved(mesh, posed)) - origin) * to_mm
    middle = np.mean([positions[s] for s in SEXES], axis=0)
    lifted = {
        name: catmull_clark(np.repeat(w[used][:, None], 3, axis=1), quads)[0][:, 0] for name, w in parts(mesh).items()
    }
    return Figures(
        positions=positions,
        faces=triangles(fine_quads, twin, middle),
        twin=twin,
        parts=lifted | {"body": np.ones(len(middle))},
        stances=stances | {"standing": positions},
        joints=joints,
    )


def _symmetric(p: NDArray[np.float64], twin: NDArray[np.int64]) -> NDArray[np.float64]:
    mirrored = p[twin] * np.array([-1.0, 1.0, 1.0])
    return 0.5 * (p + mirrored)


def _lifted_twins(quads: NDArray[np.int64], twin: NDArray[np.int64], n_fine: int) -> NDArray[np.int64]:
    """Twins after one Catmull-Clark round, from the twins before it: by vertex, edge and face."""
    n, m = twin.size, len(quads)
    a, b = quads, np.roll(quads, -1, axis=1)
    edges = np.unique(np.stack([np.minimum(a, b).ravel(), np.maximum(a, b).ravel()], axis=1), axis=0)
    number = {(int(i), int(j)): k for k, (i, j) in enumerate(edges)}
    ti, tj = twin[edges[:, 0]], twin[edges[:, 1]]
    edge_twin = [number[(int(min(i, j)), int(max(i, j)))] for i, j in zip(ti, tj, strict=True)]
    face_number = {tuple(sorted(map(int, q))): k for k, q in enumerate(quads)}
    face_twin = [face_number[tuple(sorted(int(twin[i]) for i in q))] for q in quads]
    e = len(edges)
    out = np.r_[twin, n + np.array(edge_twin), n + e + np.array(face_twin)]
    if out.size != n_fine or n + e + m != n_fine:
        raise ValueError("the twins do not fit the subdivided mesh")
    return out
