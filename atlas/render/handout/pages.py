"""Lays a handout out on one or two pages: pictures beside the pattern in words, warnings, home care, small print."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QImage, QPageSize, QPainter

from atlas.domain.words.handout import Handout
from atlas.render.handout.blocks import (
    PageBlock,
)
from atlas.render.handout.page_blocks import BODY, SMALL, Fit, HandoutBlocks
from atlas.render.handout.page_text import mm, pt
from atlas.render.renderer import Renderer

_MARGIN_MM = 13.0
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


_SMALLEST = 11.0 / BODY
_SMALL_TYPE = Fit(scale=_SMALLEST, steps=2, in_full=1)
_TIGHT = replace(_SMALL_TYPE, leading=1.2, own_in_full=False)
_FITS = (
    *(Fit(in_full=n) for n in (3, 2, 1)),
    *(Fit(scale=0.96, in_full=n) for n in (2, 1)),
    *(Fit(scale=_SMALLEST, in_full=n) for n in (2, 1)),
    replace(_SMALL_TYPE, in_full=2),
    _SMALL_TYPE,
    replace(_SMALL_TYPE, leading=1.2),
    _TIGHT,
    replace(_TIGHT, pictures=0.9),
    *(replace(_TIGHT, reasons=False, pictures=high) for high in (1.0, 0.92, 0.85, 0.78)),
    replace(_TIGHT, reasons=False, telling=False, pictures=0.78),
)
_ON_TWO = (  # of one muscle: the pain and the warnings on the first, in large, and all that may help on the second
    *(Fit(apart=True, pictures=high) for high in (1.5, 1.3, 1.15, 1.0)),
    *(Fit(apart=True, in_full=n) for n in (2, 1)),
    *(Fit(apart=True, scale=_SMALLEST, in_full=1, pictures=high) for high in (1.0, 0.8, 0.65)),
    Fit(apart=True, scale=_SMALLEST, in_full=1, reasons=False, pictures=0.65),
)

Page = list[tuple[PageBlock, float]]
"""Blocks and where they begin, in units from the top of the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """A handout on its pages, ready to be drawn. Sizes in tenths of a point."""

    handout: Handout
    pages: tuple[Page, ...]
    fit: Fit
    width: float
    height: float

    @property
    def page_size(self) -> QPageSize:
        return QPageSize(_PAPERS[self.handout.paper])

    def draw(self, painter: QPainter, page: int) -> None:
        """Draws one page; the painter's unit is a tenth of a point, from the paper's corner."""
        for block, y in self.pages[page]:
            block.draw(painter, mm(_MARGIN_MM), y, self.width - 2 * mm(_MARGIN_MM))


def lay_out(handout: Handout, plates: Renderer, logo: QImage | None = None) -> Leaflet:
    """The handout on as few pages as it fits in readable type: one for one muscle, two for several.

    Where the warnings leave too little room for what may help, that goes to another page.
    """
    paper = QPageSize(_PAPERS[handout.paper]).sizePoints()
    width, height = pt(paper.width()), pt(paper.height())
    most = 1 if len(handout.portraits) == 1 and not handout.drawn_on else 2
    first = 3 + bool(handout.clinic or logo is not None)  # blocks: what stands at the top, and the first picture
    on_two = [(2, first, fit) for fit in _ON_TWO] if most == 1 else []
    wanted = [(most, 0, fit) for fit in _FITS] + on_two
    for pages, on_first, fit in (*wanted, *((n, 0, fit) for n in (2, 3, 99) for fit in _FITS)):
        blocks = HandoutBlocks(handout, plates, logo, fit)
        found = _Pages(blocks, width, height, numbered=False).pages
        if len(found) > 1:
            found = _Pages(blocks, width, height, numbered=True).pages
        if len(found) <= pages and len(found[0]) >= on_first:
            return Leaflet(handout=handout, pages=tuple(found), fit=fit, width=width, height=height)
    raise AssertionError("a handout fits on some number of pages")


class _Pages:
    """Puts blocks on pages from top to bottom; the small print stands at the foot of the last."""

    def __init__(self, blocks: HandoutBlocks, width: float, height: float, numbered: bool) -> None:
        margin = mm(_MARGIN_MM)
        inner, foot = width - 2 * margin, height - margin + pt(6)
        self.pages: list[Page] = [[]]
        self._top = margin
        self._y, self._bottom = margin, foot - pt(SMALL * 1.6 if numbered else 0.0)
        warnings, bottom = blocks.warnings(), self._bottom
        kept = warnings.height(inner)  # room for them on the first page
        for block in blocks.pain():
            tall = block.height(inner)
            if kept and self._y + tall + kept > bottom:
                self._put(warnings, kept)
                kept = 0.0
            self._put(block, tall)
        if kept:
            self._put(warnings, kept)
        if blocks.fit.apart:
            self._turn()
        for block in blocks.care():
            self._put(block, block.height(inner))
        small = blocks.small_print()
        tall = small.height(inner)
        if self._y + pt(8) + tall > bottom:
            self._turn()
        top = bottom - tall
        notes = blocks.room_for_notes(top - self._y - pt(8), inner)
        if notes is not None:
            self.pages[-1].append((notes, self._y))
        self.pages[-1].append((small, top))
        for k, page in enumerate(self.pages, 1):
            if numbered:
                page.append((blocks.page_number(k, len(self.pages)), bottom))

    def _put(self, block: PageBlock, tall: float) -> None:
        """Below the one before, or at the top of the next page."""
        if self._y + tall > self._bottom and self.pages[-1]:
            self._turn()
        self.pages[-1].append((block, self._y))
        self._y += tall

    def _turn(self) -> None:
        self.pages.append([])
        self._y = self._top
