"""The small pictures of the muscles, read when a row is first seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImageReader, QPixmap, QPixmapCache

from atlas.domain.problems import Problems, Unreadable

_KEPT_KILOBYTES = 16 * 1024
_LARGEST = 512  # px


class Thumbnails:
    """Reads `<folder>/<muscle>/thumb.png`; a missing or broken one is an empty picture, asked for once, and said."""

    def __init__(self, folder: Path, found_wrong: Problems, read: Callable[[Path], bytes]) -> None:
        """`read` gives all bytes of a file, and raises Unreadable."""
        self._folder, self._found_wrong, self._read = folder, found_wrong, read
        self._missing: set[str] = set()
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _KEPT_KILOBYTES))

    def of(self, muscle: str) -> QPixmap:
        """The picture of a muscle, 96 px square; null if there is none."""
        if muscle in self._missing:
            return QPixmap()
        path = self._folder / muscle / "thumb.png"
        key = f"thumb:{path}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        try:
            picture = _picture(self._read(path))
            said = "The small picture is damaged."
        except Unreadable as error:
            picture, said = QPixmap(), str(error)
        if picture.isNull():
            self._missing.add(muscle)
            self._found_wrong.of(path, said)
        else:
            QPixmapCache.insert(key, picture)
        return picture


def _picture(data: bytes) -> QPixmap:
    """A PNG of no more than 512 px; null where it is anything else."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer, b"png")
    size = reader.size()
    if not (0 < size.width() <= _LARGEST and 0 < size.height() <= _LARGEST):
        return QPixmap()
    return QPixmap.fromImageReader(reader)
