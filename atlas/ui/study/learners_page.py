"""Who studies here: begin, go on, rename, move to another machine, delete for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from atlas.domain.study.keeping import Known
from atlas.domain.study.learner import LONGEST_NAME
from atlas.render.fonts import text_scale
from atlas.ui.kit.choice import ChoiceButton
from atlas.ui.kit.flow_layout import FlowLayout, in_a_row
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.kit.trouble_bar import TroubleBar
from atlas.ui.language.translate import translate
from atlas.ui.study.page_sheet import page_sheet

_LARGE = 1.4  # times the usual text size


class LearnersPage(ScrollArea):
    """A learner is chosen by a tap on the name; below it stands what can be done with the one that is chosen."""

    begun = Signal(str)  # a new learner's name
    opened = Signal(str)  # a learner's id
    renamed = Signal(str)
    copy_wanted = Signal()
    file_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Learners"), parent, by_key=True)
        self.trouble = TroubleBar()
        self._note = QLabel()
        self._note.setProperty("look", "muted")
        self._note.setWordWrap(True)
        self._title = _heading(translate("Study", "Who studies?"))
        self._names = QWidget()
        self._flow = FlowLayout(self._names)
        self._buttons: list[QPushButton] = []
        self.new_name = _field(translate("Study", "Name of a new learner"))
        self._begin = _button(translate("Study", "Begin"), "primary")
        self.take = _button(translate("Study", "Take in a learner's file"), "outlined")
        self._own = QWidget()
        self._own_title = _heading("")
        self.own_name = _field(translate("Study", "Another name"))
        self._rename = _button(translate("Study", "Rename"), "outlined")
        self.copy = _button(translate("Study", "Save as a file, for another computer"), "outlined")
        self.delete_button = _button(translate("Study", "Delete for good"), "outlined")
        self._sure = QLabel(translate("Study", "All answers, notes and exams will be gone. Nothing brings them back."))
        self._sure.setWordWrap(True)
        self._really = _button(translate("Study", "Yes, delete all of it"), "outlined")
        self._stay = _button(translate("Study", "Keep"), "primary")
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 16, 0, 0)
        own.setSpacing(8)
        own.addWidget(self._own_title)
        own.addLayout(_row(self.own_name, self._rename))
        own.addWidget(in_a_row(self.copy, self.delete_button))
        own.addWidget(self._sure)
        own.addWidget(in_a_row(self._really, self._stay))
        sheet, column = page_sheet()
        for part in (self.trouble, self._note, self._title, self._names):
            column.addWidget(part)
        column.addLayout(_row(self.new_name, self._begin))
        column.addWidget(in_a_row(self.take))
        column.addWidget(self._own)
        column.addStretch(1)
        self.setWidget(sheet)
        self._begin.clicked.connect(self._on_begin)
        self.new_name.returnPressed.connect(self._on_begin)
        self._rename.clicked.connect(self._on_rename)
        self.own_name.returnPressed.connect(self._on_rename)
        self.copy.clicked.connect(self.copy_wanted)
        self.take.clicked.connect(self.file_wanted)
        self.delete_button.clicked.connect(self._on_delete)
        self._stay.clicked.connect(self._on_stay)
        self._really.clicked.connect(self.delete_wanted)

    def show_learners(self, known: Sequence[Known], current: str | None) -> None:
        """All of them, and the one who studies now."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for learner in known:
            button = ChoiceButton(learner.name)
            button.setProperty("look", "outlined")
            button.setProperty("learner", learner.id)
            button.setChecked(learner.id == current)
            button.clicked.connect(self._on_name)
            self._buttons.append(button)
            self._flow.addWidget(button)
        self._names.setVisible(bool(known))
        name = next((learner.name for learner in known if learner.id == current), "")
        self._own.setVisible(bool(name))
        self._own_title.setText(name)
        self.own_name.setText(name)
        self.new_name.clear()
        self._ask(False)

    def say(self, sentence: str) -> None:
        """What was done."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def said(self) -> str:
        """What was said to be done."""
        return self._note.text()

    def forget(self) -> None:
        """No name is left."""
        self.show_learners((), None)
        self.say("")
        self.trouble.show_sentence("")

    def _ask(self, asked: bool) -> None:
        for widget in (self._sure, self._really, self._stay):
            widget.setVisible(asked)
        self.delete_button.setVisible(not asked)

    def _on_name(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            button.setChecked(True)
            self.opened.emit(button.property("learner"))

    def _on_begin(self) -> None:
        if self.new_name.text().strip():
            self.begun.emit(self.new_name.text())
        else:
            self.new_name.setFocus()

    def _on_rename(self) -> None:
        if self.own_name.text().strip():
            self.renamed.emit(self.own_name.text())

    def _on_delete(self) -> None:
        self._ask(True)
        self._stay.setFocus()

    def _on_stay(self) -> None:
        self._ask(False)
        self.delete_button.setFocus()


def _heading(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "heading")
    made.setWordWrap(True)
    return made


def _button(text: str, look: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("look", look)
    return made


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    made.setMaxLength(LONGEST_NAME)
    made.setFixedHeight(52)
    return made


def _row(field: QLineEdit, button: QPushButton) -> QBoxLayout:
    """A field with its button beside it; with large letters below it."""
    large = text_scale() > _LARGE
    row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag.AlignVCenter)
    return row
