"""A button in a text that leads elsewhere; a long name stands on as many lines as it needs."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

_BESIDE = 32  # px of a button beside its words


class LinkButton(QPushButton):
    """A button that looks like a link; a long text breaks into lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty("look", "link")

    def show_text(self, text: str, width: int) -> None:
        """Shows a text where `width` px are there."""
        self._whole = text
        self.fit(width)

    def fit(self, width: int) -> None:
        """Breaks the text into lines for a button of at most `width` px."""
        text = "\n".join(_lines(self._whole, self.fontMetrics(), width - _BESIDE))
        if text != self.text():
            self.setText(text)


def _lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
