"""What can be done for the patient with the muscle that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from atlas.ui.kit.choice import Choice
from atlas.ui.kit.flow_layout import in_a_row
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.language.translate import translate


class PatientActions(QWidget):
    """Says what is wanted."""

    story_wanted = Signal()
    guide_wanted = Signal()
    handout_wanted = Signal()
    screen_wanted = Signal(bool)
    screen_chosen = Signal(str)  # follow, freeze or blank

    def __init__(self, parent: QWidget | None = None, *, beside: QWidget | None = None) -> None:
        """`beside` is a title that they stand beside: as signs, and without what needs a muscle of its own."""
        super().__init__(parent)
        self.story = IconButton(
            "person", translate("Actions", "Show to patient"), " " + translate("Actions", "Show to patient")
        )
        self.guide = QPushButton(translate("Modes", "Guide"))
        self.guide.setProperty("look", "outlined")
        self.guide.setAccessibleName(translate("Actions", "Questions people ask"))
        label = "" if beside else " " + translate("Handout", "Handout")
        self.handout = IconButton("page", translate("Handout", "Handout to take home"), label)
        self.handout.hide()
        self.second = IconButton("screen", translate("Actions", "Patient's screen"))
        self.second.setCheckable(True)
        self.screen_state = Choice(
            translate("Actions", "Patient's screen"),
            [
                ("follow", translate("Actions", "Follows")),
                ("freeze", translate("Actions", "Frozen")),
                ("blank", translate("Actions", "Blank")),
            ],
            wraps=True,
        )
        self.screen_state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(4)
        if beside is None:
            column.addWidget(in_a_row(self.story, self.guide, self.handout, self.second))
        else:
            row = QHBoxLayout()
            row.addWidget(beside, 1)
            row.addWidget(self.handout)
            row.addWidget(self.second)
            column.addLayout(row)
        column.addWidget(self.screen_state)
        self.story.clicked.connect(self.story_wanted)
        self.guide.clicked.connect(self.guide_wanted)
        self.handout.clicked.connect(self.handout_wanted)
        self.second.clicked.connect(self.screen_wanted)
        self.screen_state.chosen.connect(self.screen_chosen)

    def show_muscle(self, muscle: str | None) -> None:
        """Without a muscle there is no story to tell."""
        self.story.setVisible(muscle is not None)

    def offer_handout(self, offered: bool) -> None:
        self.handout.setVisible(offered)

    def keep_from_second_screen(self) -> None:
        """No second window is offered."""
        self.second.hide()
        self.screen_state.hide()

    def show_screen(self, screen: str) -> None:
        """`screen` is off, follow, freeze or blank."""
        self.second.setChecked(screen != "off")
        self.screen_state.setVisible(screen != "off")
        if screen != "off":
            self.screen_state.show_choice(screen)
