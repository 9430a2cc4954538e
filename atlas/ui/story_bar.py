"""The few large buttons below a patient's story."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from atlas.domain.story import STEPS, Step
from atlas.ui.icon_button import IconButton
from atlas.ui.words import translate


class StepDots(QWidget):
    """Which of the steps is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step = 1

    def show_step(self, step: Step) -> None:
        self._step = step
        self.setAccessibleName(translate("Story", "Step {} of {}").format(step, len(STEPS)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28 * len(STEPS), 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for k, step in enumerate(STEPS):
            here = step == self._step
            role = QPalette.ColorRole.Link if here else QPalette.ColorRole.Dark
            painter.setBrush(self.palette().color(role))
            size = 8.0 if here else 5.0
            painter.drawEllipse(QPointF(14 + 28 * k, self.height() / 2), size, size)


class StoryBar(QWidget):
    """Says what is wanted; the steps themselves are told elsewhere."""

    leave_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()
    playing_wanted = Signal(bool)
    alert_wanted = Signal()
    reading_wanted = Signal()
    speed_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("storyBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        back = translate("Story", "Back")
        self.leave = IconButton("close", translate("Story", "Leave the patient's view"), f" {back}")
        self.previous = IconButton("back", translate("Story", "Previous step"))
        self.next = IconButton("next", translate("Story", "Next step"))
        self.play = IconButton("play", translate("Story", "Play the steps by themselves"))
        self.play.setCheckable(True)
        self.read = IconButton("speak", translate("Story", "Read aloud"))
        self.speed = QPushButton()
        self.speed.setProperty("look", "outlined")
        self.speed.setAccessibleName(translate("Story", "Speed of reading"))
        self.speed.hide()
        self.alert = QPushButton(translate("Story", "When to get help"))
        self.alert.setProperty("look", "amber")
        self.alert.setCheckable(True)
        self.dots = StepDots()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 16)
        row.setSpacing(12)
        row.addWidget(self.leave)
        row.addStretch(1)
        for widget in (self.previous, self.dots, self.next, self.play, self.read, self.speed):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.alert)
        self.leave.clicked.connect(self.leave_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.play.clicked.connect(self.playing_wanted)
        self.alert.clicked.connect(self.alert_wanted)
        self.read.clicked.connect(self.reading_wanted)
        self.speed.clicked.connect(self.speed_wanted)

    def show_step(self, step: Step) -> None:
        self.dots.show_step(step)
        self.previous.setEnabled(step > STEPS[0])
        self.next.setEnabled(step < STEPS[-1])

    def show_playing(self, playing: bool) -> None:
        self.play.setChecked(playing)
        name = translate("Story", "Pause") if playing else translate("Story", "Play the steps by themselves")
        self.play.show_sign("pause" if playing else "play", name)

    def show_reading(self, reading: bool, paused: bool = False, speed: int = 0) -> None:
        """`speed` 0 as usual, 1 slower, 2 faster."""
        names = (translate("Story", "As usual"), translate("Story", "Slower"), translate("Story", "Faster"))
        self.speed.setText(names[speed])
        self.speed.setVisible(reading)
        if reading and not paused:
            self.read.show_sign("pause", translate("Story", "Pause reading"))
        else:
            self.read.show_sign("speak", translate("Story", "Read on") if paused else translate("Story", "Read aloud"))
