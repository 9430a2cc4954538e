"""Lays a handout out on one or two pages: pictures beside the pattern in words, red flags, home care, small print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from atlas.domain.words.guide import HomeStep
from atlas.domain.words.handout import Handout, Portrait, step_facts
from atlas.render.handout.blocks import (
    BlankLines,
    Block,
    Box,
    Columns,
    Gap,
    Image,
    Inks,
    InOneLine,
    Rule,
    Words,
    black_inks,
    led,
    mm,
    pt,
    stacked,
)
from atlas.render.handout.pictures import BodyPlates, Key, Pictures

_BODY = 12.0  # points, at full size
_SMALL = 9.0
_MARGIN_MM = 13.0
_LOGO_WIDE, _LOGO_HIGH = 150.0, 42.0  # points at most
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How much is put on the pages, and in what size of type (1: 12 points). Warnings are no part of it: none goes."""

    scale: float = 1.0
    steps: int = 4
    reasons: bool = True  # why a sore spot here hurts there
    telling: bool = True  # of several muscles: where they are felt, told besides being named
    pictures: float = 1.0  # of one muscle: how high they may be, 1: as high as they look best


_SMALLEST = 11.0 / _BODY
_FITS = (
    Fit(),
    Fit(scale=0.96),
    Fit(scale=_SMALLEST),
    Fit(scale=_SMALLEST, steps=2),
    Fit(scale=_SMALLEST, steps=2, pictures=0.8),
    Fit(scale=_SMALLEST, steps=2, reasons=False),
    Fit(scale=_SMALLEST, steps=2, reasons=False, pictures=0.8),
    Fit(scale=_SMALLEST, steps=2, reasons=False, pictures=0.65),
    Fit(scale=_SMALLEST, steps=2, reasons=False, telling=False),
)
_TOGETHER = (  # of one muscle on two pages: its picture stays below the warnings, on the first one
    *(Fit(scale=scale) for scale in (1.0, 0.96, _SMALLEST)),
    *(Fit(scale=_SMALLEST, pictures=high) for high in (0.8, 0.65)),
    Fit(scale=_SMALLEST, reasons=False, pictures=0.65),
)

Page = list[tuple[Block, float]]
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


def lay_out(handout: Handout, plates: BodyPlates, logo: QImage | None = None) -> Leaflet:
    """The handout on as few pages as it fits in readable type: one for one muscle, two for several.

    Where the warnings leave too little room for what may help, that goes to another page.
    """
    paper = QPageSize(_PAPERS[handout.paper]).sizePoints()
    width, height = pt(paper.width()), pt(paper.height())
    most = 1 if len(handout.portraits) == 1 and not handout.drawn_on else 2
    first = 3 + bool(handout.clinic or logo is not None)  # blocks: what stands at the top, and the first picture
    together = [(2, first, fit) for fit in _TOGETHER] if most == 1 else []
    wanted = [(most, 0, fit) for fit in _FITS] + together
    for pages, on_first, fit in (*wanted, *((n, 0, fit) for n in (2, 3, 99) for fit in _FITS)):
        blocks = _Blocks(handout, plates, logo, fit)
        found = _Pages(blocks, width, height, numbered=False).pages
        if len(found) > 1:
            found = _Pages(blocks, width, height, numbered=True).pages
        if len(found) <= pages and len(found[0]) >= on_first:
            return Leaflet(handout=handout, pages=tuple(found), fit=fit, width=width, height=height)
    raise AssertionError("a handout fits on some number of pages")


class _Blocks:
    """The blocks of a handout at one size of type."""

    def __init__(self, handout: Handout, plates: BodyPlates, logo: QImage | None, fit: Fit) -> None:
        self._handout, self._plates, self._logo = handout, plates, logo
        self._body, self._fit = _BODY * fit.scale, fit
        self.inks = black_inks() if handout.palette == "print" else Inks()

    def blocks(self) -> Iterator[Block]:
        """What cannot be broken over two pages, in reading order."""
        handout = self._handout
        if handout.clinic or self._logo is not None:
            yield self._header()
        yield stacked([self._plain(handout.title, size=20.0, strong=True), *self._names()])
        yield stacked([Gap(8), self._red_flags()])
        if len(handout.portraits) == 1:
            yield self._single(handout.portraits[0])
        else:
            key = Key(words=handout.words, palette=handout.palette, colour=self.inks.muted, size=10.0)
            yield stacked([Gap(4), key])
            for portrait in handout.portraits:
                yield self._row(portrait)
        if handout.drawn_on:
            yield self._drawing()
        yield from self._help()
        if handout.note:
            yield stacked([Gap(10), self._heading(handout.words.note), *self._paragraphs(handout.note)])

    def room_for_notes(self, room: float, width: float) -> Block | None:
        """Lines for the therapist's hand, where nothing was typed and there is room."""
        if self._handout.note or room < pt(75):
            return None
        lines = BlankLines(colour=self.inks.line, count=min(int((room - pt(40)) // pt(22)), 5))
        return stacked([Gap(12), self._heading(self._handout.words.room_for_notes), lines])

    def small_print(self) -> Block:
        lines = [self._plain(t, size=_SMALL, muted=True) for t in self._handout.small_print]
        return stacked([Rule(colour=self.inks.line), Gap(4), *lines])

    def page_number(self, page: int, pages: int) -> Block:
        said = self._handout.words.page.format(page=page, pages=pages)
        return Words(text=said, size=_SMALL, colour=self.inks.muted, align=Qt.AlignmentFlag.AlignRight)

    # -- parts ---------------------------------------------------------------

    def _header(self) -> Block:
        clinic = self._plain(self._handout.clinic, size=12.0, strong=True) if self._handout.clinic else Gap(0)
        row: Block = clinic
        if self._logo is not None:
            scale = min(_LOGO_WIDE / self._logo.width(), _LOGO_HIGH / self._logo.height())
            wide, high = self._logo.width() * scale, self._logo.height() * scale
            row = Columns(blocks=(clinic, Image(image=self._logo, wide=wide, high=high)), shares=(2, 1))
        return stacked([row, Gap(6), Rule(colour=self.inks.line), Gap(10)])

    def _names(self) -> list[Block]:
        portraits = self._handout.portraits
        return [self._plain(portraits[0].name, muted=True)] if len(portraits) == 1 else []

    def _single(self, portrait: Portrait) -> Block:
        words = self._handout.words
        key = Key(words=words, palette=self._handout.palette, colour=self.inks.ink, size=10.0)
        left = stacked([self._pictures(portrait, 290.0 * self._fit.pictures), Gap(6), key])
        right: list[Block] = [self._heading(words.where), *self._pattern(portrait)]
        for title, text in ((words.what_it_is, portrait.what_it_is), (words.why_there, portrait.why_there)):
            if text and (self._fit.reasons or title != words.why_there):
                right += [Gap(7), self._heading(title), self._plain(text)]
        return stacked([Gap(8), Columns(blocks=(left, stacked(right)), shares=(0.44, 0.56), gap=18.0)])

    def _row(self, portrait: Portrait) -> Block:
        right: list[Block] = [self._plain(portrait.lay_name, size=13.0, strong=True)]
        right += [self._plain(portrait.name, muted=True, size=10.5), Gap(2), *self._pattern(portrait)]
        if portrait.when_to_see_someone:
            own = (self._handout.words.get_help, portrait.when_to_see_someone)
            right += [Gap(2), led([own], self._body, self.inks.warning)]
        high = 148.0 if self._fit.telling else 104.0
        columns = Columns(blocks=(self._pictures(portrait, high), stacked(right)), shares=(0.4, 0.6), gap=16.0)
        return stacked([Gap(6), Rule(colour=self.inks.line), Gap(8), columns])

    def _pattern(self, portrait: Portrait) -> list[Block]:
        lines: list[Block] = [led([pair], self._body, self.inks.ink) for pair in portrait.pattern]
        told = portrait.where and (self._fit.telling or len(self._handout.portraits) == 1)
        return [*lines, Gap(2), self._plain(portrait.where)] if told else lines

    def _pictures(self, portrait: Portrait, high: float) -> Block:
        return Pictures(
            scenes=portrait.pictures,
            plates=self._plates,
            words=self._handout.words,
            colour=self.inks.muted,
            high=high,
        )

    def _drawing(self) -> Block:
        handout = self._handout
        pictures = Pictures(
            scenes=handout.drawn_on,
            plates=self._plates,
            words=handout.words,
            colour=self.inks.muted,
            high=150.0 if self._fit.telling else 104.0,
            grey=handout.palette == "print",
        )
        key = Key(words=handout.words, palette=handout.palette, colour=self.inks.ink, size=10.0, drawn=True)
        right = stacked([self._plain(handout.words.drawing, size=13.0, strong=True), Gap(4), key])
        row = Columns(blocks=(pictures, right), shares=(0.4, 0.6), gap=16.0)
        return stacked([Gap(6), Rule(colour=self.inks.line), Gap(8), row])

    def _red_flags(self) -> Block:
        """All warnings, the gravest first; of several muscles each one's own stands beside its pictures."""
        handout, words = self._handout, self._handout.words
        warning = self.inks.warning
        lines: list[Block] = [Words(text=words.get_help, size=self._body, colour=warning, strong=True)]
        lines += [self._bullet(Words(text=t, size=self._body, colour=warning)) for t in handout.red_flags]
        if len(handout.portraits) == 1 and handout.portraits[0].when_to_see_someone:
            own = Words(text=handout.portraits[0].when_to_see_someone, size=self._body, colour=warning)
            lines += [Gap(3), own]
        return Box(block=stacked(lines), fill=self.inks.warning_fill, edge=self.inks.warning_edge)

    def _bullet(self, words: Words) -> Block:
        dot = Words(text="•", size=words.size, colour=words.colour)
        return Columns(blocks=(dot, words), shares=(0.022, 0.978), gap=0.0)

    def _help(self) -> Iterator[Block]:
        handout = self._handout
        several = len(handout.portraits) > 1
        said = [(p.lay_name, p.what_may_help) for p in handout.portraits if p.what_may_help]
        own = [led([(n if several else "", t)], self._body, self.inks.ink) for n, t in said]
        yield stacked([Gap(10), self._heading(handout.words.may_help), *own[:1]])
        yield from (stacked([Gap(3), block]) for block in own[1:])
        steps = handout.steps[: self._fit.steps]
        for k in range(0, len(steps), 2):
            pair = tuple(self._step(k + j + 1, step) for j, step in enumerate(steps[k : k + 2]))
            row = pair[0] if len(pair) == 1 else Columns(blocks=pair, shares=(1, 1), gap=18.0)
            yield stacked([Gap(8), row])

    def _step(self, number: int, step: HomeStep) -> Block:
        lines: list[Block] = [self._plain(f"{number}. {step.title}", strong=True), self._plain(step.how)]
        *when, stop = step_facts(step, self._handout.words)
        one_line = led(when, self._body, self.inks.ink)
        lines += [InOneLine(one_line, stacked([led([fact], self._body, self.inks.ink) for fact in when]))]
        return stacked([*lines, led([stop], self._body, self.inks.ink)])

    # -- type ----------------------------------------------------------------

    def _heading(self, text: str) -> Words:
        return Words(text=text, size=self._body, colour=self.inks.accent, strong=True)

    def _plain(self, text: str, size: float | None = None, strong: bool = False, muted: bool = False) -> Words:
        colour = self.inks.muted if muted else self.inks.ink
        return Words(text=text, size=size or self._body, colour=colour, strong=strong)

    def _paragraphs(self, text: str) -> list[Block]:
        return [self._plain(line.strip()) for line in text.splitlines() if line.strip()]


class _Pages:
    """Puts blocks on pages from top to bottom; the small print stands at the foot of the last."""

    def __init__(self, blocks: _Blocks, width: float, height: float, numbered: bool) -> None:
        margin = mm(_MARGIN_MM)
        inner, foot = width - 2 * margin, height - margin + pt(6)
        self.pages: list[Page] = [[]]
        y, bottom = margin, foot - pt(_SMALL * 1.6 if numbered else 0.0)
        for block in blocks.blocks():
            tall = block.height(inner)
            if y + tall > bottom and self.pages[-1]:
                self.pages.append([])
                y = margin
            self.pages[-1].append((block, y))
            y += tall
        small = blocks.small_print()
        tall = small.height(inner)
        if y + pt(8) + tall > bottom:
            self.pages.append([])
            y = margin
        top = bottom - tall
        notes = blocks.room_for_notes(top - y - pt(8), inner)
        if notes is not None:
            self.pages[-1].append((notes, y))
        self.pages[-1].append((small, top))
        for k, page in enumerate(self.pages, 1):
            if numbered:
                page.append((blocks.page_number(k, len(self.pages)), bottom))
