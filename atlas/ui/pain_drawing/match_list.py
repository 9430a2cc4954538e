"""The list of patterns that cover the drawing, best first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from atlas.ui.kit.scroll_area import scroll_by_touch
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.kit.typed_letters import is_typed
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing.match_row_delegate import MatchRowDelegate
from atlas.ui.pain_drawing.match_rows import ROW, MatchRows

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MatchList(QListView):
    """A tap, Enter or Space lays a pattern over the drawing or takes it away; its end, or Ctrl+Enter, opens it."""

    pattern_tapped = Signal(object)
    muscle_opened = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MatchRows(self)
        self._pressed = QPoint()
        self.setModel(self.rows)
        self._delegate = MatchRowDelegate(thumbnails, self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(translate("Hurts", "Patterns that cover the drawing"))
        said = translate("Hurts", "Enter lays a pattern over the drawing, or takes it away. Ctrl and Enter open it.")
        self.setAccessibleDescription(said)
        scroll_by_touch(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.modelReset.connect(self._on_rows_changed)
        self.clicked.connect(self._on_clicked)

    def start_afresh(self) -> None:
        """Without rows, and without what was said in them."""
        self.rows.show_rows(())
        self._delegate.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.fit(self.viewport().width())
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_typed(event):  # not to run through the rows: it belongs to the search
            event.ignore()
            return
        chosen = self.currentIndex()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _PRESSES and chosen.isValid() and held:
            self.muscle_opened.emit(chosen.data(ROW).which)
        elif event.key() in _PRESSES and chosen.isValid():
            self.pattern_tapped.emit(chosen.data(ROW).which)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _on_rows_changed(self) -> None:
        """No keyboard focus where there is nothing to choose."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.rows.rows else Qt.FocusPolicy.NoFocus)

    def _on_clicked(self, index: QModelIndex) -> None:
        which = index.data(ROW).which
        if self._delegate.opens(self.visualRect(index), self._pressed, self.layoutDirection()):
            self.muscle_opened.emit(which)
        else:
            self.pattern_tapped.emit(which)
