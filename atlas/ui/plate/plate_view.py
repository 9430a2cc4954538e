"""The plate: the body with what is painted on it, to be looked at, moved and tapped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from atlas.domain.scene import Scene
from atlas.render.fonts import BODY_POINTS, font
from atlas.render.pain.marks import draw_sides, side_labels
from atlas.render.renderer import Renderer
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.kit.keyboard_focus import came_by_key
from atlas.ui.language.translate import translate
from atlas.ui.plate.caption import draw_caption, draw_in_place, fits_beside
from atlas.ui.plate.gestures import PlateGestures
from atlas.ui.plate.plate_picture import PlatePicture

_BAND = 34  # px below the picture for the side labels and the caption
_GAP = 8.0  # px between the side labels and the caption
_SHARPEN_AFTER_MS = 140
_EDGE = 16  # px beside the line below the picture
_STEP = 60.0  # px an arrow key moves a zoomed picture
_WAYS = {
    Qt.Key.Key_Left: QPointF(_STEP, 0),
    Qt.Key.Key_Right: QPointF(-_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, _STEP),
    Qt.Key.Key_Down: QPointF(0, -_STEP),
}


class PlateView(QWidget):
    """Says which trigger point is looked at, and which place of the skin was tapped."""

    ROLE = QAccessible.Role.Graphic

    LETTERS = BODY_POINTS  # points

    point_focused = Signal(object)  # the id of a trigger point, or None
    place_tapped = Signal(object)  # a vertex of the skin, or None beside the body
    scene_shown = Signal()
    painted = Signal()

    def __init__(self, pictures: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 240)
        self.setAccessibleName(translate("Plate", "Picture of the body"))
        self.picture = PlatePicture(pictures)
        self._band = max(_BAND, QFontMetrics(font(self.LETTERS)).height() + 10)
        self._caption, self._set_off = "", False
        self._by_key = False  # whether the focus came by a key, and so wants to be seen
        self._held: int | None = None  # the point that was tapped, and so stays lit when the pointer leaves
        self._pointed: int | None = None  # the point under the pointer
        self._sharpen = QTimer(self, singleShot=True, interval=_SHARPEN_AFTER_MS)
        self._sharpen.timeout.connect(self._on_sharpen)
        self._asked: Scene | None = None  # whose fine picture is being drawn
        self._fine_picture_work = BackgroundWork(self)
        self._fine_picture_work.came.connect(self._on_fine_picture)
        self._gestures = PlateGestures(self)
        self._gestures.tapped.connect(self._on_tapped)
        self._gestures.tapped_twice.connect(self.fit)
        self._gestures.dragged.connect(self._on_dragged)
        self._gestures.zoomed.connect(self.zoom)
        self._gestures.hovered.connect(self._on_hovered)
        self._gestures.left.connect(self._on_left)

    # -- showing -------------------------------------------------------------

    def show_scene(self, scene: Scene, in_words: str) -> None:
        """Draws a scene: the coarse picture at once, the fine one a moment later where it makes a difference.

        `in_words` says what is to be seen there.
        """
        self.picture.show(scene)
        self._fit_field()
        if not any(mark.lit for mark in scene.points if mark.point == self._held):
            self._held = None
        said = _blank_words() if self.picture.is_blank else in_words
        self.setAccessibleDescription(f"{scene.view.name}. {said}")
        self._look_again()
        self.scene_shown.emit()

    def look_like(self, other: PlateView) -> None:
        """Shows its first scene as close as another plate shows its own."""
        self.picture.look_like(other.picture)

    def stop(self) -> None:
        """No finer picture is waited for any more."""
        self._sharpen.stop()
        self._asked = None
        self._fine_picture_work.drop()

    def forget(self) -> None:
        """Shows no scene, and keeps none."""
        self.stop()
        self.picture.forget()
        self.setAccessibleDescription("")
        self.update()

    def show_caption(self, text: str, *, set_off: bool) -> None:
        """The line below the picture; set off for something that was tapped."""
        if (text, set_off) != (self._caption, self._set_off):
            self._caption, self._set_off = text, set_off
            self.update(0, self.height() - 2 * self._band, self.width(), 2 * self._band)

    @property
    def caption(self) -> str:
        return self._caption

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Closer (or farther, below 1) about a place of the widget, or about the middle."""
        self.picture.closer(factor, about or self.picture.field.center())
        self._look_again()

    def pan(self, by: QPointF) -> None:
        """Moves a zoomed picture by some px of the widget."""
        self._on_dragged(by)

    def fit(self) -> None:
        self.picture.fit()
        self._look_again()

    def _look_again(self) -> None:
        self._sharpen.start()
        self.update()

    def _on_sharpen(self) -> None:
        scene = self.picture.scene
        if scene is not None and scene is not self._asked and self.picture.would_gain(self.devicePixelRatioF()):
            self._asked = scene
            self._fine_picture_work.ask(scene, partial(self.picture.fine, scene, self.picture.cut))

    def _on_fine_picture(self, scene: Scene, fine: QImage) -> None:
        if self._asked is scene:
            self._asked = None
        if self.picture.sharpen(scene, fine):
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_field()
        self._look_again()

    def _fit_field(self) -> None:
        """Leaves the picture what the line below it does not need, or the two, where the view's name has no room."""
        scene, lines = self.picture.scene, 1
        if scene is not None and not fits_beside(scene.view.name, self.width() - 2 * _EDGE, self._beside(scene)):
            lines = 2
        self.picture.field = QRectF(self.rect()).adjusted(0, 0, 0, -self._band * lines)

    def _beside(self, scene: Scene) -> tuple[float, float]:
        """px that the patient's sides take at the ends of the line below the picture."""
        metrics = QFontMetrics(font(self.LETTERS))
        left, right = (metrics.horizontalAdvance(side) for side in side_labels(scene.view))
        return left + _GAP, right + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            scene = self.picture.scene
            if scene is not None:
                self.picture.paint(painter)
                if self.picture.is_blank:
                    draw_in_place(painter, self.picture.field, _blank_words(), self.palette(), self.LETTERS)
                band = QRectF(_EDGE, self.height() - self._band, self.width() - 2 * _EDGE, self._band)
                painter.setFont(font(self.LETTERS))
                draw_sides(
                    painter, band.adjusted(0, 0, 0, 2 - (self._band - painter.fontMetrics().height()) / 2), scene
                )
                beside = self._beside(scene)
                draw_caption(painter, band, self._caption, self.palette(), set_off=self._set_off, beside=beside)
            if self.hasFocus() and self._by_key:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 1, -3, -1), 10, 10)
        self.painted.emit()

    # -- what the user does --------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = came_by_key(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._on_dragged(way)

    def _on_tapped(self, place: QPointF) -> None:
        point = self.picture.point_near(place)
        if point is None:
            self._held = None
            self.place_tapped.emit(self.picture.vertex_at(place))
        else:
            self._held = None if point == self._held else point
            self.point_focused.emit(self._held)

    def _on_dragged(self, by: QPointF) -> None:
        self.picture.move(by)
        self._look_again()

    def _on_hovered(self, place: QPointF) -> None:
        self._point_at(self.picture.point_near(place))

    def _on_left(self) -> None:
        self._point_at(None)

    def _point_at(self, point: int | None) -> None:
        if point == self._pointed:
            return
        self._pointed = point
        self.setCursor(Qt.CursorShape.ArrowCursor if point is None else Qt.CursorShape.PointingHandCursor)
        self.point_focused.emit(self._held if point is None else point)


def _blank_words() -> str:
    return translate("Plate", "This picture cannot be shown, because a file of the atlas is damaged.")
