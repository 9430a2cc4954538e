"""What comes after an answer: whether it was right, what is right, the learner's own note, and on to the next."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.domain.study.learner import LONGEST_NOTE, Note
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.language.translate import translate


class Reveal(QWidget):
    """`grades` are the numbers that may be chosen; 0 means no more than to go on."""

    went_on = Signal()
    graded = Signal(int)
    noted = Signal(str)
    marked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict, self._told, self._more = QLabel(), QLabel(), QLabel()
        self._verdict.setProperty("look", "names")
        self._told.setProperty("look", "reading")
        self._more.setProperty("look", "muted")
        self._grades: tuple[int, ...] = ()
        self._usual, self._must = 1, False
        words = {
            1: translate("Study", "Again"),
            2: translate("Study", "Hard"),
            3: translate("Study", "Good"),
            4: translate("Study", "Easy"),
        }
        self.buttons = {grade: QPushButton(f"{grade}  {word}") for grade, word in words.items()}
        self.next = QPushButton(translate("Study", "Go on"))
        self.next.setProperty("look", "primary")
        self.mark = QPushButton(translate("Study", "Mark this muscle"))
        self.mark.setCheckable(True)
        self.mark.setProperty("look", "outlined")
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setFixedHeight(48)
        self.note.setPlaceholderText(translate("Study", "Your own note"))
        self.note.setAccessibleName(translate("Study", "Your own note"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for label in (self._verdict, self._told, self._more):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            column.addWidget(label)
        self._row = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        row = FlowLayout(self._row, 6)
        for button in self.buttons.values():
            button.setProperty("look", "outlined")
            row.addWidget(button)
            button.clicked.connect(self._on_grade)
        column.addWidget(self._row)
        column.addWidget(self.next)
        column.addSpacing(6)
        column.addWidget(self.mark)
        column.addWidget(self.note)
        self.next.clicked.connect(self.went_on)
        self.mark.toggled.connect(self.marked)
        self.note.editingFinished.connect(self._on_noted)
        self._written = ""

    def show_words(self, verdict: str, told: str, more: str) -> None:
        """`verdict` in a few words, what is right, and what else there is to say."""
        self._verdict.setText(verdict)
        self._told.setText(told)
        self._more.setText(more)
        for label in (self._verdict, self._told, self._more):
            label.setVisible(bool(label.text()))
        self.setAccessibleName(" ".join(part for part in (verdict, told, more) if part))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_grades(self, grades: tuple[int, ...], usual: int, *, must: bool) -> None:
        """Which grades may be chosen, and which one is meant by going on; `must`: one has to be chosen."""
        self._grades, self._usual = grades, usual
        for grade, button in self.buttons.items():
            button.setVisible(grade in grades)
        self._row.setVisible(bool(grades))
        self.next.setVisible(not must)
        self._must = must

    def show_note(self, note: Note | None) -> None:
        """The learner's own words and mark; None: nothing can be kept here."""
        self.mark.setVisible(note is not None)
        self.note.setVisible(note is not None)
        with QSignalBlocker(self.mark), QSignalBlocker(self.note):
            self.mark.setChecked(note is not None and note.marked)
            self.note.setText("" if note is None else note.text)
            self._written = self.note.text()

    def take(self, number: int) -> bool:
        """A grade by its number; whether it may be chosen."""
        if number in self._grades:
            self.graded.emit(number)
            self.went_on.emit()
            return True
        return False

    def go_on(self) -> None:
        """To the next; where a grade must be chosen, the usual one is meant."""
        if self._must:
            self.take(self._usual)
        else:
            self.went_on.emit()

    def _on_grade(self) -> None:
        button = self.sender()
        for grade, own in self.buttons.items():
            if own is button:
                self.take(grade)

    def _on_noted(self) -> None:
        if self.note.text() != self._written:
            self._written = self.note.text()
            self.noted.emit(self._written)
