"""The right pane: the muscle's names, three readers, the article, and what the atlas is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from atlas.domain.anatomy import Muscle
from atlas.ui.article import Block
from atlas.ui.article_view import ArticleView
from atlas.ui.choice import Choice

DISCLAIMER = (
    "Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment by "
    "a health professional."
)
READERS = [("patient", "For you"), ("clinician", "Clinician"), ("student", "Student")]
WELCOME = (
    Block(kind="reading", text="A sore spot in a muscle can hurt somewhere else. Choose a muscle to see where."),
    Block(kind="heading", text="Find it"),
    Block(kind="reading", text="Type a name, a short form or a place: “scm”, “side of neck”, “trapecio”."),
    Block(kind="heading", text="Look closer"),
    Block(kind="reading", text="Tap a numbered point to see its own pattern. Tap the skin to name the place."),
)


class Explanation(QWidget):
    reader_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = _label("title")
        self._lay_name = _label("lay")
        self._also = _label("muted")
        self.readers = Choice("Text", READERS)
        self.article = ArticleView()
        disclaimer = _label("muted", DISCLAIMER)
        disclaimer.setContentsMargins(0, 0, 12, 0)
        rule = QFrame()
        rule.setProperty("look", "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 14)
        column.setSpacing(4)
        for part in (self._title, self._lay_name, self._also):
            part.setContentsMargins(0, 0, 12, 0)
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.readers)
        column.addSpacing(4)
        column.addWidget(self.article, 1)
        column.addWidget(rule)
        column.addSpacing(6)
        column.addWidget(disclaimer)
        self.readers.chosen.connect(self.reader_chosen)
        self.show_welcome()

    def show_welcome(self) -> None:
        self._show_names("Choose a muscle", "See where it sends its pain", "")
        self.readers.hide()
        self.article.show_blocks(WELCOME)

    def show_muscle(self, muscle: Muscle, blocks: tuple[Block, ...]) -> None:
        also = ", ".join(muscle.also_called)
        self._show_names(muscle.name, muscle.lay_name, f"Also called {also}" if also else "")
        self.readers.show()
        self.article.show_blocks(blocks)

    @property
    def title(self) -> str:
        return self._title.text()

    def _show_names(self, title: str, lay_name: str, also: str) -> None:
        self._title.setText(title)
        self._lay_name.setText(lay_name)
        self._also.setText(also)
        self._also.setVisible(bool(also))


def _label(look: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("look", look)
    return label
