"""What pages are made of: blocks that know their height at a width and draw themselves; in tenths of a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import methodcaller
from typing import Literal, Protocol, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
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


class PageBlock(Protocol):
    """A piece of a page."""

    def height(self, width: float) -> float: ...
    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None: ...


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


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room, as high as said."""

    points: float

    def height(self, width: float) -> float:
        return pt(self.points)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        return


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line across the page."""

    colour: QColor
    points: float = 0.7

    def height(self, width: float) -> float:
        return pt(self.points)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.fillRect(QRectF(x, y, width, pt(self.points)), self.colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankLines:
    """Lines to write on by hand."""

    colour: QColor
    count: int = 3
    spacing: float = 22.0

    def height(self, width: float) -> float:
        return pt(self.spacing) * self.count

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.setPen(QPen(self.colour, pt(0.6)))
        for k in range(self.count):
            at = y + pt(self.spacing) * (k + 1)
            painter.drawLine(QPointF(x, at), QPointF(x + width, at))


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other, kept on one page."""

    blocks: tuple[PageBlock, ...]

    def height(self, width: float) -> float:
        return sum(b.height(width) for b in self.blocks)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for block in self.blocks:
            block.draw(painter, x, y, width)
            y += block.height(width)


@dataclass(frozen=True, slots=True)
class InOneLine:
    """A paragraph where it fits on one line, else another block in its place."""

    words: PageWords
    otherwise: PageBlock

    def height(self, width: float) -> float:
        return self._chosen(width).height(width)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        self._chosen(width).draw(painter, x, y, width)

    def _chosen(self, width: float) -> PageBlock:
        fits = self.words.height(width) < 1.5 * pt(self.words.size) * self.words.leading
        return self.words if fits else self.otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Blocks side by side; `shares` of the width, `gap` in points between them."""

    blocks: tuple[PageBlock, ...]
    shares: tuple[float, ...]
    gap: float = 14.0

    def _widths(self, width: float) -> list[float]:
        room = width - pt(self.gap) * (len(self.blocks) - 1)
        return [room * s / sum(self.shares) for s in self.shares]

    def height(self, width: float) -> float:
        return max(b.height(w) for b, w in zip(self.blocks, self._widths(width), strict=True))

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for block, own in zip(self.blocks, self._widths(width), strict=True):
            block.draw(painter, x, y, own)
            x += own + pt(self.gap)


@dataclass(frozen=True, slots=True)
class Lowest:
    """The one of some arrangements of the same that takes the least height, the first where they are alike."""

    blocks: tuple[PageBlock, ...]

    def height(self, width: float) -> float:
        return min(block.height(width) for block in self.blocks)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        min(self.blocks, key=methodcaller("height", width)).draw(painter, x, y, width)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxedText:
    """A block on a ground of its own, with a heavy edge at its left so that it stands out without colour."""

    block: PageBlock
    fill: QColor
    edge: QColor
    inset: float = 10.0

    def height(self, width: float) -> float:
        return self.block.height(width - pt(2 * self.inset + 4)) + pt(2 * self.inset - 4)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        field = QRectF(x, y, width, self.height(width))
        painter.fillRect(field, self.fill)
        painter.setPen(QPen(self.edge, pt(0.8)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(field)
        painter.fillRect(QRectF(x, y, pt(4), field.height()), self.edge)
        self.block.draw(painter, x + pt(self.inset + 4), y + pt(self.inset - 2), width - pt(2 * self.inset + 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of a size in points."""

    image: QImage
    wide: float
    high: float

    def height(self, width: float) -> float:
        return pt(self.high)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        left = x + width - pt(self.wide)
        painter.drawImage(QRectF(left, y, pt(self.wide), pt(self.high)), self.image)


def stacked(blocks: Sequence[PageBlock]) -> Stack:
    """Blocks one below the other."""
    return Stack(tuple(blocks))


def in_two_columns(blocks: Sequence[PageBlock]) -> Lowest:
    """Blocks to be read down the left column and then the right, which together are as low as can be."""
    cuts = [(stacked(blocks[:k]), stacked(blocks[k:])) for k in range(1, len(blocks) + 1)]
    return Lowest(tuple(Columns(blocks=cut, shares=(1, 1)) for cut in cuts))
