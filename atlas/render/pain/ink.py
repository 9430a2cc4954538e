"""Ink on the skin: the patient's drawing, patterns laid over it, a dermatome. Each has its own hue and its own texture.

Ink is worked out pixel by pixel from the distance to its edge, so that what a brush has changed can be drawn alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import EDGE_MM, Floats
from atlas.domain.pain.drawing import LEVELS, Drawing
from atlas.domain.pain.overlays import OverlayLayer
from atlas.domain.pain.pain_report import MOST_COMPARED
from atlas.render.body.viewed_skin import ViewedSkin
from atlas.render.colours import Rgb, flat_table, over
from atlas.render.pain.numbering import Numbered, placed_labels
from atlas.render.pain.pain_fields import PixelWords

_PERIOD = 11.0  # px of the coarse picture from line to line


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a field looks: `wash` is the opacity 0..1 of its tint, `line` half the breadth of its lines in px."""

    colour: Rgb
    texture: str
    wash: float
    line: float
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The inks that go with one palette of pain."""

    drawn: tuple[Ink, Ink, Ink]  # mild, medium, strong: ever denser, so that they differ without colour
    laid_over: tuple[Ink, Ink, Ink, Ink]
    root: Ink


def _inks(mild: Rgb, strong: Rgb, over: tuple[Rgb, Rgb, Rgb, Rgb], root: Rgb) -> Inks:
    return Inks(
        drawn=(
            Ink(colour=mild, texture="dots", wash=0.14, line=1.5),
            Ink(colour=mild, texture="slash", wash=0.32, line=1.0),
            Ink(colour=strong, texture="cross", wash=0.62, line=1.1),
        ),
        laid_over=(
            Ink(colour=over[0], texture="backslash", wash=0.16, line=1.3),
            Ink(colour=over[1], texture="rows", wash=0.16, line=1.3),
            Ink(colour=over[2], texture="rings", wash=0.16, line=1.5),
            Ink(colour=over[3], texture="columns", wash=0.16, line=1.3),
        ),
        root=Ink(colour=root, texture="none", wash=0.26, line=1.0, dashed=True),
    )


INKS: Mapping[str, Inks] = {
    "classic": _inks(
        (92, 46, 190), (48, 18, 118), ((200, 78, 0), (0, 118, 92), (0, 98, 176), (140, 100, 0)), (70, 80, 92)
    ),
    # Blues and yellows, which the colour-blind tell apart.
    "cividis": _inks(
        (0, 60, 140), (0, 28, 84), ((176, 126, 0), (84, 92, 110), (0, 118, 196), (120, 82, 20)), (70, 80, 92)
    ),
    "print": _inks((30, 30, 30), (0, 0, 0), ((70, 70, 70), (40, 40, 40), (90, 90, 90), (55, 55, 55)), (80, 80, 80)),
}
_PAPER: Rgb = (255, 255, 255)


def ink_of(layer: OverlayLayer, palette: str) -> Ink:
    """The ink of a field that is laid over the body; spillover is fainter than what nearly everyone feels."""
    inks = INKS[palette]
    if layer.inking == "root":
        return inks.root
    ink = inks.laid_over[layer.place]
    return LAID_OVER[layer.inking](ink)


def _full(ink: Ink) -> Ink:
    return ink


def _faint(ink: Ink) -> Ink:
    return replace(ink, wash=0.05, line=ink.line * 0.6, dashed=True)


LAID_OVER: Mapping[Strength, Callable[[Ink], Ink]] = {"essential": _full, "spillover": _faint}
"""How a pattern's ink is thinned for each strength."""


# -- textures ----------------------------------------------------------------


def _lines(along: Floats, period: float, line: float) -> Floats:
    away = np.abs(np.mod(along, period) - period / 2)
    return np.clip(line - away + 0.5, 0.0, 1.0)


def _dots(x: Floats, y: Floats, period: float, radius: float) -> Floats:
    row = np.round(y / period)
    shift = np.mod(row, 2.0) * (period / 2)
    away = np.hypot(np.mod(x - shift + period / 2, period) - period / 2, y - row * period)
    return np.clip(radius - away + 0.5, 0.0, 1.0)


def _rings(x: Floats, y: Floats, period: float, line: float) -> Floats:
    wide = period * 1.25
    return np.asarray(_dots(x, y, wide, line * 2.6) - _dots(x, y, wide, line * 1.2), np.float32)


_SLANT = float(np.sqrt(0.5))
_TEXTURES: Mapping[str, Callable[[Floats, Floats, float, float], Floats]] = {
    "dots": lambda x, y, p, r: _dots(x, y, p * 0.85, r * 1.25),
    "rings": _rings,
    "slash": lambda x, y, p, r: _lines((x + y) * _SLANT, p * 0.8, r),
    "backslash": lambda x, y, p, r: _lines((x - y) * _SLANT, p, r),
    "rows": lambda x, y, p, r: _lines(y, p, r),
    "columns": lambda x, y, p, r: _lines(x, p, r),
    "cross": lambda x, y, p, r: np.maximum(_lines((x + y) * _SLANT, p * 0.8, r), _lines((x - y) * _SLANT, p * 0.8, r)),
    "none": lambda x, y, p, r: np.zeros(x.shape, np.float32),
}


@lru_cache(maxsize=32)
def _table(colour: Rgb, opacity: float) -> PixelWords:
    return flat_table(colour, opacity)


def _inked(ink: Ink, x: Floats, y: Floats, depth: Floats, mm_per_px: float, zoom: float) -> PixelWords:
    """Premultiplied colours of one field at pixels (k,); `depth` in mm inside its edge, `zoom` px per coarse px."""
    px = depth / np.float32(mm_per_px)
    shown = np.clip(px + 0.5, 0.0, 1.0)
    width = 1.1 * zoom
    words = _table(ink.colour, ink.wash)[(shown * 255).astype(np.uint8)]
    texture = _TEXTURES[ink.texture](x, y, _PERIOD * zoom, ink.line * zoom) * shown
    words = over(words, _table(ink.colour, 0.85)[(texture * 255).astype(np.uint8)])
    edge = np.clip(1.0 - np.abs(px + 1.3 * width) / width, 0.0, 1.0)
    outline = np.clip(1.3 - np.abs(px - 0.2 * width) / width, 0.0, 1.0)
    if ink.dashed:
        outline *= np.mod(x + y, 14.0 * zoom) < 9.0 * zoom
    words = over(words, _table(_PAPER, 0.75)[(edge * 255).astype(np.uint8)])
    dark = (ink.colour[0] * 3 // 5, ink.colour[1] * 3 // 5, ink.colour[2] * 3 // 5)
    return over(words, _table(dark, 0.95)[(outline * 255).astype(np.uint8)])


class InkedPicture:
    """A transparent picture of one view with ink on it."""

    def __init__(self, skin: ViewedSkin, palette: str, fading: NDArray[np.uint8] | None = None) -> None:
        """`fading` (h, w) is what is left of the ink where the picture fades away, 0..255."""
        self.skin = skin
        self._palette = palette
        self._fading = fading
        width, height = skin.size
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(0)
        self._zoom = 2.0 / skin.scale

    def lay(self, layer: OverlayLayer) -> None:
        """Adds a field over what is there."""
        ink = ink_of(layer, self._palette)
        dense = layer.painting.dense(len(self.skin.surface.points))
        pixels = self.skin.pixels(dense)
        if pixels is not None:
            depth = _depth(pixels.values(dense))
            words = _inked(ink, _float(pixels.x), _float(pixels.y), depth, self.skin.mm_per_px, self._zoom)
            at = self._words()
            at[pixels.y, pixels.x] = over(at[pixels.y, pixels.x], self._faded(words, pixels.x, pixels.y))

    def draw(self, drawing: Drawing, before: Drawing | None = None) -> QRect:
        """Draws a drawing where there was none, or where it differs from the one `before`; returns the new part, px."""
        changed = drawing.strength > 0.0 if before is None else _differs(drawing, before)
        pixels = self.skin.pixels(drawing.strength, changed)
        if pixels is None:
            return QRect()
        x, y = _float(pixels.x), _float(pixels.y)
        depth = _depth(pixels.values(drawing.strength))
        level = np.round(pixels.values(drawing.level.astype(np.float32))).astype(np.int8)
        deep = pixels.values(drawing.deep.astype(np.float32)) > 0.5
        words = np.zeros(len(x), np.uint32)
        near = depth > -3.0 * self.skin.mm_per_px * self._zoom
        for k, ink in enumerate(INKS[self._palette].drawn):
            for is_deep in (False, True):
                here = np.flatnonzero(near & (level == k) & (deep == is_deep))
                if here.size:
                    own = replace(ink, dashed=is_deep)
                    words[here] = _inked(own, x[here], y[here], depth[here], self.skin.mm_per_px, self._zoom)
        self._words()[pixels.y, pixels.x] = self._faded(words, pixels.x, pixels.y)
        left, top = int(pixels.x.min()), int(pixels.y.min())
        return QRect(left, top, int(pixels.x.max()) - left + 1, int(pixels.y.max()) - top + 1)

    def _faded(self, words: PixelWords, x: NDArray[np.int32], y: NDArray[np.int32]) -> PixelWords:
        if self._fading is None:
            return words
        kept = self._fading[y, x].astype(np.uint32)
        mask = np.uint32(0x00FF00FF)
        odd = ((words & mask) * kept >> 8) & mask
        even = ((words >> 8) & mask) * kept & ~mask
        return np.where(kept == 255, words, odd | even).astype(np.uint32)

    def _words(self) -> PixelWords:
        width, height = self.skin.size
        return np.frombuffer(self.image.bits(), np.uint32).reshape(height, self.image.bytesPerLine() // 4)[:, :width]


def _differs(a: Drawing, b: Drawing) -> NDArray[np.bool_]:
    kinds = (a.level != b.level) | (a.deep != b.deep)
    return np.asarray((a.strength != b.strength) | (kinds & (a.strength > 0.0)))


def _depth(strength: Floats) -> Floats:
    """Strength to mm inside the edge, negative outside; far outside where there is nothing."""
    return np.where(strength > 0.0, (strength - np.float32(0.5)) * np.float32(2.0 * EDGE_MM), np.float32(-99.0))


def _float(numbers: NDArray[np.int32]) -> Floats:
    return numbers.astype(np.float32)


def swatch(ink: Ink, side: int) -> QImage:
    """A square of ink on skin, `side` px, for legends and buttons."""
    y, x = (a.astype(np.float32).ravel() for a in np.mgrid[0:side, 0:side])
    inside = np.minimum.reduce([x, y, side - 1 - x, side - 1 - y]) - 1.0
    skin = np.full(x.shape, 0xFFE5D1C3, np.uint32)
    words = over(skin, _inked(ink, x, y, inside, 1.0, side / 26.0))
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    np.frombuffer(image.bits(), np.uint32).reshape(side, image.bytesPerLine() // 4)[:, :side] = words.reshape(
        side, side
    )
    return image


def draw_lettered_points(painter: QPainter, places: Sequence[tuple[str, QPointF, Rgb]], px: float) -> None:
    """White-edged crosses at places (text, px) with their letters and numbers, in the colour of their pattern."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = painter.font()
    face.setPixelSize(max(int(px * 1.7), 12))
    face.setBold(True)
    painter.setFont(face)
    asked = []
    for text, at, colour in places:
        arm = QPointF(px * 0.7, px * 0.7)
        across = QPointF(arm.x(), -arm.y())
        for width, pen_colour in ((px * 1.0, QColor("white")), (px * 0.45, _dark(colour))):
            painter.setPen(QPen(pen_colour, width))
            painter.drawLine(at - arm, at + arm)
            painter.drawLine(at - across, at + across)
        room = painter.fontMetrics().boundingRect(text).adjusted(-4, -1, 4, 1)
        asked.append(Numbered(at=(at.x(), at.y()), wide=room.width(), high=room.height()))
    for (text, _, colour), label in zip(places, placed_labels(asked, px), strict=True):
        painter.setPen(QPen(_dark(colour), 1.5))
        if label.leader is not None:
            start, end = label.leader
            painter.drawLine(QPointF(*start), QPointF(*end))
        painter.setBrush(QColor("white"))
        box = QRectF(QPointF(*label.box[:2]), QPointF(*label.box[2:]))
        painter.drawRoundedRect(box, 5, 5)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _dark(colour: Rgb) -> QColor:
    return QColor(*(c * 3 // 5 for c in colour))


assert all(len(LEVELS) == len(i.drawn) and len(i.laid_over) == MOST_COMPARED for i in INKS.values())
