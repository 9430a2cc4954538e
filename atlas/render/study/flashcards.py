"""Flashcards to print: eight a page, and backs that lie behind their fronts once the paper is turned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from atlas.domain.study.cards import Card
from atlas.render.fonts import FAMILY
from atlas.render.study.chart_look import on_paper
from atlas.render.study.deck_faces import DeckFaces, TwoFaces
from atlas.render.study.printed import pdf_of

ACROSS, DOWN = 2, 4
EACH = ACROSS * DOWN
_MARGIN, _INSIDE = 24.0, 10.0  # points
_LARGEST, _SMALLEST = 12.0, 6.0  # points of a face's letters


def places(width: float, height: float, *, back: bool) -> list[QRectF]:
    """Where the cards of a page lie, points, in their order; on a back each lies behind its own front.

    Turned on its long edge, what was at the left of the paper is at its right.
    """
    wide, high = (width - 2 * _MARGIN) / ACROSS, (height - 2 * _MARGIN) / DOWN
    out = []
    for k in range(EACH):
        row, column = divmod(k, ACROSS)
        column = ACROSS - 1 - column if back else column
        out.append(QRectF(_MARGIN + column * wide, _MARGIN + row * high, wide, high))
    return out


def flashcards_pdf(
    faces: DeckFaces, cards: Sequence[Card], title: str, said: Callable[[int, int], None], paper: str = "a4"
) -> bytes:
    """Fronts and backs in turn, a sheet for every eight cards; `said` as in `deck_files`."""
    made = [two for card in cards if (two := faces.of(card)) is not None]

    def paint(painter: QPainter, size: QSize, turn: Callable[[], object]) -> None:
        for start in range(0, len(made), EACH):
            sheet = made[start : start + EACH]
            for back in (False, True):
                if start or back:
                    turn()
                on_page = places(size.width(), size.height(), back=back)
                for number, (two, place) in enumerate(zip(sheet, on_page, strict=False), start + 1):
                    _draw(painter, number, two, faces, place, back=back)
            said(min(start + EACH, len(made)), len(made))

    return pdf_of(title, paper, paint)


def _draw(painter: QPainter, number: int, two: TwoFaces, faces: DeckFaces, place: QRectF, *, back: bool) -> None:
    """One side of a card. Its id, which would tell the answer, stands on the back alone; the number finds it again."""
    face = two.back if back else two.front
    look = on_paper()
    painter.setPen(QPen(QColor(190, 190, 190), 0.4, Qt.PenStyle.DashLine))
    painter.drawRect(place)
    room = place.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
    painter.setFont(_font(6.5))
    painter.setPen(look.muted)
    foot = QRectF(room.left(), room.bottom() - 9.0, room.width(), 9.0)
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft), two.kind)
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), f"{two.card.id}  ·  {number}" if back else str(number))
    room.setBottom(foot.top() - 3.0)
    if face.picture is not None:
        words = QRectF(room.left(), room.top(), room.width(), min(room.height() * 0.26, 40.0))
        below = room.adjusted(0.0, words.height() + 3.0, 0.0, 0.0)
        picture = faces.picture(face.picture)
        fitted = QSizeF(picture.size()).scaled(below.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(below.topLeft(), fitted)
        at.moveCenter(below.center())
        painter.drawImage(at, picture)
    else:
        words = room
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    points = _LARGEST + (3.0 if face.picture is None and len(face.text) < 120 else 0.0)
    while points > _SMALLEST:
        painter.setFont(_font(points, bold=not back))
        needed = painter.boundingRect(words, flags, face.text)
        if needed.height() <= words.height() and needed.width() <= words.width():
            break
        points -= 0.5
    painter.setPen(look.ink)
    painter.drawText(words, flags, face.text)


def _font(points: float, *, bold: bool = False) -> QFont:
    """Letters of some points; the painter's unit is a point."""
    font = QFont(FAMILY)
    font.setPixelSize(max(round(points), 1))
    font.setBold(bold)
    return font
