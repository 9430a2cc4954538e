"""A student before the review: begins, is asked, answers with hand and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from atlas.domain.study.cards import Card
from atlas.domain.study.question import Question
from atlas.ui.study.study_plate import StudyPlate
from atlas.ui.study.surface import StudySurface
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton


class Student(Person):
    """`asks_for` opens a certain card, which otherwise would come some day."""

    @property
    def study(self) -> StudySurface:
        made = self.app.surfaces.study
        assert made is not None
        return made.opened()

    def begins(self, name: str = "Ana") -> None:
        """Comes to the review for the first time."""
        self.store.choose_mode("study")
        self.settled()
        self.types(name, into="Name of a new learner")
        self.presses("Begin")
        self.settled()

    def goes_to_page(self, name: str) -> None:
        self.opens_list()
        self.presses(name)
        self.settled()

    @property
    def question(self) -> Question:
        question = self.study.drill.question
        assert question is not None
        return question

    def asks_for(self, kind: str, about: str, *, typed: bool = False) -> Question:
        """Has a card of a kind opened."""
        drill = self.study.drill
        card = next(c for c in drill.cards if c.kind == kind and c.about == about)
        return self.asks_for_card(card, typed=typed)

    def asks_for_card(self, card: Card, *, typed: bool = False) -> Question:
        drill = self.study.drill
        drill.question, drill.scored = drill._asking.question(card, typed=typed, turn=0), None
        drill.changed.emit()
        self.settled()
        return self.question

    def number_of(self, option: str) -> Qt.Key:
        """The key that takes a choice."""
        return Qt.Key(Qt.Key.Key_1 + self.question.options.index(option))

    def answers_rightly(self) -> None:
        """One of four, by its key."""
        self.key(self.number_of(self.question.right[0]))
        self.settled()

    def answers_wrongly(self) -> str:
        """Another of the four; which one."""
        wrong = next(o for o in self.question.options if o not in self.question.right)
        self.key(self.number_of(wrong))
        self.settled()
        return wrong

    @property
    def picture(self) -> StudyPlate:
        return self.find(StudyPlate)

    def spot(self, vertex: int) -> QPoint:
        """Where a vertex is seen on the picture of the question."""
        plate = self.picture
        scene = plate.picture.scene
        assert scene is not None
        at = self.app.presenter.plates.place_of(scene.view.id, scene.figure, vertex)
        assert at is not None
        return plate.picture.place_in_widget(*at).toPoint()

    def turns_to_view(self, view: str) -> None:
        self.chooses(self.app.catalog.views[view].name, "View of the body")
        self.study.pane.view_chosen.emit(view)
        self.settled()

    def paints_over(self, vertices: list[int]) -> None:
        """With the mouse held, from one place to the next."""
        sheet = self.picture.sheet
        first, *rest = [self.spot(v) for v in vertices]
        QTest.mousePress(sheet, LEFT, pos=first)
        for spot in rest:
            QTest.mouseMove(sheet, spot)
        QTest.mouseRelease(sheet, LEFT, pos=(rest or [first])[-1])
        QApplication.processEvents()

    def all_words(self) -> str:
        """All that is written or read aloud anywhere in the window, but for what is typed or to be chosen."""
        window = self.window
        said = [window.windowTitle()]
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or widget.inherits("OptionButton"):
                continue
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                said.append(widget.text())
        said += [self.picture.caption] if self.seen(StudyPlate) else []
        return "\n".join(said)
