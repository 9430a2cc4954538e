"""A whole plate in little room: on a result page, on a card, in a list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from atlas.domain.catalog import Catalog
from atlas.domain.plate.plate import Plate
from atlas.domain.scene import Scene
from atlas.domain.study.question_plate import unsaid, view_plate
from atlas.render.composed import draw_plate, placed
from atlas.render.renderer import Renderer

_MARK = 4.5  # px of a point's cross in a picture 400 px broad


def small_plate(
    pictures: Renderer,
    catalog: Catalog,
    scene: Scene,
    size: QSize,
    paper: QColor | None = None,
    points: float = 7.0,
    *,
    most: int | None = None,
) -> QImage:
    """The scene's plate, or its view, without captions, in a picture of `size` px on some paper (or on none).

    `most`: no more of its panels. The patient's sides stand on it in letters of `points`.
    """
    plate = scene.plate or view_plate(scene.view, scene.figure)
    kept = Plate(muscle=plate.muscle, panels=plate.panels[:most])
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent if paper is None else paper)
    with QPainter(image) as painter:
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        draw_small_plate(painter, pictures, catalog, replace(scene, plate=kept), QRectF(image.rect()), points)
    return image


def draw_small_plate(
    painter: QPainter,
    pictures: Renderer,
    catalog: Catalog,
    scene: Scene,
    room: QRectF,
    points: float = 7.0,
    sharpness: float = 1.0,
) -> None:
    """The same on a painter; `sharpness`: px of the device to one of the painter's."""
    plate = scene.plate or view_plate(scene.view, scene.figure)
    font = QFont(painter.font())
    font.setPointSizeF(points)
    painter.save()
    painter.setFont(font)
    panels = placed(unsaid(plate), scene, catalog, room, font, room.width() * 0.02)
    mark = max(_MARK * room.width() / 400.0, 2.5)
    draw_plate(painter, pictures, panels, mark_px=mark, sharpness=sharpness)
    painter.restore()
