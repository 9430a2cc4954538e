"""Reading aloud: sentence by sentence, lit as it is read, with pause and speed; without a voice it says so."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.ui.patient.reading_aloud import ReadingAloud, find_voice, sentences, speak
from tests.ui.conftest import SCM, close
from tests.ui.person import Person

SPEED = "Speed of reading"


class State(Enum):
    Ready = 0
    Speaking = 1
    Paused = 3


class Named:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


class FakeVoice(QObject):
    """Speaks when it is told how long that takes; `speaks` are the places it has voices for."""

    stateChanged = Signal(object)
    errorOccurred = Signal()

    def __init__(self, *speaks: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.rate = 0.0
        self.is_silent = True
        self.speaks = speaks or ("en_US", "es_419", "es_ES")
        self.place = QLocale(self.speaks[0])
        self.voices = ("English (Caribbean)", "English (America)+Andy", "English (America)")
        self.name = self.voices[0]

    def say(self, text: str) -> None:
        self.said.append(text)
        self.is_silent = False
        self.stateChanged.emit(State.Speaking)

    def end(self) -> None:
        self.stateChanged.emit(State.Ready)

    def stop(self) -> None:
        self.is_silent = True
        self.stateChanged.emit(State.Ready)

    def setRate(self, rate: float) -> None:
        self.rate = rate

    def locale(self) -> QLocale:
        return self.place

    def setLocale(self, locale: QLocale) -> None:
        self.place = locale

    def availableLocales(self) -> list[QLocale]:
        return [QLocale(name) for name in self.speaks]

    def voice(self) -> Named:
        return Named(self.name)

    def setVoice(self, voice: Named) -> None:
        self.name = voice.name()

    def availableVoices(self) -> list[Named]:
        return [Named(name) for name in self.voices]


def test_a_text_is_cut_into_its_sentences() -> None:
    text = "One here. Two, with 2.5 in it! ¿Y tres?\nFour"
    assert [text[a:b] for a, b in sentences(text)] == ["One here.", "Two, with 2.5 in it!", "¿Y tres?", "Four"]


def test_one_sentence_follows_the_other_and_each_is_lit(qtbot: QtBot) -> None:
    voice, lit = FakeVoice(), list[tuple[int, int]]()
    reading = ReadingAloud(voice)
    reading.position_changed.connect(lambda a, b: lit.append((a, b)))
    reading.read("One. Two.", "es")
    assert voice.said == ["One."] and voice.place.name() == "es_ES"
    voice.end()
    assert voice.said == ["One.", "Two."]
    with qtbot.waitSignal(reading.ended):
        voice.end()
    assert lit == [(0, 4), (5, 9), (0, 0)] and not reading.is_reading


def test_a_pause_falls_silent_and_then_the_sentence_begins_again() -> None:
    voice = FakeVoice()
    reading = ReadingAloud(voice)
    reading.read("One. Two.", "en")
    reading.pause_or_go_on()
    voice.end()
    assert voice.said == ["One."] and reading.is_paused
    reading.pause_or_go_on()
    assert voice.said == ["One.", "One."]
    voice.end()
    assert voice.said == ["One.", "One.", "Two."]


def test_a_silence_that_is_told_late_does_not_skip_the_sentence() -> None:
    voice = FakeVoice()
    reading = ReadingAloud(voice)
    voice.stop = lambda: None  # type: ignore[method-assign]  # speech-dispatcher says so later
    voice.say = voice.said.append  # type: ignore[method-assign]
    reading.read("One. Two.", "en")
    voice.stateChanged.emit(State.Speaking)
    reading.pause_or_go_on()
    reading.pause_or_go_on()
    voice.end()
    assert voice.said == ["One.", "One."]
    voice.stateChanged.emit(State.Speaking)
    voice.end()
    assert voice.said == ["One.", "One.", "Two."]


def test_each_language_gets_a_voice_of_its_own_or_none() -> None:
    voice = FakeVoice()
    assert speak(voice, "en") and voice.place.name() == "en_US" and voice.name == "English (America)"
    assert speak(voice, "es") and voice.place.name() == "es_ES"
    assert not speak(voice, "de") and voice.place.name() == "es_ES"
    at_home = FakeVoice("es_MX", "es_ES")
    assert speak(at_home, "es") and at_home.place.name() == "es_MX"


@pytest.fixture
def patient(me: Person) -> Iterator[Person]:
    """Someone before the first step of the patient's view."""
    me.store.choose_muscle(SCM)
    me.settled()
    me.presses("Show to patient")
    yield me
    me.store.open_story(None)


def test_the_story_is_read_and_the_next_step_stops_it(patient: Person) -> None:
    voice = FakeVoice()
    with patient.on_a_computer_with(voice):
        patient.presses("Read aloud")
        assert voice.said and voice.said[0] in patient.story.reads()
        assert patient.story.button(SPEED).text() == "As usual"
        patient.presses(SPEED)
        patient.presses("Pause reading")
        assert voice.rate < 0 and patient.story.button(SPEED).text() == "Slower" and patient.offers("Read on")
        patient.presses("Next step")
        assert patient.offers("Read aloud") and not patient.shows(SPEED)
        said = len(voice.said)
        voice.end()
        assert len(voice.said) == said


def test_without_a_voice_it_says_so(patient: Person) -> None:
    with patient.on_a_computer_with(None):
        assert "No voice" not in patient.story.reads()
        patient.presses("Read aloud")
        assert "No voice is installed on this device." in patient.story.reads()


def test_without_a_voice_for_the_language_it_says_so(patient: Person) -> None:
    voice = FakeVoice("fi_FI")
    with patient.on_a_computer_with(voice):
        patient.presses("Read aloud")
        assert voice.said == [] and not patient.shows(SPEED)
        assert "No voice for this language is installed on this device." in patient.story.reads()


def test_closing_the_window_silences_the_voice(catalog: FileCatalog, opened: AtlasApp) -> None:
    someone, voice = Person(AtlasApp(catalog)), FakeVoice()
    someone.opens_window()
    someone.store.choose_muscle(SCM)
    someone.store.open_story(1)
    with someone.on_a_computer_with(voice):
        someone.presses("Read aloud")
        assert someone.offers("Pause reading") and not voice.is_silent
        someone.closes()
        assert voice.is_silent
    close(someone.app)


def test_the_mock_engine_of_qt_reads_where_it_is_installed(qtbot: QtBot) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)
    parent = QObject()
    voice = find_voice(parent, "mock")
    assert voice is not None
    reading = ReadingAloud(voice, parent)
    with qtbot.waitSignal(reading.ended, timeout=10_000):
        reading.read("One. Two.", "en")
