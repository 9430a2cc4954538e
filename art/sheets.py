"""Contact sheets of every entry on its two best views, and proof sheets of landmarks and regions: to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from art.figures import Figures
from art.proof import draw_body, draw_landmarks, region_colours
from art.views import LitFigure, camera_for
from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.domain.anatomy import AREAS
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.render.pain.marks import draw_points
from atlas.render.plates import Plates

_CELL = 420
_CAPTION = 20


def best_two(catalog: FileCatalog, muscle: str, figure: str = "female") -> tuple[str, str]:
    """The view that shows most of a pattern, and the one that shows most of what the first hides."""
    visibility = catalog.visibility(figure)
    pattern = catalog.pattern(muscle)
    first = visibility.best(pattern, "right")
    whole = pattern.whole
    weight = whole.cover * catalog.surface.area[whole.vertices]
    hidden = 1.0 - visibility.of(first)[whole.vertices]

    def more(view: str) -> float:
        return float(weight @ (visibility.of(view)[whole.vertices] * hidden)) / catalog.views[view].mm_per_px ** 0.3

    others = [v.id for v in catalog.views.values() if v.id != first and v.mirrored_from is None]
    return first, max(others, key=more)


def write_contact_sheets(folder: Path, catalog: FileCatalog, areas: Sequence[str] = tuple(AREAS)) -> None:
    """One PNG an area: each entry's two best views with its points."""
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    folder.mkdir(parents=True, exist_ok=True)
    for area in areas:
        entries = [m.id for m in catalog.muscles.values() if m.area == area]
        if not entries:
            continue
        columns = 3
        rows = -(-len(entries) // columns)
        sheet = QImage(columns * 2 * _CELL, rows * (_CELL + _CAPTION), QImage.Format.Format_RGB32)
        sheet.fill(QColor(250, 249, 246))
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, muscle in enumerate(entries):
            for k, view in enumerate(best_two(catalog, muscle)):
                x = (number % columns * 2 + k) * _CELL
                y = number // columns * (_CELL + _CAPTION)
                _cell(painter, catalog, plates, muscle, view, x, y)
        painter.end()
        sheet.save(str(folder / f"{area}.png"))


def _cell(painter: QPainter, catalog: FileCatalog, plates: Plates, muscle: str, view: str, x: int, y: int) -> None:
    scene = resolve(AtlasState(study=Study(muscle=muscle, view=view)), catalog)
    picture = plates.image(scene, fine=True)
    scale = min(_CELL / picture.width(), _CELL / picture.height())
    painter.drawImage(QRectF(x, y + _CAPTION, picture.width() * scale, picture.height() * scale), picture)
    places = []
    for mark in scene.points:
        at = plates.place_of(view, scene.figure, mark.vertex)
        if at is not None:
            places.append((mark, QPointF(x + at[0] * scale, y + _CAPTION + at[1] * scale)))
    draw_points(painter, places, 9.0)
    painter.setPen(QColor(60, 60, 60))
    painter.drawText(x + 4, y + 14, f"{muscle} · {view}")


def write_proof_sheets(
    folder: Path, views: Sequence[dict[str, object]], figures: Figures, lit_by_stance: dict[str, LitFigure], sex: str
) -> None:
    """Per view the labelled landmarks and the coloured region map of a figure."""
    catalog = FileCatalog()
    surface = catalog.surface
    folder.mkdir(parents=True, exist_ok=True)
    colours = region_colours(surface.region, len(surface.region_ids))
    for view in views:
        figure = lit_by_stance[str(view.get("stance", "standing"))]
        camera = camera_for(dict(view), figure.points, figures.parts)
        part = None if view["shows"] == "body" else figures.parts[str(view["shows"])]
        proof = draw_body(figure, camera, part)
        draw_landmarks(proof, {name: figure.points[v] for name, v in surface.landmarks.items()})
        proof.picture.save(folder / f"{view['id']}-landmarks.png")
        proof = draw_body(figure, camera, part, colours)
        centres = {
            region: figure.points[vertices[len(vertices) // 2]]
            for region, vertices in _visible_middles(surface.region, surface.region_ids, figure).items()
        }
        draw_landmarks(proof, centres)
        proof.picture.save(folder / f"{view['id']}-regions.png")


def _visible_middles(region: np.ndarray, region_ids: Sequence[str], figure: LitFigure) -> dict[str, np.ndarray]:
    """Vertices of each region on the right half, ordered so that the middle of the list lies near its centre."""
    out = {}
    for number, name in enumerate(region_ids):
        vertices = np.flatnonzero((region == number) & (figure.points[:, 0] <= 1.0))
        if vertices.size:
            centre = figure.points[vertices].mean(axis=0)
            nearest = vertices[np.argsort(np.linalg.norm(figure.points[vertices] - centre, axis=1))]
            out[name] = nearest[:1]
    return out
