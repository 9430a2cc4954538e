"""The way out of the kiosk, and settings that several windows or nobody can write, with the real window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from atlas import cli, paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.pin import fits
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from tests.pins import quickly_hashed
from tests.ui.conftest import SCM, close
from tests.ui.person import Person

PIN = quickly_hashed("2468")
Opens = Callable[..., Person]


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "window.json"


@pytest.fixture
def opens(catalog: FileCatalog, opened: AtlasApp, settings: Path) -> Iterator[Opens]:
    """Opens windows on the same settings; all are closed at the end."""
    made: list[AtlasApp] = []

    def open_one(*, kiosk: bool = True, clock: Clock | None = None) -> Person:
        made.append(AtlasApp(catalog, settings=settings, kiosk=kiosk, clock=clock or Clock()))
        someone = Person(made[-1])
        someone.opens_window()
        return someone

    yield open_one
    for app in made:
        close(app)


def end(someone: Person) -> None:
    """As if the power went: nothing is asked, nothing is written."""
    someone.window.hide()
    someone.app._languages.speak("en")  # the words are those of the process


def test_neither_stay_nor_another_language_nor_a_restart_shortens_the_pause(opens: Opens, settings: Path) -> None:
    save_preferences(settings, Preferences(pin=PIN))
    clock = Clock()
    kiosk = opens(clock=clock)
    for _ in range(5):
        kiosk.types_pin("1111")
    assert "Try again in 0:30 minutes." in kiosk.pad.reads()
    kiosk.presses("Stay")
    kiosk.types_pin("2468")
    assert kiosk.window.isVisible() and "0:30" in kiosk.pad.reads() and not kiosk.offers("Leave")
    kiosk.presses("Stay")
    kiosk.store.choose_language("es")
    kiosk.settled()
    clock.now += 10
    kiosk.closes()
    assert "Vuelva a intentarlo en 0:20 minutos." in kiosk.pad.reads()
    assert kiosk.hears_focus() == "Quedarse"
    end(kiosk)

    clock.now += 10
    kiosk = opens(clock=clock)
    kiosk.types_pin("2468")
    assert kiosk.window.isVisible() and "0:10" in kiosk.pad.reads()
    clock.now += 10
    kiosk.waits(1)
    assert "Too many" not in kiosk.pad.reads() and kiosk.offers("Leave")
    for _ in range(5):
        kiosk.types_pin("1111")
    assert "Try again in 1:00 minutes." in kiosk.pad.reads()
    clock.now += 60
    kiosk.waits(1)
    kiosk.types_pin("2468")
    assert not kiosk.window.isVisible()
    assert load_preferences(settings)[0] == Preferences(pin=PIN)


@pytest.mark.parametrize("contents", ["", "{}", '{"pin": 4711}', "null", "half"])
def test_settings_that_cannot_be_read_keep_the_kiosk_shut_until_a_pin_is_set(
    opens: Opens, settings: Path, contents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(settings, Preferences(pin=PIN, clinic="Riverside"))
    whole = settings.read_bytes()
    settings.write_bytes(whole[: len(whole) // 2] if contents == "half" else contents.encode())
    kiosk = opens()
    assert kiosk.reads_notice() == ""
    kiosk.closes()
    said = kiosk.pad.reads()
    assert "cannot be left just now" in said and "atlas --set-pin" in said
    assert str(settings.parent) not in said and not kiosk.offers("Leave")
    kiosk.key(Qt.Key.Key_Return)
    assert kiosk.window.isVisible()
    if contents == "half":
        assert settings.with_name("window.json.broken").read_bytes() == whole[: len(whole) // 2]
    set_pin("1357", settings, monkeypatch)
    kiosk.presses("Stay")
    kiosk.types_pin("1357")
    assert not kiosk.window.isVisible()


def set_pin(pin: str, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_settings", lambda: settings)
    monkeypatch.setattr("atlas.content.kept.pin._ROUNDS", 1000)  # see tests/pins.py
    monkeypatch.setattr("getpass.getpass", lambda prompt: pin)
    assert cli.main(["--set-pin"]) == 0


def test_a_pin_set_while_a_window_is_open_holds_and_so_does_its_clinic(
    opens: Opens, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(settings, Preferences(pin=PIN, clinic="Riverside"))
    one, other = opens(kiosk=False), opens(kiosk=False)
    set_pin("1357", settings, monkeypatch)
    one.store.choose_theme("dark")
    one.store.choose_muscle(SCM)
    one.settled()
    one.opens_handout()
    one.pastes("Lakeside", into="Clinic")
    one.closes()
    other.store.choose_tone("monk-4")
    other.closes()
    kept = load_preferences(settings)[0]
    assert fits("1357", kept.pin) and (kept.clinic, kept.theme, kept.tone) == ("Lakeside", "dark", "monk-4")


def test_a_window_with_broken_settings_says_so_plainly_and_keeps_them(opens: Opens, settings: Path) -> None:
    settings.parent.mkdir()
    settings.write_text('{"clinic": "River', encoding="utf-8")
    someone = opens(kiosk=False)
    aside = settings.with_name("window.json.broken")
    assert someone.reads_notice() == (
        f"The settings could not be read, so the usual ones are used. What was there is kept in {aside}."
    )
    someone.store.choose_theme("dark")
    someone.closes()
    assert load_preferences(settings)[0].theme == "dark" and aside.read_text(encoding="utf-8") == '{"clinic": "River'


def test_closing_where_nothing_can_be_kept_harms_nothing(
    catalog: FileCatalog, opened: AtlasApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    raised: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: raised.append(what))
    for folder in ("file", "loop", "file/deeper"):
        app = AtlasApp(catalog, settings=tmp_path / folder / "window.json")
        app.open()
        app.window.close()
        app.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert raised == [] and (tmp_path / "file").read_bytes() == b"old"


def test_while_a_pin_is_checked_nothing_can_be_tapped_and_who_stays_is_not_sent_out(
    opens: Opens, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(settings, Preferences(pin=PIN))
    kiosk, may_go_on = opens(), threading.Event()
    right = fits

    def slowly(typed: str, pin: str) -> bool:
        assert may_go_on.wait(30)
        return right(typed, pin)

    monkeypatch.setattr("atlas.content.kept.kiosk_lock.fits", slowly)
    kiosk.closes()
    for name in (*"2468", "Leave"):
        kiosk.presses(name)
    assert kiosk.app.is_behind
    for name in ("Leave", "Stay", "1"):
        assert not kiosk.pad.button(name).isEnabled()
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.shows("PIN")
    kiosk.app.kiosk.begin_anew()  # nobody is there any more
    may_go_on.set()
    kiosk.settled()
    assert kiosk.window.isVisible() and not kiosk.shows("PIN")
    kiosk.types_pin("2468")
    assert not kiosk.window.isVisible()
