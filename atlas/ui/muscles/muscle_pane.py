"""The right pane: the muscle's names, three readers, the article, and what the atlas is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from atlas.domain.anatomy import Muscle
from atlas.render.fonts import font, text_scale
from atlas.ui.article.article_view import ArticleView
from atlas.ui.article.blocks import Block
from atlas.ui.article.disclaimer import DISCLAIMER, FOOTER_SCALE
from atlas.ui.kit.choice import Choice
from atlas.ui.language.translate import translate
from atlas.ui.window.patient_actions import PatientActions

_TITLE_POINTS, _TITLE_SCALE = 21.0, 1.4  # large text need not grow as much as small


class MusclePane(QWidget):
    """A muscle's names, its text for one of three readers, and what can be done for the patient."""

    reader_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = _label("names")
        self._lay_name = _label("lay")
        self._also = _label("muted")
        self.readers = Choice(translate("Explanation", "Text"), _readers(), wraps=True)
        self.article = ArticleView()
        self.for_patient = PatientActions()
        disclaimer = _label("muted", translate("Explanation", DISCLAIMER))
        self._ends_with_disclaimer = text_scale() > FOOTER_SCALE
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
        column.addWidget(self.for_patient)
        column.addWidget(rule)
        column.addSpacing(6)
        column.addWidget(disclaimer)
        disclaimer.setVisible(text_scale() <= FOOTER_SCALE)  # not before: it would be a window of its own
        self.readers.chosen.connect(self.reader_chosen)
        self.show_welcome()

    def show_welcome(self) -> None:
        below = translate("Explanation", "See where it sends its pain")
        self._show_names(translate("Explanation", "Choose a muscle"), below, "")
        self.readers.hide()
        self.article.show_blocks((*_welcome(), *self._end()))

    def show_muscle(self, muscle: Muscle, blocks: tuple[Block, ...]) -> None:
        also = ", ".join(muscle.also_called)
        said = translate("Explanation", "Also called {}").format(also) if also else ""
        self._show_names(muscle.name, muscle.lay_name, said)
        self.readers.show()
        self.article.show_blocks((*blocks, *self._end()))

    def _end(self) -> tuple[Block, ...]:
        """With large text what the atlas is not stands at the end of the text, for want of room below it."""
        said = Block(kind="muted", text=translate("Explanation", DISCLAIMER))
        return (said,) if self._ends_with_disclaimer else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """A smaller size where the longest word of the title would be cut off."""
        points = _TITLE_POINTS * min(text_scale(), _TITLE_SCALE)
        room = max(self.width() - 52, 100)
        words = self._title.text().split() or [""]
        widest = max(QFontMetricsF(font(points, strong=True, as_is=True)).horizontalAdvance(w) for w in words)
        self._title.setFont(font(points * min(1.0, room / max(widest, 1.0)), strong=True, as_is=True))

    @property
    def title(self) -> str:
        return self._title.text()

    def _show_names(self, title: str, lay_name: str, also: str) -> None:
        self._title.setText(title)
        self._fit_title()
        self._lay_name.setText(lay_name)
        self._also.setText(also)
        self._also.setVisible(bool(also))


def _label(look: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("look", look)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def _readers() -> list[tuple[str, str]]:
    return [
        ("patient", translate("Explanation", "For you")),
        ("clinician", translate("Explanation", "Clinician")),
        ("student", translate("Explanation", "Student")),
    ]


def _welcome() -> tuple[Block, ...]:
    sore = translate("Explanation", "A sore spot in a muscle can hurt somewhere else. Choose a muscle to see where.")
    find = translate("Explanation", "Type a name, a short form or a place: “scm”, “side of neck”, “trapecio”.")
    closer = translate("Explanation", "Tap a numbered point to see its own pattern. Tap the skin to name the place.")
    return (
        Block(kind="reading", text=sore),
        Block(kind="heading", text=translate("Explanation", "Find it")),
        Block(kind="reading", text=find),
        Block(kind="heading", text=translate("Explanation", "Look closer")),
        Block(kind="reading", text=closer),
    )
