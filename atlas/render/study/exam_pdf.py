"""The result of an exam as a page to keep (PDF): how it went, and every miss shown on the body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from atlas.render.fonts import FAMILY
from atlas.render.study.chart_look import on_paper, translate
from atlas.render.study.printed import pdf_of

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

    def paint(painter: QPainter, size: QSize, turn: Callable[[], object]) -> None:
        y = _head(painter, title, learner, lines, size.width())
        for miss in misses:
            if y + _PICTURE.height() > size.height() - _MARGIN:
                turn()
                y = _MARGIN
            _draw(painter, miss, y, size.width())
            y += _PICTURE.height() + _GAP

    return pdf_of(title, paper, paint)


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
