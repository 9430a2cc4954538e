"""The drill on its page: question, answer, the next; and what is said when all is done for today."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState
from atlas.domain.study.learner import Note
from atlas.domain.study.schedule import AGAIN, GRADES, Grade
from atlas.domain.study.scoring import Scored
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.study.answering import Answering
from atlas.ui.study.drill import Drill
from atlas.ui.study.question_pane import QuestionPane
from atlas.ui.study.study_view import StudyView


class RestPage(QWidget):
    """A few words in the middle: nothing is to be asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._text = QLabel(), QLabel()
        self._title.setProperty("look", "title")
        self._text.setProperty("look", "reading")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)

    def show_words(self, title: str, text: str) -> None:
        """A title and a paragraph."""
        self._title.setText(title)
        self._text.setText(text)


class Learning(QObject):
    """Connects a drill with the pane of questions, while it is on the page."""

    def __init__(self, drill: Drill, pane: QuestionPane, answering: Answering, view: StudyView) -> None:
        super().__init__(view)
        self.drill, self._pane, self._answering, self._view = drill, pane, answering, view
        self._rest = RestPage()
        self._state = AtlasState()
        self.is_on = False
        drill.changed.connect(self._on_changed)
        drill.not_kept.connect(self._on_not_kept)
        answering.answered.connect(self._on_answered)
        answering.looked_up.connect(self._on_looked_up)
        pane.went_on.connect(self._on_went_on)
        pane.graded.connect(self._on_graded)
        pane.undo_wanted.connect(self.undo)
        pane.reveal.noted.connect(self._on_noted)
        pane.reveal.marked.connect(self._on_marked)

    def begin(self, state: AtlasState) -> None:
        """On the page, with the card that is open, or the next one."""
        self._state, self.is_on = state, True
        if self.drill.question is None:
            self.drill.ask_next()
        else:
            self._on_changed()

    def wait(self) -> None:
        """On the page, before the first question is made."""
        self._rest.show_words(translate("Study", "One moment, please."), "")
        self._view.show_page(self._rest)
        self._view.show_standing("", None, can_undo=False)

    def leave(self) -> None:
        """Another page is shown; the card stays open."""
        self.is_on = False
        self._answering.close()

    def undo(self) -> None:
        """Takes the last answer back."""
        if self.is_on:
            self.drill.undo()

    def follow_look(self, state: AtlasState) -> None:
        """The same in another look."""
        self._state = state
        if self.is_on and self.drill.question is not None:
            if self.drill.scored is None:
                self._answering.follow_look(state.look, state.room)
            else:
                self._on_changed()

    # -- showing ------------------------------------------------------------------

    def _on_changed(self) -> None:
        if not self.is_on or self.drill.book is None:
            return
        question, scored = self.drill.question, self.drill.scored
        if question is None:
            self._show_rest()
        elif scored is None:
            self._answering.begin(question, self._state.look, self._state.room)
            self._view.show_page(self._pane)
            self._view.trouble.show_sentence("")
        else:
            self._answering.show_answer(question, scored, self.drill.given)
            muscle = question.card.about
            known = question.card.kind != "place"
            note = self.drill.book.notes.get(muscle, Note(muscle=muscle)) if known else None
            self._pane.reveal.show_note(note)
            grades = () if scored.grade == AGAIN else GRADES[1:]
            self._pane.reveal.show_grades(grades, scored.grade, must=False)
        self._show_standing()

    def _show_rest(self) -> None:
        if not self.drill.chosen:
            title = translate("Study", "No card fits")
            text = translate("Study", "With these areas and kinds there is nothing to ask. Choose more in the plan.")
        else:
            title = translate("Study", "Done for today")
            text = translate(
                "Study", "What you know is asked again when you are about to forget it. Come back tomorrow."
            )
        self._rest.show_words(title, text)
        self._view.show_page(self._rest)

    def _show_standing(self) -> None:
        book = self.drill.book
        if book is None:
            return
        done, waiting = self.drill.answered_today, self.drill.waiting
        said = translate("Study", "{done} of {goal} today. To come: {due} due, {new} new.").format(
            done=done, goal=book.plan.goal, due=waiting.due + waiting.learning, new=waiting.new
        )
        self._view.show_standing(said, done / max(book.plan.goal, 1), can_undo=bool(book.answers))

    # -- what the learner does ----------------------------------------------------------

    def _on_answered(self, scored: Scored, given: str) -> None:
        if self.is_on:
            self.drill.answer(scored, given)

    def _on_looked_up(self) -> None:
        """Thought, and now looked up: how well it was known, the learner says."""
        question, book = self.drill.question, self.drill.book
        if not self.is_on or question is None or book is None:
            return
        self._answering.show_answer(question, Scored(grade=GRADES[2], score=0.0), "")
        self._pane.reveal.show_words("", self._answering.told(question), "")
        muscle = question.card.about
        self._pane.reveal.show_note(book.notes.get(muscle, Note(muscle=muscle)))
        self._pane.reveal.show_grades(GRADES, GRADES[2], must=True)

    def _on_graded(self, number: int) -> None:
        grade: Grade = next(g for g in GRADES if g == number)
        if not self.is_on:
            return
        if self.drill.scored is None:  # it was looked up
            self.drill.answer(Scored(grade=grade, score=0.0))
        else:
            self.drill.grade(grade)

    def _on_went_on(self) -> None:
        if self.is_on and self.drill.scored is not None:
            self.drill.ask_next()

    def _on_not_kept(self, error: NotSaved) -> None:
        more = translate("Study", "Your answer waits here; go on to try again.")
        self._view.trouble.show_sentence(f"{words_of_not_saved(error)} {more}")

    def _on_noted(self, text: str) -> None:
        self._keep_note(text=text)

    def _on_marked(self, marked: bool) -> None:
        self._keep_note(marked=marked)

    def _keep_note(self, *, text: str | None = None, marked: bool | None = None) -> None:
        question, book = self.drill.question, self.drill.book
        if not self.is_on or question is None or book is None or question.card.kind == "place":
            return
        muscle = question.card.about
        before = book.notes.get(muscle, Note(muscle=muscle))
        note = Note(
            muscle=muscle,
            text=before.text if text is None else text,
            marked=before.marked if marked is None else marked,
        )
        try:
            book.keep_note(note)
        except NotSaved as error:
            self._view.trouble.show_sentence(words_of_not_saved(error))
