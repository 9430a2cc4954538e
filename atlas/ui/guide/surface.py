"""The mode "Guide": its list and page follow the state, and what is chosen there changes it."""

from __future__ import annotations

from functools import cached_property

from atlas.domain.catalog import Catalog, GuideBook
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.ui.article.blocks import Block
from atlas.ui.guide.guide_article import (
    page_for,
    page_rows,
    problem_blocks,
    problem_page,
    question_blocks,
    question_page,
)
from atlas.ui.guide.page_list import PageList
from atlas.ui.guide.page_view import PageView
from atlas.ui.language.translate import translate
from atlas.ui.surface import Surface
from atlas.ui.window.slots import Frame, Slots


class GuideSurface(Surface):
    """Mode "Guide": the list of pages in the left pane, the page in place of the plate."""

    def __init__(self, store: Store, frame: Frame, catalog: Catalog) -> None:
        super().__init__(frame)
        self._store, self._frame, self._catalog = store, frame, catalog
        self._language = store.state.room.language
        self._shown: str | None = None  # the page that is open
        self.page, self.list = PageView(frame), PageList()
        self.slots = Slots(left=self.list, whole=self.page)
        self.list.show_rows(page_rows(self.guide.questions, self.guide.problem_pages))
        self.list.page_chosen.connect(self._on_page_chosen)
        self.page.muscle_chosen.connect(self._on_muscle_chosen)
        self.page.finder_wanted.connect(frame.toggle_list)
        self.page.new_patient_wanted.connect(frame.new_patient_wanted)

    @cached_property
    def guide(self) -> GuideBook:
        return self._catalog.guide(self._language)

    def page_for(self, muscle: str | None) -> str:
        """The page to open from a muscle."""
        return page_for(muscle, self.guide.problem_pages, self.guide.questions)

    def open_for_muscle(self) -> None:
        """Opens the page on what the chosen muscle is sore for."""
        self._store.read_guide(self.page_for(self._store.state.study.muscle))

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        wanted = new.page or self.page_for(None)
        if new.mode == "guide" and (old.mode != "guide" or wanted != self._shown):
            self._shown = wanted
            self.page.show_page(*self._written(wanted))
            self.list.show_page(wanted)

    def begin_new_patient(self) -> None:
        """No page is the one that was read last."""
        self._shown = None
        self.page.show_page("", ())
        self.list.start_afresh()

    def _on_page_chosen(self, page: str) -> None:
        self._store.read_guide(page)
        self._frame.put_list_away()

    def _on_muscle_chosen(self, muscle: str) -> None:
        self._store.open_muscle(muscle, self._store.state.study.sides)

    def _written(self, wanted: str) -> tuple[str, tuple[Block, ...]]:
        """The title and the blocks of a page."""
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
