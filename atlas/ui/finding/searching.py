"""Searches while one types: the first time a moment later, since the search has to be made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from atlas.domain.catalog import Catalog
from atlas.domain.finding.answers import Found
from atlas.domain.finding.residents import Residents
from atlas.domain.state import PlaceList
from atlas.ui.finding.answer_rows import Row, answer_row, found_rows, muscle_row
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.language.translate import translate


class Searching(QObject):
    """One for all that search. `ready`: what was asked for before may be asked for again."""

    ready = Signal()

    def __init__(self, catalog: Catalog, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._catalog, self._language = catalog, language
        self._work: BackgroundWork | None = None
        self._asked: set[str] = set()
        self._residents: Residents | None = None

    @property
    def is_behind(self) -> bool:
        return self._work is not None and self._work.is_busy

    def find(self, query: str) -> Found | None:
        """What a query finds; None while the search is being made: `ready` will say when it is there."""
        if self._catalog.has_finder:
            return self._catalog.finder().find(query, self._language)
        self._ask("search", self._catalog.finder)
        return None

    def senders(self, place: PlaceList) -> tuple[Row, ...] | None:
        """The muscles that send pain to a place, or None while the search is being made."""
        if not self._catalog.has_finder:
            self.find("")
            return None
        muscles, label = self._catalog.muscles, self._catalog.regions[place.region].label
        mainly = translate("Finder", "mainly felt here")
        sometimes = translate("Finder", "sometimes felt here")
        found = self._catalog.finder().senders(place.region)
        title = translate("Finder", "Send pain here: {place}").format(place=label)
        rows = [muscle_row(muscles[m], mainly if most else sometimes, place.side) for m, most in found if m in muscles]
        if not self._catalog.regions[place.region].covered:
            rows.insert(0, Row(title=translate("Finder", "No pattern covers much of it")))
        return (Row(title=title), *rows)

    def residents(self, place: PlaceList) -> tuple[Row, ...] | None:
        """The muscles that lie at a place, or None while that is being found out."""
        if self._residents is None:
            self._ask("residents", self._made_residents)
            return None
        muscles, label = self._catalog.muscles, self._catalog.regions[place.region].label
        title = translate("Finder", "Lie here: {place}").format(place=label)
        return (Row(title=title), *(muscle_row(muscles[m], side=place.side) for m in self._residents.of(place.region)))

    def _made_residents(self) -> Residents:
        catalog = self._catalog
        patterns = {m: catalog.pattern(m) for m in catalog.muscles}
        return Residents(catalog.surface, tuple(catalog.muscles.values()), patterns)

    def _ask(self, what: str, work: Callable[[], object]) -> None:
        if self._work is None:
            self._work = BackgroundWork(self)
            self._work.came.connect(self._on_came)
        if what not in self._asked:
            self._asked.add(what)
            self._work.ask(what, work)

    def rows(self, found: Found) -> tuple[Row, ...]:
        return found_rows(found, self._catalog.finder(), self._language)

    def nearest(self, found: Found) -> tuple[Row, ...]:
        """The nearest things, where nothing fits."""
        finder = self._catalog.finder()
        return tuple(answer_row(near, finder, self._language) for near in found.nearest)

    def stop(self) -> None:
        if self._work is not None:
            self._work.drop()

    def _on_came(self, what: object, made: object) -> None:
        if isinstance(made, Residents):
            self._residents = made
        self.ready.emit()
