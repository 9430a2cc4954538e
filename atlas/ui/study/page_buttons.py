"""The pages of the review, to be chosen from in the left pane, and who is studying."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate

PAGES = {
    "learn": QT_TRANSLATE_NOOP("Study", "Learn"),
    "progress": QT_TRANSLATE_NOOP("Study", "Progress"),
    "exam": QT_TRANSLATE_NOOP("Study", "Exam"),
    "notes": QT_TRANSLATE_NOOP("Study", "Notes"),
    "plan": QT_TRANSLATE_NOOP("Study", "Plan"),
    "deck": QT_TRANSLATE_NOOP("Study", "Cards to take along"),
    "learners": QT_TRANSLATE_NOOP("Study", "Learners"),
}


class PageButtons(ScrollArea):
    """Says which page was tapped."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Pages of the review"), parent)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 8, 8, 16)
        column.setSpacing(2)
        self._learner = QLabel()
        self._learner.setProperty("look", "heading")
        self._learner.setContentsMargins(14, 0, 0, 4)
        self._learner.setWordWrap(True)
        column.addWidget(self._learner)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for page, name in PAGES.items():
            button = QPushButton(translate("Study", name))
            button.setCheckable(True)
            button.setProperty("look", "row")
            button.setProperty("page", page)
            self._group.addButton(button)
            self.buttons[page] = button
            column.addWidget(button)
        column.addStretch(1)
        self.setWidget(sheet)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_page(self, page: str, learner: str) -> None:
        """Which page is open, and whose it is."""
        self.buttons[page].setChecked(True)
        self._learner.setText(learner)
        self._learner.setVisible(bool(learner))
        for name, button in self.buttons.items():
            button.setEnabled(bool(learner) or name in ("learners", "deck"))

    def _on_clicked(self, button: QPushButton) -> None:
        self.chosen.emit(button.property("page"))
