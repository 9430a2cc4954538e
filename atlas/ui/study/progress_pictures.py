"""Fills the page of progress with what the learner has done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from atlas.domain.catalog import Catalog
from atlas.domain.state import AtlasState
from atlas.domain.study.confusion import Confusion, confused
from atlas.domain.study.known import known_muscles, known_regions
from atlas.domain.study.retention import Retained, answers_by_day, days_in_a_row, retention
from atlas.domain.study.schedule import Schedule
from atlas.render.renderer import Renderer
from atlas.render.study.calendar import draw_calendar
from atlas.render.study.chart_look import ChartLook
from atlas.render.study.confusion_map import draw_confusions
from atlas.render.study.known_body import VIEWS, known_body
from atlas.render.study.retention_curve import draw_retention
from atlas.ui.language.translate import translate
from atlas.ui.study.drill import Drill
from atlas.ui.study.progress_page import ProgressPage

_NAMED = 3  # parts of the body that are named as best known


class ProgressPictures:
    """Drawn when the page is opened, and once more in another look."""

    def __init__(
        self, page: ProgressPage, drill: Drill, schedule: Schedule, catalog: Catalog, pictures: Renderer
    ) -> None:
        self._page, self._drill, self._schedule = page, drill, schedule
        self._catalog, self._pictures = catalog, pictures

    def show(self, state: AtlasState) -> None:
        """All four pictures, for this moment."""
        book = self._drill.book
        if book is None:
            return
        self._show_body(state)
        today = self._drill.now().day
        by_day = answers_by_day(book.answers)
        row = days_in_a_row(by_day, today)
        said = translate("Study", "{days} days in a row; {answers} answers in all, {today} today.").format(
            days=row, answers=len(book.answers), today=by_day.get(today, 0)
        )
        self._page.days.show_chart(partial(_calendar, by_day, book.plan.goal, today, state.room.language), said)
        found = retention(book.answers)
        nothing = translate("Study", "This begins once cards come back after a day or more.")
        self._page.show_nothing_yet(self._page.kept, "" if found else nothing)
        if found:
            count = sum(r.count for r in found)
            right = sum(r.count * r.right for r in found) / count
            predicted = sum(r.count * r.predicted for r in found) / count
            said = translate("Study", "Of {count} answers {right} % were right; {predicted} % were predicted.").format(
                count=count, right=round(100 * right), predicted=round(100 * predicted)
            )
            self._page.kept.show_chart(partial(_retention, found), said)
        muscles = self._catalog.muscles
        pairs = confused(book.answers, muscles)
        nothing = translate("Study", "Nothing was taken for something else so far.")
        self._page.show_nothing_yet(self._page.confused, "" if pairs else nothing)
        if pairs:
            names = {m: muscles[m].name for pair in pairs for m in (pair.one, pair.other)}
            said = "; ".join(f"{names[p.one]} – {names[p.other]}: {p.times}" for p in pairs)
            self._page.confused.show_chart(partial(_confusions, pairs, names), said)

    def _show_body(self, state: AtlasState) -> None:
        book = self._drill.book
        assert book is not None
        muscles = self._catalog.muscles.values()
        known = known_muscles(self._drill.cards, book.memories, self._schedule, self._drill.now().day)
        regions = known_regions(muscles, known)
        look = state.look
        views = [view for view in VIEWS if view in self._catalog.views]
        images = [known_body(self._pictures, self._catalog, regions, look.figure, look.tone, view) for view in views]
        best = sorted(regions, key=lambda region: -regions[region])[:_NAMED]
        said = translate("Study", "{count} muscles begun.").format(count=len(known))
        if best:
            names = "; ".join(self._catalog.regions[r].label for r in best if r in self._catalog.regions)
            said = f"{said} " + translate("Study", "Best known: {}.").format(names)
        if len(images) == len(VIEWS):
            self._page.show_body(images[0], images[1], said)


def _calendar(
    by_day: Mapping[date, int],
    goal: int,
    today: date,
    language: str,
    painter: QPainter,
    room: QRectF,
    look: ChartLook,
) -> None:
    draw_calendar(painter, room, by_day, goal, today, look, language)


def _retention(found: Sequence[Retained], painter: QPainter, room: QRectF, look: ChartLook) -> None:
    draw_retention(painter, room, found, look)


def _confusions(
    pairs: Sequence[Confusion], names: Mapping[str, str], painter: QPainter, room: QRectF, look: ChartLook
) -> None:
    draw_confusions(painter, room, pairs, names, look)
