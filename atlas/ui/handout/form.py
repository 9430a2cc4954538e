"""What is asked about a handout: the note, the clinic and its logo, language, side, paper and ink."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.words.handout_order import LONGEST_NOTE, HandoutOrder
from atlas.render.fonts import text_scale
from atlas.ui.kit.choice import Choice, ChoiceButton
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate


class HandoutForm(ScrollArea):
    """Says what the therapist typed or chose; shows an order."""

    note_typed = Signal(str)
    clinic_typed = Signal(str)
    logo_wanted = Signal()
    logo_unwanted = Signal()
    language_chosen = Signal(str)
    sides_chosen = Signal(str)
    paper_chosen = Signal(str)
    ink_chosen = Signal(str)  # colour or print
    drawing_wanted = Signal(bool)

    def __init__(self, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`languages` are those that handouts can be written in, by their own names."""
        super().__init__(translate("Handout", "What stands on the handout"), parent)
        self.note = QPlainTextEdit()
        self.note.setObjectName("note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(round(96 * max(1.0, 0.8 * text_scale())))
        self.note.setPlaceholderText(translate("Handout", "For this patient. It is not kept."))
        self.clinic = QLineEdit()
        self.clinic.setMaxLength(80)
        self.clinic.setFixedHeight(max(48, self.clinic.sizeHint().height() + 8))
        self.logo = QPushButton()
        self.logo.setProperty("look", "outlined")
        self.no_logo = QPushButton(translate("Handout", "Remove"))
        self.no_logo.setAccessibleName(translate("Handout", "Remove the logo"))
        logo_row = QWidget()
        row = QHBoxLayout(logo_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.logo)
        row.addWidget(self.no_logo)
        row.addStretch(1)
        self.language = Choice(translate("Handout", "Language"), list(languages.items()), wraps=True)
        sides = [
            ("right", translate("Handout", "Right")),
            ("left", translate("Handout", "Left")),
            ("both", translate("Handout", "Both")),
            ("own", translate("Handout", "Each its own")),
        ]
        self.sides = Choice(translate("Handout", "Patient's side"), sides, wraps=True)
        papers = [("a4", "A4"), ("letter", translate("Handout", "Letter"))]
        self.paper = Choice(translate("Handout", "Paper"), papers, wraps=True)
        inks = [("colour", translate("Handout", "Colour")), ("print", translate("Handout", "Black and white"))]
        self.ink = Choice(translate("Handout", "Print"), inks, wraps=True)
        self.drawing = ChoiceButton(translate("Handout", "Show the pain drawing"))
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 12, 8)
        self._column.setSpacing(1)
        self._ask(translate("Handout", "Your note"), self.note)
        self._ask(translate("Handout", "Clinic"), self.clinic)
        self._boxes = QLabel()
        self._boxes.setProperty("look", "names")
        self._boxes.setTextFormat(Qt.TextFormat.PlainText)
        self._boxes.setWordWrap(True)
        self._boxes.hide()
        self._column.addWidget(self._boxes)
        self._ask(translate("Handout", "Logo"), logo_row)
        for choice in (self.language, self.sides, self.paper, self.ink):
            self._ask(choice.accessibleName(), choice)
        self._column.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(page)
        self._connect()

    def show_order(self, order: HandoutOrder, logo: Path | None, *, has_drawing: bool, on_own_sides: bool) -> None:
        """Shows an order without saying that it changed; `on_own_sides`: its muscles were meant on different ones."""
        with QSignalBlocker(self.note), QSignalBlocker(self.clinic), QSignalBlocker(self.drawing):
            if self.note.toPlainText() != order.note:
                self.note.setPlainText(order.note)
            if self.clinic.text() != order.clinic:
                self.clinic.setText(order.clinic)
            self.drawing.setChecked(order.drawing is not None)
        self.drawing.setVisible(has_drawing)
        self.logo.setText(logo.name if logo else translate("Handout", "Choose a logo"))
        self.logo.setAccessibleName(translate("Handout", "Choose a logo"))
        self.no_logo.setVisible(logo is not None)
        self.language.show_choice(order.language)
        self.sides.button("own").setVisible(on_own_sides)
        sides = set(order.sides)
        self.sides.show_choice(sides.pop() if len(sides) == 1 else "own")
        self.paper.show_choice(order.paper)
        self.ink.show_choice("print" if order.palette == "print" else "colour")

    def show_boxes(self, characters: str) -> None:
        """Names the characters that would be printed as empty boxes; an empty text: there are none."""
        said = translate("Handout", "No typeface on this computer has {}. Empty boxes would be printed.")
        self._boxes.setText(said.format(characters) if characters else "")
        self._boxes.setVisible(bool(characters))

    def boxes(self) -> str:
        return self._boxes.text()

    def _ask(self, title: str, widget: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("look", "muted")
        label.setContentsMargins(0, 5, 0, 0)
        label.setWordWrap(True)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setAccessibleName(title)
            label.setBuddy(widget)
        self._column.addWidget(label)
        self._column.addWidget(widget)

    def _connect(self) -> None:
        self.note.textChanged.connect(self._on_note_changed)
        self.clinic.textEdited.connect(self.clinic_typed)
        self.logo.clicked.connect(self.logo_wanted)
        self.no_logo.clicked.connect(self.logo_unwanted)
        self.language.chosen.connect(self.language_chosen)
        self.sides.chosen.connect(self.sides_chosen)
        self.paper.chosen.connect(self.paper_chosen)
        self.ink.chosen.connect(self.ink_chosen)
        self.drawing.toggled.connect(self.drawing_wanted)

    def _on_note_changed(self) -> None:
        typed = self.note.toPlainText()
        if len(typed) > LONGEST_NOTE:
            with QSignalBlocker(self.note):
                self.note.setPlainText(typed[:LONGEST_NOTE])
        self.note_typed.emit(typed[:LONGEST_NOTE])
