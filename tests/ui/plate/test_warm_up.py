"""What is read in idle moments: it waits while a stroke goes on, and when it is over it is over."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from atlas.ui.plate.warm_up import WarmUp


def test_it_waits_and_goes_on_from_there(qapp: QObject, qtbot: QtBot) -> None:
    done: list[int] = []
    warm_up = WarmUp(qapp)
    warm_up.begin(done.append(k) for k in range(3))
    warm_up.wait(True)
    assert not warm_up.is_going_on
    warm_up.wait(False)
    qtbot.waitUntil(lambda: not warm_up.is_going_on)
    assert done == [0, 1, 2]


def test_after_the_last_step_no_stroke_begins_it_again(qapp: QObject, qtbot: QtBot) -> None:
    """The memory would be looked through after every stroke, while the next one is drawn."""
    warm_up = WarmUp(qapp)
    warm_up.begin(iter([None]))
    qtbot.waitUntil(lambda: not warm_up.is_going_on)
    warm_up.wait(True)
    warm_up.wait(False)
    assert not warm_up.is_going_on


def test_what_was_stopped_stays_stopped(qapp: QObject) -> None:
    warm_up = WarmUp(qapp)
    warm_up.begin(iter([None]))
    warm_up.stop()
    warm_up.wait(True)
    warm_up.wait(False)
    assert not warm_up.is_going_on
