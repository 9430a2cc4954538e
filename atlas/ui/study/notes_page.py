"""A learner's own notes and marks: the muscles that have one, to be opened or changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from atlas.domain.study.learner import Note
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate
from atlas.ui.study.page_sheet import page_sheet


class NotesPage(ScrollArea):
    """Says which muscle was tapped."""

    muscle_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Notes"), parent, by_key=True)
        self._none = QLabel(
            translate("Study", "Nothing is noted or marked yet. After each answer there is room for your own words.")
        )
        self._none.setWordWrap(True)
        self._none.setProperty("look", "reading")
        sheet, self._column = page_sheet(2)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self._shown: list[QWidget] = []
        self.setWidget(sheet)

    def show_notes(self, notes: Sequence[tuple[str, Note]]) -> None:
        """(name, note) of each muscle; those that are marked first."""
        self.forget()
        self._none.setVisible(not notes)
        for name, note in sorted(notes, key=lambda one: (not one[1].marked, one[0])):
            link = QPushButton(f"★ {name}" if note.marked else name)
            link.setProperty("look", "row")
            link.setProperty("muscle", note.muscle)
            link.clicked.connect(self._on_clicked)
            text = QLabel(note.text)
            text.setWordWrap(True)
            text.setContentsMargins(14, 0, 0, 10)
            text.setProperty("look", "muted")
            text.setVisible(bool(note.text))
            for widget in (link, text):
                self._shown.append(widget)
                self._column.insertWidget(self._column.count() - 1, widget)

    def forget(self) -> None:
        """Nothing of the learner is left."""
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.muscle_chosen.emit(link.property("muscle"))
