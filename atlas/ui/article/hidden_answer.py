"""The answer to a question in a text: hidden until one asks for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.ui.language.translate import translate


class HiddenAnswer(QWidget):
    """A button, and below it the answer once it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setProperty("look", "link")
        self.button.toggled.connect(self._on_toggled)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setProperty("look", "reading")
        self.answer.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.answer)

    def show_answer(self, text: str) -> None:
        """Holds another answer, and hides it."""
        self.answer.setText(text)
        self.button.setChecked(False)
        self._on_toggled(False)

    def text(self) -> str:
        """What can be read now."""
        return self.answer.text() if self.button.isChecked() else self.button.text()

    def _on_toggled(self, shown: bool) -> None:
        self.button.setText(
            translate("Article", "Hide the answer") if shown else translate("Article", "Show the answer")
        )
        self.answer.setVisible(shown)
