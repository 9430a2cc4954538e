"""The small pictures of the muscles, read when a row is first seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPixmap, QPixmapCache

_KEPT_KILOBYTES = 16 * 1024


class Thumbnails:
    """Reads `<folder>/<muscle>/thumb.png`; a missing or broken one is an empty picture, asked for once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._missing: set[str] = set()
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _KEPT_KILOBYTES))

    def of(self, muscle: str) -> QPixmap:
        """The picture of a muscle, 96 px square; null if there is none."""
        if muscle in self._missing:
            return QPixmap()
        key = f"thumb:{muscle}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        picture = QPixmap(str(self._folder / muscle / "thumb.png"))
        if picture.isNull():
            self._missing.add(muscle)
        else:
            QPixmapCache.insert(key, picture)
        return picture
