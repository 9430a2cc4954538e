"""Paints the muscles: fibres lofted over the skin, lit like the body, as 8-bit pictures cropped per view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin
from scipy.spatial import cKDTree

from art.figures import Figures
from art.rasterise import Camera, interpolate, rasterise, vertex_normals
from art.views import LitFigure, camera_for, shown_faces
from atlas.domain.anatomy import FibreSheet, Muscle
from atlas.domain.body.surface import Surface
from atlas.domain.fibres import facing_along, fibre_grid
from atlas.render.colours import MUSCLE_ALPHAS, MUSCLE_SHADES, muscle_table

F = NDArray[np.float64]
_SAMPLES = 3
_ALONG, _ACROSS = 90, 40
_LEAST_LIFT = 0.5  # mm over the skin at the edge
_MOST_LIFT = 0.45  # share of its thickness by which a muscle's middle stands over the skin: it lies in the body
_FIBRE_MM = 1.25  # breadth of a drawn strand
_HIDDEN_BEHIND = 2.5  # mm the skin may lie before the muscle without hiding it (it is drawn on the skin)
_WORTH_DRAWING = 0.05  # share of the muscle's best view below which a view gets no picture
_FLESH = 0.62  # where flesh ends and tendon begins in the table of shades


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSheet:
    """A sheet on the reference body: where its grid lies and which skin it rests on."""

    sheet: FibreSheet
    grid: F  # (along, across, 3) mm
    ring: NDArray[np.int64]  # (along * across, k) vertices that carry each grid point
    weight: F  # (along * across, k)
    width_mm: float
    length_mm: float


def lay(surface: Surface, muscle: Muscle) -> list[LaidSheet]:
    tree = cKDTree(surface.points)
    out = []
    for sheet in muscle.fibres:
        grid = _finer(fibre_grid(surface, sheet, along=30, across=12).astype(float), _ALONG, _ACROSS)
        flat = grid.reshape(-1, 3)
        away, ring = tree.query(flat, k=24)
        # The skin a sheet rests on looks the way the sheet does: not the arm beside the trunk.
        up = np.repeat(facing_along(surface, sheet, _ALONG), _ACROSS, axis=0)
        against = np.einsum("nkj,nj->nk", surface.normals[ring], up) < 0.0
        away = np.where(against, away + 40.0, away)
        order = np.argsort(away, axis=1)[:, :6]
        away, ring = np.take_along_axis(away, order, 1), np.take_along_axis(ring, order, 1)
        weight = 1.0 / (away + 1.5) ** 2
        weight /= weight.sum(axis=1, keepdims=True)
        middle = grid[_ALONG // 2]
        length = np.linalg.norm(np.diff(grid[:, _ACROSS // 2], axis=0), axis=1).sum()
        rows = (middle, grid[_ALONG // 4], grid[3 * _ALONG // 4])
        width = max(np.linalg.norm(np.diff(row, axis=0), axis=1).sum() for row in rows)
        out.append(
            LaidSheet(sheet=sheet, grid=grid, ring=ring, weight=weight, width_mm=float(width), length_mm=float(length))
        )
    return out


def _finer(grid: F, along: int, across: int) -> F:
    """A grid resampled evenly in its own coordinates, smoothly."""
    from scipy.interpolate import RectBivariateSpline

    u, v = np.linspace(0, 1, grid.shape[0]), np.linspace(0, 1, grid.shape[1])
    return np.stack(
        [
            RectBivariateSpline(u, v, grid[..., k])(np.linspace(0, 1, along), np.linspace(0, 1, across))
            for k in range(3)
        ],
        axis=2,
    )


def _mesh(laid: LaidSheet, surface: Surface, figure: LitFigure, left: bool) -> tuple[F, NDArray[np.int64], F]:
    """The sheet as a lofted mesh on a figure: points, faces, and (u, v) of every point."""
    twin = surface.twin
    ring = twin[laid.ring] if left else laid.ring
    flip = np.array([-1.0, 1.0, 1.0]) if left else np.ones(3)
    flat = laid.grid.reshape(-1, 3) * flip
    moved = flat + ((figure.points[ring] - surface.points[ring]) * laid.weight[..., None]).sum(axis=1)
    normal = (figure.normals[ring] * laid.weight[..., None]).sum(axis=1)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    u, v = np.meshgrid(np.linspace(0, 1, _ALONG), np.linspace(0, 1, _ACROSS), indexing="ij")
    belly = np.sin(np.pi * np.clip(u, 0.0, 1.0)) ** 0.7
    round_ = np.sqrt(np.clip(1.0 - (2.0 * v - 1.0) ** 2, 0.0, 1.0))
    lift = _LEAST_LIFT + _MOST_LIFT * laid.sheet.thickness * (0.10 + 0.90 * belly) * round_
    normal = _smooth(normal.reshape(_ALONG, _ACROSS, 3)).reshape(-1, 3)
    points = moved + normal * lift.reshape(-1, 1)
    i, j = np.meshgrid(np.arange(_ALONG - 1), np.arange(_ACROSS - 1), indexing="ij")
    a = (i * _ACROSS + j).ravel()
    quads = np.stack([a, a + _ACROSS, a + _ACROSS + 1, a + 1], axis=1)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    normals = vertex_normals(points, faces)
    if np.sum(normals * normal) < 0:
        faces = faces[:, ::-1]
    return points, faces, np.column_stack([u.ravel(), v.ravel()])


def _smooth(field: F) -> F:
    for _ in range(6):
        field = field.copy()
        field[1:-1] = (field[:-2] + 2 * field[1:-1] + field[2:]) / 4
        field[:, 1:-1] = (field[:, :-2] + 2 * field[:, 1:-1] + field[:, 2:]) / 4
    return field


def _noise(seed: int, count: int) -> F:
    return np.random.default_rng(seed).random(count)


def _strands(u: F, v: F, laid: LaidSheet, seed: int) -> tuple[F, F, F]:
    """Per sample: brightness of its strand, how much it is tendon, and how much of it is there at all."""
    count = max(int(laid.width_mm / _FIBRE_MM), 5)
    wobble = 0.25 * np.sin(2 * np.pi * (u * laid.length_mm / 46.0 + v * 3.0))
    s = np.clip(v * count + wobble, 0.0, count - 1e-3)
    strand = s.astype(int)
    across = s - strand
    tone = _noise(seed, count)[strand]
    bundle = _noise(seed + 1, count // 4 + 2)[strand // 4]
    profile = 1.0 - 0.30 * np.abs(2.0 * across - 1.0) ** 2.2
    brightness = profile * (0.80 + 0.18 * tone + 0.14 * (bundle - 0.5))
    start, end = laid.sheet.tendon
    ragged = 0.35 * (_noise(seed + 2, count)[strand] - 0.5)
    tendon = np.zeros_like(u)
    if start > 0:
        tendon = np.maximum(tendon, np.clip((start * (1.1 + ragged) - u) / (0.35 * start) + 0.5, 0.0, 1.0))
    if end > 0:
        tendon = np.maximum(tendon, np.clip((end * (1.1 + ragged) - (1.0 - u)) / (0.35 * end) + 0.5, 0.0, 1.0))
    mm_to_end = np.minimum(u, 1.0 - u) * laid.length_mm
    fringe = 2.5 + 3.5 * _noise(seed + 3, count)[strand]
    there = np.clip(mm_to_end / fringe, 0.0, 1.0)
    return brightness, tendon, there


@dataclass(slots=True)
class Stage:
    """A view made ready for many muscles: the camera and how near the body is at each sample."""

    view: str
    camera: Camera
    figure: LitFigure
    depth: NDArray[np.float32]
    part: F | None  # (n,) how much each vertex belongs to what the view shows; None where it shows the whole body


def stage(view: dict[str, object], figures: Figures, lit_by_stance: dict[str, LitFigure]) -> Stage:
    figure = lit_by_stance[str(view.get("stance", "standing"))]
    camera = camera_for(view, figure.points, figures.parts)
    part = figures.parts[str(view["shows"])]
    drawn = shown_faces(figure.faces, part)
    seen = rasterise(figure.points, figure.faces[drawn], camera, _SAMPLES)
    shown = None if view["shows"] == "body" else part
    return Stage(view=str(view["id"]), camera=camera, figure=figure, depth=seen.depth, part=shown)


def draw(
    laid: Sequence[LaidSheet], surface: Surface, on: Stage, left: bool
) -> tuple[NDArray[np.uint8], int, int] | None:
    """One muscle in one view: indices of the colour table (h, w), and the px of its corner; None where unseen."""
    camera = on.camera
    meshes = [_mesh(sheet, surface, on.figure, left) for sheet in laid]
    spots = np.concatenate([camera.project(points)[:, :2] for points, _, _ in meshes])
    x0, y0 = np.maximum(np.floor(spots.min(axis=0)).astype(int) - 2, 0)
    x1 = min(int(spots[:, 0].max()) + 3, camera.width)
    y1 = min(int(spots[:, 1].max()) + 3, camera.height)
    if x1 <= x0 or y1 <= y0:
        return None
    w, h = x1 - x0, y1 - y0
    crop = Camera(
        centre=_shifted(camera, x0 + w / 2.0 - camera.width / 2.0, y0 + h / 2.0 - camera.height / 2.0),
        yaw=camera.yaw,
        pitch=camera.pitch,
        roll=0.0,
        mm_per_px=camera.mm_per_px,
        width=w,
        height=h,
    )
    window = (slice(y0 * _SAMPLES, y1 * _SAMPLES), slice(x0 * _SAMPLES, x1 * _SAMPLES))
    shift = float((np.array(crop.centre) - np.array(camera.centre)) @ camera.rotation()[2])
    body = on.depth[window] - shift
    level = np.zeros(body.shape, np.float32)
    cover = np.zeros(body.shape, np.float32)
    nearest = np.full(body.shape, -1e9, np.float32)
    for number, (sheet, (points, faces, uv)) in enumerate(zip(laid, meshes, strict=True)):
        seen = rasterise(points, faces, crop, _SAMPLES, cull=False)
        front = (seen.face >= 0) & (seen.depth > body - _HIDDEN_BEHIND) & (seen.depth > nearest)
        if not front.any():
            continue
        normals = vertex_normals(points, faces) @ camera.rotation().T
        belongs = _belonging(sheet, surface, on, left)
        values = interpolate(np.column_stack([normals, uv, belongs]), faces, seen)[front].astype(float)
        values[:, :3] *= np.where(values[:, 2:3] < 0, -1.0, 1.0)  # an edge that curls away is lit from outside too
        n = values[:, :3] / np.maximum(np.linalg.norm(values[:, :3], axis=1, keepdims=True), 1e-6)
        light = _light(n)
        u, v, shown = values[:, 3], values[:, 4], values[:, 5]
        brightness, tendon, there = _strands(u, v, sheet, seed=17 * number + 5)
        flesh = _FLESH * np.clip(light * brightness * 1.08, 0.02, 1.0)
        cord = 0.72 + 0.28 * np.clip(light * brightness * 1.15, 0.0, 1.0)
        level[front] = flesh * (1.0 - tendon) + cord * tendon
        rim = np.clip(np.minimum(v, 1.0 - v) * sheet.width_mm / 0.8, 0.0, 1.0)
        cover[front] = there * rim * np.clip((shown - 0.30) / 0.35, 0.0, 1.0)
        nearest[front] = seen.depth[front]
    small_cover = cover.reshape(h, _SAMPLES, w, _SAMPLES).mean(axis=(1, 3))
    small = (level * cover).reshape(h, _SAMPLES, w, _SAMPLES).mean(axis=(1, 3)) / np.maximum(small_cover, 1e-4)
    alpha = np.round(small_cover * (MUSCLE_ALPHAS - 1)).astype(np.uint8)
    shade = np.round(np.clip(small, 0, 1) * (MUSCLE_SHADES - 1)).astype(np.uint8)
    index = np.where(alpha > 0, shade * MUSCLE_ALPHAS + alpha, 0).astype(np.uint8)
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not rows.size:
        return None
    index = index[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return index, int(x0 + columns[0]), int(y0 + rows[0])


def _belonging(sheet: LaidSheet, surface: Surface, on: Stage, left: bool) -> F:
    """How much each grid point lies on skin that the view shows: the chest wall is not drawn where only the arm is."""
    if on.part is None:
        return np.ones(len(sheet.ring))
    ring = surface.twin[sheet.ring] if left else sheet.ring
    return np.asarray((on.part[ring] * sheet.weight).sum(axis=1))


def _light(n: F) -> F:
    key = np.array([-0.42, 0.50, 0.76])
    fill = np.array([0.62, 0.05, 0.78])
    key /= np.linalg.norm(key)
    fill /= np.linalg.norm(fill)
    edge = np.clip(1.0 - n[:, 2], 0.0, 1.0) ** 2.2
    half = key + np.array([0.0, 0.0, 1.0])
    half /= np.linalg.norm(half)
    shine = 0.22 * np.clip(n @ half, 0.0, 1.0) ** 18
    light = 0.16 + 0.62 * np.clip(n @ key, 0, 1) + 0.22 * np.clip(n @ fill, 0, 1) + shine
    return np.asarray(light * (1.0 - 0.45 * edge))


def _shifted(camera: Camera, dx: float, dy: float) -> tuple[float, float, float]:
    right, up, _ = camera.rotation()
    c = np.array(camera.centre) + (right * dx - up * dy) * camera.mm_per_px
    return float(c[0]), float(c[1]), float(c[2])


def save(path: Path, index: NDArray[np.uint8], x: int, y: int) -> None:
    """An 8-bit PNG whose palette is the classic one and whose text `corner` is its place in the view, px."""
    image = Image.fromarray(index, mode="P")
    table = muscle_table("classic")
    image.putpalette([c for word in table for c in ((word >> 16) & 255, (word >> 8) & 255, word & 255)])
    info = PngImagePlugin.PngInfo()
    info.add_text("corner", f"{x} {y}")
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, pnginfo=info, transparency=bytes(word >> 24 for word in table), optimize=True)


def paint_muscles(
    folder: Path,
    muscles: Iterable[Muscle],
    surface: Surface,
    figures: Figures,
    lit_by_stance: dict[str, LitFigure],
    views: Sequence[dict[str, object]],
    sex: str,
) -> None:
    """Writes assets/muscles/<id>/<figure>/<view>.png (right) and <view>.left.png where the left one shows too."""
    chosen = list(muscles)
    laid = {m.id: lay(surface, m) for m in chosen}
    drawn: dict[str, dict[str, tuple[NDArray[np.uint8], int, int, float]]] = {m.id: {} for m in chosen}
    for number, view in enumerate(views, 1):
        print(f"  {sex}: {view['id']}, {number} of {len(views)} views", flush=True)
        on = stage(view, figures, lit_by_stance)
        symmetric = view["yaw"] in (0, 180) and "mirror" not in view
        for muscle in chosen:
            for left in (False,) if symmetric else (False, True):
                got = draw(laid[muscle.id], surface, on, left)
                if got is not None:
                    name = f"{view['id']}.left" if left else str(view["id"])
                    mm2 = float((got[0] > 0).sum()) * on.camera.mm_per_px**2
                    drawn[muscle.id][name] = (*got, mm2)
    for muscle_id, pictures in drawn.items():
        most = max((p[3] for p in pictures.values()), default=0.0)
        out = folder / muscle_id / sex
        for old in out.glob("*.png"):
            old.unlink()
        for name, (index, x, y, mm2) in pictures.items():
            if mm2 >= _WORTH_DRAWING * most:
                save(out / f"{name}.png", index, x, y)
