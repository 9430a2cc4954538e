"""Says what lies over the drawing: the ink of each pattern, its name, and what it adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlas.render.ink import Ink, swatch
from atlas.ui.fonts import font

_LINE = 46
_REST = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    ink: Ink
    letter: str
    title: str
    said: str


class Legend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        self.setVisible(bool(rows))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(200, _LINE * len(self._rows) + (_REST if self._rest else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        strong, plain = font(strong=True), font()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for k, row in enumerate(self._rows):
            top = k * _LINE
            box = QRectF(0, top + 6, 32, 32)
            painter.fillRect(box, palette.color(QPalette.ColorRole.Base))
            painter.drawImage(box, swatch(row.ink, 64))
            room = self.width() - 44
            for text, face, role, y in (
                (f"{row.letter}  {row.title}".strip(), strong, QPalette.ColorRole.Text, top + 2),
                (row.said, plain, QPalette.ColorRole.Dark, top + 22),
            ):
                painter.setFont(face)
                painter.setPen(palette.color(role))
                cut = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRectF(42, y, room, 21), middle, cut)
        if self._rest:
            painter.setFont(plain)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            foot = QRectF(0, self.height() - _REST, self.width(), _REST)
            painter.drawText(foot, Qt.TextFlag.TextWordWrap, self._rest)
        painter.end()
