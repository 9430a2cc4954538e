"""What lies over a whole window: the last on top, and only that one enabled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Covers:
    """The covers of one window, from below."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._covers: list[QWidget] = []

    def __bool__(self) -> bool:
        return bool(self._covers)

    def add(self, cover: QWidget) -> bool:
        """Lays it on top; False where it lies there already."""
        if cover in self._covers:
            return False
        self._covers.append(cover)
        return True

    def remove(self, cover: QWidget) -> bool:
        """Hides it; False where it did not lie there."""
        cover.hide()
        if cover not in self._covers:
            return False
        self._covers.remove(cover)
        return True

    @property
    def top(self) -> QWidget | None:
        return self._covers[-1] if self._covers else None

    def lie_on_top(self) -> None:
        """As large as the window, over all else in it."""
        for cover in self._covers:
            cover.setGeometry(self._window.rect())
            cover.raise_()

    def enable_top(self) -> None:
        for cover in self._covers:
            cover.setEnabled(cover is self._covers[-1])
