"""What leaves the kiosk: its PIN, with pauses that no restart shortens."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.kept.kiosk_lock import KeptKioskLock
from atlas.content.kept.preferences import Preferences, change_preferences, load_preferences, save_preferences
from tests.pins import quickly_hashed

PIN = quickly_hashed("2468")


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save_preferences(tmp_path / "window.json", Preferences(pin=PIN))
    return tmp_path / "window.json"


def door(path: Path, clock: Clock) -> KeptKioskLock:
    return KeptKioskLock(path, load_preferences(path)[0], clock)


def test_the_wrong_pins_of_before_count_after_a_restart(path: Path) -> None:
    clock, waits = Clock(), []
    for _ in range(6):
        for _ in range(5):
            fresh = door(path, clock)
            assert not fresh.opens("1111")
            clock.now += 1
        waits.append(door(path, clock).wait())
        assert not door(path, clock).opens("2468")  # not even the right one, while one has to wait
        clock.now += waits[-1]
    assert waits == [29, 59, 119, 299, 899, 899]
    assert door(path, clock).opens("2468")
    assert load_preferences(path)[0] == Preferences(pin=PIN)


def test_a_pin_that_is_set_while_the_kiosk_runs_counts_at_once(path: Path) -> None:
    opened = door(path, Clock())
    change_preferences(path, {"pin": quickly_hashed("1357")})
    assert not opened.opens("2468") and opened.opens("1357")


@pytest.mark.parametrize("harm", ["missing", "cut", "emptied"])
def test_settings_that_go_while_the_kiosk_runs_leave_the_pin_as_it_was(path: Path, harm: str) -> None:
    opened = door(path, Clock())
    if harm == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:50] if harm == "cut" else b"{}")
    assert opened.asks() == "pin" and not opened.opens("1111") and opened.opens("2468")


def test_broken_settings_keep_the_door_shut_until_a_pin_is_set(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])
    for _ in range(2):  # also after a restart, when they have been put aside
        shut = door(path, Clock())
        assert shut.asks() == "shut" and not shut.opens("") and not shut.opens("2468")
    change_preferences(path, {"pin": quickly_hashed("1357")})
    assert shut.asks() == "pin" and shut.opens("1357")


def test_without_settings_there_is_no_pin(tmp_path: Path) -> None:
    for path in (None, tmp_path / "none.json"):
        opened = KeptKioskLock(path, Preferences(), Clock())
        assert opened.asks() == "nothing" and opened.opens("")
