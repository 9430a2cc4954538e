"""A clear sheet over the plate: shows what is painted on the skin, and says where a stroke paints."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from atlas.domain.body.painting import Floats
from atlas.domain.pain.drawing import Drawing
from atlas.render.body.viewed_skin import ViewedSkin
from atlas.render.pain.ink import InkedPicture
from atlas.render.renderer import Renderer
from atlas.ui.language.translate import translate
from atlas.ui.plate.edge_fade import faded
from atlas.ui.plate.plate_view import PlateView
from atlas.ui.plate.stroke_gestures import StrokeGestures

_SHARPEN_AFTER_MS = 220
_WORTH_SHARPENING = 1.08
_STEP_PX = 6.0  # a fast finger's way is looked up on the skin in steps of this length
_JUMP_MM = 45.0  # farther apart than this the skin does not hang together under the finger


class DrawingSheet(QWidget):
    """Places are lines on the reference body, (m, 3) mm."""

    ROLE = QAccessible.Role.Canvas

    stroke_begun = Signal(object, bool)  # the line, and whether with the rubber end of a pen
    stroke_went_on = Signal(object)
    stroke_ended = Signal()
    stroke_cancelled = Signal()

    def __init__(self, plate: PlateView, skins: Renderer) -> None:
        super().__init__(plate)
        self.setAccessibleName(translate("Hurts", "Drawing of the pain"))
        self._plate, self._skins = plate, skins
        self._shown: tuple[str, str] | None = None  # view and figure
        self._palette = "classic"
        self._skin: ViewedSkin | None = None
        self._drawn: InkedPicture | None = None
        self._drawing: Drawing | None = None
        self._fine = False
        self._at: QPointF | None = None  # where the pointer was last
        self._last: Floats | None = None  # and the skin there
        self._sharpen = QTimer(self, singleShot=True, interval=_SHARPEN_AFTER_MS)
        self._sharpen.timeout.connect(self._on_sharpen)
        gestures = StrokeGestures(self)
        gestures.begun.connect(self._on_begun)
        gestures.moved.connect(self._on_moved)
        gestures.ended.connect(self._on_ended)
        gestures.cancelled.connect(self._on_cancelled)
        gestures.dragged.connect(plate.pan)
        gestures.zoomed.connect(plate.zoom)
        plate.installEventFilter(self)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()

    # -- showing -------------------------------------------------------------

    def show_picture(self, view: str, figure: str, palette: str) -> None:
        """The view that lies under the sheet, and its palette."""
        if (view, figure) != self._shown or palette != self._palette:
            self._shown, self._palette, self._fine = (view, figure), palette, False
            self._ink_anew()

    def show_drawing(self, drawing: Drawing | None) -> None:
        before, self._drawing = self._drawing, drawing
        if drawing is before:
            return
        if self._drawn is None:
            self.update()
        elif drawing is None:
            self._drawn.image.fill(0)
            self.update()
        else:
            self.update(self._in_widget(self._drawn.draw(drawing, before)))

    def let_through(self, through: bool) -> None:
        """Whether gestures reach the plate below."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, through)

    def _ink_anew(self) -> None:
        self._skin = self._drawn = None
        self._sharpen.start()
        self.update()

    def _ink(self) -> None:
        if self._skin is None and self._shown is not None:
            self._skin = self._skins.skin(*self._shown, self._fine)
        skin = self._skin
        if skin is None:
            return
        fading = _fading(*skin.size, self._plate.picture.cut)
        if self._drawn is None:
            self._drawn = InkedPicture(skin, self._palette, fading)
            if self._drawing is not None:
                self._drawn.draw(self._drawing)

    def _on_sharpen(self) -> None:
        if self._drawn is None or self._fine or self.isHidden():
            return
        wide = self._plate.picture.target().width() * self.devicePixelRatioF()
        if self._at is None and wide > self._drawn.image.width() * _WORTH_SHARPENING:
            self._fine = True
            self._ink_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            self._ink()
        if self._drawn is None or self._drawing is None:
            return
        picture = self._plate.picture
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipRect(picture.field)
            painter.drawImage(picture.target(), self._drawn.image)
            picture.paint_lettered(painter)

    def _in_widget(self, part: QRect) -> QRect:
        """Where a part of the inked picture lies, px of the widget, with a px to spare."""
        if part.isEmpty() or self._drawn is None:
            return QRect()
        target, width = self._plate.picture.target(), self._drawn.image.width()
        scale = target.width() / width
        found = QRectF(part.x() * scale, part.y() * scale, part.width() * scale, part.height() * scale)
        return found.translated(target.topLeft()).toAlignedRect().adjusted(-2, -2, 2, 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resize(self._plate.size())
        if event.type() == QEvent.Type.Paint and self.isVisible():
            self._sharpen.start()
        return False

    # -- gestures ------------------------------------------------------------

    def _on_begun(self, place: QPointF, rubber: bool) -> None:
        self._at, self._last = place, self._skin_under(place)
        self.stroke_begun.emit(None if self._last is None else self._last[None], rubber)

    def _on_moved(self, place: QPointF) -> None:
        if self._at is None:
            return
        way = place - self._at
        steps = max(int(float(QPointF.dotProduct(way, way)) ** 0.5 / _STEP_PX), 1)
        line: list[Floats] = [] if self._last is None else [self._last]
        for k in range(1, steps + 1):
            spot = self._skin_under(self._at + way * (k / steps))
            if spot is None or (line and float(np.linalg.norm(spot - line[-1])) > _JUMP_MM):
                self._say(line)
                line = []
            if spot is not None:
                line.append(spot)
        self._say(line)
        self._at, self._last = place, line[-1] if line else None

    def _say(self, line: list[Floats]) -> None:
        if line:
            self.stroke_went_on.emit(np.array(line, np.float32))

    def _on_ended(self) -> None:
        self._at = self._last = None
        self.stroke_ended.emit()
        self._sharpen.start()

    def _on_cancelled(self) -> None:
        self._at = self._last = None
        self.stroke_cancelled.emit()

    def _skin_under(self, place: QPointF) -> Floats | None:
        if self._drawn is None:
            self._ink()
        target = self._plate.picture.target()
        if self._drawn is None or not target.contains(place):
            return None
        scale = self._drawn.image.width() * self._drawn.skin.scale / target.width()
        at = (place - target.topLeft()) * scale
        return self._drawn.skin.position(at.x(), at.y())


def _fading(width: int, height: int, edges: frozenset[str]) -> NDArray[np.uint8] | None:
    """(h, w) how much is left of the ink where the body fades away at the edges of its picture."""
    if not edges:
        return None
    full = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    full.fill(Qt.GlobalColor.white)
    left = faded(full, edges)
    return np.frombuffer(left.constBits(), np.uint8).reshape(height, left.bytesPerLine())[:, 3 : 4 * width : 4].copy()
