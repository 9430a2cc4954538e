"""Writes each muscle's thumbnail for the list: what matters of its plate's main panel, large enough to tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.domain.plate.box import Box, around, longer_side, widened
from atlas.domain.plate.plate import Panel
from atlas.domain.plate.sight import Sight
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.render.plates import Plates

SIDE_PX = 128
_FIGURE = "female"
_ROOM = 1.15  # about the muscle and the pain
_SEEN = 0.1  # of a vertex's skin, from where it counts as seen
_LEAST_OF_PANEL = 0.5  # of the panel's longer side: that much of the body says where one is


class NoThumbnail(Exception):
    """A picture that a thumbnail is made of cannot be read; the message names it."""


def write_thumbnails(folder: Path, catalog: FileCatalog, muscles: Iterable[str]) -> None:
    """<folder>/<id>/thumb.png of each muscle, transparent around the body. Raises NoThumbnail for a damaged picture."""
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    for muscle in muscles:
        known = set(catalog.problems)
        main, sight = catalog.plate(muscle, _FIGURE).main, catalog.sight(_FIGURE)
        scene = resolve(AtlasState(study=Study(muscle=muscle, view=main.view)), catalog)
        box, across, down = _what_matters(catalog, sight, muscle, main)
        size = QSize(round(SIDE_PX * across / max(across, down)), round(SIDE_PX * down / max(across, down)))
        picture = plates.panel(scene, box, size)
        if wrong := [str(p) for p in catalog.problems if p not in known and not p.mended]:
            raise NoThumbnail(" ".join(wrong))
        square = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_ARGB32_Premultiplied)
        square.fill(Qt.GlobalColor.transparent)
        with QPainter(square) as painter:
            at = QRectF((SIDE_PX - size.width()) // 2, (SIDE_PX - size.height()) // 2, size.width(), size.height())
            painter.drawImage(at, picture)
        path = folder / muscle / "thumb.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        _saved(square.convertToFormat(QImage.Format.Format_RGBA8888), path)


def _saved(image: QImage, path: Path) -> None:
    """As a palette PNG with transparency: it lies on any paper, and is small."""
    raw = Image.frombytes("RGBA", (image.width(), image.height()), bytes(image.constBits()))
    raw.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def _what_matters(catalog: FileCatalog, sight: Sight, muscle: str, main: Panel) -> tuple[Box, float, float]:
    """The muscle and the pain that a main panel shows, as square as the view allows; its width and height in mm."""
    number = next(k for k, view in enumerate(sight.views) if view.id == main.view)
    width, height = (float(mm) for mm in sight.sizes[number])
    extent = sight.extents.of(muscle, sight.views[number], "right")
    boxes = [] if extent is None else [extent.box]
    painted = catalog.pattern(muscle).painting("essential")
    vertices = painted.vertices[painted.cover > 0.5]
    at = sight.places(vertices).of(number)
    left, top, right, bottom = main.box
    inside = (at[:, 0] >= left) & (at[:, 0] <= right) & (at[:, 1] >= top) & (at[:, 1] <= bottom)
    at = at[inside & (sight.seen(vertices)[number] > _SEEN)]
    if len(at):
        low, high = np.min(at, axis=0), np.max(at, axis=0)
        boxes.append((float(low[0]), float(low[1]), float(high[0]), float(high[1])))
    box = around(*boxes) if boxes else main.box
    box = max(box[0], 0.0), max(box[1], 0.0), min(box[2], 1.0), min(box[3], 1.0)
    longest = max(main.size_mm)
    side = min(max(longer_side(box, width, height) * _ROOM, _LEAST_OF_PANEL * longest), longest)
    box = widened(box, width, height, side, side)
    return box, (box[2] - box[0]) * width, (box[3] - box[1]) * height
