"""From what hand and keys do with a question to how good the answer was; the same in a drill and in an exam."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from atlas.domain.body.painting import Painting
from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene
from atlas.domain.state import Look, Room
from atlas.domain.study import scoring
from atlas.domain.study.question import Question
from atlas.domain.study.question_scene import answer_scene, painted_answer, question_scene
from atlas.domain.study.schedule import AGAIN
from atlas.domain.study.scoring import Scored
from atlas.render.study.question_words import asked, kind_name, told
from atlas.ui.finding.searching import Searching
from atlas.ui.language.translate import translate
from atlas.ui.study.question_pane import QuestionPane
from atlas.ui.study.study_words import in_words, verdict


class Answering(QObject):
    """Shows a question in the pane, and says once how good the answer to it was and what it named."""

    answered = Signal(object, str)  # Scored, and the ids that were said, with spaces between them
    looked_up = Signal()  # a question that one only thinks about: the answer is to be shown

    def __init__(self, pane: QuestionPane, catalog: Catalog, searching: Searching, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._catalog, self._searching = pane, catalog, searching
        self._question: Question | None = None
        self._look, self._room = Look(), Room()
        self._view: str | None = None  # that the learner has turned to, for what is answered on the picture
        self._named: list[str] = []
        self._pending = ""  # what was typed while the search was being made
        pane.options.chosen.connect(self._on_chosen)
        pane.names.typed.connect(self._on_typed)
        pane.names.taken_back.connect(self._on_taken_back)
        pane.names.done.connect(self._on_all_named)
        pane.hand_done.connect(self._on_hand_done)
        pane.passed.connect(self._on_passed)
        pane.view_chosen.connect(self._on_view_chosen)
        pane.look_up_wanted.connect(self.looked_up)
        searching.ready.connect(self._on_search_ready)

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self._question is not None

    def begin(self, question: Question, look: Look, room: Room) -> None:
        """Opens a question."""
        self._question, self._look, self._room = question, look, room
        self._named, self._pending = [], ""
        names = question.texts or {m: self._catalog.muscles[m].name for m in question.options}
        options = [(option, names[option]) for option in question.options]
        said = asked(question, self._catalog)
        if question.way in ("typed", "several"):
            self._searching.find("")  # begins to make the search
        self._pane.show_question(
            question.way,
            kind_name(question.card.kind),
            said,
            in_words(question, self._catalog),
            self._scene(),
            options,
        )

    def follow_look(self, look: Look, room: Room) -> None:
        """The open question in another look."""
        self._look, self._room = look, room
        if self._question is not None:
            scene = self._scene()
            self._pane.show_picture(scene, in_words(self._question, self._catalog), self._question.way)

    def close(self) -> None:
        """No answer is waited for any more."""
        self._question = None

    def show_answer(self, question: Question, scored: Scored, given: str) -> None:
        """Closes the question: the picture of the answer, its verdict, and what is right."""
        pane, catalog = self._pane, self._catalog
        if question.way == "paint":
            view = pane.views.currentData()
            scene = painted_answer(question, catalog, self._look, self._room, view, self._painted())
        else:
            scene = answer_scene(question, catalog, self._look, self._room)
        right = self.told(question)
        pane.show_answer(scene, right, question.right, given)
        told = "" if question.texts is not None else right  # it stands among the choices
        pane.reveal.show_words(verdict(question, scored, catalog), told, self._more(question, scored, given))

    def told(self, question: Question) -> str:
        """What is right, in words."""
        return told(question, self._catalog, self._room.language)

    def _more(self, question: Question, scored: Scored, given: str) -> str:
        muscles, lines = self._catalog.muscles, []
        said = [m for m in given.split() if m in muscles]
        if question.card.kind == "place":
            wrong = [m for m in said if m not in question.right and m not in question.also]
            missed = [m for m in question.right if m not in said]
            for told, which in (
                (translate("Study", "Missed: {}."), missed),
                (translate("Study", "Not felt here: {}."), wrong),
            ):
                if which:
                    lines.append(told.format("; ".join(muscles[m].name for m in which)))
        elif said and scored.grade == AGAIN and question.way == "typed":
            lines.append(translate("Study", "You said: {}.").format(muscles[said[0]].name))
        if question.card.about in muscles and question.card.kind in ("pattern", "bones", "zone", "point"):
            texts = self._catalog.texts(question.card.about, self._room.language)
            lines.append(texts.get("student", {}).get("how_to_remember", ""))
        return "\n".join(line for line in lines if line)

    def _scene(self) -> Scene | None:
        assert self._question is not None
        view = self._view if self._question.way in ("paint", "mark") else None
        return question_scene(self._question, self._catalog, self._look, self._room, view)

    def _say(self, scored: Scored, given: str = "") -> None:
        if self._question is not None:
            self._question = None
            self.answered.emit(scored, given)

    # -- what was done ----------------------------------------------------------

    def _on_chosen(self, option: str) -> None:
        if self._question is not None:
            self._say(scoring.chosen_score(option, self._question.right), option)

    def _on_passed(self) -> None:
        self._say(Scored(grade=AGAIN, score=0.0))

    def _on_hand_done(self) -> None:
        question, surface = self._question, self._catalog.surface
        if question is None:
            return
        muscle = self._catalog.muscles[question.card.about]
        pattern = self._catalog.pattern(muscle.id)
        if question.way == "paint":
            inside = {zone.id for zone in muscle.zones if zone.inside}
            self._say(scoring.paint_score(surface, self._painted(), pattern, inside))
        elif self._pane.plate.mark is not None:
            points = [vertex for point, vertex in pattern.points if point in question.points]
            self._say(scoring.mark_score(surface, self._pane.plate.mark, points))

    def _painted(self) -> Painting:
        drawing = self._pane.plate.drawing
        if drawing is None:
            return Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
        return drawing.painting

    def _on_view_chosen(self, view: str) -> None:
        self._view = view
        if self._question is not None:
            self._pane.show_picture(self._scene(), in_words(self._question, self._catalog), self._question.way)

    # -- names --------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        question = self._question
        if question is None:
            return
        found = self._searching.find(text)
        if found is None:
            self._pending = text
            self._pane.names.say(translate("Study", "One moment, please."))
            return
        named = scoring.named_muscles(found)
        if not named:
            self._pane.names.say(translate("Study", "No muscle is called that."))
        elif question.way == "typed":
            met = [m for m in named if m in question.right]
            self._say(scoring.typed_score(found, question.right), (met or list(named))[0])
        elif len(named) > 1 and len({*named} & {*question.right}) != len(named):
            names = "; ".join(self._catalog.muscles[m].name for m in named[:6])
            self._pane.names.say(translate("Study", "Which of them? {}").format(names))
        else:
            self._named += [m for m in named if m not in self._named]
            self._pane.names.field.clear()
            self._pane.names.say("")
            self._show_named()

    def _on_search_ready(self) -> None:
        text, self._pending = self._pending, ""
        if text:
            self._on_typed(text)

    def _on_taken_back(self, muscle: str) -> None:
        self._named = [m for m in self._named if m != muscle]
        self._show_named()

    def _show_named(self) -> None:
        self._pane.names.show_names([(m, self._catalog.muscles[m].name) for m in self._named])

    def _on_all_named(self) -> None:
        if self._question is not None:
            scored = scoring.several_score(self._named, self._question.right, self._question.also)
            self._say(scored, " ".join(self._named))
