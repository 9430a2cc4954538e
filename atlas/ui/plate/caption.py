"""What is drawn around the picture: the line below it, and the soft end where the picture is cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette

from atlas.render.fonts import font

_PAD = 14.0  # px at either end of the caption


def fits_beside(text: str, width: float, beside: tuple[float, float]) -> bool:
    """Whether a caption has room in a band of a width (px) with something at both of its ends."""
    return QFontMetricsF(font(11)).horizontalAdvance(text) + 2 * _PAD <= width - sum(beside)


def draw_view_caption(
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
