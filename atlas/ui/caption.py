"""What is drawn around the picture: the line below it, and the soft end where the picture is cut."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QLinearGradient, QPainter, QPalette

from atlas.ui.fonts import font

_SAMPLES = 48
_FADE = 0.11  # of the picture's shorter side
_PAD = 14.0  # px at either end of the caption


def fits_beside(text: str, width: float, beside: tuple[float, float]) -> bool:
    """Whether a caption has room in a band of a width (px) with something at both of its ends."""
    return QFontMetricsF(font(11)).horizontalAdvance(text) + 2 * _PAD <= width - sum(beside)


def draw_caption(
    painter: QPainter, band: QRectF, text: str, palette: QPalette, *, set_off: bool, beside: tuple[float, float]
) -> None:
    """Writes the caption in the middle of the band, or as near to it as what stands `beside` it (px) leaves room.

    Where it leaves too little, the caption stands above the band, over the foot of the picture.
    """
    if not text:
        return
    face = font(11, strong=set_off)
    metrics = QFontMetricsF(face)
    room = band.adjusted(beside[0], 0, -beside[1], 0)
    above = metrics.horizontalAdvance(text) + 2 * _PAD > room.width()
    if above:
        room = band.translated(0, -band.height())
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 2 * _PAD)
    width = metrics.horizontalAdvance(cut) + 2 * _PAD
    left = min(max(band.center().x() - width / 2, room.left()), room.right() - width)
    place = QRectF(left, room.top(), width, band.height())
    if set_off or above:
        pill = place.adjusted(0, 3, 0, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if set_off else QPalette.ColorRole.Base))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(face)
    painter.setPen(palette.color(QPalette.ColorRole.Text if set_off else QPalette.ColorRole.Dark))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cut)


def draw_in_place(painter: QPainter, field: QRectF, text: str, palette: QPalette, points: float) -> None:
    """Writes what there is to say where a picture would be."""
    painter.setFont(font(points))
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(field.adjusted(2 * _PAD, 0, -2 * _PAD, 0), wrapped, text)


def cut_edges(picture: QImage) -> frozenset[str]:
    """The edges (top, bottom, left, right) at which a picture cuts through the body."""
    width, height = picture.width() - 1, picture.height() - 1
    if width < 1 or height < 1:
        return frozenset()
    lines = {
        "top": [(width * k // _SAMPLES, 1) for k in range(_SAMPLES)],
        "bottom": [(width * k // _SAMPLES, height - 1) for k in range(_SAMPLES)],
        "left": [(1, height * k // _SAMPLES) for k in range(_SAMPLES)],
        "right": [(width - 1, height * k // _SAMPLES) for k in range(_SAMPLES)],
    }
    return frozenset(edge for edge, line in lines.items() if any(picture.pixel(x, y) >> 24 for x, y in line))


def faded(picture: QImage, edges: frozenset[str]) -> QImage:
    """A picture whose cut edges fade away, so that the body goes on beyond them."""
    if not edges:
        return picture
    out = picture.copy()
    width, height = float(out.width()), float(out.height())
    reach = _FADE * min(width, height)
    strips = {
        "top": (QPointF(0, 0), QPointF(0, reach), QRectF(0, 0, width, reach)),
        "left": (QPointF(0, 0), QPointF(reach, 0), QRectF(0, 0, reach, height)),
        "right": (QPointF(width, 0), QPointF(width - reach, 0), QRectF(width - reach, 0, reach, height)),
        "bottom": (QPointF(0, height), QPointF(0, height - reach), QRectF(0, height - reach, width, reach)),
    }
    with QPainter(out) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        for edge in edges:
            start, end, strip = strips[edge]
            shade = QLinearGradient(start, end)
            for place, alpha in ((0.0, 255), (0.45, 110), (1.0, 0)):
                shade.setColorAt(place, QColor(0, 0, 0, alpha))
            painter.fillRect(strip, shade)
    return out
