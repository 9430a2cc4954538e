"""Says what lies over the drawing: the ink of each pattern, its name, and what it adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from atlas.render.fonts import font
from atlas.render.pain.ink import Ink, swatch

_SWATCH = 32  # px
_BESIDE = _SWATCH + 10
_WRAPPED = Qt.TextFlag.TextWordWrap
_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """One overlay in the legend: its ink, its letter, its name and what a screen reader says."""

    ink: Ink
    letter: str
    title: str
    said: str


class OverlayLegend(QWidget):
    """As high as its words need, however narrow it is and however large its text is."""

    ROLE = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._plain, self._strong = font(), font(strong=True)
        self._rows: tuple[LegendRow, ...] = ()
        self._rest = ""
        self.hide()

    def show_rows(self, rows: Sequence[LegendRow], rest: str) -> None:
        """`rest` says what none of them explains."""
        if (tuple(rows), rest) == (self._rows, self._rest):
            return
        self._rows, self._rest = tuple(rows), rest
        said = [f"{r.letter} {r.title}: {r.said}" for r in rows]
        self.setAccessibleName(". ".join([*said, rest] if rest else said))
        self.updateGeometry()
        self.update()

    @property
    def has_rows(self) -> bool:
        return bool(self._rows)

    def text(self) -> str:
        return self.accessibleName()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, _, _, place in self._lines(width)), default=0) + 4

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 0)

    def _lines(self, width: int) -> Iterator[tuple[str, QFont, QPalette.ColorRole, QRect]]:
        """What is written, how, and where."""
        top = 2
        for row in self._rows:
            began = top
            for text, face, role in (
                (f"{row.letter}  {row.title}".strip(), self._strong, _Role.Text),
                (row.said, self._plain, _Role.Dark),
            ):
                place = _place(text, face, _BESIDE, top, width)
                yield text, face, role, place
                top = place.bottom() + 1
            top = max(top, began + _SWATCH + 4) + 6
        if self._rest:
            yield self._rest, self._plain, _Role.Text, _place(self._rest, self._plain, 0, top, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
            palette, lines = self.palette(), list(self._lines(self.width()))
            for row, (_, _, _, place) in zip(self._rows, lines[::2], strict=False):
                box = QRectF(self._mirrored(QRect(0, place.top() + 4, _SWATCH, _SWATCH)))
                painter.fillRect(box, palette.color(_Role.Base))
                painter.drawImage(box, swatch(row.ink, 2 * _SWATCH))
            for text, face, role, place in lines:
                painter.setFont(face)
                painter.setPen(palette.color(role))
                painter.drawText(self._mirrored(place), _WRAPPED, text)

    def _mirrored(self, place: QRect) -> QRect:
        """The other way round where one writes from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def _place(text: str, face: QFont, left: int, top: int, width: int) -> QRect:
    """The room that a text needs from a corner on, px."""
    room = QRect(left, top, max(width - left, 40), 10_000)
    needed = QFontMetrics(face).boundingRect(room, int(_WRAPPED), text)
    return QRect(left, top, room.width(), needed.height())
