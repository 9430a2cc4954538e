"""Brings the patient's view and the patient's screen up to a state."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from atlas.domain.catalog import Catalog
from atlas.domain.choices import ENGLISH
from atlas.domain.scene import Scene, resolve
from atlas.domain.state import AtlasState
from atlas.domain.words.story import STEP_HEADINGS, STEPS, StoryStep, story_state
from atlas.render.renderer import Renderer
from atlas.ui.kit.cross_fade import system_reduces_motion
from atlas.ui.kit.theme import THEME_COLOURS, style_sheet
from atlas.ui.patient.page_texts import PatientText, drawing_text, step_text
from atlas.ui.patient.patient_screen import PatientScreen
from atlas.ui.patient.story_reader import StoryReader
from atlas.ui.patient.story_view import StoryView
from atlas.ui.plate.description import described
from atlas.ui.window.slots import Frame

_DRAWN_AFTER_MS = 150  # not at every move of a finger
_CHOSEN: StoryStep = 3  # the step that the patient's screen shows of a muscle outside a story


class PatientPresenter(QObject):
    """Makes both views when they are first wanted; passes on what the patient or the therapist does there."""

    step_chosen = Signal(object)  # a step, or None when the patient's view is left
    screen_closed = Signal(str)  # always "off"

    def __init__(self, frame: Frame, catalog: Catalog, plates: Renderer) -> None:
        super().__init__(frame)
        self._frame, self._catalog, self._plates = frame, catalog, plates
        self.mode: StoryView | None = None
        self.screen: PatientScreen | None = None
        self._before: Qt.WindowState | None = None  # the window's, while a story is shown
        self.reader: StoryReader | None = None
        self._state: AtlasState | None = None
        self._later = QTimer(self, singleShot=True, interval=_DRAWN_AFTER_MS)
        self._later.timeout.connect(self._show_drawn)

    @property
    def is_behind(self) -> bool:
        """Whether the patient's screen is still to follow what is drawn."""
        return self._later.isActive()

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        self._state = new
        step_before = old.story if old.study.muscle is not None else None
        step = new.story if new.study.muscle is not None else None
        if step is not None and (step_before is None or _seen(old) != _seen(new)):
            self._show_story(new, first=step_before is None)
        elif step is None and step_before is not None:
            self._leave_story()
        if old.patient_screen != new.patient_screen or (
            new.patient_screen == "follow" and (_seen(old) != _seen(new) or old.story != new.story)
        ):
            self._show_screen(old, new)
        if new.patient_screen == "follow" and new.mode == "pain":
            if old.report is not new.report:
                self._later.start()
        else:
            self._later.stop()  # what was drawn last is not shown any more
        if self.screen is not None and old.room.theme != new.room.theme:
            self.screen.setStyleSheet(style_sheet(THEME_COLOURS[new.room.theme], new.room.text_size))

    def page(self, state: AtlasState) -> tuple[Scene, PatientText] | None:
        """What a patient sees of a state: the drawing, the muscle, or nothing where there is neither."""
        if state.mode == "pain" and state.story is None:
            words = drawing_text(state, self._catalog, self._catalog.guide(state.room.language))
            words = replace(words, picture=described(state, self._catalog))
            return resolve(state, self._catalog), words
        if state.study.muscle is None:
            return None
        step: StoryStep = STEPS[state.story - 1] if state.story else _CHOSEN
        shown = story_state(state, step) if state.story else state
        name = self._catalog.name(state.study.muscle, state.room.language)
        texts = self._catalog.texts(state.study.muscle, state.room.language)
        missing = self._catalog.untranslated(state.study.muscle, state.room.language)
        words = replace(step_text(name, texts, step, missing), picture=described(shown, self._catalog))
        return resolve(shown, self._catalog), words

    def begin_new_patient(self) -> None:
        """Lets go of what a patient has seen; the screen, if it is lit, is blank by now."""
        self._later.stop()
        if self.mode is not None:
            self.mode.page.forget()

    def stop(self) -> None:
        """Both views are left for good."""
        self._later.stop()
        if self.mode is not None and self.reader is not None:
            self.reader.stop()
            self.mode.rest()
        self._give_back()
        if self.screen is not None:
            self.screen.closed.disconnect(self._on_screen_closed)
            self.screen.close()
            self.screen.deleteLater()
            self.screen = None

    # -- the patient's view --------------------------------------------------

    def _show_story(self, state: AtlasState, first: bool) -> None:
        if self.mode is None or self.reader is None:
            self.mode = StoryView(self._plates, self._catalog, state.room.text_size, self._frame)
            self.mode.left.connect(self._on_left)
            self.mode.step_chosen.connect(self.step_chosen)
            self.reader = StoryReader(self.mode)
        found = self.page(state)
        assert found is not None and state.story is not None and state.study.muscle is not None
        if first:
            self._before = self._frame.windowState()
            self._frame.cover(self.mode)
            if not self._frame.isFullScreen():
                self._frame.showFullScreen()
        moving = not first and not state.room.reduced_motion and not system_reduces_motion()
        in_english = STEP_HEADINGS[STEPS[state.story - 1]] in self._catalog.untranslated(
            state.study.muscle, state.room.language
        )
        self.reader.stop()
        self.reader.language = ENGLISH if in_english else state.room.language
        self.mode.show_step(STEPS[state.story - 1], *found, moving=moving)

    def _leave_story(self) -> None:
        if self.mode is not None and self.reader is not None:
            self.reader.stop()
            self.mode.rest()
            self._frame.uncover(self.mode)
            self._give_back()

    def _give_back(self) -> None:
        """The window is again as it was before the story: maximised, in a place, or full screen."""
        if self._before is not None and self._frame.windowState() != self._before:
            self._frame.setWindowState(self._before)
        self._before = None

    def _on_left(self) -> None:
        self.step_chosen.emit(None)

    # -- the patient's screen ------------------------------------------------

    def _show_screen(self, old: AtlasState, new: AtlasState) -> None:
        if new.patient_screen == "off":
            if self.screen is not None:
                self.screen.hide()
                self.screen.show_page(None, None, moving=False)
            return
        if self.screen is None:
            self.screen = PatientScreen(self._plates, self._catalog, new.room.text_size)
            self.screen.setStyleSheet(style_sheet(THEME_COLOURS[new.room.theme], new.room.text_size))
            self.screen.closed.connect(self._on_screen_closed)
            self.screen.monitors_changed.connect(self._on_monitors_changed)
        if new.patient_screen == "blank":
            self.screen.show_page(None, None, moving=False)
        elif new.patient_screen == "follow":
            scene, words = self.page(new) or (None, None)
            moving = old is not new and not new.room.reduced_motion and not system_reduces_motion()
            self.screen.show_page(scene, words, moving=moving)
        if old.patient_screen == "off":
            self.screen.light(self._frame)

    def _show_drawn(self) -> None:
        if self._state is not None:
            self._show_screen(self._state, self._state)

    def _on_monitors_changed(self) -> None:
        if self.screen is not None:
            self.screen.light(self._frame, asked=False)

    def _on_screen_closed(self) -> None:
        self.screen_closed.emit("off")


def _seen(state: AtlasState) -> tuple[object, ...]:
    """All that changes what a patient sees."""
    pain = state.mode == "pain"  # the guide leaves the muscle where it is
    return pain, state.story, state.look, state.room.theme, state.room.language, state.study.on_the_plate
