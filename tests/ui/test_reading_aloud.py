"""Reading aloud: sentence by sentence, lit as it is read, with pause and speed; without a voice it says so."""

from __future__ import annotations

from enum import Enum

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.ui import reading_aloud
from atlas.ui.patient_mode import PatientMode
from atlas.ui.reading_aloud import ReadingAloud, find_voice, sentences
from tests.ui.conftest import SCM


class State(Enum):
    Ready = 0
    Speaking = 1
    Paused = 3


class FakeVoice(QObject):
    """Speaks when it is told how long that takes."""

    stateChanged = Signal(object)
    errorOccurred = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.rate, self.language = 0.0, ""

    def say(self, text: str) -> None:
        self.said.append(text)
        self.stateChanged.emit(State.Speaking)

    def end(self) -> None:
        self.stateChanged.emit(State.Ready)

    def pause(self) -> None:
        self.stateChanged.emit(State.Paused)

    def resume(self) -> None:
        self.stateChanged.emit(State.Speaking)

    def stop(self) -> None:
        self.stateChanged.emit(State.Ready)

    def setRate(self, rate: float) -> None:
        self.rate = rate

    def setLocale(self, locale: QLocale) -> None:
        self.language = locale.name()[:2]


def test_a_text_is_cut_into_its_sentences() -> None:
    text = "One here. Two, with 2.5 in it! ¿Y tres?\nFour"
    assert [text[a:b] for a, b in sentences(text)] == ["One here.", "Two, with 2.5 in it!", "¿Y tres?", "Four"]


def test_one_sentence_follows_the_other_and_each_is_lit(qtbot: QtBot) -> None:
    voice, lit = FakeVoice(), list[tuple[int, int]]()
    reading = ReadingAloud(voice)
    reading.spoken.connect(lambda a, b: lit.append((a, b)))
    reading.read("One. Two.", "es")
    assert voice.said == ["One."] and voice.language == "es"
    voice.end()
    assert voice.said == ["One.", "Two."]
    with qtbot.waitSignal(reading.ended):
        voice.end()
    assert lit == [(0, 4), (5, 9), (0, 0)] and not reading.is_reading


def test_a_pause_holds_the_sentence_and_the_speed_changes() -> None:
    voice = FakeVoice()
    reading = ReadingAloud(voice)
    reading.read("One. Two.", "en")
    reading.pause_or_go_on()
    voice.end()
    assert voice.said == ["One."]
    reading.pause_or_go_on()
    voice.end()
    assert voice.said == ["One.", "Two."]
    assert reading.change_speed() == 1 and voice.rate < 0


@pytest.fixture
def story(atlas: AtlasApp) -> PatientMode:
    atlas.store.choose_muscle(SCM)
    atlas.store.tell_story(1)
    mode = atlas.chairside.patient.mode
    assert mode is not None
    return mode


def test_the_story_is_read_and_the_next_step_stops_it(atlas: AtlasApp, story: PatientMode, qtbot: QtBot) -> None:
    voice = FakeVoice()
    atlas.chairside.patient.use_voice(voice)
    qtbot.mouseClick(story.bar.read, Qt.MouseButton.LeftButton)
    assert voice.said and story.page.words.startswith(voice.said[0])
    assert story.bar.speed.isVisible()
    atlas.store.tell_story(2)
    reading = atlas.chairside.patient.reading
    assert reading is not None and not reading.is_reading and not story.bar.speed.isVisible()
    atlas.store.tell_story(None)
    atlas.chairside.patient.reading = None


def test_without_a_voice_it_says_so(
    atlas: AtlasApp, story: PatientMode, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_aloud, "find_voice", lambda parent: None)
    qtbot.mouseClick(story.bar.read, Qt.MouseButton.LeftButton)
    assert story.page._note.isVisible() and "No voice" in story.page._note.text()
    atlas.store.tell_story(None)


def test_the_mock_engine_of_qt_reads_where_it_is_installed(qtbot: QtBot) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)
    parent = QObject()
    voice = find_voice(parent, "mock")
    assert voice is not None
    reading = ReadingAloud(voice, parent)
    with qtbot.waitSignal(reading.ended, timeout=10_000):
        reading.read("One. Two.", "en")
