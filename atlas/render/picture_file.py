"""Writes a state as a picture file, for notes and slides: the composed plate, or one view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from atlas.content.catalog import FileCatalog
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState
from atlas.render import colours
from atlas.render.composed import draw_plate, placed
from atlas.render.pain.marks import draw_points, draw_sides
from atlas.render.plates import Plates

_LARGEST = 8000
_PLATE_WIDE = 2000  # px, when nothing is said
_PLATE_SHAPE = 0.66  # of the width a plate's height is at most


def picture_of(catalog: FileCatalog, state: AtlasState, width: int | None) -> QImage:
    """The state on its paper, `width` px wide (its own when None): the composed plate of its muscle, or its view.

    Raises ValueError for a width that makes no picture.
    """
    plates = Plates(catalog, catalog.places.body, catalog.places.muscles)
    if state.study.muscle is not None and state.study.view is None:
        return _plate_of(catalog, plates, state, state.study.muscle, _sound(_PLATE_WIDE if width is None else width))
    scene = resolve(state, catalog)
    picture = plates.image(scene, fine=True)
    return _view_of(plates, scene, picture, _sound(picture.width() if width is None else width))


def _sound(width: int) -> int:
    if not 64 <= width <= _LARGEST:
        raise ValueError(f"The width must be between 64 and {_LARGEST} px.")
    return width


def _plate_of(catalog: FileCatalog, plates: Plates, state: AtlasState, muscle: str, wide: int) -> QImage:
    study = state.study
    plate = catalog.plate(muscle, state.look.figure, study.sides, study.point)
    scene = resolve(replace(state, study=replace(study, view=plate.main.view)), catalog)
    font, margin = QFont(), max(wide * 0.012, 2.0)
    font.setPixelSize(max(round(wide * 0.0135), 9))
    room = QRectF(margin, margin, wide - 2 * margin, wide * _PLATE_SHAPE)
    panels = placed(plate, scene, catalog, room, font, margin)
    top, bottom = min(of.picture.top() for of in panels), max(of.caption.bottom() for of in panels)
    page = _page(scene, wide, round(bottom - top + 2 * margin))
    with QPainter(page) as painter:
        painter.translate(0.0, margin - top)
        painter.setFont(font)
        draw_plate(painter, plates, panels, mark_px=max(wide * 0.0065, 4.0))
    return page


def _view_of(plates: Plates, scene: Scene, picture: QImage, wide: int) -> QImage:
    scale = wide / picture.width()
    strip = max(wide * 0.035, picture.height() * scale * 0.024, 16.0)
    high = round(picture.height() * scale + strip)
    page = _page(scene, wide, high)
    with QPainter(page) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if scale < 0.6:  # smooth transformation reads too few pixels for a strong reduction
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(QRectF(0, 0, wide, picture.height() * (wide / picture.width())), picture)
        _draw_marks(painter, plates, scene, scale, wide, high)
        font = QFont(painter.font())
        font.setPixelSize(max(round(strip * 0.62), 10))
        painter.setFont(font)
        margin = strip * 0.4
        draw_sides(painter, QRectF(margin, 0, wide - 2 * margin, high - strip * 0.12), scene)
    return page


def _page(scene: Scene, wide: int, high: int) -> QImage:
    page = QImage(wide, high, QImage.Format.Format_RGB32)
    page.fill(QColor(*colours.PAPER[scene.theme]))
    return page


def _draw_marks(painter: QPainter, plates: Plates, scene: Scene, scale: float, wide: int, high: int) -> None:
    places = []
    for mark in scene.points:
        at = plates.place_of(scene.view.id, scene.figure, mark.vertex, mark.inside)
        if at is not None:
            places.append((mark, QPointF(at[0] * scale, at[1] * scale)))
    room = QRectF(0, 0, wide, plates.size(scene.view.id, scene.figure)[1] * scale)
    draw_points(painter, places, max(wide * 0.009, high * 0.0075, 5.0), room, numbered=scene.tells_points_apart)


def png_of(image: QImage) -> bytes:
    """An image as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know a format only as bytes
    return bytes(data.data())
