"""Reading aloud: sentence by sentence, lit as it is read, with pause and speed; without a voice it says so."""

from __future__ import annotations

from enum import Enum

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.ui.patient import reading_aloud
from atlas.ui.patient.reading_aloud import ReadingAloud, find_voice, sentences, speak
from atlas.ui.patient.story_view import StoryView
from tests.ui.conftest import SCM


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
        self.speaks = speaks or ("en_US", "es_419", "es_ES")
        self.place = QLocale(self.speaks[0])
        self.voices = ("English (Caribbean)", "English (America)+Andy", "English (America)")
        self.name = self.voices[0]

    def say(self, text: str) -> None:
        self.said.append(text)
        self.stateChanged.emit(State.Speaking)

    def end(self) -> None:
        self.stateChanged.emit(State.Ready)

    def stop(self) -> None:
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
def story(atlas: AtlasApp) -> StoryView:
    atlas.store.choose_muscle(SCM)
    atlas.store.open_story(1)
    mode = atlas.patient.opened().presenter.mode
    assert mode is not None
    return mode


def test_the_story_is_read_and_the_next_step_stops_it(atlas: AtlasApp, story: StoryView, qtbot: QtBot) -> None:
    voice = FakeVoice()
    atlas.patient.opened().presenter.reader.use_voice(voice)
    qtbot.mouseClick(story.bar.read, Qt.MouseButton.LeftButton)
    assert voice.said and story.page.words.startswith(voice.said[0])
    assert story.bar.speed.isVisible()
    qtbot.mouseClick(story.bar.speed, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(story.bar.read, Qt.MouseButton.LeftButton)
    assert voice.rate < 0 and story.bar.speed.text() == "Slower"
    atlas.store.open_story(2)
    reading = atlas.patient.opened().presenter.reader.reading
    assert reading is not None and not reading.is_reading and not story.bar.speed.isVisible()
    atlas.store.open_story(None)
    atlas.patient.opened().presenter.reader.reading = None


def test_without_a_voice_it_says_so(
    atlas: AtlasApp, story: StoryView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_aloud, "find_voice", lambda parent: None)
    qtbot.mouseClick(story.bar.read, Qt.MouseButton.LeftButton)
    assert story.page._note.isVisible() and "No voice" in story.page._note.text()
    atlas.store.open_story(None)


def test_without_a_voice_for_the_language_it_says_so(atlas: AtlasApp, story: StoryView, qtbot: QtBot) -> None:
    voice = FakeVoice("fi_FI")
    atlas.patient.opened().presenter.reader.use_voice(voice)
    qtbot.mouseClick(story.bar.read, Qt.MouseButton.LeftButton)
    assert voice.said == [] and not story.bar.speed.isVisible()
    assert story.page._note.isVisible() and "No voice for this language" in story.page._note.text()
    atlas.store.open_story(None)
    atlas.patient.opened().presenter.reader.reading = None


def test_closing_the_window_silences_the_voice(catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot) -> None:
    made = AtlasApp(catalog)
    made.open()
    made.store.choose_muscle(SCM)
    made.store.open_story(1)
    mode, voice = made.patient.opened().presenter.mode, FakeVoice()
    assert mode is not None
    made.patient.opened().presenter.reader.use_voice(voice)
    qtbot.mouseClick(mode.bar.read, Qt.MouseButton.LeftButton)
    reading = made.patient.opened().presenter.reader.reading
    assert reading is not None and reading.is_reading
    made.window.close()
    assert not reading.is_reading
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_mock_engine_of_qt_reads_where_it_is_installed(qtbot: QtBot) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)
    parent = QObject()
    voice = find_voice(parent, "mock")
    assert voice is not None
    reading = ReadingAloud(voice, parent)
    with qtbot.waitSignal(reading.ended, timeout=10_000):
        reading.read("One. Two.", "en")
