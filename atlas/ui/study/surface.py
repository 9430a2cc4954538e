"""The mode "Study": its pages, and the learner who is in them. Nothing of a learner is in the state of the atlas."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from atlas.domain.catalog import Catalog
from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.domain.study.keeping import LearnerBook, Learners
from atlas.domain.study.learner import Plan
from atlas.domain.study.question import Asking
from atlas.domain.study.schedule import Schedule
from atlas.render.renderer import Renderer
from atlas.ui.finding.searching import Searching
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.kit.file_dialogs import ask_to_save
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.study.answering import Answering
from atlas.ui.study.deck_page import DeckPage, DeckWriter
from atlas.ui.study.drill import Drill
from atlas.ui.study.exam_page import ExamPage
from atlas.ui.study.exam_prints import ExamPrints
from atlas.ui.study.examining import Examining
from atlas.ui.study.learners_page import LearnersPage
from atlas.ui.study.learning import Learning
from atlas.ui.study.notes_page import NotesPage
from atlas.ui.study.page_buttons import PageButtons
from atlas.ui.study.plan_page import PlanPage
from atlas.ui.study.progress_page import ProgressPage
from atlas.ui.study.progress_pictures import ProgressPictures
from atlas.ui.study.question_pane import QuestionPane
from atlas.ui.study.roll import Roll
from atlas.ui.study.study_view import StudyView
from atlas.ui.surface import Surface
from atlas.ui.window.slots import Frame, Slots

SaveTable = Callable[[Path, LearnerBook, Drill], None]
"""Writes a learner's progress as a table. Raises NotSaved."""


class StudySurface(Surface):
    """The list of pages in the left pane, the page in place of the plate."""

    def __init__(
        self,
        store: Store,
        frame: Frame,
        catalog: Catalog,
        pictures: Renderer,
        searching: Searching,
        learners: Learners,
        clock: Callable[[], datetime],
        save_table: SaveTable,
    ) -> None:
        super().__init__(frame)
        self._store, self._frame, self._catalog = store, frame, catalog
        self._save_table = save_table
        language = store.state.room.language
        schedule = Schedule()
        asking = Asking(catalog, language)
        self.view, self.list = StudyView(frame), PageButtons()
        self.slots = Slots(left=self.list, whole=self.view, list_text=translate("Study", "Review"))
        self.pane = QuestionPane(pictures, catalog)
        self.progress, self.exam, self.notes = ProgressPage(), ExamPage(), NotesPage()
        self.plan, self.learners, self.deck = PlanPage(), LearnersPage(), DeckPage()
        self.drill = Drill(catalog, asking, schedule, clock, self)
        answering = Answering(self.pane, catalog, searching, self)
        self.learning = Learning(self.drill, self.pane, answering, self.view)
        self.examining = Examining(
            self.drill, asking, answering, self.pane, self.exam, self.view, catalog, pictures, clock
        )
        self._prints = ExamPrints(frame, self.examining, self.exam)
        self._pictures = ProgressPictures(self.progress, self.drill, schedule, catalog, pictures)
        self._decks = DeckWriter(self.deck, frame, catalog, pictures, language)
        self.roll = Roll(self.learners, learners, frame)
        self._page = "learn"
        self._making = BackgroundWork(self)
        self._making.came.connect(self._on_ready)
        self._is_ready = False
        self._asking = asking
        self._connect()

    def _connect(self) -> None:
        self.view.finder_wanted.connect(self._frame.toggle_list)
        self.view.new_patient_wanted.connect(self._frame.new_patient_wanted)
        self.view.undo_wanted.connect(self.learning.undo)
        self.list.chosen.connect(self._on_page_chosen)
        self.roll.changed.connect(self._on_learner_changed)
        self.roll.reopened.connect(self._on_learner_reopened)
        self.plan.chosen.connect(self._on_plan_chosen)
        self.notes.muscle_chosen.connect(self._on_muscle_chosen)
        self.progress.table_wanted.connect(self._on_table_wanted)

    @property
    def is_behind(self) -> bool:
        return self._making.is_busy or self.examining.is_behind or self._decks.is_busy

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if new.mode != "study":
            if old.mode == "study":
                self._leave()
            return
        if old.mode != "study":
            self._enter()
        elif (old.look, old.room.theme) != (new.look, new.room.theme):
            self.learning.follow_look(new)
            self.examining.follow(new)
            if self._page == "progress":
                self._pictures.show(new)

    def begin_new_patient(self) -> None:
        """No learner is left open, and nothing of one is in any page."""
        self._close()

    def stop(self) -> None:
        self._making.drop()
        self._decks.stop()
        self._close()

    def _close(self) -> None:
        self._leave()
        self.drill.open(None)
        self.roll.close()
        self.examining.forget()
        self.pane.forget()
        for page in (self.progress, self.notes, self.learners):
            page.forget()
        self.view.trouble.show_sentence("")
        self._page = "learn"

    # -- coming and going ---------------------------------------------------------

    def _enter(self) -> None:
        if not self._is_ready and not self._making.is_busy:
            self._making.ask("ready", self._make_ready)
        if self.roll.book is None:
            self.roll.open_only_one()
        self.show_page(self._page if self.roll.book is not None else "learners")

    def _leave(self) -> None:
        self.learning.leave()
        if self.examining.is_on:
            self.examining.forget()

    def _make_ready(self) -> bool:
        self._asking.make_ready()
        return bool(self.drill.cards)

    def _on_ready(self) -> None:
        self._is_ready = True
        self.drill.choose_cards()
        if self._store.state.mode == "study":
            self.show_page(self._page)

    def show_page(self, page: str) -> None:
        """One of `PAGES`."""
        self._leave()
        self._page = page
        self.view.trouble.show_sentence("")
        book, state = self.roll.book, self._store.state
        self.list.show_page(page, "" if book is None else book.name)
        self.examining.follow(state)
        if page == "learn" and book is not None and self._is_ready:
            self.learning.begin(state)
            return
        if (page in ("learn", "progress", "exam") and not self._is_ready) or (book is None and page == "learn"):
            self.learning.wait()
            return
        shown = self._filled(page)
        self.view.show_standing("", None, can_undo=False)
        self.view.show_page(shown)
        shown.setFocus()

    def _filled(self, page: str) -> QWidget:
        book = self.roll.book
        if page == "progress" and book is not None:
            self._pictures.show(self._store.state)
            return self.progress
        if page == "exam":
            if self.examining.result is None:
                self.examining.show_form()
            return self.exam
        if page == "notes" and book is not None:
            muscles = self._catalog.muscles
            self.notes.show_notes([(muscles[n.muscle].name, n) for n in book.notes.values() if n.muscle in muscles])
            return self.notes
        if page == "plan" and book is not None:
            self.plan.show_plan(book.plan)
            return self.plan
        if page == "deck":
            return self.deck
        self.roll.show()
        return self.learners

    # -- what the learner does --------------------------------------------------------

    def _on_page_chosen(self, page: str) -> None:
        self.show_page(page)
        self._frame.put_list_away()

    def _on_learner_changed(self) -> None:
        """Another learner, or none."""
        book = self.roll.book
        self._leave()
        self.examining.forget()
        self.drill.open(book)
        self.show_page("learn" if book is not None else "learners")

    def _on_learner_reopened(self) -> None:
        """The same one, on the same page."""
        book = self.roll.book
        self.drill.open(book)
        self.list.show_page(self._page, "" if book is None else book.name)

    def _on_plan_chosen(self, plan: Plan) -> None:
        if self.roll.book is None:
            return
        try:
            self.roll.book.keep_plan(plan)
        except NotSaved as error:
            self.view.trouble.show_sentence(words_of_not_saved(error))
            return
        self.drill.choose_cards()

    def _on_muscle_chosen(self, muscle: str) -> None:
        self._store.open_muscle(muscle, "right")

    def _on_table_wanted(self) -> None:
        book = self.roll.book
        path = ask_to_save(self._frame, self.progress.save.text(), "progress.csv", "CSV (*.csv)")
        if book is None or path is None:
            return
        try:
            self._save_table(path, book, self.drill)
            self.progress.said.setText(translate("Study", "Saved: {}").format(path.name))
        except NotSaved as error:
            self.view.trouble.show_sentence(words_of_not_saved(error))
