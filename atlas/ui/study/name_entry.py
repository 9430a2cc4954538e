"""Where a muscle's name is typed, or several of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.render.fonts import font
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.language.translate import translate


class NameField(QLineEdit):
    """Undo is for the text while there is some, else for the answer before."""

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride and not self.isUndoAvailable()
        if asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # it has answered, and does not go on as well


class NameChip(QPushButton):
    """A name that was said; a tap takes it back."""

    def __init__(self, muscle: str, name: str) -> None:
        super().__init__(f"{name}  ✕")
        self.muscle = muscle
        self.setProperty("look", "link")
        self.setAccessibleName(translate("Study", "Take back: {}").format(name))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class NameEntry(QWidget):
    """Says what was typed, and for several names that these are all."""

    typed = Signal(str)
    taken_back = Signal(str)  # a muscle
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NameField()
        self.field.setFont(font(12.5))
        self.field.setFixedHeight(52)
        self.field.setPlaceholderText(translate("Study", "Name of the muscle"))
        self.field.setAccessibleName(translate("Study", "Name of the muscle"))
        self._add = QPushButton()
        self._add.setProperty("look", "outlined")
        self._done = QPushButton(translate("Study", "These are all"))
        self._done.setProperty("look", "primary")
        self._said = QLabel()
        self._said.setProperty("look", "muted")
        self._said.setWordWrap(True)
        self._chips = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.field, self._add, self._said, self._chips, self._done):
            column.addWidget(widget)
        self.field.returnPressed.connect(self._on_typed)
        self._add.clicked.connect(self._on_typed)
        self._done.clicked.connect(self.done)

    def begin(self, *, several: bool) -> None:
        """For another question: nothing is typed."""
        self.field.clear()
        self.field.setEnabled(True)
        self._add.setText(translate("Study", "Add") if several else translate("Study", "Answer"))
        self._add.setProperty("look", "outlined" if several else "primary")
        self._add.style().unpolish(self._add)
        self._add.style().polish(self._add)
        self._add.show()
        self._done.setVisible(several)
        self.show_names(())
        self.say("")

    def show_names(self, names: Sequence[tuple[str, str]]) -> None:
        """The muscles that were said so far, (id, name)."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for muscle, name in names:
            chip = NameChip(muscle, name)
            chip.clicked.connect(self._on_chip)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(names))
        self._chips.updateGeometry()

    def say(self, sentence: str) -> None:
        """What came of what was typed."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def close_entry(self) -> None:
        """It has been answered."""
        self.field.setEnabled(False)
        self._add.hide()
        self._done.hide()
        for chip in self._chips.findChildren(NameChip):
            chip.setEnabled(False)

    def _on_typed(self) -> None:
        text = self.field.text().strip()
        if text:
            self.typed.emit(text)
        elif not self._done.isHidden():
            self.done.emit()

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, NameChip):
            self.taken_back.emit(chip.muscle)
