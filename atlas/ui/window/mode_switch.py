"""What the left pane is for: finding a muscle, saying where it hurts, or reading the guide."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.ui.kit.choice import Choice
from atlas.ui.language.translate import translate


class ModeSwitch(QWidget):
    """Says which mode was tapped: a value of `atlas.domain.state.Mode`."""

    mode_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        modes = [
            ("muscles", translate("Modes", "Muscles")),
            ("pain", translate("Modes", "Where it hurts")),
            ("guide", translate("Modes", "Guide")),
        ]
        self.choice = Choice(translate("Modes", "Mode"), modes, wraps=True)
        self.choice.set_tight()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.choice)
        self.choice.chosen.connect(self.mode_chosen)
        self.show_mode("muscles")

    def show_mode(self, mode: str) -> None:
        self.choice.show_choice(mode)
