"""Where one types the name of a muscle, or what hurts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QWidget

from atlas.render.fonts import font
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.icons import icon
from atlas.ui.language.translate import translate


class SearchBox(QLineEdit):
    """Says what is typed, and passes on the key presses that move through what was found."""

    query_typed = Signal(str)
    moved = Signal(int)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(translate("Search", "Find a muscle"))
        self.setAccessibleName(translate("Search", "Find a muscle"))
        self.setAccessibleDescription(
            translate("Search", "Type a name, a short form or a place. Up and Down move, Enter chooses.")
        )
        self.setFont(font(12.5))
        self.setFixedHeight(52)
        self._clear = IconButton("close", translate("Search", "Clear the search"), parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self._on_clear_clicked)
        self._sign = self.addAction(self._drawn_sign(), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self.query_typed)
        self.textChanged.connect(self._on_text_changed)

    def show_query(self, query: str) -> None:
        if query != self.text():
            with QSignalBlocker(self):
                self.setText(query)
            self._show_clear(bool(query))

    def start_afresh(self) -> None:
        """Empty, and no undo brings back what was typed."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Where nothing typed can be undone, Ctrl+Z is for the window: it may have something to bring back."""
        asked = event.type() == QEvent.Type.ShortcutOverride and not self.isUndoAvailable()
        if asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_sign"):
            self._sign.setIcon(self._drawn_sign())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = QRect(self.width() - 50, 2, 48, 48)
        self._clear.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _on_clear_clicked(self) -> None:
        self.setFocus()
        self.clear()

    def _on_text_changed(self, text: str) -> None:
        self._show_clear(bool(text))
        if not text:  # the clear button edits nothing, it only empties
            self.query_typed.emit("")

    def _show_clear(self, shown: bool) -> None:
        """The button has its room only while there is something to clear: the words in its place need it."""
        self._clear.setVisible(shown)
        room, mirrored = 44 if shown else 0, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def _drawn_sign(self) -> QIcon:
        return icon("search", QApplication.palette().color(QPalette.ColorRole.Dark))
