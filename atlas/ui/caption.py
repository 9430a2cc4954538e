"""What is drawn around the picture: the line below it, and the soft end where the picture is cut."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QLinearGradient, QPainter, QPalette

from atlas.ui.fonts import font

_SAMPLES = 48
_FADE = 0.11  # of the picture's shorter side
_BESIDE = 130.0  # px at either end that belong to the side labels


def draw_caption(painter: QPainter, band: QRectF, text: str, palette: QPalette, *, set_off: bool) -> None:
    """Writes the caption in the middle of the band, between the side labels."""
    if not text:
        return
    face = font(11, strong=set_off)
    metrics = QFontMetricsF(face)
    room = band.width() - 2 * _BESIDE
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 28)
    if set_off:
        width = metrics.horizontalAdvance(cut) + 28
        pill = QRectF(band.center().x() - width / 2, band.top() + 3, width, band.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(face)
    painter.setPen(palette.color(QPalette.ColorRole.Text if set_off else QPalette.ColorRole.Dark))
    painter.drawText(band, Qt.AlignmentFlag.AlignCenter, cut)


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


def fade_edges(painter: QPainter, picture: QRectF, edges: frozenset[str], paper: QColor) -> None:
    """Lets the cut edges of a picture fade into the paper, so that the body goes on beyond them."""
    reach = _FADE * min(picture.width(), picture.height())
    clear = QColor(paper)
    clear.setAlpha(0)
    half = QColor(paper)
    half.setAlpha(110)
    corner, width, height = picture.topLeft(), picture.width(), picture.height()
    strips = {
        "top": (corner, QPointF(0, reach), QRectF(corner, QSizeF(width, reach))),
        "left": (corner, QPointF(reach, 0), QRectF(corner, QSizeF(reach, height))),
        "right": (picture.topRight(), QPointF(-reach, 0), QRectF(picture.right() - reach, corner.y(), reach, height)),
        "bottom": (
            picture.bottomLeft(),
            QPointF(0, -reach),
            QRectF(corner.x(), picture.bottom() - reach, width, reach),
        ),
    }
    for edge in edges:
        start, way, strip = strips[edge]
        shade = QLinearGradient(start, start + way)
        shade.setColorAt(0.0, paper)
        shade.setColorAt(0.45, half)
        shade.setColorAt(1.0, clear)
        painter.fillRect(strip.adjusted(-1, -1, 1, 1), shade)
