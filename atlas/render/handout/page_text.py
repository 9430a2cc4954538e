"""Text on a page: its ink, its type, its lines; lengths in points and millimeters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QTextLayout,
    QTextOption,
)

_MOST_COUNTS = 2048


_COUNTS: dict[tuple[object, ...], int] = {}


LEADING = 1.28  # from line to line, for a size of 1


UNIT = 10.0  # units a point: fine enough that text is set without hinting, the same on paper and on a screen


PageInk: TypeAlias = Literal["ink", "muted", "accent", "warning"]


def pt(points: float) -> float:
    """Points of 1/72 inch in units of the page."""
    return points * UNIT


def mm(millimetres: float) -> float:
    """Millimetres in units of the page."""
    return pt(millimetres * 72.0 / 25.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInks:
    """The colours of one print: text, rules, and the box of red flags."""

    ink: QColor = field(default_factory=lambda: QColor("#1e2326"))
    muted: QColor = field(default_factory=lambda: QColor("#50585d"))
    accent: QColor = field(default_factory=lambda: QColor("#0f6060"))
    warning: QColor = field(default_factory=lambda: QColor("#573704"))
    warning_edge: QColor = field(default_factory=lambda: QColor("#b86e00"))
    warning_fill: QColor = field(default_factory=lambda: QColor("#fff4e3"))
    line: QColor = field(default_factory=lambda: QColor("#c9cdcf"))

    def of(self, ink: PageInk) -> QColor:
        return {"ink": self.ink, "muted": self.muted, "accent": self.accent, "warning": self.warning}[ink]


def black_inks() -> PageInks:
    """For black-and-white print: nothing is told by colour."""
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    grey = QColor(60, 60, 60)
    return PageInks(
        ink=black, muted=grey, accent=black, warning=black, warning_edge=black, warning_fill=white, line=QColor("#888")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """A paragraph. `size` in points; `strong_at` are (start, length) of what stands in strong type."""

    text: str
    size: float
    colour: QColor
    strong: bool = False
    strong_at: tuple[tuple[int, int], ...] = ()
    leading: float = LEADING
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    def height(self, width: float) -> float:
        family = QGuiApplication.font().family()
        lines = _count_of_lines(self.text, self.size, self.strong, self.strong_at, self.align, width, family)
        return lines * pt(self.size) * self.leading

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.setPen(self.colour)
        layout = _set(self.text, self.size, self.strong, self.strong_at, self.align, width)
        step = pt(self.size) * self.leading
        for k in range(layout.lineCount()):
            line = layout.lineAt(k)
            line.setPosition(QPointF(0.0, step * k + (step - line.height()) / 2.0))
        layout.draw(painter, QPointF(x, y))


def _count_of_lines(
    text: str,
    size: float,
    strong: bool,
    strong_at: tuple[tuple[int, int], ...],
    align: Qt.AlignmentFlag,
    width: float,
    family: str,
) -> int:
    """Counted once: a handout is tried in many arrangements, in which most paragraphs are the same.

    What is kept is no text, for a note must not outlive its patient.
    """
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    key = (digest, size, strong, strong_at, align, width, family)
    count = _COUNTS.get(key)
    if count is None:
        if len(_COUNTS) >= _MOST_COUNTS:
            _COUNTS.clear()
        count = _COUNTS[key] = _set(text, size, strong, strong_at, align, width).lineCount()
    return count


def _set(
    text: str,
    size: float,
    strong: bool,
    strong_at: tuple[tuple[int, int], ...],
    align: Qt.AlignmentFlag,
    width: float,
) -> QTextLayout:
    """A paragraph set in lines of a width, all at the height of the first."""
    layout = QTextLayout(text, type_of(size, strong))
    option = QTextOption(align)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the handout's language is not the window's
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats([_strong(start, length, size) for start, length in strong_at])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def led(pairs: Sequence[tuple[str, str]], size: float, colour: QColor, leading: float = LEADING) -> PageWords:
    """A paragraph of texts, each after its lead in strong type: "How long: 15 minutes. Stop if: it hurts.\""""
    text, strong_at = "", []
    for lead, said in pairs:
        text += "  " if text else ""
        if lead:
            strong_at.append((len(text), len(lead) + 1))
            text += f"{lead}: "
        text += said
    return PageWords(text=text, size=size, colour=colour, strong_at=tuple(strong_at), leading=leading)


def _strong(start: int, length: int, size: float) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format.setFont(type_of(size, True))
    return made


def type_of(size: float, strong: bool) -> QFont:
    """The application's typeface at a size in points."""
    font = QFont(QGuiApplication.font().family())
    font.setPixelSize(round(pt(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
