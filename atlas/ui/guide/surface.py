"""Brings the guide's list and page up to a state.

What only the guide needs is imported when it is first opened: it would be a tenth of the time to the first window.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState
from atlas.ui.article.blocks import Block
from atlas.ui.language.translate import translate
from atlas.ui.window.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.content.guide import FileGuide
    from atlas.ui.guide.page_list import GuideList
    from atlas.ui.guide.page_view import GuidePage


class GuideSurface(QObject):
    """Reads the guide when it is first wanted."""

    page_chosen = Signal(str)
    muscle_chosen = Signal(str)
    new_patient_wanted = Signal()

    def __init__(self, window: AtlasWindow, catalog: FileCatalog, language: str) -> None:
        super().__init__(window)
        self._window, self._catalog, self._language = window, catalog, language
        self.page: GuidePage | None = None
        self.list: GuideList | None = None

    @cached_property
    def guide(self) -> FileGuide:
        return self._catalog.guide(self._language)

    def page_for(self, muscle: str | None) -> str:
        """The page to open from a muscle."""
        from atlas.ui.guide.guide_article import page_for

        return page_for(muscle, self.guide.problem_pages, self.guide.questions)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        self._window.finder.modes.show_mode(new.mode)
        if new.mode == "guide":
            if old.mode != "guide" or old.page != new.page or self.page is None:
                self._show(new.page or self.page_for(None))
        elif old.mode == "guide" and self.page is not None and self.list is not None:
            self._window.finder.show_instead(None)
            self._window.show_sheet(None)

    def start_afresh(self) -> None:
        """No page is the one that was read last."""
        if self.page is not None and self.list is not None:
            self.page.show_page("", ())
            self.list.start_afresh()

    def _show(self, wanted: str) -> None:
        if self.page is None or self.list is None:
            from atlas.ui.guide.guide_article import guide_rows
            from atlas.ui.guide.page_list import GuideList
            from atlas.ui.guide.page_view import GuidePage

            self.page, self.list = GuidePage(self._window), GuideList()
            self.list.show_rows(guide_rows(self.guide.questions, self.guide.problem_pages))
            self.list.page_chosen.connect(self.page_chosen)
            self.page.muscle_chosen.connect(self.muscle_chosen)
            self.page.finder_wanted.connect(self._window.toggle_finder)
            self.page.new_patient_wanted.connect(self.new_patient_wanted)
        title, blocks = self._page(wanted)
        self.page.show_page(title, blocks)
        self.list.show_page(wanted)
        self._window.finder.show_instead(self.list)
        self._window.show_sheet(self.page)

    def _page(self, wanted: str) -> tuple[str, tuple[Block, ...]]:
        from atlas.ui.guide.guide_article import problem_blocks, problem_page, question_blocks, question_page

        guide, known = self.guide, self._catalog
        for question in guide.questions.values():
            if question_page(question.id) == wanted:
                blocks = question_blocks(question, self._named, known.muscles, known.sources, guide.language)
                return question.question, blocks
        for problem in guide.problem_pages.values():
            if problem_page(problem.id) == wanted:
                flags, language = guide.red_flags, guide.language
                blocks = problem_blocks(problem, flags, self._named, known.muscles, known.sources, language)
                return problem.title, blocks
        said = translate("Guide", "This page of the guide cannot be read.")
        return translate("Guide", "Guide"), (Block(kind="reading", text=said),)

    def _named(self, muscle: str) -> str:
        return self._catalog.name(muscle, self.guide.language).name
