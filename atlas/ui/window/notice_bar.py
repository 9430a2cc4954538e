"""A quiet line at the top for what could not be read; it can be opened and put away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from atlas.ui.kit.trouble_bar import TroubleSign
from atlas.ui.language.translate import translate

_MOST_SHOWN = 8


class NoticeBar(QFrame):
    """The first problem with the number of others, or all of them (up to a few)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sentences: tuple[str, ...] = ()
        self._open = False
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._more = QPushButton(translate("Notice", "Show all"))
        self._more.setAccessibleName(translate("Notice", "Show all problems"))
        self._away = QPushButton(translate("Notice", "Dismiss"))
        self._away.setAccessibleName(translate("Notice", "Dismiss the problems"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(TroubleSign())
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self._away)
        self._more.clicked.connect(self._on_more_clicked)
        self._away.clicked.connect(self.hide)
        self.hide()

    def show_problems(self, sentences: tuple[str, ...]) -> None:
        """Shows the first sentence and how many more there are; hides itself when there are none."""
        if sentences == self._sentences:
            return
        self._sentences = sentences
        self._write()
        self.setVisible(bool(sentences))

    def text(self) -> str:
        return self._text.text()

    def _on_more_clicked(self) -> None:
        self._open = not self._open
        self._write()

    def _write(self) -> None:
        more = len(self._sentences) - 1
        self._more.setVisible(more > 0)
        self._more.setText(translate("Notice", "Show less") if self._open else translate("Notice", "Show all"))
        if self._open:
            shown = list(self._sentences[:_MOST_SHOWN])
            if len(self._sentences) > _MOST_SHOWN:
                shown.append(_and_more(len(self._sentences) - _MOST_SHOWN))
            self._text.setText("\n".join(shown))
        elif self._sentences:
            rest = "  " + translate("Notice", "And {} more.").format(more) if more else ""
            self._text.setText(self._sentences[0] + rest)
        self.updateGeometry()


def _and_more(count: int) -> str:
    return translate("Notice", "and {} more; `atlas check` lists them all").format(count)
