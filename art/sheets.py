"""Contact sheets of every entry's plate, and proof sheets of landmarks and regions: to be looked at."""

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
from atlas.domain.choices import FIGURES, Figure
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Look, Study
from atlas.render.composed import draw_plate, placed
from atlas.render.plates import Plates

_COLUMNS = 3
_WIDE, _HIGH = 640, 460  # px of a plate
_MARGIN = 10.0
_TYPE_PX = 13


def write_contact_sheets(folder: Path, catalog: FileCatalog, areas: Sequence[str] = tuple(AREAS)) -> None:
    """Two PNGs an area: each entry's composed plate, on either figure."""
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    folder.mkdir(parents=True, exist_ok=True)
    for area in areas:
        entries = [m.id for m in catalog.muscles.values() if m.area == area]
        rows = -(-len(entries) // _COLUMNS)
        for figure in FIGURES if entries else ():
            sheet = QImage(_COLUMNS * _WIDE, rows * _HIGH, QImage.Format.Format_RGB32)
            sheet.fill(QColor(250, 249, 246))
            with QPainter(sheet) as painter:
                for number, muscle in enumerate(entries):
                    corner = QPointF(number % _COLUMNS * _WIDE, number // _COLUMNS * _HIGH)
                    _cell(painter, catalog, plates, muscle, figure, corner)
            sheet.save(str(folder / f"{area}-{figure}.png"))


def _cell(
    painter: QPainter, catalog: FileCatalog, plates: Plates, muscle: str, figure: Figure, corner: QPointF
) -> None:
    plate = catalog.plate(muscle, figure)
    state = AtlasState(look=Look(figure=figure), study=Study(muscle=muscle, view=plate.main.view))
    font = painter.font()
    font.setPixelSize(_TYPE_PX)
    painter.setFont(font)
    painter.setPen(QColor(60, 60, 60))
    views = ", ".join(panel.view for panel in plate.panels)
    painter.drawText(corner + QPointF(_MARGIN, _MARGIN + _TYPE_PX), f"{muscle} · {views}")
    top = 2.0 * _MARGIN + _TYPE_PX
    room = QRectF(corner.x() + _MARGIN, corner.y() + top, _WIDE - 2 * _MARGIN, _HIGH - top - _MARGIN)
    panels = placed(plate, resolve(state, catalog), catalog, room, font, _MARGIN)
    draw_plate(painter, plates, panels, mark_px=7.0)


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
