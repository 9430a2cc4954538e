"""The plates, made when the first picture is asked for: the window stands before the body has been read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from atlas.content.catalog import FileCatalog
from atlas.domain.scene import Scene

if TYPE_CHECKING:
    from atlas.render.body.viewed_skin import ViewedSkin
    from atlas.render.plates import Plates


class LatePlates:
    """`atlas.render.plates.Plates`, but for when it is read."""

    def __init__(self, catalog: FileCatalog, body: Path, muscles: Path) -> None:
        self._made_of = (catalog, body, muscles)

    @cached_property
    def _plates(self) -> Plates:
        from atlas.render.plates import Plates  # Pillow and more, a tenth of the start

        return Plates(*self._made_of)

    def size(self, view: str, figure: str) -> tuple[int, int]:
        return self._plates.size(view, figure)

    def image(self, scene: Scene, fine: bool = False) -> QImage:
        return self._plates.image(scene, fine)

    def is_blank(self, view: str, figure: str) -> bool:
        return self._plates.is_blank(view, figure)

    def vertex_at(self, view: str, figure: str, x: float, y: float) -> int | None:
        return self._plates.vertex_at(view, figure, x, y)

    def place_of(self, view: str, figure: str, vertex: int) -> tuple[float, float] | None:
        return self._plates.place_of(view, figure, vertex)

    def skin(self, view: str, figure: str, fine: bool = False) -> ViewedSkin | None:
        return self._plates.skin(view, figure, fine)

    def forget(self) -> None:
        self._plates.forget()

    def warm_steps(self, figure: str) -> Iterator[None]:
        return self._plates.warm_steps(figure)
