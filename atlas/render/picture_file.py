"""Writes a state as a picture file, for notes and slides."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from atlas.content.catalog import FileCatalog
from atlas.content.saving import save_whole
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState
from atlas.render import colours
from atlas.render.pain.marks import draw_points, draw_sides
from atlas.render.plates import Plates

_LARGEST = 8000


def picture_of(catalog: FileCatalog, state: AtlasState, width: int | None) -> QImage:
    """The state's plate on its paper with points and sides, `width` px wide (the view's own when None).

    Raises ValueError for a width that makes no picture.
    """
    scene = resolve(state, catalog)
    plates = Plates(catalog, catalog.places.body, catalog.places.muscles)
    plate = plates.image(scene, fine=True)
    wide = plate.width() if width is None else width
    if not 64 <= wide <= _LARGEST:
        raise ValueError(f"The width must be between 64 and {_LARGEST} px.")
    scale = wide / plate.width()
    strip = max(wide * 0.035, plate.height() * scale * 0.024, 16.0)
    high = round(plate.height() * scale + strip)
    page = QImage(wide, high, QImage.Format.Format_RGB32)
    page.fill(QColor(*colours.PAPER[state.room.theme]))
    with QPainter(page) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if scale < 0.6:  # smooth transformation reads too few pixels for a strong reduction
            plate = plate.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(QRectF(0, 0, wide, plate.height() * (wide / plate.width())), plate)
        _draw_marks(painter, plates, scene, scale, wide, high)
        font = QFont(painter.font())
        font.setPixelSize(max(round(strip * 0.62), 10))
        painter.setFont(font)
        margin = strip * 0.4
        draw_sides(painter, QRectF(margin, 0, wide - 2 * margin, high - strip * 0.12), scene)
    return page


def _draw_marks(painter: QPainter, plates: Plates, scene: Scene, scale: float, wide: int, high: int) -> None:
    places = []
    for mark in scene.points:
        at = plates.place_of(scene.view.id, scene.figure, mark.vertex)
        if at is not None:
            places.append((mark, QPointF(at[0] * scale, at[1] * scale)))
    room = QRectF(0, 0, wide, plates.size(scene.view.id, scene.figure)[1] * scale)
    draw_points(painter, places, max(wide * 0.009, high * 0.0075, 5.0), room)


def render_to_file(catalog: FileCatalog, state: AtlasState, width: int | None, path: Path) -> None:
    """Writes the picture as PNG, whole or not at all. Raises NotSaved, ValueError."""
    page = picture_of(catalog, state, width)
    save_whole(path, png_of(page))


def png_of(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know a format only as bytes
    return bytes(data.data())
