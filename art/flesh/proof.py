"""Pictures to judge muscles by: each over skin and bones in its best views, on both figures, with its points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from art import light
from art.figures import Figures
from art.flesh.picture import draw, seen_mm2
from art.flesh.stage import Stage, Stance, stage
from art.muscles import shapes_of
from art.rasterise import interpolate, rasterise, vertex_normals
from atlas import paths
from atlas.domain.anatomy import Muscle
from atlas.domain.body.surface import Surface
from atlas.domain.fibres import at, fibre_grid, point_vertex
from atlas.render.colours import muscle_table, skin_ramp

_CELL = 560  # px
_BONE = np.array([250, 243, 228], float)
_GHOST = 0.50
_DEEP_OPACITY = 0.85
_MARGIN = 0.45  # of the muscle's size, round it


class Prover:
    """Draws cells of one figure; views are kept, for many muscles are judged in few of them."""

    def __init__(
        self, sex: str, figures: Figures, stances: Mapping[str, Stance], reference: Surface, views: Sequence[Any]
    ) -> None:
        self._sex, self._figures, self._stances, self._reference = sex, figures, stances, reference
        self._views = {str(view["id"]): view for view in views}
        self._glances = {name: stage(view, figures, stances, glance=True) for name, view in self._views.items()}
        self._on = lru_cache(maxsize=2)(lambda name: stage(self._views[name], figures, stances))
        self._below = lru_cache(maxsize=2)(self._body)

    def best(self, muscle: Muscle, most: int) -> list[str]:
        """The views that show most of a muscle, unlike one another: largest picture first."""
        shapes = shapes_of(muscle, self._stances, self._reference)
        seen = {n: seen_mm2(shapes[on.stance], on, self._reference.twin, False) for n, on in self._glances.items()}
        worth = {n: area / self._glances[n].camera.mm_per_px for n, area in seen.items() if area > 0.0}
        out: list[str] = []
        for name in sorted(worth, key=lambda n: -worth[n]):
            way = self._glances[name].camera.rotation()[2]
            if all(float(way @ self._glances[o].camera.rotation()[2]) < 0.9 for o in out):
                out.append(name)
        return out[:most]

    def cell(self, muscle: Muscle, view: str) -> Image.Image:
        """A muscle in a view, cropped to it."""
        on = self._on(view)
        shapes = shapes_of(muscle, {on.stance: self._stances[on.stance]}, self._reference)[on.stance]
        picture = self._below(view).copy()
        art = draw(shapes, on, self._reference.twin, left=False)
        box = (0, 0, on.camera.width, on.camera.height)
        if art is not None:
            index, x, y = art
            table = np.array(muscle_table("classic"), np.uint32)[index]
            rgba = np.stack([(table >> s) & 255 for s in (16, 8, 0)], axis=-1).astype(float)
            alpha = (table >> 24)[..., None] / 255.0 * (_DEEP_OPACITY if muscle.depth == "deep" else 1.0)
            h, w = index.shape
            under = picture[y : y + h, x : x + w]
            picture[y : y + h, x : x + w] = under * (1.0 - alpha) + rgba * alpha
            pad = _MARGIN * max(w, h)
            middle, half = (x + w / 2.0, y + h / 2.0), max(w, h) / 2.0 + pad
            box = (int(middle[0] - half), int(middle[1] - half), int(middle[0] + half), int(middle[1] + half))
        image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
        draw_on = ImageDraw.Draw(image)
        for number, x, y, vertex in self._points(muscle, on):
            r = max((box[2] - box[0]) / _CELL, 0.3) * 6
            for colour, width in ((255, 4), (0, 2)):
                ink = (colour,) * 3
                draw_on.line([x - r, y - r, x + r, y + r], fill=ink, width=width)
                draw_on.line([x - r, y + r, x + r, y - r], fill=ink, width=width)
            draw_on.text((x + r, y - 2 * r), str(number), fill=(0, 0, 0), stroke_width=2, stroke_fill=(255, 255, 255))
            draw_on.ellipse([vertex[0] - 3, vertex[1] - 3, vertex[0] + 3, vertex[1] + 3], outline=(0, 60, 200), width=2)
        return image.crop(box).resize((_CELL, _CELL), Image.Resampling.LANCZOS)

    def _points(self, muscle: Muscle, on: Stage) -> Iterable[tuple[int, float, float, tuple[float, float]]]:
        surface = self._stances[on.stance].surface
        for point in muscle.trigger_points:
            sheet = muscle.fibres[point.sheet - 1]
            vertex = surface.points[point_vertex(self._reference, muscle, point)]
            inside = at(fibre_grid(surface, sheet, 24, 9), point.along, point.across) if sheet.in_body else vertex
            x, y, _ = on.camera.project(np.asarray(inside, float)[None])[0]
            vx, vy, _ = on.camera.project(np.asarray(vertex, float)[None])[0]
            yield point.id, float(x), float(y), (float(vx), float(vy))

    def _body(self, view: str) -> NDArray[np.float64]:
        on = self._on(view)
        folder = paths.BODY / self._sex
        shade = np.asarray(Image.open(folder / f"{view}.jpg").convert("L"))
        cover = np.asarray(Image.open(folder / f"{view}.png").convert("L"))[..., None] / 255.0
        ramp = skin_ramp("clay", False)[shade]
        skin = np.stack([(ramp >> s) & 255 for s in (16, 8, 0)], axis=-1).astype(float)
        stance = self._stances[on.stance]
        seen = rasterise(stance.bones, stance.bone_faces, on.camera, 1, cull=False)
        normals = interpolate(
            vertex_normals(stance.bones, stance.bone_faces) @ on.camera.rotation().T, stance.bone_faces, seen
        )
        normals *= np.where(normals[..., 2:] < 0, -1.0, 1.0)
        flat = np.zeros(seen.face.shape, np.float32)
        bone = _BONE * light.shade(normals, flat + 0.92, flat)[..., None]
        over = ((seen.face >= 0) * _GHOST * np.clip((on.veil[::2, ::2] - 0.3) / 0.35, 0, 1))[..., None]
        paper = np.array([250, 249, 246], float)
        return np.asarray((skin * (1 - over) + bone * over) * cover + paper * (1 - cover))


def write_cells(path: Path, rows: Sequence[tuple[str, Sequence[Image.Image]]]) -> None:
    """One picture of rows of cells, each row named."""
    columns = max(len(cells) for _, cells in rows)
    sheet = Image.new("RGB", (columns * _CELL, len(rows) * (_CELL + 18)), (255, 255, 255))
    draw_on = ImageDraw.Draw(sheet)
    for k, (name, cells) in enumerate(rows):
        draw_on.text((4, k * (_CELL + 18) + 3), name, fill=(0, 0, 0))
        for j, cell in enumerate(cells):
            sheet.paste(cell, (j * _CELL, k * (_CELL + 18) + 18))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)
