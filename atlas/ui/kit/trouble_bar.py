"""Why something could not be done: a sentence with its own sign, and never in the place or colour of a warning."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from atlas.ui.kit.icons import icon

_SIGN = 22  # px


class TroubleSign(QWidget):
    """An exclamation mark in a ring, in the ink of what it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_SIGN, _SIGN))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon("trouble", self.palette().color(QPalette.ColorRole.WindowText)).paint(painter, self.rect())


class TroubleBar(QFrame):
    """One sentence on what could not be done, with a sign; hidden where there is none."""

    ROLE = QAccessible.Role.AlertMessage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(TroubleSign(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """What happened and why; an empty sentence takes the last one away."""
        if sentence == self._text.text():
            return
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        return self._text.text()
