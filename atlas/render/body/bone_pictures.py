"""Lays the baked bones of a view into its skin: half as large as the view, cropped, shade and cover in a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

from atlas.content.seals import ReadsFile
from atlas.domain.body.camera import Camera
from atlas.domain.problems import Unreadable
from atlas.render.body.baked_views import DamagedPicture
from atlas.render.body.body_picture import Scale, Window
from atlas.render.body.muscle_pictures import cropped_picture

BONE_STEP = 2  # px of the view to one of its bones: a ghost needs no more


def bones_of(folder: Path, figure: str, view: str) -> Path:
    """The file of a view's bones."""
    return folder / figure / f"{view}.png"


def read_bones(path: Path, read: ReadsFile, camera: Camera) -> tuple[QImage, QPoint]:
    """A view's bones and where their corner goes, in px of theirs. Raises DamagedPicture."""
    try:
        bones, corner = cropped_picture(read(path), path, "it does not show bones")
    except Unreadable as error:
        raise DamagedPicture(path, str(error)) from error
    view = QRect(0, 0, camera.width // BONE_STEP, camera.height // BONE_STEP)
    if not view.contains(QRect(corner, bones.size())):
        raise DamagedPicture(path, "The picture does not lie inside its view.")
    return bones, corner


def lay_bones(
    plate: QImage, bones: tuple[QImage, QPoint], table: Sequence[int], scale: Scale, window: Window | None
) -> None:
    """Draws bones in the colours of a table into the skin of a view, or of a part of it, at a scale."""
    image, corner = bones
    times = BONE_STEP // scale
    if window is not None:  # no more of them is colored than is shown, and what its edge is smoothed with
        left, top, right, bottom = (side // times for side in window)
        shown = QRect(QPoint(left - 1, top - 1), QPoint(right + 1, bottom + 1)) & QRect(corner, image.size())
        image, corner = image.copy(shown.translated(-corner)), shown.topLeft()
        if image.isNull():
            return
    image.setColorTable(list(table))
    at = QRect(corner * times, image.size() * times)
    if window is not None:
        at.translate(-window[0], -window[1])
    with QPainter(plate) as painter:  # onto the skin alone, so that its edge stays as it is
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.drawImage(at, image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
