"""What draws the body: a scene as a picture, the skin under a pixel, the place of a vertex."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from atlas.domain.pattern import ON_SKIN, Offset
from atlas.domain.plate.box import Box
from atlas.domain.scene import Scene

if TYPE_CHECKING:
    from atlas.render.body.viewed_skin import ViewedSkin


class Renderer(Protocol):
    """Draws, picks and places; `plates.Plates` does it from baked pictures. Places are px of a view's fine picture."""

    def size(self, view: str, figure: str) -> tuple[int, int]:
        """(width, height) px of the fine picture of a view."""

    def image(self, scene: Scene, fine: bool = False) -> QImage:
        """The scene as a premultiplied picture, transparent outside the body; half as large unless `fine`."""

    def small(self, scene: Scene, room: QSize) -> QImage:
        """The same, but fitted into some px; empty where the view has no picture."""

    def panel(self, scene: Scene, box: Box, room: QSize, fine: bool = False) -> QImage:
        """A part of the scene's view, filling `room` px; with half the baked pixels, as `image`, unless `fine`.

        Raises OutsideItsView for a box that is no part of the view.
        """

    def is_blank(self, view: str, figure: str) -> bool:
        """Whether a view was found to have no picture; a blank one stands for it."""

    def vertex_at(self, view: str, figure: str, x: float, y: float) -> int | None:
        """The skin vertex under a place, or None beside the body."""

    def neighbour_at(self, scene: Scene, vertex: int) -> str | None:
        """The outlined muscle of a scene that lies at a vertex, or None."""

    def place_of(self, view: str, figure: str, vertex: int, inside: Offset = ON_SKIN) -> tuple[float, float] | None:
        """Where a vertex, or what `inside` leads to from it, is seen; None where hidden or out of the frame."""

    def skin(self, view: str, figure: str, fine: bool = False) -> ViewedSkin | None:
        """The skin as a view shows it, to be inked; None where there is no picture."""

    def warm_steps(self, figure: str) -> Iterator[None]:
        """Makes ready what all views of a figure need, a part at a time; for idle moments."""

    def forget(self) -> None:
        """Lets go of the pictures kept at hand, a patient's drawing among them."""


def lazy_renderer(make: Callable[[], Renderer]) -> Renderer:
    """A renderer that is made when something is first asked of it: the window stands before the body has been read."""
    return cast(Renderer, _LazyRenderer(make))


class _LazyRenderer:
    def __init__(self, make: Callable[[], Renderer]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Renderer:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)

    def forget(self) -> None:
        """As it does; nothing is made only to forget."""
        if "_made" in vars(self):
            self._made.forget()
