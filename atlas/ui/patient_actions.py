"""What can be done for the patient with the muscle that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.ui.choice import Choice
from atlas.ui.flow_layout import FlowLayout
from atlas.ui.icon_button import IconButton
from atlas.ui.words import translate


class PatientActions(QWidget):
    """Says what is wanted; `flow` takes further buttons."""

    story_wanted = Signal()
    guide_wanted = Signal()
    handout_wanted = Signal()
    screen_wanted = Signal(bool)
    screen_chosen = Signal(str)  # follow, freeze or blank

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story = IconButton(
            "person", translate("Actions", "Show to patient"), " " + translate("Actions", "Show to patient")
        )
        self.guide = QPushButton(translate("Modes", "Guide"))
        self.guide.setProperty("look", "outlined")
        self.guide.setAccessibleName(translate("Actions", "Questions people ask"))
        self.handout = QPushButton(translate("Handout", "Handout"))
        self.handout.setProperty("look", "outlined")
        self.handout.setAccessibleName(translate("Handout", "Handout to take home"))
        self.handout.hide()
        self.second = IconButton("screen", translate("Actions", "Patient's screen"))
        self.second.setCheckable(True)
        buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self.flow = FlowLayout(buttons)
        for button in (self.story, self.guide, self.handout, self.second):
            self.flow.addWidget(button)
        self.screen_state = Choice(
            translate("Actions", "Patient's screen"),
            [
                ("follow", translate("Actions", "Follows")),
                ("freeze", translate("Actions", "Frozen")),
                ("blank", translate("Actions", "Blank")),
            ],
        )
        self.screen_state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(4)
        column.addWidget(buttons)
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

    def show_screen(self, screen: str) -> None:
        """`screen` is off, follow, freeze or blank."""
        self.second.setChecked(screen != "off")
        self.screen_state.setVisible(screen != "off")
        if screen != "off":
            self.screen_state.show_choice(screen)
