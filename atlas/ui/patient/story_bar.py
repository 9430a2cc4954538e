"""The few large buttons below a patient's story."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from atlas.domain.words.story import STEPS, StoryStep
from atlas.ui.kit.choice import ChoiceButton
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.language.translate import translate

_MIDDLE = Qt.AlignmentFlag.AlignVCenter  # each as high as its text needs


class StepDots(QWidget):
    """Which of the steps is shown."""

    ROLE = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: StoryStep = 1

    def show_step(self, step: StoryStep) -> None:
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
            x = 14 + 28 * k
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                x = self.width() - x
            painter.drawEllipse(QPointF(x, self.height() / 2), size, size)


class StoryBar(QWidget):
    """Says what is wanted; the steps themselves are shown elsewhere."""

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
        self.speed = QPushButton(translate("Story", "As usual"))
        self.speed.setProperty("look", "outlined")
        self.speed.setAccessibleName(translate("Story", "Speed of reading"))
        self.speed.hide()
        self.alert = ChoiceButton(translate("Story", "When to get help"))
        self.alert.setProperty("look", "amber")
        self.dots = StepDots()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 16)
        column.setSpacing(8)
        self._above, self._row = QHBoxLayout(), QHBoxLayout()
        column.addLayout(self._above)
        column.addLayout(self._row)
        self._above.addStretch(1)
        self._row.setSpacing(12)
        self._row.addWidget(self.leave, 0, _MIDDLE)
        self._row.addStretch(1)
        for widget in (self.previous, self.dots, self.next, self.play, self.read, self.speed):
            self._row.addWidget(widget, 0, _MIDDLE)
        self._row.addStretch(1)
        self._row.addWidget(self.alert, 0, _MIDDLE)
        for button in self.findChildren(QPushButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a tap the arrow keys still turn the steps
        self.leave.clicked.connect(self.leave_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.play.clicked.connect(self.playing_wanted)
        self.alert.clicked.connect(self.alert_wanted)
        self.read.clicked.connect(self.reading_wanted)
        self.speed.clicked.connect(self.speed_wanted)

    def fit(self, width: int) -> None:
        """Without the room for all buttons in one row, the way to help stands above them; then the way out too."""
        buttons = (self.leave, self.previous, self.dots, self.next, self.play, self.read, self.speed, self.alert)
        for button in buttons:
            button.ensurePolished()
        metrics = self.speed.fontMetrics()
        longest = max(metrics.horizontalAdvance(name) for name in _speeds())
        more = longest - metrics.horizontalAdvance(self.speed.text())
        needed = sum(b.sizeHint().width() + self._row.spacing() for b in buttons[:-1]) + more + 48
        row = self._row if needed <= width else self._above
        if row.indexOf(self.leave) < 0:
            row.insertWidget(0, self.leave, 0, _MIDDLE)
        row = self._row if needed + self.alert.sizeHint().width() <= width else self._above
        if row.indexOf(self.alert) < 0:
            row.addWidget(self.alert, 0, _MIDDLE)

    def show_step(self, step: StoryStep) -> None:
        self.dots.show_step(step)
        self.previous.setEnabled(step > STEPS[0])
        self.next.setEnabled(step < STEPS[-1])

    def show_playing(self, playing: bool) -> None:
        self.play.setChecked(playing)
        name = translate("Story", "Pause") if playing else translate("Story", "Play the steps by themselves")
        self.play.show_sign("pause" if playing else "play", name)

    def show_reading(self, reading: bool, paused: bool = False, speed: int = 0) -> None:
        """`speed` 0 as usual, 1 slower, 2 faster."""
        self.speed.setText(_speeds()[speed])
        self.speed.setVisible(reading)
        if reading and not paused:
            self.read.show_sign("pause", translate("Story", "Pause reading"))
        else:
            self.read.show_sign("speak", translate("Story", "Read on") if paused else translate("Story", "Read aloud"))


def _speeds() -> tuple[str, str, str]:
    return (translate("Story", "As usual"), translate("Story", "Slower"), translate("Story", "Faster"))
