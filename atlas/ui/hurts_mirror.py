"""Brings the widgets of "Where it hurts" up to a state: the ink at once, the answer a moment later."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from PySide6.QtCore import QObject, QTimer

from atlas.content.catalog import FileCatalog
from atlas.content.dermatomes import read_dermatomes
from atlas.content.guide import FileGuide
from atlas.domain.comparing import added_percent, difference, telling_points, whole_painting, without
from atlas.domain.dermatomes import Dermatome, paint_dermatome
from atlas.domain.drawing import areas, extent, overlap
from atlas.domain.hurting import Compared, Hurting
from atlas.domain.matching import DrawnPlaces, Match, PatternIndex, places_of
from atlas.domain.pattern import Pattern
from atlas.domain.state import AtlasState
from atlas.domain.surface import Painting, Side
from atlas.render.ink import LAID_OVER, ROOT, Ink
from atlas.ui import hurt_words
from atlas.ui.answers import Answers
from atlas.ui.article import Block
from atlas.ui.brush_bar import BrushBar, StepButtons
from atlas.ui.legend import LegendRow
from atlas.ui.pain_words import PainWords
from atlas.ui.painting_sheet import LaidOver, PaintingSheet
from atlas.ui.words import translate

_ANSWER_AFTER_MS = 80  # not at every move of a finger
_ROWS = 24


class HurtsMirror(QObject):
    """`side` is the patient's side that words are meant for."""

    def __init__(
        self,
        parent: QObject,
        catalog: FileCatalog,
        widgets: tuple[PaintingSheet, BrushBar, StepButtons, PainWords, Answers],
        start: AtlasState,
    ) -> None:
        super().__init__(parent)
        self.catalog = catalog
        self._sheet, self._bar, self._steps, self._words, self._answers = widgets
        self._state = start
        self.side: Side = "right"
        self._trouble = ""
        self._wholes: dict[Compared, Painting] = {}
        self._later = QTimer(self, singleShot=True, interval=_ANSWER_AFTER_MS)
        self._later.timeout.connect(self.answer)
        self._over: tuple[tuple[Compared, ...], str | None, Side] | None = None
        self.show_state(None, start)

    @cached_property
    def guide(self) -> FileGuide:
        return FileGuide(self.catalog.places, self._state.language, self.catalog)

    @cached_property
    def index(self) -> PatternIndex:
        return PatternIndex(self.catalog.surface, [self.catalog.pattern(m) for m in self.catalog.muscles])

    @cached_property
    def roots(self) -> dict[str, str]:
        return {d.id: d.name for d in self._dermatomes.values()}

    @cached_property
    def _dermatomes(self) -> Mapping[str, Dermatome]:
        return read_dermatomes(self.catalog)[0]

    @property
    def is_behind(self) -> bool:
        """Whether the answer still has to follow the drawing."""
        return self._later.isActive()

    def stop(self) -> None:
        self._later.stop()

    # -- at once -------------------------------------------------------------

    def show_state(self, old: AtlasState | None, new: AtlasState) -> None:
        self._state = new
        hurting = new.hurting
        before = None if old is None else old.hurting
        if before is not None and before is not hurting:
            self._trouble = ""
        self._sheet.show_drawing(hurting.drawing)
        self._sheet.let_through(hurting.tool == "move")
        if before is None or (before.brush, before.tool) != (hurting.brush, hurting.tool):
            self._bar.show_hurting(hurting)
        self._steps.show_hurting(hurting)
        self._show_over(hurting)
        if before is None or _asks_anew(before, hurting):
            self.answer_later()

    def show_side(self, side: Side) -> None:
        self.side = side
        self._words.sides.show_choice(side)
        self.answer_later()

    def show_trouble(self, sentence: str) -> None:
        """Why a file could not be opened or saved; it stays until something else is done."""
        self._trouble = sentence
        self.answer()

    def answer_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _show_over(self, hurting: Hurting) -> None:
        key = (hurting.compared, hurting.dermatome, self._side_of_root(hurting))
        if key == self._over:
            return
        self._over = key
        fields = []
        if hurting.dermatome is not None:
            fields.append(LaidOver(ink=ROOT, painting=self.root_painting(hurting.dermatome, key[2])))
        for k, which in enumerate(hurting.compared):
            fields += self._fields(which, LAID_OVER[k], hurt_words.LETTERS[k] if len(hurting.compared) > 1 else "")
        self._sheet.show_over(fields)

    def _fields(self, which: Compared, ink: Ink, letter: str) -> list[LaidOver]:
        surface, pattern = self.catalog.surface, self.catalog.pattern(which.muscle)
        spill = Ink(colour=ink.colour, texture=ink.texture, wash=0.05, line=ink.line * 0.6, dashed=True)
        found = []
        for painting, look in ((pattern.painting("spillover"), spill), (pattern.painting("essential"), ink)):
            sided = painting if which.side == "right" else surface.mirrored(painting)
            found.append(LaidOver(ink=look, painting=sided))
        at = [(f"{letter}{p}", v if which.side == "right" else int(surface.twin[v])) for p, v in pattern.points]
        return [found[0], LaidOver(ink=ink, painting=found[1].painting, points=tuple(at))]

    def root_painting(self, root: str, side: Side) -> Painting:
        right = paint_dermatome(self.catalog.surface, self._dermatomes[root])
        return right if side == "right" else self.catalog.surface.mirrored(right)

    def _side_of_root(self, hurting: Hurting) -> Side:
        return hurting.compared[0].side if hurting.compared else self.side

    # -- the answer ----------------------------------------------------------

    def answer(self) -> None:
        """Ranks the patterns for the drawing as it is now, and says the rest."""
        self._later.stop()
        hurting, surface = self._state.hurting, self.catalog.surface
        painting = _painting(hurting)
        shares = surface.region_shares(painting, self.side) if painting.vertices.size else {}
        self._words.show_ticked(frozenset(r for r, p in shares.items() if p >= 50.0))
        matches = self.index.matches(painting)
        self._show_said(hurting, len(matches))
        drawn, rows = DrawnPlaces(surface, painting), []
        painted = hurt_words.places(drawn.named(0.03), self.catalog.regions, 12)
        self._sheet.setAccessibleDescription(painted or translate("Hurts", "Nothing is painted yet."))
        for match in matches[:_ROWS]:
            found = drawn.split(self._whole(Compared(muscle=match.muscle, side=match.side)))
            muscle = self.catalog.muscles[match.muscle]
            rows.append(hurt_words.row(match, muscle, found, self.catalog.regions, hurting.compared))
        self._answers.show_rows(rows)
        self._show_legend(hurting, painting, {Compared(muscle=m.muscle, side=m.side): m for m in matches})
        self.show_page()

    def show_page(self) -> None:
        """Fills the page that is open; the others are filled when they are opened."""
        if self._answers.page == "compare":
            self._show_comparison(self._state.hurting)
        elif self._answers.page == "figures":
            self._show_figures(self._state.hurting)

    def _show_said(self, hurting: Hurting, found: int) -> None:
        if hurting.is_empty:
            said = translate("Hurts", "Paint on the body with a finger, or say it in words.")
        elif not found:
            said = translate("Hurts", "No published pattern covers what you painted.")
        else:
            said = translate("Hurts", "Published patterns, by how much of the drawing they cover. Tap one to see it.")
        complaint = self.guide.complaints.get(hurting.complaint or "")
        known = self.guide.red_flags
        flags = [known[f].text for f in (complaint.red_flags if complaint else ()) if f in known]
        if flags:
            flags.insert(0, translate("Article", "When to see someone"))
        self._answers.show_said(said, self._trouble or "\n".join(flags))

    def _show_legend(self, hurting: Hurting, painting: Painting, matches: dict[Compared, Match]) -> None:
        surface = self.catalog.surface
        paintings = [self._whole(c) for c in hurting.compared]
        added = added_percent(surface, painting, paintings)
        rows = []
        for k, (which, more) in enumerate(zip(hurting.compared, added, strict=True)):
            match = matches.get(which)
            said = translate("Hurts", "covers {percent}%").format(percent=round(match.covers_percent if match else 0.0))
            if k:
                said += translate("Hurts", ", adds {percent}% to those above").format(percent=round(more))
            name = hurt_words.title_of(self.catalog.muscles[which.muscle], which)
            rows.append(LegendRow(ink=LAID_OVER[k], letter=hurt_words.LETTERS[k], title=name, said=said))
        rest = ""
        if rows and not hurting.is_empty:
            left = without(surface, painting, paintings)
            percent = 100.0 * surface.painted_area(left) / max(surface.painted_area(painting), 1e-6)
            rest = translate("Hurts", "Not in any of them: {percent}%").format(percent=round(percent))
            where = hurt_words.places(places_of(surface, left, 0.15), self.catalog.regions, 2)
            rest += f" ({where})" if percent >= 1.0 and where else ""
        if hurting.dermatome is not None:
            name = translate("Hurts", "Nerve root {root}").format(root=self.roots[hurting.dermatome])
            side = translate("Hurts", self._side_of_root(hurting))
            rows.append(LegendRow(ink=ROOT, letter="", title=f"{name}, {side}", said=translate("Hurts", "dermatome")))
        self._answers.show_legend(rows, rest)

    def _show_comparison(self, hurting: Hurting) -> None:
        surface, catalog = self.catalog.surface, self.catalog
        muscles = [catalog.muscles[c.muscle] for c in hurting.compared]
        patterns: list[Pattern] = [catalog.pattern(c.muscle) for c in hurting.compared]
        found = telling_points(surface, hurting.compared, muscles, patterns) if len(patterns) > 1 else ()
        blocks = hurt_words.telling_blocks(hurting.compared, found, catalog.muscles, catalog.regions)
        if hurting.dermatome is not None:
            root = self.root_painting(hurting.dermatome, self._side_of_root(hurting))
            sources = "; ".join(
                catalog.sources[s].citation for s in self._dermatomes[hurting.dermatome].sources if s in catalog.sources
            )
            name = self.roots[hurting.dermatome]
            pairs = [
                (hurt_words.title_of(m, c), p)
                for m, c, p in zip(muscles, hurting.compared, [self._whole(c) for c in hurting.compared], strict=True)
            ] or ([(translate("Hurts", "the drawing"), _painting(hurting))] if not hurting.is_empty else [])
            for title, painting in pairs:
                two = difference(surface, painting, root)
                blocks += hurt_words.root_blocks(name, title, two, catalog.regions, sources)
            if not pairs:
                blocks += hurt_words.root_blocks(name, None, None, catalog.regions, sources)
        self._answers.show_comparison(blocks, hurting.dermatome)

    def _show_figures(self, hurting: Hurting) -> None:
        surface, drawing = self.catalog.surface, hurting.drawing
        if drawing is None or hurting.is_empty:
            said = translate("Hurts", "Nothing is painted yet.")
            self._answers.show_figures([Block(kind="muted", text=said)])
            return
        painting = drawing.painting
        size = extent(surface, painting)
        marked = places_of(surface, painting, 0.01)
        blocks = hurt_words.figure_blocks(
            surface, drawing, size, areas(surface, painting), marked, self.catalog.regions
        )
        if hurting.other is not None:
            other = hurting.other.painting
            blocks += hurt_words.overlap_blocks(
                overlap(surface, painting, other), size.whole, extent(surface, other).whole
            )
        self._answers.show_figures(blocks)

    def _whole(self, which: Compared) -> Painting:
        if which not in self._wholes:
            pattern = self.catalog.pattern(which.muscle)
            self._wholes[which] = whole_painting(self.catalog.surface, pattern, which.side)
        return self._wholes[which]


def _painting(hurting: Hurting) -> Painting:
    if hurting.drawing is None:
        return Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
    return hurting.drawing.painting


def _asks_anew(old: Hurting, new: Hurting) -> bool:
    watched = ("drawing", "compared", "dermatome", "complaint", "other")
    return any(getattr(old, name) is not getattr(new, name) for name in watched)
