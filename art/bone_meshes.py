"""Reads the bones out of the musclemimic-models wheel: named as a clinician names them, cleaned, the right half only.

Meshes only are taken. Axes as everywhere: x to the patient's left, y up, z forward, mm; the palms turned forward.
Midline bones are squared up to their own plane of symmetry and cut there, so that a mirrored half is a whole bone.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

F = NDArray[np.float64]
I = NDArray[np.int64]  # noqa: E741 - beside F it reads well

_MODEL = "musclemimic_models/model"
# How the parts of the model stand to each other, and the part that each hangs on.
_CHAINS = {
    "torso/assets/myotorso_bimanual_chain.xml": "",
    "head/assets/myohead_rigid_chain.xml": "head_attach",
    "leg/assets/myolegs_chain.xml": "",
}
_FILES = {"ribcage_s": "thorax"}
_HANGING = r"(radius|capitate|hamate|lunate|pisiform|scaphoid|trapezi|trapezo|triquetrum|thumb|\d(mc|prox|mid|dist))"
_SPECK = 8  # a loose piece of fewer vertices is debris
_FINE = 1.3  # mm: meshes denser than this are thinned
_DENSE = 900  # a mesh of fewer vertices may have open seams
_SEAM = 0.5  # mm
_FILM = 0.45  # mm: where the axis lacks its tooth, films stand in its midline
HYOID_SIDE = (-19.0, 0.0, -15.0)  # where its horn is felt, from the front of its body
CARPALS = ("lunate", "scaphoid", "pisiform", "triquetrum", "capitate", "trapezium", "trapezoid", "hamate")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneMesh:
    """The right half of a midline bone, or a right bone: points (n, 3) mm in the model's pose, faces (m, 3)."""

    points: F
    faces: I
    midline: bool = False


def read_bones(wheel: Path) -> dict[str, BoneMesh]:
    """All bones by name: `femur`, `rib-1`..`rib-12`, `c1`..`l5`, `metacarpal-3`, `toe-proximal-1`, ..."""
    raw = _raw(wheel)
    middle = raw["sacrum"][0][:, 0].mean()
    raw = {name: (points - [middle, 0.0, 0.0], faces) for name, (points, faces) in raw.items()}
    out: dict[str, BoneMesh] = {}

    def paired(name: str, points: F, faces: I, rounds: int = 0) -> None:
        points, faces = smoothed(points, faces, rounds) if rounds else thinned(points, faces)
        out[name] = BoneMesh(points=points, faces=faces)

    def midline(name: str, points: F, faces: I, rounds: int = 0) -> None:
        half, half_faces = right_half(*squared_up(points, faces), _FILM if name == "c2" else 0.0)
        if rounds:
            half, half_faces = right_half(*smoothed(*mirrored_whole(half, half_faces), rounds))
        out[name] = BoneMesh(points=half, faces=half_faces, midline=True)

    midline("skull", *raw["hat_skull"], 1)
    midline("mandible", *raw["hat_jaw"])
    out["hyoid"] = _hyoid()
    cervical = [piece for piece in pieces(*raw["hat_cervical"]) if len(piece[0]) > 100]  # the small ones are discs
    cervical.sort(key=lambda piece: -float(piece[0][:, 1].mean()))
    for number, piece in enumerate(cervical, start=1):
        midline(f"c{number}", *piece, 1)
    out["c2"] = _with_dens(out["c2"], out["c1"])
    for number in range(1, 13):
        midline(f"t{number}", *raw[f"thoracic{number}_s"], 1)
    for number in range(1, 6):
        midline(f"l{number}", *raw[f"lumbar{number}"], 1)
    midline("sacrum", *raw["sacrum"], 2)
    ribs, sternum = _rib_cage(pieces(*raw["thorax"]))
    midline("sternum", *sternum, 1)
    for number, rib in enumerate(ribs, start=1):
        paired(f"rib-{number}", *rib, 1)
    for name, rounds in {"clavicle": 2, "scapula": 1, "humerus": 1, "ulna": 2, "radius": 2}.items():
        paired(name, *_largest(*raw[name]), rounds)
    for carpal in CARPALS:
        paired(carpal, *raw[carpal])
    paired("metacarpal-1", *raw["1mc"])
    paired("finger-proximal-1", *raw["thumbprox"])
    paired("finger-distal-1", *raw["thumbdist"])
    for k in range(2, 6):
        paired(f"metacarpal-{k}", *raw[f"{k}mc"])
        for ours, theirs in (("proximal", "prox"), ("middle", "mid"), ("distal", "dist")):
            paired(f"finger-{ours}-{k}", *raw[f"{k}{theirs}ph"])
    paired("hip-bone", *raw["r_pelvis"], 3)
    for name, rounds in {"femur": 1, "patella": 2, "tibia": 2, "fibula": 2, "talus": 2}.items():
        paired(name, *_largest(*raw[f"r_{name}"]), rounds)
    for name, piece in (_foot(pieces(*raw["r_foot"])) | _toes(pieces(*raw["r_bofoot"]))).items():
        paired(name, *piece, 1)
    return out


def _raw(wheel: Path) -> dict[str, tuple[F, I]]:
    """The right and midline meshes by their own names: trunk, head and legs as their models stand, the arm's by itself.

    Of the arm each mesh is taken alone, as it lies about its own origin, radius and hand with the palm turned forward;
    how its bones lie to each other is found in `art/skeleton_limbs.py` and `art/skeleton_wrist.py`.
    """
    meshes: dict[str, tuple[F, I]] = {}
    placed: dict[str, tuple[F, F]] = {}
    with zipfile.ZipFile(wheel) as archive:
        for file in archive.namelist():
            name = Path(file).stem
            if file.startswith(f"{_MODEL}/meshes/") and file.endswith(".stl") and not name.startswith("l_"):
                meshes[name] = _stl(archive.read(file))
        for chain, part in _CHAINS.items():
            root = ElementTree.fromstring(archive.read(f"{_MODEL}/{chain}"))
            turn, at = placed.get(part, (np.eye(3), np.zeros(3)))
            for body in root.findall("body"):
                _placed(body, turn, at, placed, alone=part not in placed)
    out: dict[str, tuple[F, I]] = {}
    for name, (points, faces) in meshes.items():
        if name in placed:
            turn, at = placed[name]
            points = points @ turn.T + at
        ours = np.column_stack([-points[:, 2], points[:, 1], points[:, 0]]) * 1000.0
        if re.match(_HANGING, name):  # palms look inward
            ours = np.column_stack([-ours[:, 2], ours[:, 1], ours[:, 0]])
        out[name] = thinned(ours, faces, _SEAM) if len(points) < _DENSE else (ours, faces)
    return out


def _stl(data: bytes) -> tuple[F, I]:
    """A binary STL's vertices, those in one place drawn together, and its faces."""
    count = int.from_bytes(data[80:84], "little")
    kind = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("spare", "<u2")])
    corners = np.frombuffer(data, kind, count, 84)["corners"].reshape(-1, 3)
    points, faces = np.unique(corners, axis=0, return_inverse=True)
    faces = faces.reshape(-1, 3).astype(np.int64)
    solid = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    return points.astype(np.float64), faces[solid]


def _placed(body: ElementTree.Element, turn: F, at: F, out: dict[str, tuple[F, F]], alone: bool = False) -> None:
    """Where a part of the model and its meshes lie, in metres; of what stands `alone` it is left out where it does."""
    if not alone:
        own, where = _pose(body)
        turn, at = turn @ own, turn @ where + at
    out[body.get("name", "")] = turn, at
    for geom in body.findall("geom"):
        if mesh := geom.get("mesh"):
            own, where = _pose(geom)
            name = re.sub(r"^.*_geom_\d+_", "", mesh)
            out[_FILES.get(name, name)] = turn @ own, turn @ where + at
    for inner in body.findall("body"):
        _placed(inner, turn, at, out)


def _pose(part: ElementTree.Element) -> tuple[F, F]:
    at = np.array([float(word) for word in part.get("pos", "0 0 0").split()])
    if quat := part.get("quat"):
        w, x, y, z = (float(word) for word in quat.split())
        return Rotation.from_quat([x, y, z, w]).as_matrix(), at
    return Rotation.from_euler("XYZ", [float(word) for word in part.get("euler", "0 0 0").split()]).as_matrix(), at


def pieces(points: F, faces: I) -> list[tuple[F, I]]:
    """The parts of a mesh that hang together, without debris."""
    n = len(points)
    a, b = faces[:, [0, 1, 2]].ravel(), faces[:, [1, 2, 0]].ravel()
    count, part = connected_components(coo_matrix((np.ones(len(a)), (a, b)), shape=(n, n)), directed=False)
    out = []
    for k in range(count):
        held = np.flatnonzero(part == k)
        if held.size >= _SPECK:
            out.append(_only(points, faces[part[faces[:, 0]] == k]))
    return out


def _only(points: F, faces: I) -> tuple[F, I]:
    used, again = np.unique(faces, return_inverse=True)
    return points[used], again.reshape(-1, 3).astype(np.int64)


def _largest(points: F, faces: I) -> tuple[F, I]:
    return max(pieces(points, faces), key=lambda piece: len(piece[0]))


def _with_dens(axis: BoneMesh, atlas: BoneMesh) -> BoneMesh:
    """The axis with its tooth, which the model lacks: a rounded peg behind the front arch of the atlas."""
    arch = atlas.points[atlas.points[:, 0] > -3.0]
    body = axis.points[(axis.points[:, 0] > -5.0) & (axis.points[:, 2] > axis.points[:, 2].max() - 14.0)]
    centre = np.array([0.0, body[:, 1].max() + 2.0, arch[:, 2].max() - 11.0])
    rise, turn = np.meshgrid(np.linspace(-np.pi / 2, np.pi / 2, 15), np.linspace(np.pi, 2 * np.pi, 13), indexing="ij")
    peg = np.stack([5.2 * np.cos(rise) * np.sin(turn), 10.5 * np.sin(rise), 5.2 * np.cos(rise) * np.cos(turn)], axis=-1)
    peg[:, [0, -1], 0] = 0.0
    peg[[0, -1], :, 0] = 0.0
    i, j = np.meshgrid(np.arange(14), np.arange(12), indexing="ij")
    a = (i * 13 + j).ravel()
    faces = np.concatenate([np.column_stack([a, a + 1, a + 14]), np.column_stack([a, a + 14, a + 13])])
    points = np.vstack([axis.points, peg.reshape(-1, 3) + centre])
    return BoneMesh(points=points, faces=np.vstack([axis.faces, faces + len(axis.points)]), midline=True)


def _rib_cage(parts: list[tuple[F, I]]) -> tuple[list[tuple[F, I]], tuple[F, I]]:
    """Twelve right ribs from above, and breastbone with cartilages; the emblem laid over the breastbone is left out."""
    wide = [p for p in parts if p[0][:, 0].min() < -60.0 and p[0][:, 0].max() > 60.0]
    sternum = max(wide, key=lambda p: np.ptp(p[0][:, 1]))
    ribs = [p for p in parts if p[0][:, 0].max() < -10.0 and p[0][:, 2].min() < -120.0]
    ribs.sort(key=lambda p: -float(p[0][np.argmin(p[0][:, 2])][1]))
    if len(ribs) != 12:
        raise ValueError(f"the rib cage has {len(ribs)} right ribs")
    return ribs, sternum


def _foot(parts: list[tuple[F, I]]) -> dict[str, tuple[F, I]]:
    long = sorted((p for p in parts if np.ptp(p[0][:, 2]) > 60.0 and len(p[0]) < 150), key=lambda p: -p[0][:, 0].mean())
    short = sorted((p for p in parts if np.ptp(p[0][:, 2]) <= 60.0), key=lambda p: p[0][:, 0].mean())
    heel = [p for p in parts if len(p[0]) >= 150]
    if len(long) != 5 or len(short) != 5 or len(heel) != 1:
        raise ValueError("the foot's bones are not as expected")
    out = {f"metatarsal-{k}": p for k, p in enumerate(long, start=1)} | {"calcaneus": heel[0]}
    out["cuboid"], rest = short[0], short[1:]
    navicular = min(rest, key=lambda p: float(p[0][:, 2].mean()))
    wedges = [p for p in rest if p is not navicular]
    out |= {"navicular": navicular, "cuneiform-lateral": wedges[0]}
    return out | {"cuneiform-intermediate": wedges[1], "cuneiform-medial": wedges[2]}


def _toes(parts: list[tuple[F, I]]) -> dict[str, tuple[F, I]]:
    # Toes run forward and a little outward: along these lines each toe keeps to itself.
    rays = sorted(parts, key=lambda p: -float(p[0][:, 0].mean() + 0.2 * p[0][:, 2].mean()))
    if len(rays) != 14:
        raise ValueError(f"the toes have {len(rays)} bones")
    out: dict[str, tuple[F, I]] = {}
    for toe, ray in enumerate((rays[:2], rays[2:5], rays[5:8], rays[8:11], rays[11:]), start=1):
        kinds = ("proximal", "distal") if toe == 1 else ("proximal", "middle", "distal")
        for kind, piece in zip(kinds, sorted(ray, key=lambda p: float(p[0][:, 2].mean())), strict=True):
            out[f"toe-{kind}-{toe}"] = piece
    return out


def thinned(points: F, faces: I, size: float = _FINE) -> tuple[F, I]:
    """A dense mesh with the vertices of each little cube drawn together, which keeps its form to half a millimetre."""
    cell = np.floor((points - points.min(axis=0)) / size).astype(np.int64)
    _, group = np.unique(cell, axis=0, return_inverse=True)
    group = group.ravel()
    count = np.bincount(group)
    merged = np.column_stack([np.bincount(group, weights=points[:, k]) / count for k in range(3)])
    kept = group[faces]
    solid = (kept[:, 0] != kept[:, 1]) & (kept[:, 1] != kept[:, 2]) & (kept[:, 2] != kept[:, 0])
    return _only(merged, kept[solid])


def smoothed(points: F, faces: I, rounds: int) -> tuple[F, I]:
    """Loop's subdivision (1987); edges that do not join exactly two faces are treated as rims."""
    for _ in range(rounds):
        points, faces = _loop(points, faces)
    return points, faces


def _loop(points: F, faces: I) -> tuple[F, I]:
    n, m = len(points), len(faces)
    corner = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    opposite = np.concatenate([faces[:, 2], faces[:, 0], faces[:, 1]])
    edges, edge_of = np.unique(np.sort(corner, axis=1), axis=0, return_inverse=True)
    edge_of = edge_of.ravel()
    uses = np.bincount(edge_of)
    across = np.zeros((len(edges), 3))
    for k in range(3):
        across[:, k] = np.bincount(edge_of, weights=points[opposite, k], minlength=len(edges))
    ends = points[edges].sum(axis=1)
    inner = (uses == 2)[:, None]
    fresh = np.where(inner, 0.375 * ends + 0.125 * across, 0.5 * ends)
    a, b = edges[:, 0], edges[:, 1]
    valence = np.bincount(edges.ravel(), minlength=n).astype(float)
    around = np.zeros((n, 3))
    for k in range(3):
        around[:, k] = np.bincount(a, weights=points[b, k], minlength=n)
        around[:, k] += np.bincount(b, weights=points[a, k], minlength=n)
    safe = np.maximum(valence, 1.0)
    beta = (0.625 - (0.375 + 0.25 * np.cos(2.0 * np.pi / safe)) ** 2)[:, None]
    moved = (1.0 - beta) * points + beta * around / safe[:, None]
    rims = edges[uses != 2]
    if len(rims):
        many = np.bincount(rims.ravel(), minlength=n)
        side = np.zeros((n, 3))
        for k in range(3):
            side[:, k] = np.bincount(rims[:, 0], weights=points[rims[:, 1], k], minlength=n)
            side[:, k] += np.bincount(rims[:, 1], weights=points[rims[:, 0], k], minlength=n)
        moved[many == 2] = 0.75 * points[many == 2] + 0.125 * side[many == 2]
        moved[(many > 0) & (many != 2)] = points[(many > 0) & (many != 2)]
    e = n + edge_of.reshape(3, m).T
    fine = [
        np.column_stack([faces[:, 0], e[:, 0], e[:, 2]]),
        np.column_stack([faces[:, 1], e[:, 1], e[:, 0]]),
        np.column_stack([faces[:, 2], e[:, 2], e[:, 1]]),
        e,
    ]
    return np.vstack([moved, fresh]), np.concatenate(fine).astype(np.int64)


def squared_up(points: F, faces: I) -> tuple[F, I]:
    """The mesh turned and shifted until its mirror image in x lies on it as well as a rigid mesh can."""
    flip = np.array([-1.0, 1.0, 1.0])
    points = points - [points[:, 0].mean(), 0.0, 0.0]
    for _ in range(25):
        mirror = points * flip
        _, nearest = cKDTree(points).query(mirror)
        away = np.linalg.norm(points[nearest] - mirror, axis=1)
        good = away <= np.quantile(away, 0.9)
        a, b = mirror[good], points[nearest][good]
        ma, mb = a.mean(axis=0), b.mean(axis=0)
        u, _, vt = np.linalg.svd((b - mb).T @ (a - ma))
        turn = u @ np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))]) @ vt
        # Half the turn that lays the mirror image on the mesh brings the plane of symmetry to x = 0.
        w = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]]) / 2.0
        yaw, roll = w[1] / 2.0, w[2] / 2.0
        back = _turn_y(-yaw) @ _turn_z(-roll)
        centre = points.mean(axis=0)
        points = (points - centre) @ back.T + centre
        points = points - [(mb - ma)[0] / 2.0, 0.0, 0.0]
    return points, faces


def _turn_y(a: float) -> F:
    return np.array([[np.cos(a), 0.0, np.sin(a)], [0.0, 1.0, 0.0], [-np.sin(a), 0.0, np.cos(a)]])


def _turn_z(a: float) -> F:
    return np.array([[np.cos(a), -np.sin(a), 0.0], [np.sin(a), np.cos(a), 0.0], [0.0, 0.0, 1.0]])


def right_half(points: F, faces: I, film: float = 0.0) -> tuple[F, I]:
    """What lies at x <= 0, cut clean at the midline; vertices within a hair of it are laid on it.

    What stands upright within `film` mm of the midline is left out.
    """
    points = points.copy()
    points[np.abs(points[:, 0]) < 1e-4, 0] = 0.0
    fresh: list[F] = []
    cut: dict[tuple[int, int], int] = {}

    def crossing(i: int, j: int) -> int:
        key = (min(i, j), max(i, j))
        if key not in cut:
            p, q = points[key[0]], points[key[1]]
            t = p[0] / (p[0] - q[0])
            middle = p + t * (q - p)
            middle[0] = 0.0
            cut[key] = len(points) + len(fresh)
            fresh.append(middle)
        return cut[key]

    out: list[tuple[int, int, int]] = []
    for face in faces.tolist():
        side = [float(points[i, 0]) for i in face]
        if max(side) <= 0.0:
            if min(side) < 0.0:
                out.append((face[0], face[1], face[2]))
            continue
        if min(side) >= 0.0:
            continue
        ring: list[int] = []
        for k in range(3):
            i, j = face[k], face[(k + 1) % 3]
            if side[k] <= 0.0:
                ring.append(i)
            if side[k] * side[(k + 1) % 3] < 0.0:
                ring.append(crossing(i, j))
        out += [(ring[0], ring[k], ring[k + 1]) for k in range(1, len(ring) - 1)]
    cut_points, cut_faces = np.vstack([points, *fresh]) if fresh else points, np.array(out, np.int64)
    corners = cut_points[cut_faces]
    way = np.abs(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
    flat = (corners[:, :, 0].min(axis=1) > -film) & (way[:, 0] > 0.7 * np.linalg.norm(way, axis=1))
    return _only(cut_points, cut_faces[~flat])


def mirrored_whole(points: F, faces: I) -> tuple[F, I]:
    """A right half joined with its mirror image along the vertices at x = 0."""
    n = len(points)
    middle = points[:, 0] == 0.0
    number = np.full(n, -1)
    number[~middle] = n + np.arange(int((~middle).sum()))
    number[middle] = np.flatnonzero(middle)
    left = points[~middle] * [-1.0, 1.0, 1.0]
    return np.vstack([points, left]), np.vstack([faces, number[faces][:, ::-1]])


def _hyoid() -> BoneMesh:
    """The model has no hyoid: a horseshoe of body and great horns, its front at the origin; small horns left out."""
    line = np.array(
        [[0.0, 0.0, 0.0], [-8.0, 0.0, -2.0], [*HYOID_SIDE], [HYOID_SIDE[0] + 1.0, 4.0, HYOID_SIDE[2] - 17.0]]
    )
    steps = np.linspace(0.0, 1.0, 24)
    spine = CubicSpline(np.array([0.0, 0.25, 0.62, 1.0]), line)(steps)
    tall = np.interp(steps, [0.0, 0.25, 0.5, 0.9, 1.0], [5.0, 4.6, 2.4, 2.0, 2.6])
    way = np.gradient(spine, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    way[0] = [-1.0, 0.0, 0.0]
    up = np.array([0.0, 1.0, 0.0]) - way * way[:, [1]]
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    out = np.cross(way, up)
    turn = np.linspace(0.0, 2.0 * np.pi, 12, endpoint=False)
    rings = (
        spine[:, None]
        + tall[:, None, None] * np.sin(turn)[None, :, None] * up[:, None]
        + np.minimum(tall, 2.4)[:, None, None] * np.cos(turn)[None, :, None] * out[:, None]
    )
    rings[0, :, 0] = 0.0
    n, m = rings.shape[:2]
    i, j = np.meshgrid(np.arange(n - 1), np.arange(m), indexing="ij")
    a, b = (i * m + j).ravel(), (i * m + (j + 1) % m).ravel()
    last = np.arange((n - 1) * m, n * m)
    cap = np.column_stack([last, np.full(m, n * m), np.roll(last, -1)])
    faces = np.concatenate([np.column_stack([a, a + m, b]), np.column_stack([b, a + m, b + m]), cap])
    points = np.vstack([rings.reshape(-1, 3), spine[-1] + 2.0 * way[-1]])
    return BoneMesh(points=points, faces=faces.astype(np.int64), midline=True)
