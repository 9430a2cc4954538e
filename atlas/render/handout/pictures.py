"""The pictures of a handout: plates with their sore spots and sides, and the key to what is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from atlas.domain.scene import Scene
from atlas.domain.state import Layer
from atlas.domain.words.handout_words import HandoutWords
from atlas.render.handout.blocks import Words, pt, type_of
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
class _Place:
    """Where a picture goes, and the strip below it that its label may take."""

    picture: QRectF
    left: float
    wide: float

    def translated(self, x: float, y: float) -> _Place:
        return _Place(picture=self.picture.translated(x, y), left=self.left + x, wide=self.wide)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """One or two plates, in a row or one below the other, as large as `high` points and the width allow."""

    scenes: tuple[Scene, ...]
    plates: Renderer
    words: HandoutWords
    colour: QColor
    high: float
    grey: bool = False

    def height(self, width: float) -> float:
        places = self._places(width)
        return max(p.picture.bottom() for p in places) + max(map(self._label_height, self.scenes, places))

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for scene, place in zip(self.scenes, self._places(width), strict=True):
            self._one(painter, scene, place.translated(x, y))

    def _places(self, width: float) -> list[_Place]:
        """Where each picture goes: beside each other or below, whichever shows them larger."""
        beside, below = self._beside(width), self._below(width)
        area = [min(p.picture.width() * p.picture.height() for p in places) for places in (beside, below)]
        return beside if area[0] >= area[1] else below

    def _beside(self, width: float) -> list[_Place]:
        shapes = self._shapes()
        room = width - pt(_GAP) * (len(shapes) - 1)
        total = sum(s**0.5 for s in shapes)  # neither the slender nor the broad one takes all
        sizes = [self._fitted(s, room * s**0.5 / total, pt(self.high)) for s in shapes]
        wanted = [max(size.width(), self._longest(scene)) for size, scene in zip(sizes, self.scenes, strict=True)]
        squeeze = min(room / sum(wanted), 1.0)
        left = (width - squeeze * sum(wanted) - pt(_GAP) * (len(sizes) - 1)) / 2
        places = []
        for size, slot in zip(sizes, (squeeze * w for w in wanted), strict=True):
            wide = min(size.width(), slot)
            picture = QRectF(left + (slot - wide) / 2, 0, wide, wide / size.width() * size.height())
            places.append(_Place(picture=picture, left=left, wide=slot))
            left += slot + pt(_GAP)
        return places

    def _below(self, width: float) -> list[_Place]:
        shapes = self._shapes()
        label = pt(_LABEL * 1.5 + _GAP)
        high = (pt(self.high) - label * (len(shapes) - 1)) / len(shapes)
        places, top = [], 0.0
        for shape in shapes:
            size = self._fitted(shape, width, high)
            picture = QRectF(QPointF((width - size.width()) / 2, top), size)
            places.append(_Place(picture=picture, left=0.0, wide=width))
            top += size.height() + label
        return places

    def _shapes(self) -> list[float]:
        """Width over height of each picture."""
        return [w / h for w, h in (self.plates.size(s.view.id, s.figure) for s in self.scenes)]

    @staticmethod
    def _fitted(shape: float, width: float, high: float) -> QSizeF:
        return QSizeF(min(width, high * shape), min(width, high * shape) / shape)

    def _longest(self, scene: Scene) -> float:
        metrics = QFontMetricsF(type_of(_LABEL, False))
        return max(metrics.horizontalAdvance(text) for text in self._labels(scene))

    def _label_height(self, scene: Scene, place: _Place) -> float:
        return pt(_LABEL * 1.4) * (2 if self._labels(scene)[1] and not self._in_one_line(scene, place) else 1)

    def _in_one_line(self, scene: Scene, place: _Place) -> bool:
        """Whether both sides can be named on one line below a picture."""
        metrics = QFontMetricsF(type_of(_LABEL, False))
        wide = sum(metrics.horizontalAdvance(text) for text in self._labels(scene)) + pt(6)
        return bool(wide <= place.picture.width())

    def _labels(self, scene: Scene) -> tuple[str, str]:
        return self.words.sides_of_picture(scene.view)

    def _one(self, painter: QPainter, scene: Scene, place: _Place) -> None:
        cell = place.picture
        wide, high = self.plates.size(scene.view.id, scene.figure)
        printed = round(cell.height() / pt(72) * _DOTS_PER_INCH)
        fine = 2 * printed > high
        plate = self.plates.image(scene, fine)
        painter.drawImage(cell, _on_white(plate, min(printed, plate.height()), self.grey))
        places = []
        for mark in scene.points:
            at = self.plates.place_of(scene.view.id, scene.figure, mark.vertex)
            if at is not None:
                places.append((mark, cell.topLeft() + QPointF(*at) * (cell.width() / wide)))
        draw_points(painter, places, pt(3.8), numbered=False)  # nothing on the page names them by number
        self._name_sides(painter, scene, place)

    def _name_sides(self, painter: QPainter, scene: Scene, place: _Place) -> None:
        """The sides at the picture's edges; on two lines, or smaller, where there is little room."""
        left, right = self._labels(scene)
        shrunk = max(_LABEL * min(place.wide / self._longest(scene), 1.0), _SMALLEST_LABEL)
        painter.setFont(type_of(shrunk, False))
        painter.setPen(self.colour)
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute  # no language mirrors the body
        flags = upright | Qt.TextFlag.TextDontClip
        cell, high = place.picture, pt(_LABEL * 1.4)
        if right and self._in_one_line(scene, place):
            line = QRectF(cell.left(), cell.bottom(), cell.width(), high)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | flags, left)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | flags, right)
            return
        line = QRectF(place.left, cell.bottom(), place.wide, high)
        if not right:
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | flags, left)
            return
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | flags, left)
        painter.drawText(line.translated(0, high), Qt.AlignmentFlag.AlignRight | flags, right)


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
            words = Words(text=text, size=self.size, colour=self.colour, leading=1.0)
            words.draw(painter, sign.right() + pt(4), sign.top(), width)

    def _lay(self, width: float) -> tuple[list[tuple[Layer | None, str, QPointF]], float]:
        """What is explained, a layer of the plate or None for the drawing, in which words and where."""
        words = self.words
        kinds: list[tuple[Layer | None, str]] = [(layer, words.sign(layer)) for layer in SIGNS]
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
