"""What pages are made of: blocks that know their height at a width and draw themselves; in tenths of a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import methodcaller
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
)

from atlas.render.handout.page_text import PageWords, pt


class PageBlock(Protocol):
    """A piece of a page."""

    def height(self, width: float) -> float: ...
    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None: ...


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
