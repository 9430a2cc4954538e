"""The list of muscles by area, or of all that was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from atlas.ui.finding.answer_row_delegate import AnswerRowDelegate
from atlas.ui.finding.answer_rows import ROW, AnswerRows, Row
from atlas.ui.kit.scroll_area import scroll_by_touch, viewport_of
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.kit.typed_letters import is_typed
from atlas.ui.language.translate import translate

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class AnswerList(QListView):
    """A tap or Enter chooses a row; a move with the arrow keys chooses a muscle, which opens nothing else."""

    chosen = Signal(object)  # Row

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = AnswerRows(self)
        self._before = QPersistentModelIndex()  # what was lit before the mouse was pressed
        self.setModel(self._rows)
        self.setItemDelegate(AnswerRowDelegate(thumbnails, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        viewport_of(self).setAutoFillBackground(False)
        self.setAccessibleName(translate("Modes", "Muscles"))
        scroll_by_touch(self)
        self.verticalScrollBar().setSingleStep(32)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        with QSignalBlocker(self):
            self._rows.show_rows(rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        self.scrollToTop()

    def show_muscle(self, muscle: str | None) -> None:
        self._point_to(self._rows.place_of(muscle))

    def start_afresh(self) -> None:
        """At its top; no row is current, for the arrow keys neither."""
        self._before = QPersistentModelIndex()
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()
        self.scrollToTop()

    def show_first(self) -> None:
        """Puts the highlight on the first answer without choosing it."""
        self._point_to(self._rows.first_answer())

    def move_highlight(self, step: int) -> None:
        """Moves the highlight by some rows without choosing one; headings are passed over."""
        row = self.currentIndex().row() + step
        while 0 <= row < self._rows.rowCount():
            index = self._rows.index(row)
            if index.data(ROW).kind is not None:
                self._point_to(index)
                return
            row += 1 if step > 0 else -1

    def choose_highlighted(self) -> None:
        self._on_clicked(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_typed(event):  # not to run through the rows: it belongs to the search
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose_highlighted()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        here = self.currentIndex()
        if event.key() in _MOVES and here != before and here.data(ROW).kind == "muscle":
            self.choose_highlighted()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._before = QPersistentModelIndex(self.currentIndex())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():  # to draw the mouse along chooses nothing
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go beside the row that was pressed: nothing is chosen, and what was lit before is lit again."""
        slipped = self.indexAt(event.position().toPoint()) != self.currentIndex()
        super().mouseReleaseEvent(event)
        if slipped:
            scrolled = self.verticalScrollBar().value()
            self._point_to(self._rows.index(self._before.row()))
            self.verticalScrollBar().setValue(scrolled)

    def _point_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.clearSelection()
            return
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None and row.kind is not None:
            self.chosen.emit(row)
