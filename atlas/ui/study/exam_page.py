"""Before an exam: how long, and of what; after it: how it went, and every miss shown on the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.domain.anatomy import AREAS
from atlas.domain.study.exam import LENGTHS, SECONDS_EACH, ExamOrder
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.flow_layout import in_a_row
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate
from atlas.ui.study.page_sheet import page_sheet
from atlas.ui.study.plan_page import Several
from atlas.ui.study.study_words import area_name

MISS_SIZE = QSize(260, 190)  # px


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A question that was missed, in words; `picture` of what is right, once it is there."""

    asked: str
    given: str
    right: str


class MissRow(QWidget):
    """One miss: its picture, and beside it what was asked, said and right."""

    def __init__(self, miss: Miss) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setFixedSize(MISS_SIZE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(miss.right)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for text, look in ((miss.asked, "names"), (miss.given, "muted"), (miss.right, "reading")):
            label = QLabel(text)
            label.setProperty("look", look)
            label.setWordWrap(True)
            label.setVisible(bool(text))
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(14)
        row.addWidget(self._picture)
        row.addLayout(words, 1)

    def show_picture(self, picture: QImage) -> None:
        """What is right, on the body."""
        self._picture.setPixmap(QPixmap.fromImage(picture))


class ExamPage(ScrollArea):
    """Says what exam is wanted, and that a result is to be kept as a page."""

    wanted = Signal(object)  # ExamOrder
    page_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Exam"), parent, by_key=True)
        self._order = ExamOrder()
        lengths = [(str(n), translate("Study", "{} questions").format(n)) for n in LENGTHS]
        self._length = Choice(translate("Study", "How long"), lengths, wraps=True)
        self._areas = Several(translate("Study", "Areas"), [(area, area_name(area)) for area in AREAS])
        self._about = QLabel()
        self._about.setProperty("look", "muted")
        self._about.setWordWrap(True)
        self.begin = QPushButton(translate("Study", "Begin the exam"))
        self.begin.setProperty("look", "primary")
        self._form, form = QWidget(), QVBoxLayout()
        self._form.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for choice in (self._length, self._areas):
            heading = QLabel(choice.accessibleName())
            heading.setProperty("look", "heading")
            form.addWidget(heading)
            form.addWidget(choice)
        form.addWidget(self._about)
        form.addWidget(in_a_row(self.begin))
        self._past_title, self._past = QLabel(translate("Study", "Exams so far")), QLabel()
        self._past_title.setProperty("look", "heading")
        for label in (self._past_title, self._past):
            label.setWordWrap(True)
            form.addWidget(label)
        self._result, result = QWidget(), QVBoxLayout()
        self._result.setLayout(result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(8)
        self._title, self._summary, self.said = QLabel(), QLabel(), QLabel()
        self._title.setProperty("look", "title")
        self._summary.setProperty("look", "lay")
        self.said.setProperty("look", "muted")
        self.page = QPushButton(translate("Study", "Save as PDF"))
        self._again = QPushButton(translate("Study", "Another exam"))
        for button in (self.page, self._again):
            button.setProperty("look", "outlined")
        for label in (self._title, self._summary, self.said):
            label.setWordWrap(True)
            result.addWidget(label)
        result.addWidget(in_a_row(self.page, self._again))
        self._misses = QVBoxLayout()
        result.addLayout(self._misses)
        self.rows: list[MissRow] = []
        sheet, column = page_sheet()
        column.addWidget(self._form)
        column.addWidget(self._result)
        column.addStretch(1)
        self.setWidget(sheet)
        self._length.chosen.connect(self._on_length)
        self._areas.chosen.connect(self._on_areas)
        self.begin.clicked.connect(self._on_begin)
        self.page.clicked.connect(self.page_wanted)
        self._again.clicked.connect(self.again_wanted)
        self.show_form()
        self.show_past(())

    def show_form(self, said: str = "") -> None:
        """What exam is wanted; `said`: why there was none."""
        self._clear()
        self._form.show()
        self._result.hide()
        self._length.show_choice(str(self._order.questions))
        self._areas.show_chosen(self._order.areas)
        minutes = round(self._order.questions * SECONDS_EACH / 60)
        about = translate("Study", "{minutes} minutes, without help. No area chosen: all of them.")
        self._about.setText(said or about.format(minutes=minutes))

    def show_past(self, lines: Sequence[str]) -> None:
        """The exams before, a line each."""
        self._past.setText("\n".join(lines))
        for label in (self._past_title, self._past):
            label.setVisible(bool(lines))

    def show_result(self, title: str, summary: str, misses: Sequence[Miss]) -> None:
        """How it went; the pictures of what was missed come one after the other."""
        self._clear()
        self._form.hide()
        self._result.show()
        self._title.setText(title)
        self._summary.setText(summary)
        self.said.setText("")
        for miss in misses:
            row = MissRow(miss)
            self.rows.append(row)
            self._misses.addWidget(row)
        self.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        for row in self.rows:
            self._misses.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _on_length(self, value: str) -> None:
        self._order = replace(self._order, questions=int(value))
        self.show_form()

    def _on_areas(self, areas: tuple[str, ...]) -> None:
        self._order = replace(self._order, areas=areas)
        self.show_form()

    def _on_begin(self) -> None:
        self.wanted.emit(self._order)
