"""The way out of the kiosk, and settings that several windows or nobody can write, with the real window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from atlas import cli, paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.pin import fits, hashed
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from tests.ui.conftest import close, key_of, pad_of

PIN = hashed("2468")
Opens = Callable[..., AtlasApp]


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "window.json"


@pytest.fixture
def opens(catalog: FileCatalog, opened: AtlasApp, settings: Path, qtbot: QtBot) -> Iterator[Opens]:
    """Opens windows on the same settings; all are closed at the end."""
    made: list[AtlasApp] = []

    def open_one(*, kiosk: bool = True, clock: Clock | None = None) -> AtlasApp:
        made.append(AtlasApp(catalog, settings=settings, kiosk=kiosk, clock=clock or Clock()))
        made[-1].open()
        qtbot.waitExposed(made[-1].window)
        return made[-1]

    yield open_one
    for app in made:
        close(app)


def type_pin(kiosk: AtlasApp, pin: str, qtbot: QtBot) -> None:
    kiosk.window.close()
    pad = pad_of(kiosk)
    for key in pin:
        qtbot.mouseClick(key_of(pad, key), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad.leave, Qt.MouseButton.LeftButton)


def said(kiosk: AtlasApp) -> str:
    return " ".join(label.text() for label in pad_of(kiosk).findChildren(QLabel) if label.isVisible())


def end(app: AtlasApp) -> None:
    """As if the power went: nothing is asked, nothing is written."""
    app.window.hide()
    app._languages.speak("en")  # the words are those of the process


def test_neither_stay_nor_another_language_nor_a_restart_shortens_the_pause(
    opens: Opens, settings: Path, qtbot: QtBot
) -> None:
    save_preferences(settings, Preferences(pin=PIN))
    clock = Clock()
    kiosk = opens(clock=clock)
    for _ in range(5):
        type_pin(kiosk, "1111", qtbot)
    assert "Try again in 0:30 minutes." in said(kiosk)
    qtbot.mouseClick(pad_of(kiosk).stay, Qt.MouseButton.LeftButton)
    type_pin(kiosk, "2468", qtbot)
    assert kiosk.window.isVisible() and "0:30" in said(kiosk) and not pad_of(kiosk).leave.isEnabled()
    qtbot.mouseClick(pad_of(kiosk).stay, Qt.MouseButton.LeftButton)
    before = kiosk.window
    kiosk.store.choose_language("es")
    qtbot.waitUntil(lambda: kiosk.window is not before)
    clock.now += 10
    kiosk.window.close()
    assert "Vuelva a intentarlo en 0:20 minutos." in said(kiosk)
    assert pad_of(kiosk).stay.hasFocus() or pad_of(kiosk).focusProxy() is pad_of(kiosk).stay
    end(kiosk)

    clock.now += 10
    kiosk = opens(clock=clock)
    type_pin(kiosk, "2468", qtbot)
    assert kiosk.window.isVisible() and "0:10" in said(kiosk)
    clock.now += 10
    assert kiosk.kiosk is not None
    kiosk.kiosk.exit._on_second()
    assert "Too many" not in said(kiosk) and pad_of(kiosk).leave.isEnabled()
    for _ in range(5):
        type_pin(kiosk, "1111", qtbot)
    assert "Try again in 1:00 minutes." in said(kiosk)
    clock.now += 60
    type_pin(kiosk, "2468", qtbot)
    assert not kiosk.window.isVisible()
    assert load_preferences(settings)[0] == Preferences(pin=PIN)


@pytest.mark.parametrize("contents", ["", "{}", '{"pin": 4711}', "null", "half"])
def test_settings_that_cannot_be_read_keep_the_kiosk_shut_until_a_pin_is_set(
    opens: Opens, settings: Path, contents: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(settings, Preferences(pin=PIN, clinic="Riverside"))
    whole = settings.read_bytes()
    settings.write_bytes(whole[: len(whole) // 2] if contents == "half" else contents.encode())
    kiosk = opens()
    qtbot.waitUntil(lambda: not kiosk.presenter.is_behind)
    assert kiosk.window.notice.text() == "" and not kiosk.window.notice.isVisible()
    kiosk.window.close()
    assert "cannot be left just now" in said(kiosk) and "atlas --set-pin" in said(kiosk)
    assert str(settings.parent) not in said(kiosk) and not pad_of(kiosk).leave.isVisible()
    pad_of(kiosk)._on_leave()
    assert kiosk.window.isVisible()
    if contents == "half":
        assert settings.with_name("window.json.broken").read_bytes() == whole[: len(whole) // 2]
    set_pin("1357", settings, monkeypatch)
    qtbot.mouseClick(pad_of(kiosk).stay, Qt.MouseButton.LeftButton)
    type_pin(kiosk, "1357", qtbot)
    assert not kiosk.window.isVisible()


def set_pin(pin: str, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_settings", lambda: settings)
    monkeypatch.setattr("getpass.getpass", lambda prompt: pin)
    assert cli.main(["--set-pin"]) == 0


def test_a_pin_set_while_a_window_is_open_holds_and_so_does_its_clinic(
    opens: Opens, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(settings, Preferences(pin=PIN, clinic="Riverside"))
    one, other = opens(kiosk=False), opens(kiosk=False)
    set_pin("1357", settings, monkeypatch)
    one.store.choose_theme("dark")
    assert one.kiosk is None
    handout = one.handout.opened()
    handout.letterhead_changed.emit(replace(handout._letterhead, clinic="Lakeside"))
    one.window.close()
    other.store.choose_tone("monk-4")
    other.window.close()
    kept = load_preferences(settings)[0]
    assert fits("1357", kept.pin) and (kept.clinic, kept.theme, kept.tone) == ("Lakeside", "dark", "monk-4")


def test_a_window_with_broken_settings_says_so_plainly_and_keeps_them(
    opens: Opens, settings: Path, qtbot: QtBot
) -> None:
    settings.parent.mkdir()
    settings.write_text('{"clinic": "River', encoding="utf-8")
    app = opens(kiosk=False)
    aside = settings.with_name("window.json.broken")
    qtbot.waitUntil(app.window.notice.isVisible)
    assert app.window.notice.text() == (
        f"The settings could not be read, so the usual ones are used. What was there is kept in {aside}."
    )
    app.store.choose_theme("dark")
    app.window.close()
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
