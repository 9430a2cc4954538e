"""The blocks of a handout, in their order: pain, warnings, what may help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from atlas.domain.scene import signs_of
from atlas.domain.words.guide import HomeStep
from atlas.domain.words.handout import Handout, Portrait, step_facts
from atlas.render.handout.blocks import (
    BlankLines,
    BoxedText,
    Columns,
    Gap,
    Image,
    InOneLine,
    Lowest,
    PageBlock,
    Rule,
    in_two_columns,
    stacked,
)
from atlas.render.handout.page_text import LEADING, PageInks, PageWords, black_inks, led, pt
from atlas.render.handout.pictures import Key, Pictures
from atlas.render.renderer import Renderer

_LOGO_WIDE, _LOGO_HIGH = 150.0, 42.0  # points at most
BODY = 12.0  # points, at full size


SMALL = 9.0


_SHORT = 9.5  # the short warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How much is put on the pages, and in what size of type (1: 12 points). No warning goes: more are said shortly."""

    scale: float = 1.0
    in_full: int = 3  # warnings, the gravest; the others are said shortly
    steps: int = 4
    own_in_full: bool = True  # what is said of the muscle itself, else with those that are said shortly
    leading: float = LEADING
    reasons: bool = True  # why a sore spot here hurts there
    telling: bool = True  # of several muscles: where they are felt, told besides being named
    pictures: float = 1.0  # of one muscle: how high they may be, 1: as high as they look best beside all the rest
    apart: bool = False  # what may help begins a page


class HandoutBlocks:
    """The blocks of a handout at one size of type."""

    def __init__(self, handout: Handout, plates: Renderer, logo: QImage | None, fit: Fit) -> None:
        self._handout, self._plates, self._logo = handout, plates, logo
        self._body, self.fit = BODY * fit.scale, fit
        self.inks = black_inks() if handout.palette == "print" else PageInks()

    def pain(self) -> Iterator[PageBlock]:
        """Whose pain it is and where: what stands above the warnings as far as there is room, in reading order."""
        handout = self._handout
        if handout.clinic or self._logo is not None:
            yield self._header()
        yield stacked([self._plain(handout.title, size=20.0, strong=True), *self._names()])
        if len(handout.portraits) == 1:
            yield self._single(handout.portraits[0])
        else:
            key = self._key(self.inks.muted)
            yield stacked([Gap(4), key])
            for portrait in handout.portraits:
                yield self._row(portrait)
        if handout.drawn_on:
            yield self._drawing()

    def care(self) -> Iterator[PageBlock]:
        """What may help, and the note: what stands below the warnings."""
        handout = self._handout
        yield from self._help()
        if handout.note:
            yield stacked([Gap(10), self._heading(handout.words.note), *self._paragraphs(handout.note)])

    def room_for_notes(self, room: float, width: float) -> PageBlock | None:
        """Lines for the therapist's hand, where nothing was typed and there is room."""
        if self._handout.note or room < pt(75):
            return None
        lines = BlankLines(colour=self.inks.line, count=min(int((room - pt(40)) // pt(22)), 8))
        return stacked([Gap(12), self._heading(self._handout.words.room_for_notes), lines])

    def small_print(self) -> PageBlock:
        lines = [self._plain(t, size=SMALL, muted=True) for t in self._handout.small_print]
        return stacked([Rule(colour=self.inks.line), Gap(4), *lines])

    def page_number(self, page: int, pages: int) -> PageBlock:
        said = self._handout.words.page.format(page=page, pages=pages)
        return PageWords(text=said, size=SMALL, colour=self.inks.muted, align=Qt.AlignmentFlag.AlignRight)

    # -- parts ---------------------------------------------------------------

    def _header(self) -> PageBlock:
        clinic = self._plain(self._handout.clinic, size=12.0, strong=True) if self._handout.clinic else Gap(0)
        row: PageBlock = clinic
        if self._logo is not None:
            scale = min(_LOGO_WIDE / self._logo.width(), _LOGO_HIGH / self._logo.height())
            wide, high = self._logo.width() * scale, self._logo.height() * scale
            row = Columns(blocks=(clinic, Image(image=self._logo, wide=wide, high=high)), shares=(2, 1))
        return stacked([row, Gap(6), Rule(colour=self.inks.line), Gap(10)])

    def _names(self) -> list[PageBlock]:
        portraits = self._handout.portraits
        return [self._plain(portraits[0].name, muted=True)] if len(portraits) == 1 else []

    def _key(self, colour: QColor, drawn: bool = False) -> Key:
        of = self._handout
        return Key(
            words=of.words,
            palette=of.palette,
            tone=of.tone,
            colour=colour,
            size=10.0,
            drawn=drawn,
            further=signs_of(*(picture.scene for portrait in of.portraits for picture in portrait.pictures)),
        )

    def _single(self, portrait: Portrait) -> PageBlock:
        words = self._handout.words
        key = self._key(self.inks.ink)
        left: list[PageBlock] = [self._pictures(portrait, 290.0 * self.fit.pictures)]
        right: list[PageBlock] = [self._heading(words.where), *self._pattern(portrait)]
        for title, text in ((words.what_it_is, portrait.what_it_is), (words.why_there, portrait.why_there)):
            if text and (self.fit.reasons or title != words.why_there):
                right += [Gap(7), self._heading(title), self._plain(text)]
        share = 0.53 if len(portrait.pictures) > 1 or self.fit.pictures > 1.0 else 0.46
        rows = tuple(  # the key stands below the pictures, or where it takes less room
            Columns(blocks=(stacked(a), stacked(b)), shares=(share, 1.0 - share), gap=18.0)
            for a, b in (([*left, Gap(6), key], right), (left, [*right, Gap(10), key]))
        )
        return stacked([Gap(8), Lowest(rows)])

    def _row(self, portrait: Portrait) -> PageBlock:
        right: list[PageBlock] = [self._plain(portrait.lay_name, size=13.0, strong=True)]
        right += [self._plain(portrait.name, muted=True, size=10.5), Gap(2), *self._pattern(portrait)]
        if portrait.when_to_see_someone:
            own = (self._handout.words.get_help, portrait.when_to_see_someone)
            right += [Gap(2), self._led([own], self.inks.warning)]
        high = 148.0 if self.fit.telling else 104.0
        columns = Columns(blocks=(self._pictures(portrait, high), stacked(right)), shares=(0.4, 0.6), gap=16.0)
        return stacked([Gap(6), Rule(colour=self.inks.line), Gap(8), columns])

    def _pattern(self, portrait: Portrait) -> list[PageBlock]:
        lines: list[PageBlock] = [self._led([pair], self.inks.ink) for pair in portrait.pattern]
        told = portrait.where and (self.fit.telling or len(self._handout.portraits) == 1)
        return [*lines, Gap(2), self._plain(portrait.where)] if told else lines

    def _pictures(self, portrait: Portrait, high: float) -> PageBlock:
        return Pictures(
            pictures=portrait.pictures,
            plates=self._plates,
            words=self._handout.words,
            colour=self.inks.muted,
            high=high,
        )

    def _drawing(self) -> PageBlock:
        handout = self._handout
        pictures = Pictures(
            pictures=handout.drawn_on,
            plates=self._plates,
            words=handout.words,
            colour=self.inks.muted,
            high=150.0 if self.fit.telling else 104.0,
            grey=handout.palette == "print",
        )
        key = self._key(self.inks.ink, drawn=True)
        right = stacked([self._plain(handout.words.drawing, size=13.0, strong=True), Gap(4), key])
        row = Columns(blocks=(pictures, right), shares=(0.4, 0.6), gap=16.0)
        return stacked([Gap(6), Rule(colour=self.inks.line), Gap(8), row])

    def warnings(self) -> PageBlock:
        """All of them, the gravest first; of several muscles each one's own stands beside its pictures."""
        signs, words, ink = self._handout.signs, self._handout.words, self.inks.warning
        alone = len(self._handout.portraits) == 1
        own = [p.when_to_see_someone for p in self._handout.portraits if alone and p.when_to_see_someone]
        gravest, rest = signs.raised[: self.fit.in_full], signs.raised[self.fit.in_full :]
        in_full = [*(flag.text for flag in gravest), *(own if self.fit.own_in_full else ())]
        shortly = [*(() if self.fit.own_in_full else own), *(flag.short for flag in (*rest, *signs.always))]
        lines: list[PageBlock] = [self._words(words.get_help, self._body, ink, strong=True)]
        lines += [self._bullet(self._words(t, self._body, ink), 0.022) for t in in_full]
        if shortly:
            short = [self._bullet(PageWords(text=t, size=_SHORT, colour=ink, leading=1.2), 0.036) for t in shortly]
            more = PageWords(text=words.more_signs, size=_SHORT, colour=ink, strong=True)
            lines += [Gap(3), more, Gap(1), in_two_columns(short)]
        box = BoxedText(block=stacked(lines), fill=self.inks.warning_fill, edge=self.inks.warning_edge)
        return stacked([Gap(10), box])

    def _bullet(self, words: PageWords, share: float) -> PageBlock:
        dot = PageWords(text="•", size=words.size, colour=words.colour, leading=words.leading)
        return Columns(blocks=(dot, words), shares=(share, 1.0 - share), gap=0.0)

    def _help(self) -> Iterator[PageBlock]:
        handout = self._handout
        several = len(handout.portraits) > 1
        said = [(p.lay_name, p.what_may_help) for p in handout.portraits if p.what_may_help]
        own = [self._led([(n if several else "", t)], self.inks.ink) for n, t in said]
        yield stacked([Gap(10), self._heading(handout.words.may_help), *own[:1]])
        yield from (stacked([Gap(3), block]) for block in own[1:])
        steps = handout.steps[: self.fit.steps]
        for k in range(0, len(steps), 2):
            pair = tuple(self._step(k + j + 1, step) for j, step in enumerate(steps[k : k + 2]))
            row = pair[0] if len(pair) == 1 else Columns(blocks=pair, shares=(1, 1), gap=18.0)
            yield stacked([Gap(8), row])

    def _step(self, number: int, step: HomeStep) -> PageBlock:
        lines: list[PageBlock] = [self._plain(f"{number}. {step.title}", strong=True), self._plain(step.how)]
        long, often, *limits = step_facts(step, self._handout.words)
        when = (long, often)
        one_line = self._led(when, self.inks.ink)
        lines += [InOneLine(one_line, stacked([self._led([fact], self.inks.ink) for fact in when]))]
        return stacked([*lines, self._led(limits, self.inks.ink)])

    # -- type ----------------------------------------------------------------

    def _heading(self, text: str) -> PageWords:
        return self._words(text, self._body, self.inks.accent, strong=True)

    def _plain(self, text: str, size: float | None = None, strong: bool = False, muted: bool = False) -> PageWords:
        return self._words(text, size or self._body, self.inks.muted if muted else self.inks.ink, strong)

    def _words(self, text: str, size: float, colour: QColor, strong: bool = False) -> PageWords:
        return PageWords(text=text, size=size, colour=colour, strong=strong, leading=self.fit.leading)

    def _led(self, pairs: Sequence[tuple[str, str]], colour: QColor) -> PageWords:
        return led(pairs, self._body, colour, self.fit.leading)

    def _paragraphs(self, text: str) -> list[PageBlock]:
        return [self._plain(line.strip()) for line in text.splitlines() if line.strip()]
