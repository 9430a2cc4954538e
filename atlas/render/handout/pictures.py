"""The pictures of a handout: plates with their sore spots and sides, and the key to what is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from atlas.domain.plate.layout import PanelPlace, Rect, laid_out
from atlas.domain.scene import Scene
from atlas.domain.state import Layer, Sign
from atlas.domain.words.handout import PagePicture
from atlas.domain.words.handout_words import HandoutWords
from atlas.render.handout.page_text import PageWords, pt, type_of
from atlas.render.pain.ink import INKS
from atlas.render.pain.marks import draw_points
from atlas.render.pain.signs import SIGNS, draw_sign
from atlas.render.renderer import Renderer

_DOTS_PER_INCH = 300.0  # more is not seen on paper, and makes a file large
_LABEL = 9.0  # points
_SMALLEST_LABEL = 7.5
_GAP = 10.0
_SIGN_PX = 18.0  # the height at which a sign has its own measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The panels of a plate, or views that are drawn on, as large as `high` points and the width allow."""

    pictures: tuple[PagePicture, ...]
    plates: Renderer
    words: HandoutWords
    colour: QColor
    high: float
    grey: bool = False

    def height(self, width: float) -> float:
        return max(place.caption.y + place.caption.height for place in self._places(width))

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for picture, place in zip(self.pictures, self._places(width), strict=True):
            at, below = (QRectF(x + r.x, y + r.y, r.width, r.height) for r in (place.picture, place.caption))
            self._one(painter, picture, at)
            self._name_sides(painter, picture.scene, below)

    def _places(self, width: float) -> tuple[PanelPlace, ...]:
        """Where each picture goes, and the line or two below it that name its sides; from the top of the block."""
        aspects = [self._aspect(picture) for picture in self.pictures]
        for lines in (1, 2):
            high, label = pt(self.high), lines * pt(_LABEL * 1.4)
            places = laid_out(aspects, width, high + label, caption=label, gap=pt(_GAP))
            if all(self._in_one_line(p.scene, at.caption.width) for p, at in zip(self.pictures, places, strict=True)):
                break
        top = min(place.picture.y for place in places)
        return tuple(PanelPlace(picture=_up(p.picture, top), caption=_up(p.caption, top)) for p in places)

    def _aspect(self, picture: PagePicture) -> float:
        """Width over height."""
        width, height = self.plates.size(picture.scene.view.id, picture.scene.figure)
        left, top, right, bottom = picture.box
        return (right - left) * width / ((bottom - top) * height)

    def _in_one_line(self, scene: Scene, width: float) -> bool:
        """Whether the sides can be named on one line below a picture."""
        metrics = QFontMetricsF(type_of(_LABEL, False))
        left, right = self._labels(scene)
        return metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right) + pt(6 if right else 0) <= width

    def _labels(self, scene: Scene) -> tuple[str, str]:
        return self.words.sides_of_picture(scene.view)

    def _one(self, painter: QPainter, picture: PagePicture, at: QRectF) -> None:
        scene, (left, top, right, bottom) = picture.scene, picture.box
        wide, high = self.plates.size(scene.view.id, scene.figure)
        dots = _DOTS_PER_INCH / pt(72)
        printed = QSize(
            max(min(round(at.width() * dots), round((right - left) * wide)), 1),
            max(min(round(at.height() * dots), round((bottom - top) * high)), 1),
        )
        if scene.drawing is not None:
            drawn = self.plates.image(scene, fine=2 * printed.height() > high)
        else:
            drawn = self.plates.panel(scene, picture.box, printed, fine=True)
        painter.drawImage(at, _on_white(drawn, min(printed.height(), drawn.height()), self.grey))
        places = []
        for mark in scene.points:
            found = self.plates.place_of(scene.view.id, scene.figure, mark.vertex, mark.inside)
            if found is not None:
                x, y = (found[0] / wide - left) / (right - left), (found[1] / high - top) / (bottom - top)
                if 0.0 <= x <= 1.0 and 0.0 <= y <= 1.0:
                    places.append((mark, at.topLeft() + QPointF(x * at.width(), y * at.height())))
        draw_points(painter, places, pt(3.8), numbered=False)  # nothing on the page names them by number

    def _name_sides(self, painter: QPainter, scene: Scene, below: QRectF) -> None:
        """The sides at the picture's edges; on two lines, or smaller, where there is little room."""
        left, right = self._labels(scene)
        metrics = QFontMetricsF(type_of(_LABEL, False))
        longest = max(metrics.horizontalAdvance(text) for text in (left, right))
        painter.setFont(type_of(max(_LABEL * min(below.width() / longest, 1.0), _SMALLEST_LABEL), False))
        painter.setPen(self.colour)
        upright = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute  # no language mirrors the body
        if not right:
            spread = below.adjusted(-pt(_GAP / 2), 0.0, pt(_GAP / 2), 0.0)
            flags = upright | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextWordWrap
            painter.drawText(spread, flags, left)
            return
        second = 0.0 if self._in_one_line(scene, below.width()) else pt(_LABEL * 1.4)
        painter.drawText(below, upright | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, left)
        lower = below.translated(0.0, second)
        painter.drawText(lower, upright | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip, right)


def _up(rect: Rect, by: float) -> Rect:
    return Rect(x=rect.x, y=rect.y - by, width=rect.width, height=rect.height)


def _on_white(plate: QImage, high: int, grey: bool) -> QImage:
    """The plate on paper: without transparency it is stored small and printed everywhere."""
    page = QImage(plate.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    with QPainter(page) as painter:
        painter.drawImage(page.rect(), plate)
    if grey:
        page = page.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    return page.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation) if high < page.height() else page


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What solid, dotted, crossed and fibred mean, in a row that wraps; `drawn` for the patient's own drawing."""

    words: HandoutWords
    palette: str
    tone: str
    colour: QColor
    size: float
    drawn: bool = False
    further: tuple[Sign, ...] = ()  # what else the pictures show

    def height(self, width: float) -> float:
        return self._lay(width)[1]

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for layer, text, at in self._lay(width)[0]:
            sign = QRectF(x + at.x(), y + at.y(), pt(self.size * 1.7), pt(self.size))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if layer is None:
                self._draw_drawn(painter, sign)
            else:
                draw_sign(painter, sign, layer, self.palette, self.tone, sign.height() / _SIGN_PX)
            painter.restore()
            words = PageWords(text=text, size=self.size, colour=self.colour, leading=1.0)
            words.draw(painter, sign.right() + pt(4), sign.top(), width)

    def _lay(self, width: float) -> tuple[list[tuple[Layer | Sign | None, str, QPointF]], float]:
        """What is explained, a layer of the plate or None for the drawing, in which words and where."""
        words = self.words
        shown: list[Layer | Sign] = [*SIGNS, *self.further]
        kinds: list[tuple[Layer | Sign | None, str]] = [(of, words.sign(of)) for of in shown]
        if self.drawn:
            kinds = [(None, words.key_drawn)]
        metrics, step = QFontMetricsF(type_of(self.size, False)), pt(self.size * 1.5)
        out, at = [], QPointF(0, 0)
        for kind, text in kinds:
            wide = pt(self.size * 1.7 + 4 + 12) + metrics.horizontalAdvance(text)
            if at.x() and at.x() + wide - pt(12) > width:
                at = QPointF(0, at.y() + step)
            out.append((kind, text, QPointF(at)))
            at = QPointF(at.x() + wide, at.y())
        return out, at.y() + step

    def _draw_drawn(self, painter: QPainter, sign: QRectF) -> None:
        painter.setPen(QPen(QColor(*INKS[self.palette].drawn[1].colour), pt(1.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(sign, pt(3), pt(3))
        for k in range(1, 6):
            x = sign.left() + sign.width() * k / 6
            painter.drawLine(QPointF(x + pt(1.5), sign.top()), QPointF(x - pt(1.5), sign.bottom()))
