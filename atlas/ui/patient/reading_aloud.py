"""Reads a patient's text aloud, sentence by sentence, where a voice is installed (the optional extra `speech`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject, Signal

RATES = (0.0, -0.35, 0.35)  # -1 slowest .. 1 fastest; a tap goes on to the next
_NOT_FIRST = ("Caribbean", "+")  # espeak-ng's: Qt lists the one as American English, and the other are distorted


class Voice(Protocol):
    """What reads: a `QTextToSpeech`, or another in its place. Its state says when a sentence has ended."""

    stateChanged: Any  # Qt's name
    errorOccurred: Any  # Qt's name

    def say(self, text: str) -> None: ...
    def stop(self) -> None: ...
    def setRate(self, rate: float) -> None: ...
    def locale(self) -> QLocale: ...
    def setLocale(self, locale: QLocale) -> None: ...
    def availableLocales(self) -> Sequence[QLocale]: ...
    def voice(self) -> Any: ...
    def setVoice(self, voice: Any) -> None: ...
    def availableVoices(self) -> Sequence[Any]: ...


def find_voice(parent: QObject, engine: str = "") -> Voice | None:
    """The system's voice; None where the extra is not installed or the system has none."""
    try:
        speech = import_module("PySide6.QtTextToSpeech")
        made = speech.QTextToSpeech(engine, parent) if engine else speech.QTextToSpeech(parent)
        found: Voice | None = made if made.availableVoices() else None
    except (ImportError, OSError, RuntimeError):
        return None
    return found


def speak(voice: Voice, language: str) -> bool:
    """Lets a voice speak a language, its own where that fits; False where none of that language is installed."""
    wanted = QLocale(language)
    if voice.locale().language() != wanted.language():
        there = sorted(
            (place for place in voice.availableLocales() if place.language() == wanted.language()),
            key=lambda place: (place.name() != wanted.name(), place.name()),
        )
        if not there:
            return False
        voice.setLocale(there[0])
    if any(odd in voice.voice().name() for odd in _NOT_FIRST):
        usual = (v for v in voice.availableVoices() if not any(odd in v.name() for odd in _NOT_FIRST))
        voice.setVoice(next(usual, voice.voice()))
    return True


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    found = (m.span() for m in re.finditer(r"[^\s][^.!?\n]*(?:[.!?]+(?!\s|$)[^.!?\n]*)*[.!?…]*", text))
    return tuple((a, b) for a, b in found if text[a:b].strip())


class ReadingAloud(QObject):
    """Says which part of the text is being read, and when reading ends."""

    position_changed = Signal(int, int)  # from, to; the same twice when nothing is read any more
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

    @property
    def speed(self) -> int:
        """0 as usual, 1 slower, 2 faster."""
        return self._rate

    def read(self, text: str, language: str) -> bool:
        """Reads a text from its beginning, in place of what is being read; False without a voice for its language."""
        self.stop()
        if not speak(self._voice, language):
            return False
        self._text, self._parts, self._at = text, sentences(text), -1
        self._go_on()
        return True

    def pause_or_go_on(self) -> None:
        """Falls silent, and later begins the sentence again: not every system's voice can stop within one."""
        if not self.is_reading:
            return
        self._paused = not self._paused
        if self._paused:
            self._voice.stop()
        else:
            self._say()
        self.paused.emit(self._paused)

    def change_speed(self) -> None:
        """The next of three speeds, from the next sentence on."""
        self._rate = (self._rate + 1) % len(RATES)
        self._voice.setRate(RATES[self._rate])

    def stop(self) -> None:
        was = self.is_reading
        self._at, self._paused, self._speaking = -1, False, False
        if was:
            self._voice.stop()
            self.position_changed.emit(0, 0)
            self.ended.emit()

    def _go_on(self) -> None:
        self._at += 1
        if self._at >= len(self._parts):
            self._at = -1
            self.position_changed.emit(0, 0)
            self.ended.emit()
            return
        self._say()

    def _say(self) -> None:
        self._speaking = False
        start, end = self._parts[self._at]
        self.position_changed.emit(start, end)
        self._voice.say(self._text[start:end])

    def _on_state_changed(self, state: object) -> None:
        name = getattr(state, "name", "")
        if name == "Speaking":
            self._speaking = True
        elif name == "Ready" and self.is_reading and self._speaking and not self._paused:
            self._go_on()
        elif name == "Error":
            self.stop()
