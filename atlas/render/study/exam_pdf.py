"""The result of an exam as a page to keep (PDF): how it went, and every miss shown on the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from atlas.render.fonts import FAMILY
from atlas.render.study.chart_look import on_paper, translate

_DPI = 300
_MARGIN, _PICTURE = 48.0, QSizeF(200.0, 146.0)  # points
_GAP = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMiss:
    """A miss in words, and what is right on the body."""

    asked: str
    given: str
    right: str
    picture: QImage | None


def exam_pdf(title: str, learner: str, lines: Sequence[str], misses: Sequence[PrintedMiss], paper: str = "a4") -> bytes:
    """As many pages as the misses need. `lines` stand below the title."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    size = QPageSize(QPageSize.PageSizeId.Letter if paper == "letter" else QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point, QMarginsF())
    writer.setPageLayout(layout)
    whole = size.sizePoints()
    with QPainter(writer) as painter:
        painter.scale(_DPI / 72.0, _DPI / 72.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        y = _head(painter, title, learner, lines, whole.width())
        for miss in misses:
            if y + _PICTURE.height() > whole.height() - _MARGIN:
                writer.newPage()
                y = _MARGIN
            _draw(painter, miss, y, whole.width())
            y += _PICTURE.height() + _GAP
    buffer.close()
    return bytes(data.data())


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(round(points), 1))
    font.setBold(bold)
    return font


def _head(painter: QPainter, title: str, learner: str, lines: Sequence[str], width: float) -> float:
    look, y = on_paper(), _MARGIN
    for text, points, bold in ((learner, 11.0, False), (title, 22.0, True), *((line, 11.0, False) for line in lines)):
        painter.setFont(_font(points, bold=bold))
        painter.setPen(look.ink if bold else look.muted)
        room = QRectF(_MARGIN, y, width - 2 * _MARGIN, 200.0)
        drawn = painter.drawText(room, int(Qt.TextFlag.TextWordWrap), text)
        y += (drawn.height() if drawn is not None else points * 1.3) + 4.0
    return y + _GAP


def _draw(painter: QPainter, miss: PrintedMiss, y: float, width: float) -> None:
    look = on_paper()
    painter.setPen(look.line)
    painter.drawLine(round(_MARGIN), round(y - _GAP / 2), round(width - _MARGIN), round(y - _GAP / 2))
    if miss.picture is not None:
        fitted = QSizeF(miss.picture.size()).scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(_MARGIN, y, fitted.width(), fitted.height())
        painter.drawImage(at, miss.picture)
    x = _MARGIN + _PICTURE.width() + _GAP
    given = miss.given or translate("StudyChart", "Not right.")
    for text, points, bold, ink in (
        (miss.asked, 11.0, True, look.ink),
        (given, 10.0, False, look.muted),
        (miss.right, 11.0, False, look.accent),
    ):
        painter.setFont(_font(points, bold=bold))
        painter.setPen(ink)
        room = QRectF(x, y, width - _MARGIN - x, 120.0)
        needed = painter.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), text)
        y += needed.height() + 5.0
