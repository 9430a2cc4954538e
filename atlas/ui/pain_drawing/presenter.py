"""Brings the widgets of "Where it hurts" up to a state: the ink at once, the answer a moment later."""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from atlas.domain.body.places import DrawnPlaces, places_of
from atlas.domain.catalog import Catalog, GuideBook
from atlas.domain.finding.ranking import Likely
from atlas.domain.pain.drawing_measures import covers_most, parts
from atlas.domain.pain.matching import Match, PatternIndex
from atlas.domain.pain.pain_report import Overlay, PainReport, painting_of
from atlas.domain.state import AtlasState
from atlas.domain.words.red_flags import NoRedFlags, Signs
from atlas.render.pain.ink import INKS
from atlas.ui.article.raised_flags import none_could_be_read, signs_of_drawing
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.language.place_names import places
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing import answer_texts
from atlas.ui.pain_drawing.answer_pages import AnswerPages
from atlas.ui.pain_drawing.answer_pane import AnswerPane
from atlas.ui.pain_drawing.brush_bar import BrushBar
from atlas.ui.pain_drawing.history_buttons import HistoryButtons
from atlas.ui.pain_drawing.pain_finder import PainFinder
from atlas.ui.plate.drawing_sheet import DrawingSheet

_ANSWER_AFTER_MS = 80
_WHILE_PAINTING_MS = 250  # words that change faster cannot be read, and would hold up the finger
_WHILE_REPAINTING_MS = 500
_ROWS = 24


class PainDrawingPresenter(QObject):
    """Brings sheet, tools, words and answer up to the state, the answer a moment after a change."""

    def __init__(
        self,
        parent: QObject,
        catalog: Catalog,
        widgets: tuple[DrawingSheet, BrushBar, HistoryButtons, PainFinder, AnswerPane],
        start: AtlasState,
    ) -> None:
        super().__init__(parent)
        self.catalog = catalog
        self._sheet, self._bar, self._steps, self._words, self._answers = widgets
        self._state = start
        self._trouble = ""
        self._pages = AnswerPages(catalog)
        self._later = QTimer(self, singleShot=True, interval=_ANSWER_AFTER_MS)
        self._later.timeout.connect(self.answer)
        self._repainted = QTimer(self, singleShot=True, interval=_WHILE_REPAINTING_MS)
        self._repainted.timeout.connect(self.answer)
        self._listing_work: BackgroundWork | None = None  # of all patterns, before the first stroke needs them
        self.show_state(None, start)

    @cached_property
    def guide(self) -> GuideBook:
        return self.catalog.guide(self._state.room.language)

    @cached_property
    def index(self) -> PatternIndex:
        catalog = self.catalog
        of_body = {r.id: r.parent for r in catalog.regions.values()}
        likely = Likely(catalog.muscles.values(), catalog.surveys, self.guide.problem_pages.values(), of_body)
        return PatternIndex(catalog.surface, [catalog.pattern(m) for m in catalog.muscles], likely)

    def _list_patterns(self) -> PatternIndex:
        return self.index

    @property
    def is_behind(self) -> bool:
        """Whether the answer still has to follow the drawing."""
        return self._later.isActive()

    def begin_new_patient(self) -> None:
        """Nothing that was said of the patient before stands there until the answer follows."""
        self._trouble = ""
        self._answers.start_afresh()
        self._sheet.setAccessibleDescription("")
        self.answer_later()

    def stop(self) -> None:
        self._later.stop()
        self._repainted.stop()
        if self._listing_work is not None:
            self._listing_work.drop()

    # -- at once -------------------------------------------------------------

    def show_state(self, old: AtlasState | None, new: AtlasState) -> None:
        self._state = new
        report = new.report
        before = None if old is None else old.report
        if before is not None and before is not report:
            self._trouble = ""
        self._sheet.show_drawing(report.drawing)
        self._sheet.let_through(report.tool == "move")
        self._bar.show_palette(new.look.palette)
        if before is None or (before.brush, before.tool) != (report.brush, report.tool):
            self._bar.show_report(report)
        self._steps.show_report(report)
        self._words.show_report(report)
        self._answers.file_bar.show_label(report.label)
        self._answers.filters.show_filter(new.study.filters)
        anew = old is None or old.look.palette != new.look.palette or old.study.filters != new.study.filters
        if anew or old is None or _asks_anew(old.report, report):
            self.answer_later()

    def show_trouble(self, sentence: str) -> None:
        """Why a file could not be opened or saved; it stays until something else is done."""
        self._trouble = sentence
        self.answer()

    def follow_stroke(self, going_on: bool) -> None:
        """While a stroke goes on the answer follows at a distance, and at its end at once."""
        self._later.setInterval(_WHILE_PAINTING_MS if going_on else _ANSWER_AFTER_MS)

    def answer_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    # -- the answer ----------------------------------------------------------

    def answer(self) -> None:
        """Ranks the patterns for the drawing as it is now, warns of what may lie behind it, and says the rest."""
        self._later.stop()
        report, surface, regions = self._state.report, self.catalog.surface, self.catalog.regions
        painting, inks = painting_of(report), INKS[self._state.look.palette]
        shares = surface.region_shares(painting, report.side) if painting.vertices.size else {}
        self._words.show_ticked(frozenset(r for r, p in shares.items() if p >= 50.0))
        repainting = self.catalog.repainting
        repainting.begin()
        if repainting.is_done and self._listing_work is None:
            self._listing_work = BackgroundWork(self)
            self._listing_work.ask(None, self._list_patterns)
        pains = parts(surface, painting) if painting.vertices.size else ()
        names = [places(places_of(surface, pain, 0.2), regions, 1) for pain in pains] if len(pains) > 1 else []
        self._answers.show_pains(names)
        asked = pains[self._answers.pain] if self._answers.pain is not None else painting
        found = self.index.matches(asked) if repainting.is_done and asked.vertices.size else ()
        found = self._filtered(found)
        matches = {Overlay(muscle=m.muscle, side=m.side): m for m in found}
        self._show_said(report, len(matches))
        drawn, rows = DrawnPlaces(surface, painting), []
        drawn_asked = drawn if asked is painting else DrawnPlaces(surface, asked)
        self._show_flags(report, drawn)
        painted = places(drawn.named(0.03), regions, 12)
        self._sheet.setAccessibleDescription(painted or translate("Hurts", "Nothing is painted yet."))
        for which, match in islice(matches.items(), _ROWS):
            split = drawn_asked.split(self._pages.whole(which))
            muscle = self.catalog.muscles[which.muscle]
            rows.append(answer_texts.row(match, muscle, split, regions, report.overlays, inks))
        self._answers.show_rows(rows)
        self._answers.show_legend(*self._pages.legend(report, inks))
        self.show_page()
        if not repainting.is_done:
            self._repainted.start()

    def _filtered(self, found: tuple[Match, ...]) -> tuple[Match, ...]:
        """Those of some matches that the filters leave."""
        wanted = self._state.study.filters
        if not wanted.count:
            return found
        from atlas.domain.finding.filters import fits, nerves_of  # not needed until someone filters

        nerves = nerves_of(self.catalog.vocabulary) if wanted.nerve else {}
        return tuple(match for match in found if fits(self.catalog.muscles[match.muscle], wanted, nerves))

    def show_page(self) -> None:
        """Fills the page that is open; the others are filled when they are opened."""
        report = self._state.report
        if self._answers.page == "compare":
            self._answers.show_comparison(self._pages.comparison(report), report.dermatome)
        elif self._answers.page == "figures":
            self._answers.show_figures(self._pages.figures(report), report.label)

    def _show_said(self, report: PainReport, found: int) -> None:
        repainting = self.catalog.repainting
        if not repainting.is_done:
            said = translate(
                "Hurts", "The patterns are painted anew, because their file is damaged: {done} of {whole}."
            )
            said = said.format(done=repainting.done, whole=repainting.whole)
        elif report.is_empty:
            said = translate("Hurts", "Paint on the body with a finger, or say it in words.")
        elif not found:
            said = translate("Hurts", "No published pattern covers what you painted.")
        elif covers_most(self.catalog.surface, painting_of(report)):
            said = translate(
                "Hurts", "Most of the body is painted, so no pattern covers much: show where it hurts most."
            )
        else:
            said = translate(
                "Hurts",
                "Patterns by how much of the drawing they cover. Where pain is only sometimes felt counts half. "
                "Tap one to see it.",
            )
        self._answers.show_said(said)

    def _show_flags(self, report: PainReport, drawn: DrawnPlaces) -> None:
        """The red flags of what is painted; beside them, never in their place, why something could not be done."""
        signs = Signs()
        trouble = self._trouble
        try:
            signs = signs_of_drawing(report, drawn.touched(), self.catalog, self.guide)
        except NoRedFlags:  # which file is to blame stands in the notice
            trouble = "\n".join(filter(None, (none_could_be_read(), trouble)))
        self._answers.show_flags(signs)
        self._answers.show_trouble(trouble)


def _asks_anew(old: PainReport, new: PainReport) -> bool:
    return any(before is not now for before, now in zip(old.said, new.said, strict=True))
