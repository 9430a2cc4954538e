"""Reads the painted muscles: 8-bit pictures whose colours are a table, cropped, with their place in the view."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from atlas.content.baked.cameras import MOST_PIXELS
from atlas.content.files import NoFile, read_bytes
from atlas.content.seals import Seals
from atlas.domain.body.sides import Side
from atlas.domain.problems import Unreadable
from atlas.render import colours
from atlas.render.body.baked_views import DamagedPicture
from atlas.render.shelf import Shelf

_ROOM = 3_000_000  # bytes
_CORNER = re.compile(r"(-?\d{1,4}) (-?\d{1,4})", re.ASCII)

_Art: TypeAlias = tuple[QImage, QPoint] | None


class MuscleArt:
    """Painted muscles of all figures, coloured for a palette; a few are kept."""

    def __init__(self, folder: Path, seals: Seals | None = None) -> None:
        """`seals` None: every picture is trusted, and none is missed."""
        self._folder, self._seals = folder, seals
        self._kept: Shelf[tuple[str, str, str, Side, str, int], tuple[_Art]] = Shelf(_ROOM, _size)

    def picture(self, muscle: str, figure: str, view: str, side: Side, palette: str, scale: int) -> _Art:
        """A muscle in a baked view and where its corner goes, at a scale; None where it cannot be seen there.

        Raises DamagedPicture when the muscle has no pictures at all, or one cannot be read.
        """
        key = (muscle, figure, view, side, palette, scale)
        return self._kept.get(key, lambda: (self._read(*key),))[0]

    def _read(self, muscle: str, figure: str, view: str, side: Side, palette: str, scale: int) -> _Art:
        folder = self._folder / muscle / figure
        path = folder / (f"{view}.png" if side == "right" else f"{view}.left.png")
        try:
            data = read_bytes(path) if self._seals is None else self._seals.read(path)
        except NoFile as error:
            if not folder.is_dir():
                raise DamagedPicture(folder, "The painted muscle is missing.") from error
            if self._seals is not None and self._seals.was_made(path):
                raise DamagedPicture(path, str(error)) from error
            return None
        except Unreadable as error:
            raise DamagedPicture(path, str(error)) from error
        image, corner = cropped_picture(data, path, "it is not a painted muscle")
        image.setColorTable(colours.muscle_table(palette))
        image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        if scale == 2:
            # The corner may be odd: pad to an even one, so that halving does not shift the muscle.
            pad = QPoint(corner.x() % 2, corner.y() % 2)
            if not pad.isNull():
                image = image.copy(-pad.x(), -pad.y(), image.width() + pad.x(), image.height() + pad.y())
            even = QSize(image.width() + image.width() % 2, image.height() + image.height() % 2)
            if even != image.size():
                image = image.copy(0, 0, even.width(), even.height())
            image = image.scaled(
                even / 2, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            corner = QPoint((corner.x() - pad.x()) // 2, (corner.y() - pad.y()) // 2)
        return image, corner


def cropped_picture(data: bytes, path: Path, otherwise: str) -> tuple[QImage, QPoint]:
    """A picture whose colours are a table, and where its corner goes. Raises DamagedPicture, which says `otherwise`."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer, b"png")
    size = reader.size()
    if not 0 < size.width() * size.height() <= MOST_PIXELS:
        raise DamagedPicture(path, "The picture is damaged, or too large.")
    image = reader.read()
    if image.isNull() or image.format() != QImage.Format.Format_Indexed8:
        why = reader.errorString() if image.isNull() else otherwise
        raise DamagedPicture(path, f"The picture cannot be used: {why}.")
    corner = _corner(image.text("corner"))
    if corner is None:
        raise DamagedPicture(path, "The picture does not say where in the view it belongs.")
    return image, corner


def _corner(words: str) -> QPoint | None:
    """Where a picture's corner goes, px of the view; None where that is not said, or cannot be."""
    found = _CORNER.fullmatch(words)
    return QPoint(int(found[1]), int(found[2])) if found else None


def _size(kept: tuple[_Art]) -> int:
    return 0 if kept[0] is None else kept[0][0].sizeInBytes()
