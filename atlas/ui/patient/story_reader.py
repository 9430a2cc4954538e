"""Reads the story aloud in the patient's view, where a voice is installed, and says so where none is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from atlas.domain.choices import ENGLISH
from atlas.ui.language.translate import translate
from atlas.ui.patient.reading_aloud import ReadingAloud, Voice, find_voice
from atlas.ui.patient.story_view import StoryView


class StoryReader(QObject):
    """Reads the steps of the story aloud, at one of several speeds."""

    def __init__(self, mode: StoryView) -> None:
        super().__init__(mode)
        self._mode = mode
        self.reading: ReadingAloud | None = None  # None until someone has asked for it
        self.language = ENGLISH  # what the page is written in
        mode.reading_wanted.connect(self._on_reading_wanted)
        mode.speed_wanted.connect(self._on_speed_wanted)

    def use_voice(self, voice: Voice) -> None:
        """Reads with this voice."""
        self.reading = ReadingAloud(voice, self)
        self.reading.position_changed.connect(self._mode.page.show_reading_position)
        self.reading.ended.connect(self._on_ended)
        self.reading.paused.connect(self._on_paused)

    def stop(self) -> None:
        if self.reading is not None:
            self.reading.stop()

    def _on_reading_wanted(self) -> None:
        if self.reading is None:
            voice = find_voice(self)
            if voice is None:
                self._mode.page.show_note(translate("Story", "No voice is installed on this device."))
                return
            self.use_voice(voice)
        assert self.reading is not None
        if self.reading.is_reading:
            self.reading.pause_or_go_on()
        else:
            self._mode.play(False)
            self._mode.bar.show_reading(True, speed=self.reading.speed)
            if not self.reading.read(self._mode.page.words, self.language):
                self._mode.bar.show_reading(False)
                self._mode.page.show_note(translate("Story", "No voice for this language is installed on this device."))

    def _on_paused(self, paused: bool) -> None:
        if self.reading is not None:
            self._mode.bar.show_reading(True, paused, self.reading.speed)

    def _on_ended(self) -> None:
        self._mode.bar.show_reading(False)

    def _on_speed_wanted(self) -> None:
        if self.reading is not None:
            self.reading.change_speed()
            self._mode.bar.show_reading(True, self.reading.is_paused, self.reading.speed)
