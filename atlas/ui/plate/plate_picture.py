"""The picture on the plate: which part of it is seen, its trigger points, and the way from the screen to the skin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from atlas.domain.plate.box import Box
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A fine picture: of a part of a view, filling `room` px of the screen, or of the whole view without a box."""

    scene: Scene
    box: Box | None
    room: QSize
    cut: frozenset[str]  # the edges at which the whole view fades away


class PlatePicture:
    """A scene drawn into `field`, px of the widget, which can be moved and resized at any time.

    With a box it begins with that part of the view, and only its pixels are drawn; the whole view is drawn once
    someone looks farther or closer.
    """

    def __init__(self, pictures: Renderer) -> None:
        self.field = QRectF(0, 0, 1, 1)
        self.pixel_ratio = 1.0  # px of the screen to one of the widget
        self.scene: Scene | None = None
        self._pictures = pictures
        self._box: Box | None = None
        self._part, self._part_fine = QImage(), False  # the box alone
        self._image, self._fine = QImage(), False  # the whole view
        self._cut: frozenset[str] = frozenset()  # edges of the picture that cut through the body
        self._size = QSizeF(1, 1)  # px of the fine picture
        self._places: list[tuple[PointMark, QPointF]] = []  # of the fine picture
        self._lettered: list[tuple[OverlayLayer, list[tuple[str, QPointF]]]] = []  # likewise
        self._zoom: Zoom | None = None  # None: as at first

    def show(self, scene: Scene, box: Box | None = None) -> None:
        """Takes the coarse picture of a scene, or of a part of it; another view, part or figure is seen as at first."""
        before, box_before = self.scene, self._box
        self.scene, self._box = scene, box
        view, figure = scene.view.id, scene.figure
        if before is None or before.view != scene.view or before.figure != figure or box != box_before:
            self._zoom = self._zoom if before is None else None
            self._size = QSizeF(*self._pictures.size(view, figure))
        found = [(mark, self._pictures.place_of(view, figure, mark.vertex, mark.inside)) for mark in scene.points]
        self._places = [(mark, QPointF(*place)) for mark, place in found if place is not None]
        self._lettered = []
        for layer in scene.ink:
            seen = [(text, self._pictures.place_of(view, figure, vertex)) for text, vertex in layer.points]
            self._lettered.append((layer, [(text, QPointF(*place)) for text, place in seen if place is not None]))
        self._part, self._image = QImage(), QImage()
        self._draw()
        if self.is_blank:  # nothing hangs in the air
            self._places, self._lettered = [], []

    @property
    def is_blank(self) -> bool:
        """Whether the picture could not be read."""
        return self.scene is not None and self._pictures.is_blank(self.scene.view.id, self.scene.figure)

    def look_like(self, other: PlatePicture) -> None:
        """The first scene will be seen as close as another picture is seen."""
        self._zoom = other._zoom

    def forget(self) -> None:
        """Lets go of the scene and its picture."""
        self.scene, self._part, self._image = None, QImage(), QImage()
        self._places, self._lettered = [], []
        self._zoom = None

    # -- its pixels ----------------------------------------------------------

    @property
    def _room(self) -> QSize:
        """px of the screen that the box fills."""
        return QSize(
            max(round(self.field.width() * self.pixel_ratio), 1), max(round(self.field.height() * self.pixel_ratio), 1)
        )

    @property
    def _shows_part(self) -> bool:
        return self._box is not None and self._zoom is None

    def _draw(self) -> None:
        """What is seen, coarse, unless it is there."""
        if self.scene is None:
            return
        if self._shows_part:
            assert self._box is not None
            if self._part.size() != self._room:
                self._part, self._part_fine = self._pictures.panel(self.scene, self._box, self._room), False
        elif self._image.isNull():
            image = self._pictures.image(self.scene)
            self._cut = cut_edges(image)
            self._image, self._fine = faded(image, self._cut), False

    def would_gain(self) -> bool:
        """Whether the fine picture would show more than what is shown now."""
        if self.scene is None or (self._part_fine if self._shows_part else self._fine):
            return False
        coarse = self._size.width() / 2  # px that the coarse picture has across the whole view
        return self.target().width() * self.pixel_ratio > coarse * _WORTH_SHARPENING

    @property
    def cut(self) -> frozenset[str]:
        """The edges at which the picture of the whole view fades away."""
        return self._cut

    @property
    def wanted(self) -> Wanted | None:
        """What `fine` is to be asked for."""
        if self.scene is None:
            return None
        return Wanted(scene=self.scene, box=self._box if self._shows_part else None, room=self._room, cut=self._cut)

    def fine(self, wanted: Wanted) -> QImage:
        """The fine picture of what was `wanted`; it may be made in any thread."""
        if wanted.box is not None:
            return self._pictures.panel(wanted.scene, wanted.box, wanted.room, fine=True)
        return faded(self._pictures.image(wanted.scene, fine=True), wanted.cut)

    def sharpen(self, wanted: Wanted, fine: QImage) -> bool:
        """Takes the fine picture, if what it shows is still shown; returns whether it is."""
        if wanted.scene is not self.scene or (wanted.box is not None and wanted != self.wanted):
            return False
        if wanted.box is None:
            self._image, self._fine = fine, True
        else:
            self._part, self._part_fine = fine, True
        return True

    def paint(self, painter: QPainter) -> None:
        if self.scene is None:
            return
        self._draw()
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.field)
        if self._shows_part:
            self._part.setDevicePixelRatio(self.pixel_ratio)
            painter.drawImage(self.field.topLeft(), self._part)
        else:
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

    # -- looking closer ------------------------------------------------------

    @property
    def _looked(self) -> Zoom:
        if self._zoom is not None:
            return self._zoom
        return Zoom() if self._box is None else Zoom.on_box(self._box, self.field, self._size)

    @property
    def zoom(self) -> float:
        """How much larger than whole in the field."""
        return self._looked.zoom

    def target(self) -> QRectF:
        """Where the whole picture is drawn, px of the widget."""
        return self._looked.target(self.field, self._size)

    def closer(self, factor: float, about: QPointF) -> None:
        self._take(self._looked.zoomed(factor, about, self.field, self._size))

    def move(self, by: QPointF) -> None:
        self._take(self._looked.moved(by, self.field, self._size))

    def fit(self) -> None:
        self._zoom = None

    def _take(self, zoom: Zoom) -> None:
        if zoom != self._looked:
            self._zoom = None if self._box is None and zoom == Zoom() else zoom

    # -- places --------------------------------------------------------------

    def place_in_widget(self, x: float, y: float) -> QPointF:
        """Where a px of the fine picture is drawn, px of the widget."""
        target = self.target()
        scale = target.width() / self._size.width()
        return QPointF(target.left() + x * scale, target.top() + y * scale)

    def marks(self) -> tuple[PlacedMark, ...]:
        """The trigger points in the field and their numbers as they are drawn, px of the widget."""
        places = [(mark, self.place_in_widget(at.x(), at.y())) for mark, at in self._places]
        numbered = self.scene is not None and self.scene.tells_points_apart
        within = [(mark, at) for mark, at in places if self.field.contains(at)]
        return place_marks(within, _CROSS, self.field, numbered=numbered)

    def points(self) -> list[tuple[int, QPointF]]:
        """The trigger points that can be seen, and where, px of the widget."""
        seen = [(mark.point, self.place_in_widget(at.x(), at.y())) for mark, at in self._places]
        return [(point, at) for point, at in seen if self._box is None or self.field.contains(at)]

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
        if self.scene is None or not target.contains(place) or not self.field.contains(place):
            return None
        at = (place - target.topLeft()) * (self._size.width() / target.width())
        return self._pictures.vertex_at(self.scene.view.id, self.scene.figure, at.x(), at.y())
