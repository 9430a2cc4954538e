"""What is said and offered where nothing fits: a sentence, the nearest things, and another way to say it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.ui.finding.answer_rows import Row
from atlas.ui.kit.link_button import LinkButton
from atlas.ui.language.translate import translate

_WIDTH = 260  # px of a line of a button


class NothingFits(QWidget):
    """Says which of the nearest things was tapped, and that someone would rather paint where it hurts."""

    chosen = Signal(object)  # Row
    paint_wanted = Signal()

    def __init__(self, paint: str = "", parent: QWidget | None = None) -> None:
        """`paint`: what stands on the button that leads to painting; without one there is none."""
        super().__init__(parent)
        self._sentence = QLabel(
            translate("Finder", "Nothing like that here. Try another word, such as the part of the body.")
        )
        self._sentence.setProperty("look", "muted")
        self._sentence.setWordWrap(True)
        self._nearest = QLabel(translate("Finder", "The nearest there is:"))
        self._nearest.setProperty("look", "muted")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self._nearest)
        self._buttons: list[_Near] = []
        self._paint = QPushButton(paint)
        self._paint.setProperty("look", "outlined")
        self._paint.clicked.connect(self.paint_wanted)
        column.addWidget(self._paint)
        self._paint.setVisible(bool(paint))  # not before it lies in something: it would be a window of its own
        self.hide()

    def show_nearest(self, rows: Sequence[Row]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_Near(row, self) for row in rows]
        for k, button in enumerate(self._buttons):
            button.tapped.connect(self.chosen)
            self._column.insertWidget(2 + k, button)
        self._nearest.setVisible(bool(rows))


class _Near(LinkButton):
    tapped = Signal(object)

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setAccessibleName(row.title)
        self.setMinimumHeight(48)
        self.show_text(row.title, _WIDTH)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.tapped.emit(self._row)
