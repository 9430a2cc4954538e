"""What the atlas is used for just now: the modes on offer, one of them lit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.ui.kit.choice import Choice
from atlas.ui.language.translate import translate


class ModeSwitch(QWidget):
    """Says which mode was tapped: a value of `atlas.domain.state.Mode`."""

    mode_chosen = Signal(str)

    def __init__(self, modes: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`modes` are (value, name); the first is lit."""
        super().__init__(parent)
        self.choice = Choice(translate("Modes", "Mode"), list(modes), wraps=True)
        self.choice.set_tight()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.choice)
        self.choice.chosen.connect(self.mode_chosen)
        self.show_mode(modes[0][0])

    def show_mode(self, mode: str) -> None:
        self.choice.show_choice(mode)
