"""The plate: the body with what is painted on it, composed of panels or one view; to be looked at, moved, tapped."""

from __future__ import annotations

from dataclasses import replace
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

from atlas.domain.catalog import Catalog
from atlas.domain.plate.box import Box
from atlas.domain.scene import Scene
from atlas.render.captions import caption_text
from atlas.render.composed import PlacedPanel, draw_panel_sides, placed
from atlas.render.composed import draw_caption as draw_panel_caption
from atlas.render.fonts import BODY_POINTS, font
from atlas.render.pain.marks import draw_sides, side_labels
from atlas.render.renderer import Renderer
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.kit.keyboard_focus import came_by_key
from atlas.ui.language.translate import translate
from atlas.ui.plate.caption import draw_in_place, draw_view_caption, fits_beside
from atlas.ui.plate.companion import Companion
from atlas.ui.plate.gestures import PlateGestures
from atlas.ui.plate.plate_picture import PlatePicture, Wanted

_BAND = 34  # px below the picture for the side labels and the caption
_GAP = 8.0  # px between the side labels and the caption
_SHARPEN_AFTER_MS = 140
_EDGE = 16  # px beside the line below the picture, and beside the panels
_BETWEEN = 18.0  # px between panels
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
    COMPANIONS_ANSWER = True  # whether a tap on one puts it in the middle

    point_focused = Signal(object)  # the id of a trigger point, or None
    place_tapped = Signal(object)  # a vertex of the skin, or None beside the body
    panel_chosen = Signal(int)  # a companion, by its number in the composed plate, is to stand in the main one's place
    scene_shown = Signal()
    painted = Signal()

    def __init__(self, pictures: Renderer, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._catalog = pictures, catalog
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 240)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or what lies behind it would be painted each time
        self.setAccessibleName(translate("Plate", "Picture of the body"))
        self.picture = PlatePicture(pictures)
        self._band = max(_BAND, QFontMetrics(font(self.LETTERS)).height() + 10)
        self._caption, self._set_off = "", False
        self._by_key = False  # whether the focus came by a key, and so wants to be seen
        self._held: int | None = None  # the point that was tapped, and so stays lit when the pointer leaves
        self._pointed: int | None = None  # the point under the pointer
        self._sharpen = QTimer(self, singleShot=True, interval=_SHARPEN_AFTER_MS)
        self._sharpen.timeout.connect(self._on_sharpen)
        self._panel: PlacedPanel | None = None  # the composed plate's main one
        self.companions: list[Companion] = []
        self._draw_later = QTimer(self, singleShot=True, interval=0)
        self._draw_later.timeout.connect(self._on_draw_companions)
        self._asked: Wanted | None = None  # whose fine picture is being drawn
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
        self._take_panels(scene)
        self._fit_field(scene)
        self.picture.show(scene, self._box)
        if not any(mark.lit for mark in scene.points if mark.point == self._held):
            self._held = None
        said = _blank_words() if self.picture.is_blank else in_words
        self.setAccessibleDescription(f"{self._named(scene)}. {said}")
        self._look_again()
        self.scene_shown.emit()

    def look_like(self, other: PlateView) -> None:
        """Shows its first scene as close as another plate shows its own."""
        self.picture.look_like(other.picture)

    @property
    def is_behind(self) -> bool:
        """Whether something finer, or a companion, is still to come."""
        drawn = all(c.is_drawn for c in self.companions)
        return self._sharpen.isActive() or self._fine_picture_work.is_busy or not drawn

    @property
    def draws_companions(self) -> bool:
        """Whether the next moment belongs to one of them."""
        return self._draw_later.isActive()

    def stop(self) -> None:
        """No finer picture is waited for any more."""
        self._sharpen.stop()
        self._asked = None
        self._fine_picture_work.drop()

    def forget(self) -> None:
        """Shows no scene, and keeps none."""
        self.stop()
        self.picture.forget()
        self._take_panels(None)
        self.setAccessibleDescription("")
        self.update()

    def show_caption(self, text: str, *, set_off: bool) -> None:
        """The line below the picture; set off for something that was tapped."""
        if (text, set_off) != (self._caption, self._set_off):
            self._caption, self._set_off = text, set_off
            self.update()

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
        if self.picture.would_gain() and (wanted := self.picture.wanted) is not None and wanted != self._asked:
            self._asked = wanted
            self._fine_picture_work.ask(wanted, partial(self.picture.fine, wanted))
        for companion in self.companions:
            companion.draw(fine=True)

    def _on_fine_picture(self, wanted: Wanted, fine: QImage) -> None:
        if self._asked == wanted:
            self._asked = None
        if self.picture.sharpen(wanted, fine):
            self.update()

    # -- the composed plate --------------------------------------------------

    @property
    def _box(self) -> Box | None:
        return None if self._panel is None else self._panel.panel.box

    def _take_panels(self, scene: Scene | None) -> None:
        """A companion for each panel but the one in the middle; none for a whole view."""
        plate = None if scene is None else scene.plate
        numbers = () if plate is None or scene is None else plate.order(scene.panel)[1:]
        if [c.number for c in self.companions] != list(numbers):
            for old in self.companions:
                old.hide()
                old.deleteLater()
            self.companions = [Companion(k, self._pictures, self.LETTERS, self) for k in numbers]
            for companion in self.companions:
                companion.clicked.connect(self._on_companion_clicked)
                companion.setEnabled(self.COMPANIONS_ANSWER)
                companion.show()
        if plate is None:
            self._panel = None

    def _lay_out_panels(self, scene: Scene) -> None:
        """Each panel gets its place; the companions draw themselves after the main one."""
        assert scene.plate is not None
        plate = scene.plate.with_main(scene.panel)
        room = QRectF(self.rect()).adjusted(_EDGE, 8, -_EDGE, -4)
        main, *rest = placed(plate, scene, self._catalog, room, font(self.LETTERS), _BETWEEN)
        for companion, panel in zip(self.companions, rest, strict=True):
            companion.show_panel(panel)
        self._panel = replace(main, picture=QRectF(main.picture.toRect()))  # whole px: what is drawn is not blurred
        self.picture.field = self._panel.picture

    def _on_draw_companions(self) -> None:
        """One at a time, so that nothing waits for all."""
        waiting = [c for c in self.companions if not c.is_drawn]
        if waiting:
            waiting[0].draw(fine=False)
            self._draw_later.start()

    def _on_companion_clicked(self) -> None:
        companion = self.sender()
        if isinstance(companion, Companion):
            self.panel_chosen.emit(companion.number)

    def _named(self, scene: Scene) -> str:
        """The pictures in words: what the panels show, or the view's name."""
        if scene.plate is None:
            return scene.view.name
        return "; ".join(caption_text(panel.caption) for panel in scene.plate.with_main(scene.panel).panels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_field(self.picture.scene)
        self._look_again()

    def _fit_field(self, scene: Scene | None) -> None:
        """Leaves the picture what the line below it does not need, or the two, where the view's name has no room."""
        self.picture.pixel_ratio = self.devicePixelRatioF()
        if scene is not None and scene.plate is not None:
            self._lay_out_panels(scene)
            return
        lines = 1
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
                painter.setFont(font(self.LETTERS))
                if self._panel is None:
                    self._paint_line(painter, scene)
                else:
                    self._paint_panel_line(painter, self._panel)
            if self.hasFocus() and self._by_key:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 1, -3, -1), 10, 10)
        self.painted.emit()
        if not all(c.is_drawn for c in self.companions):  # only now: the main panel waits for none of them
            self._draw_later.start()

    def _paint_line(self, painter: QPainter, scene: Scene) -> None:
        """Below a whole view: the patient's sides, and its name or what was tapped."""
        band = QRectF(_EDGE, self.height() - self._band, self.width() - 2 * _EDGE, self._band)
        lifted = band.adjusted(0, 0, 0, 2 - (self._band - painter.fontMetrics().height()) / 2)
        draw_sides(painter, lifted, scene)
        beside = self._beside(scene)
        draw_view_caption(painter, band, self._caption, self.palette(), set_off=self._set_off, beside=beside)

    def _paint_panel_line(self, painter: QPainter, panel: PlacedPanel) -> None:
        """On the main panel: the patient's sides; below it what it shows, or what was tapped."""
        draw_panel_sides(painter, panel)
        if not self._set_off:
            draw_panel_caption(painter, panel)
            return
        band = QRectF(panel.caption)
        band.setHeight(self._band)
        if band.bottom() > self.height():  # the caption has no room there: over the foot of the picture
            band.moveBottom(panel.picture.bottom() - self._band)
        draw_view_caption(painter, band, self._caption, self.palette(), set_off=True, beside=(0.0, 0.0))

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
        """Over a whole view a point lights as the pointer passes; a plate is composed anew for it, so it is tapped."""
        self._point_at(self.picture.point_near(place))

    def _on_left(self) -> None:
        self._point_at(None)

    def _point_at(self, point: int | None) -> None:
        if point == self._pointed:
            return
        self._pointed = point
        self.setCursor(Qt.CursorShape.ArrowCursor if point is None else Qt.CursorShape.PointingHandCursor)
        if self._panel is None:
            self.point_focused.emit(self._held if point is None else point)


def _blank_words() -> str:
    return translate("Plate", "This picture cannot be shown, because a file of the atlas is damaged.")
