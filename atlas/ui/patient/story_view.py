"""The patient's view over the whole window: a story in four steps, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene
from atlas.domain.words.story import STEPS, StoryStep
from atlas.render.renderer import Renderer
from atlas.ui.language.translate import translate
from atlas.ui.patient.alert_sheet import AlertSheet
from atlas.ui.patient.page_texts import PatientText
from atlas.ui.patient.patient_page import PatientPage
from atlas.ui.patient.story_bar import StoryBar

_LEAST_MS, _MS_PER_WORD = 6000, 380  # how long a step stands when the story plays by itself

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)


class StoryView(QWidget):
    """Says which step is wanted, and when the patient's view is left."""

    ROLE = QAccessible.Role.Dialog

    left = Signal()
    step_chosen = Signal(object)  # a step
    reading_wanted = Signal()
    speed_wanted = Signal()

    def __init__(
        self, pictures: Renderer, catalog: Catalog, text_size: int = 100, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("patientMode")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Story", "The patient's view"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it takes key presses, but is no stop for Tab
        self._step: StoryStep = 1
        self._scale = text_size / 100.0
        self.page = PatientPage(pictures, catalog, text_size, self)
        self.bar = StoryBar(self)
        self.alert = AlertSheet(text_size / 100.0, self)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._on_clock)
        self.page.tapped.connect(self._on_tapped)
        self.bar.leave_wanted.connect(self.left)
        self.bar.previous_wanted.connect(self.choose_previous)
        self.bar.next_wanted.connect(self.choose_next)
        self.bar.playing_wanted.connect(self.play)
        self.bar.alert_wanted.connect(self._on_alert_wanted)
        self.bar.reading_wanted.connect(self.reading_wanted)
        self.bar.speed_wanted.connect(self.speed_wanted)
        self.alert.close_button.clicked.connect(self._on_alert_closed)
        self.hide()

    def show_step(self, step: StoryStep, scene: Scene, text: PatientText, *, moving: bool) -> None:
        self._step = step
        self.page.show_page(scene, text, moving=moving)
        self.bar.show_step(step)
        self.bar.alert.setVisible(bool(text.alert))
        self.alert.show_text(text.alert)
        if self._clock.isActive() or self.bar.play.isChecked():
            self._wait(text)

    @property
    def is_playing(self) -> bool:
        return self._clock.isActive()

    def play(self, playing: bool) -> None:
        """Goes on by itself, each step for as long as it takes to read; from the last step back to the first."""
        self.bar.show_playing(playing)
        self._clock.stop()
        if playing and self._step == STEPS[-1]:
            self.step_chosen.emit(STEPS[0])
        elif playing:
            self._clock.start(self._time_to_read(self.page.text()))

    def rest(self) -> None:
        """Nothing moves or plays any more, and no sheet is open."""
        self.play(False)
        self.page.fade.stop()
        self._on_alert_closed()

    def choose_next(self) -> None:
        if self._step < STEPS[-1]:
            self.step_chosen.emit(self._step + 1)

    def choose_previous(self) -> None:
        if self._step > STEPS[0]:
            self.step_chosen.emit(self._step - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the bar needs another height than before
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        self.bar.fit(self.width())
        high = self.bar.sizeHint().height()
        self.page.setGeometry(0, 0, self.width(), self.height() - high)
        self.bar.setGeometry(0, self.height() - high, self.width(), high)
        width = min(self.width() - 48, round(760 * self._scale))
        tall = min(max(self.alert.height_for(width), 260), self.page.height() - 32)
        self.alert.setGeometry(QRect((self.width() - width) // 2, self.page.height() - tall - 8, width, tall))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.alert.isVisible():
            self._on_alert_closed()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ON:
            self.choose_next()
        elif key in _BACK:
            self.choose_previous()
        else:
            event.accept()  # not for the window below

    def _on_tapped(self) -> None:
        if self.page.fade.is_going_on:
            self.page.fade.stop()
        else:
            self.choose_next()

    def _on_alert_wanted(self) -> None:
        shown = self.alert.isHidden()
        self.bar.alert.setChecked(shown)
        self._lay_out()
        self.alert.setVisible(shown)
        self.alert.raise_()
        if shown:
            self._clock.stop()
            self.bar.show_playing(False)
            self.alert.close_button.setFocus()

    def _on_alert_closed(self) -> None:
        self.alert.hide()
        self.bar.alert.setChecked(False)
        if self.isVisible():
            self.setFocus()

    def _on_clock(self) -> None:
        if self._step < STEPS[-1]:
            self.step_chosen.emit(self._step + 1)
        else:
            self.bar.show_playing(False)

    def _wait(self, text: PatientText) -> None:
        if self._step == STEPS[-1]:
            self._clock.stop()
            self.bar.show_playing(False)
        else:
            self._clock.start(self._time_to_read(text.text))

    def _time_to_read(self, text: str) -> int:
        return max(_LEAST_MS, _MS_PER_WORD * len(text.split()))
