"""An exam while it goes on, and what is shown of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from random import Random

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from atlas.domain.catalog import Catalog
from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState
from atlas.domain.study.cards import card_of
from atlas.domain.study.exam import ExamAnswer, ExamOrder, ExamResult, paper
from atlas.domain.study.question import Asking, Question
from atlas.domain.study.question_scene import answer_scene
from atlas.domain.study.scoring import Scored
from atlas.render.renderer import Renderer
from atlas.render.study.question_words import asked
from atlas.render.study.small_plate import small_plate
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.study.answering import Answering
from atlas.ui.study.drill import Drill
from atlas.ui.study.exam_page import MISS_SIZE, ExamPage, Miss
from atlas.ui.study.question_pane import QuestionPane
from atlas.ui.study.study_view import StudyView

_TICK_MS = 1000
_PAST = 8  # exams that are listed


class Examining(QObject):
    """Asks one question after the other until all are answered or the time is over."""

    over = Signal(object)  # ExamResult

    def __init__(
        self,
        drill: Drill,
        asking: Asking,
        answering: Answering,
        pane: QuestionPane,
        page: ExamPage,
        view: StudyView,
        catalog: Catalog,
        pictures: Renderer,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._drill, self._asking, self._answering, self._pane = drill, asking, answering, pane
        self._page, self._view, self._catalog, self._pictures = page, view, catalog, pictures
        self._clock = clock
        self._state = AtlasState()
        self._order = ExamOrder()
        self._questions: tuple[Question, ...] = ()
        self._answers: list[ExamAnswer] = []
        self._begun = datetime.fromtimestamp(0, UTC)
        self.result: ExamResult | None = None
        self.is_on = False
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._draw = QTimer(self, singleShot=True, interval=0)
        self._draw.timeout.connect(self._on_draw)
        self._undrawn: list[int] = []
        answering.answered.connect(self._on_answered)
        page.wanted.connect(self.begin)
        page.again_wanted.connect(self._on_again)

    @property
    def is_behind(self) -> bool:
        """Whether a picture of a miss is still to come."""
        return self._draw.isActive()

    def follow(self, state: AtlasState) -> None:
        """The look and the room of the moment."""
        self._state = state
        if self.is_on:
            self._answering.follow_look(state.look, state.room)

    def begin(self, order: ExamOrder) -> None:
        """A new exam, by the clock."""
        muscles, areas = self._catalog.muscles, self._drill.areas
        dice = Random(self._clock().timestamp())
        more = replace(order, questions=2 * order.questions)  # some can only be thought about
        cards = paper(self._drill.cards, more, muscles, areas, dice)
        turn = dice.randrange(1_000_000)
        made = (self._asking.question(card, typed=False, turn=turn) for card in cards)
        measured = (question for question in made if question is not None and question.way != "recall")
        self._questions = tuple(islice(measured, order.questions))
        if not self._questions:
            self._page.show_form(translate("Study", "Nothing can be asked of this area."))
            return
        self._order, self._answers, self.result = order, [], None
        self._begun, self.is_on = self._clock().astimezone(UTC), True
        self._tick.start()
        self._view.show_page(self._pane)
        self._ask()

    def break_off(self) -> None:
        """The exam is left, and not kept."""
        self.is_on = False
        self._tick.stop()
        self._draw.stop()
        self._answering.close()

    def forget(self) -> None:
        """Nothing of it is left."""
        self.break_off()
        self._questions, self._answers, self.result = (), [], None
        self._page.show_form()
        self._page.show_past(())

    @property
    def learner(self) -> str:
        """Whose exam it is."""
        return "" if self._drill.book is None else self._drill.book.name

    @property
    def _passed_s(self) -> int:
        """Seconds since it began; a clock that was set back takes none away."""
        return max(round((self._clock().astimezone(UTC) - self._begun).total_seconds()), 0)

    def _ask(self) -> None:
        number = len(self._answers)
        if number == len(self._questions):
            self._finish()
            return
        self._answering.begin(self._questions[number], self._state.look, self._state.room)
        self._show_time()

    def _show_time(self) -> None:
        left = max(self._seconds - self._passed_s, 0)
        said = translate("Study", "Question {number} of {whole}. Time left: {minutes}:{seconds}").format(
            number=len(self._answers) + 1,
            whole=len(self._questions),
            minutes=left // 60,
            seconds=f"{left % 60:02d}",
        )
        self._view.show_standing(said, len(self._answers) / len(self._questions), can_undo=False)

    @property
    def _seconds(self) -> int:
        return self._order.seconds * len(self._questions) // self._order.questions

    def _on_tick(self) -> None:
        if self._passed_s >= self._seconds:
            missing = self._questions[len(self._answers) :]
            self._answers += [ExamAnswer(card=q.card.id, right=False) for q in missing]
            self._finish()
        else:
            self._show_time()

    def _on_answered(self, scored: Scored, given: str) -> None:
        if not self.is_on:
            return
        question = self._questions[len(self._answers)]
        said = tuple(given.split())
        self._answers.append(ExamAnswer(card=question.card.id, right=scored.grade > 1, given=said, score=scored.score))
        self._ask()

    def _finish(self) -> None:
        self.break_off()
        result = ExamResult(
            at=self._begun, seconds=self._passed_s, areas=self._order.areas, answers=tuple(self._answers)
        )
        trouble = ""
        if self._drill.book is not None:
            try:
                self._drill.book.keep_exam(result)
            except NotSaved as error:
                trouble = words_of_not_saved(error)
        self.show(result)
        self._view.trouble.show_sentence(trouble)
        self.over.emit(result)

    # -- afterwards -------------------------------------------------------------------

    def show(self, result: ExamResult) -> None:
        """The page of a result."""
        self.result = result
        self._page.show_result(*self.words_of(result), [self.miss(answer) for answer in result.missed])
        self._view.show_page(self._page)
        self._view.show_standing("", None, can_undo=False)
        self._page.setFocus()
        self._undrawn = list(range(len(result.missed)))
        self._draw.start()

    def words_of(self, result: ExamResult) -> tuple[str, str]:
        """A result's title, and what more there is to say."""
        title = translate("Study", "{right} of {whole} right ({percent} %)").format(
            right=result.right, whole=len(result.answers), percent=round(100 * result.share)
        )
        took = translate("Study", "Time taken: {minutes}:{seconds}").format(
            minutes=result.seconds // 60, seconds=f"{result.seconds % 60:02d}"
        )
        if not result.missed:
            return title, f"{took}. " + translate("Study", "Nothing was missed.")
        return title, f"{took}. " + translate("Study", "What was missed:")

    def miss(self, answer: ExamAnswer) -> Miss:
        """A missed question in words."""
        question, muscles = self._question_of(answer), self._catalog.muscles
        if question is None:
            return Miss(asked=answer.card, given="", right="")
        said = [muscles[m].name for m in answer.given if m in muscles]
        if not answer.given and answer.score is None:
            given = translate("Study", "Not answered.")
        else:
            given = translate("Study", "You said: {}.").format("; ".join(said)) if said else ""
        return Miss(asked=asked(question, self._catalog), given=given, right=self._answering.told(question))

    def picture(self, answer: ExamAnswer, size: QSize, points: float = 7.0) -> QImage | None:
        """What is right, on the body; None where the atlas does not know the card any more."""
        question = self._question_of(answer)
        if question is None:
            return None
        scene = answer_scene(question, self._catalog, self._state.look, self._state.room)
        return small_plate(self._pictures, self._catalog, scene, size, points=points, most=2)

    def _question_of(self, answer: ExamAnswer) -> Question | None:
        own = next((q for q in self._questions if q.card.id == answer.card), None)
        if own is not None:
            return own
        card = card_of(answer.card)
        return None if card is None else self._asking.question(card, typed=False, turn=0)

    def _on_draw(self) -> None:
        """One picture at a time, so that the page answers meanwhile."""
        if self.result is None or not self._undrawn or len(self._page.rows) != len(self.result.missed):
            return
        number = self._undrawn.pop(0)
        picture = self.picture(self.result.missed[number], MISS_SIZE)
        if picture is not None:
            self._page.rows[number].show_picture(picture)
        if self._undrawn:
            self._draw.start()

    def _on_again(self) -> None:
        self.result = None
        self.show_form()

    def show_form(self) -> None:
        """What exam is wanted, and how those before it went."""
        self._page.show_form()
        exams = () if self._drill.book is None else self._drill.book.exams
        said = translate("Study", "{day}: {right} of {whole} right ({percent} %)")
        self._page.show_past(
            [
                said.format(
                    day=exam.at.astimezone().date().isoformat(),
                    right=exam.right,
                    whole=len(exam.answers),
                    percent=round(100 * exam.share),
                )
                for exam in reversed(exams[-_PAST:])
            ]
        )
