"""Reads a patient's text aloud, sentence by sentence, where a voice is installed (the optional extra `speech`)."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject, Signal

RATES = (0.0, -0.35, 0.35)  # -1 slowest .. 1 fastest; a tap goes on to the next


class Voice(Protocol):
    """What reads: a `QTextToSpeech`, or another in its place. Its state says when a sentence has ended."""

    stateChanged: Any  # Qt's name
    errorOccurred: Any  # Qt's name

    def say(self, text: str) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def stop(self) -> None: ...
    def setRate(self, rate: float) -> None: ...
    def setLocale(self, locale: QLocale) -> None: ...


def find_voice(parent: QObject, engine: str = "") -> Voice | None:
    """The system's voice; None where the extra is not installed or the system has none."""
    try:
        speech = import_module("PySide6.QtTextToSpeech")
        made = speech.QTextToSpeech(engine, parent) if engine else speech.QTextToSpeech(parent)
        found: Voice | None = made if made.availableVoices() else None
    except (ImportError, OSError, RuntimeError):
        return None
    return found


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    found = (m.span() for m in re.finditer(r"[^\s][^.!?\n]*(?:[.!?]+(?!\s|$)[^.!?\n]*)*[.!?…]*", text))
    return tuple((a, b) for a, b in found if text[a:b].strip())


class ReadingAloud(QObject):
    """Says which part of the text is being read, and when reading ends."""

    spoken = Signal(int, int)  # from, to; the same twice when nothing is read any more
    paused = Signal(bool)
    ended = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._text, self._parts, self._at = "", tuple[tuple[int, int], ...](), -1
        self._rate, self._paused, self._speaking = 0, False, False
        voice.stateChanged.connect(self._on_state_changed)
        voice.errorOccurred.connect(self.stop)

    @property
    def is_reading(self) -> bool:
        return self._at >= 0

    @property
    def is_paused(self) -> bool:
        return self._paused

    def read(self, text: str, language: str) -> None:
        """Reads a text from its beginning, in place of what is being read."""
        self.stop()
        self._voice.setLocale(QLocale(language))
        self._text, self._parts, self._at = text, sentences(text), -1
        self._go_on()

    def pause_or_go_on(self) -> None:
        if not self.is_reading:
            return
        self._paused = not self._paused
        if self._paused:
            self._voice.pause()
        else:
            self._voice.resume()
        self.paused.emit(self._paused)

    def change_speed(self) -> int:
        """The next of three speeds, from the next sentence on; returns which: 0 as usual, 1 slower, 2 faster."""
        self._rate = (self._rate + 1) % len(RATES)
        self._voice.setRate(RATES[self._rate])
        return self._rate

    def stop(self) -> None:
        was = self.is_reading
        self._at, self._paused, self._speaking = -1, False, False
        if was:
            self._voice.stop()
            self.spoken.emit(0, 0)
            self.ended.emit()

    def _go_on(self) -> None:
        self._at += 1
        self._speaking = False
        if self._at >= len(self._parts):
            self._at = -1
            self.spoken.emit(0, 0)
            self.ended.emit()
            return
        start, end = self._parts[self._at]
        self.spoken.emit(start, end)
        self._voice.say(self._text[start:end])

    def _on_state_changed(self, state: object) -> None:
        name = getattr(state, "name", "")
        if name == "Speaking":
            self._speaking = True
        elif name == "Ready" and self.is_reading and self._speaking and not self._paused:
            self._go_on()
        elif name == "Error":
            self.stop()
