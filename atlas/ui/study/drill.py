"""What goes on while someone learns: which card is open, what was answered, and that it is kept before all else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, Signal

from atlas.domain.catalog import Catalog
from atlas.domain.problems import NotSaved
from atlas.domain.study.cards import Card, all_cards
from atlas.domain.study.keeping import LearnerBook
from atlas.domain.study.learner import Answer, Moment, moment
from atlas.domain.study.question import Asking, Question
from atlas.domain.study.schedule import Grade, Memory, Schedule, elapsed_days
from atlas.domain.study.scoring import Scored
from atlas.domain.study.session import (
    Waiting,
    chosen_cards,
    in_order_of_learning,
    lately_about,
    next_card,
    region_areas,
    waiting_today,
)

_LONGEST_MS = 10 * 60_000  # of an answer: someone went away meanwhile


class Drill(QObject):
    """One learner's review. `changed`: another card is open, or it has been answered."""

    changed = Signal()
    not_kept = Signal(object)  # NotSaved: the answer stays in hand, and is kept with the next try

    def __init__(
        self, catalog: Catalog, asking: Asking, schedule: Schedule, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._catalog, self._asking, self._schedule, self._clock = catalog, asking, schedule, clock
        self._cards: tuple[Card, ...] = ()
        self._areas: dict[str, str] = {}
        self.book: LearnerBook | None = None
        self.chosen: tuple[Card, ...] = ()
        self.question: Question | None = None
        self.scored: Scored | None = None  # None while the question is open
        self.given = ""
        self._answer: Answer | None = None
        self._memory: Memory | None = None
        self._in_hand = False  # an answer that is not on the disk yet
        self._begun = 0.0

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards of the atlas."""
        if not self._cards:
            self._areas = region_areas(self._catalog.muscles.values())
            self._cards = all_cards(self._catalog)
        return self._cards

    @property
    def names(self) -> dict[str, str]:
        """What the muscles and regions are called, by id."""
        names = {m: muscle.name for m, muscle in self._catalog.muscles.items()}
        return names | {r: region.label for r, region in self._catalog.regions.items()}

    @property
    def areas(self) -> dict[str, str]:
        """The area of each region that is asked about."""
        return self._areas

    def now(self) -> Moment:
        """This moment, by the clock of the room."""
        return moment(self._clock())

    def open(self, book: LearnerBook | None) -> None:
        """Another learner, or none."""
        self.book = book
        self.question = self.scored = self._answer = self._memory = None
        self.given, self._in_hand = "", False
        self.choose_cards()

    def choose_cards(self) -> None:
        """Follows the learner's plan."""
        if self.book is None or not self._cards:  # they are made in a thread, and then chosen
            self.chosen = ()
            return
        cards = chosen_cards(self._cards, self.book.plan, self._catalog.muscles, self._areas)
        self.chosen = in_order_of_learning(cards)
        if self.question is not None and self.scored is None and self.question.card not in self.chosen:
            self.question = None

    # -- what is to be done ---------------------------------------------------

    @property
    def answered_today(self) -> int:
        """How many answers were given on this day."""
        today, count = self.now().day, 0
        for answer in reversed(self.book.answers if self.book else ()):
            if answer.day != today:
                break
            count += 1
        return count

    @property
    def new_left(self) -> int:
        """How many new cards may still be begun today."""
        if self.book is None:
            return 0
        today, begun = self.now().day, 0
        for answer in reversed(self.book.answers):
            if answer.day != today:
                break
            begun += answer.elapsed is None
        return max(self.book.plan.new_a_day - begun, 0)

    @property
    def waiting(self) -> Waiting:
        """What is to be asked today."""
        memories = self.book.memories if self.book else {}
        return waiting_today(self.chosen, memories, self.now(), new_left=self.new_left)

    def ask_next(self) -> None:
        """Opens the next card, once the answer before is kept; with none left there is no question."""
        if not self._keep():
            return
        self.question = self.scored = self._answer = None
        self.given = ""
        passed: set[str] = set()
        while self.book is not None:
            cards = [card for card in self.chosen if card.id not in passed] if passed else self.chosen
            lately = lately_about([answer.card for answer in self.book.answers[-3:]])
            card = next_card(
                cards, self.book.memories, self._schedule, self.now(), new_left=self.new_left, lately=lately
            )
            if card is None:
                break
            self.question = self._asking.question(card, typed=self.book.plan.typed, turn=self._turn(card))
            if self.question is not None:
                break
            passed.add(card.id)  # the atlas has no answer to it any more
        self._begun = monotonic()
        self.changed.emit()

    def _turn(self, card: Card) -> int:
        assert self.book is not None
        return sum(answer.card == card.id for answer in self.book.answers)

    # -- answering ------------------------------------------------------------

    def answer(self, scored: Scored, given: str = "") -> None:
        """What was answered and how good it was: it is kept at once, and the answer shown."""
        if self.book is None or self.question is None or self.scored is not None:
            return
        self.scored, self.given = scored, given
        card, now = self.question.card, self.now()
        before = self.book.memories.get(card.id)
        took = min(round((monotonic() - self._begun) * 1000), _LONGEST_MS)
        self._answer = Answer(
            card=card.id,
            at=now.at,
            day=now.day,
            grade=scored.grade,
            predicted=None if before is None else self._schedule.recall(before, now.day),
            elapsed=elapsed_days(before, now.day),
            given=given,
            score=scored.score,
            took_ms=took,
        )
        self._memory = self._schedule.answered(before, scored.grade, now)
        self._in_hand = True
        self._keep()
        self.changed.emit()

    def grade(self, grade: Grade) -> None:
        """The learner's own word on how hard it was, in place of the first grade."""
        if self.book is None or self._answer is None or grade == self._answer.grade:
            return
        try:
            if not self._in_hand:
                self.book.undo()
        except NotSaved as error:
            self.not_kept.emit(error)
            return
        card = self._answer.card
        self._answer = replace(self._answer, grade=grade)
        self._memory = self._schedule.answered(self.book.memories.get(card), grade, self.now())
        self._in_hand = True
        self._keep()

    def undo(self) -> bool:
        """Takes the last answer back and asks its card again; whether there was one."""
        if self.book is None:
            return False
        if self._in_hand:
            self._in_hand, last = False, self._answer
        else:
            try:
                last = self.book.undo()
            except NotSaved as error:
                self.not_kept.emit(error)
                return False
        if last is None:
            return False
        card = next((c for c in self.cards if c.id == last.card), None)
        self.scored, self._answer, self.given = None, None, ""
        self.question = None
        if card is not None:
            self.question = self._asking.question(card, typed=self.book.plan.typed, turn=self._turn(card))
        self._begun = monotonic()
        self.changed.emit()
        return True

    def _keep(self) -> bool:
        """Whether nothing is in hand any more."""
        if not self._in_hand or self.book is None or self._answer is None or self._memory is None:
            return True
        try:
            self.book.keep_answer(self._answer, self._memory)
        except NotSaved as error:
            self.not_kept.emit(error)
            return False
        self._in_hand = False
        return True
