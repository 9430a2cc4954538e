"""The picture on the plate: which part of it is seen, its trigger points, and the way from the screen to the skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from atlas.domain.scene import PointMark, Scene
from atlas.render.pain.marks import PlacedMark, draw_marks, place_marks
from atlas.render.renderer import Renderer
from atlas.ui.plate.edge_fade import cut_edges, faded
from atlas.ui.plate.zoom import Zoom

if TYPE_CHECKING:
    from atlas.domain.pain.overlays import OverlayLayer

_CROSS = 7.0  # px, half the size of a trigger point's cross
_REACH = 30.0  # px around a trigger point that count as the point
_WORTH_SHARPENING = 1.08  # enlarged by more than this, the fine picture shows more than the coarse one


class PlatePicture:
    """A scene drawn into `field`, px of the widget, which can be moved and resized at any time."""

    def __init__(self, pictures: Renderer) -> None:
        self.field = QRectF(0, 0, 1, 1)
        self.scene: Scene | None = None
        self._pictures = pictures
        self._image, self._fine = QImage(), False
        self._cut: frozenset[str] = frozenset()  # edges of the picture that cut through the body
        self._size = QSizeF(1, 1)  # px of the fine picture
        self._places: list[tuple[PointMark, QPointF]] = []  # of the fine picture
        self._lettered: list[tuple[OverlayLayer, list[tuple[str, QPointF]]]] = []  # likewise
        self._zoom = Zoom()

    def show(self, scene: Scene) -> None:
        """Takes the coarse picture of a scene; another view or figure is seen whole."""
        before, self.scene = self.scene, scene
        view, figure = scene.view.id, scene.figure
        if before is None or before.view != scene.view or before.figure != figure:
            self._zoom = self._zoom if before is None else Zoom()
            self._size = QSizeF(*self._pictures.size(view, figure))
        found = [(mark, self._pictures.place_of(view, figure, mark.vertex)) for mark in scene.points]
        self._places = [(mark, QPointF(*place)) for mark, place in found if place is not None]
        self._lettered = []
        for layer in scene.ink:
            seen = [(text, self._pictures.place_of(view, figure, vertex)) for text, vertex in layer.points]
            self._lettered.append((layer, [(text, QPointF(*place)) for text, place in seen if place is not None]))
        image = self._pictures.image(scene)
        if self.is_blank:  # nothing hangs in the air
            self._places, self._lettered = [], []
        self._cut = cut_edges(image)
        self._image, self._fine = faded(image, self._cut), False

    @property
    def is_blank(self) -> bool:
        """Whether the picture could not be read."""
        return self.scene is not None and self._pictures.is_blank(self.scene.view.id, self.scene.figure)

    def look_like(self, other: PlatePicture) -> None:
        """The first scene will be seen as close as another picture is seen."""
        self._zoom = other._zoom

    def forget(self) -> None:
        """Lets go of the scene and its picture."""
        self.scene, self._image, self._fine = None, QImage(), False
        self._places, self._lettered = [], []
        self._zoom = Zoom()

    def would_gain(self, pixel_ratio: float) -> bool:
        """Whether the fine picture would show more than what is shown now."""
        if self.scene is None or self._fine:
            return False
        return self.target().width() * pixel_ratio > self._image.width() * _WORTH_SHARPENING

    def fine(self, scene: Scene, cut: frozenset[str]) -> QImage:
        """The fine picture of a scene with faded edges; it may be made in any thread."""
        return faded(self._pictures.image(scene, fine=True), cut)

    def sharpen(self, scene: Scene, fine: QImage) -> bool:
        """Takes the fine picture of a scene, if that is still shown; returns whether it is."""
        if self.scene is not scene:
            return False
        self._image, self._fine = fine, True
        return True

    def paint(self, painter: QPainter) -> None:
        if self.scene is None:
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.field)
        painter.drawImage(self.target(), self._image)
        draw_marks(painter, self.marks(), _CROSS)
        self.paint_lettered(painter)
        painter.restore()

    def paint_lettered(self, painter: QPainter) -> None:
        """The points of what is laid over the body; to be painted again over what would hide them."""
        if self.scene is None or not self._lettered:
            return
        from atlas.render.pain.ink import draw_lettered_points, ink_of  # not needed until someone says where it hurts

        palette = self.scene.palette
        places = [
            (text, self.place_in_widget(at.x(), at.y()), ink_of(layer, palette).colour)
            for layer, points in self._lettered
            for text, at in points
        ]
        draw_lettered_points(painter, places, _CROSS)

    @property
    def cut(self) -> frozenset[str]:
        """The edges at which the picture fades away."""
        return self._cut

    # -- looking closer ------------------------------------------------------

    @property
    def zoom(self) -> float:
        return self._zoom.zoom

    def target(self) -> QRectF:
        """Where the whole picture is drawn, px of the widget."""
        return self._zoom.target(self.field, self._size)

    def closer(self, factor: float, about: QPointF) -> None:
        self._zoom = self._zoom.zoomed(factor, about, self.field, self._size)

    def move(self, by: QPointF) -> None:
        self._zoom = self._zoom.moved(by, self.field, self._size)

    def fit(self) -> None:
        self._zoom = Zoom()

    # -- places --------------------------------------------------------------

    def place_in_widget(self, x: float, y: float) -> QPointF:
        """Where a px of the fine picture is drawn, px of the widget."""
        target = self.target()
        scale = target.width() / self._size.width()
        return QPointF(target.left() + x * scale, target.top() + y * scale)

    def marks(self) -> tuple[PlacedMark, ...]:
        """The trigger points in the field and their numbers as they are drawn, px of the widget."""
        places = [(mark, self.place_in_widget(at.x(), at.y())) for mark, at in self._places]
        return place_marks([(mark, at) for mark, at in places if self.field.contains(at)], _CROSS, self.field)

    def points(self) -> list[tuple[int, QPointF]]:
        """The trigger points that can be seen, and where, px of the widget."""
        return [(mark.point, self.place_in_widget(at.x(), at.y())) for mark, at in self._places]

    def point_near(self, place: QPointF) -> int | None:
        """The trigger point under a finger at a place of the widget."""
        away = [(QPointF.dotProduct(at - place, at - place), point) for point, at in self.points()]
        for placed in self.marks():  # a number that was led away counts as its point
            if placed.label is not None:
                off = QPointF(*placed.label.middle) - place
                away.append((QPointF.dotProduct(off, off), placed.mark.point))
        near = [(square, point) for square, point in away if square <= _REACH * _REACH]
        return min(near)[1] if near else None

    def vertex_at(self, place: QPointF) -> int | None:
        """The skin under a place of the widget, or None beside the body."""
        target = self.target()
        if self.scene is None or not target.contains(place):
            return None
        at = (place - target.topLeft()) * (self._size.width() / target.width())
        return self._pictures.vertex_at(self.scene.view.id, self.scene.figure, at.x(), at.y())
