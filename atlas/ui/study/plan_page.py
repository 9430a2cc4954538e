"""What a learner chooses: the day's goal, how much is new, which areas and kinds, and whether names are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from atlas.domain.anatomy import AREAS
from atlas.domain.study.cards import KINDS, SEEN
from atlas.domain.study.learner import GOALS, NEW_A_DAY, Plan
from atlas.render.study.question_words import kind_name
from atlas.ui.kit.choice import Choice, ChoiceButton
from atlas.ui.kit.flow_layout import FlowLayout, in_a_row
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate
from atlas.ui.study.page_sheet import page_sheet
from atlas.ui.study.study_words import area_name


class Several(QWidget):
    """Buttons of which any may be chosen. Says what is chosen now, in their order."""

    chosen = Signal(object)  # tuple[str, ...]

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`options` are (value, text)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self)
        self._buttons: dict[str, QPushButton] = {}
        for value, text in options:
            button = ChoiceButton(text)
            button.setProperty("look", "outlined")
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(self._on_clicked)
            self._buttons[value] = button
            flow.addWidget(button)

    def show_chosen(self, values: Sequence[str]) -> None:
        """Which are chosen."""
        for value, button in self._buttons.items():
            button.setChecked(value in values)

    def button(self, value: str) -> QPushButton:
        """The button of a value."""
        return self._buttons[value]

    def _on_clicked(self) -> None:
        self.chosen.emit(tuple(value for value, button in self._buttons.items() if button.isChecked()))


class PlanPage(ScrollArea):
    """Says the plan anew whenever something is chosen."""

    chosen = Signal(object)  # Plan

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Plan"), parent, by_key=True)
        self._plan = Plan()
        self._goal = Choice(translate("Study", "Answers a day"), [(str(n), str(n)) for n in GOALS], wraps=True)
        self._new = Choice(translate("Study", "New cards a day"), [(str(n), str(n)) for n in NEW_A_DAY], wraps=True)
        self._way = Choice(
            translate("Study", "Names of muscles"),
            [("choose", translate("Study", "Choose among four")), ("type", translate("Study", "Type"))],
            wraps=True,
        )
        self.areas = Several(translate("Study", "Areas"), [(area, area_name(area)) for area in AREAS])
        self.kinds = Several(translate("Study", "Kinds of cards"), [(kind, kind_name(kind)) for kind in KINDS])
        self._by_ear = QPushButton(translate("Study", "Only what can be read aloud"))
        self._by_ear.setProperty("look", "link")
        sheet, column = page_sheet(6)
        for choice in (self._goal, self._new, self._way, self.areas, self.kinds):
            heading = QLabel(choice.accessibleName())
            heading.setProperty("look", "heading")
            column.addSpacing(8)
            column.addWidget(heading)
            column.addWidget(choice)
            if choice is self.areas:
                hint = QLabel(translate("Study", "None chosen: all of them."))
                hint.setProperty("look", "muted")
                column.addWidget(hint)
        column.addWidget(in_a_row(self._by_ear))
        column.addStretch(1)
        self.setWidget(sheet)
        self._goal.chosen.connect(self._on_goal)
        self._new.chosen.connect(self._on_new)
        self._way.chosen.connect(self._on_way)
        self.areas.chosen.connect(self._on_areas)
        self.kinds.chosen.connect(self._on_kinds)
        self._by_ear.clicked.connect(self._on_by_ear)

    def show_plan(self, plan: Plan) -> None:
        """What is chosen now."""
        self._plan = plan
        for choice, value in ((self._goal, str(plan.goal)), (self._new, str(plan.new_a_day))):
            if choice.has(value):
                choice.show_choice(value)
        self._way.show_choice("type" if plan.typed else "choose")
        self.areas.show_chosen(plan.areas)
        self.kinds.show_chosen(plan.kinds)

    def _say(self, plan: Plan) -> None:
        self.show_plan(plan)
        self.chosen.emit(plan)

    def _on_goal(self, value: str) -> None:
        self._say(replace(self._plan, goal=int(value)))

    def _on_new(self, value: str) -> None:
        self._say(replace(self._plan, new_a_day=int(value)))

    def _on_way(self, value: str) -> None:
        self._say(replace(self._plan, typed=value == "type"))

    def _on_areas(self, areas: tuple[str, ...]) -> None:
        self._say(replace(self._plan, areas=() if len(areas) == len(AREAS) else areas))

    def _on_kinds(self, kinds: tuple[str, ...]) -> None:
        chosen = tuple(kind for kind in KINDS if kind in kinds)
        self._say(replace(self._plan, kinds=chosen or self._plan.kinds))  # one at least

    def _on_by_ear(self) -> None:
        self._say(replace(self._plan, kinds=tuple(kind for kind in KINDS if kind not in SEEN)))
