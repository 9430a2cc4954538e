"""Work beside the window: it comes back in the window's thread, in order, and what is dropped never comes."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from atlas.render.shelf import Shelf
from atlas.ui.kit.background_work import BackgroundWork


def test_work_comes_back_in_order_in_the_windows_thread_and_leaves_none_behind(qtbot: QtBot) -> None:
    owner = QObject()
    work, heard = BackgroundWork(owner), list[tuple[object, object, bool]]()

    def hear(what: object, found: object) -> None:
        heard.append((what, found, threading.current_thread() is threading.main_thread()))

    work.came.connect(hear)
    before = set(threading.enumerate())
    for number in range(20):
        work.ask(number, partial(pow, number, 2))
    qtbot.waitUntil(lambda: not work.is_busy)
    assert heard == [(number, number**2, True) for number in range(20)]
    assert set(threading.enumerate()) == before


def test_what_is_dropped_never_comes(qtbot: QtBot) -> None:
    owner = QObject()
    work, heard, go_on = BackgroundWork(owner), list[object](), threading.Event()
    work.came.connect(lambda what, _: heard.append(what))
    for number in range(3):
        work.ask(number, partial(go_on.wait, 10))
    go_on.set()
    work.drop()
    assert not work.is_busy
    work.ask("after", dict)
    qtbot.waitUntil(lambda: not work.is_busy)
    assert heard == ["after"]


def test_two_that_ask_for_the_same_make_it_once_and_what_was_cleared_is_not_kept() -> None:
    shelf, made, begun, go_on = Shelf[str, bytes](100, len), list[int](), threading.Event(), threading.Event()

    def make() -> bytes:
        made.append(1)
        begun.set()
        assert go_on.wait(10)
        return b"picture"

    askers = [threading.Thread(target=shelf.get, args=("view", make)) for _ in range(2)]
    for asker in askers:
        asker.start()
    assert begun.wait(10)
    go_on.set()
    for asker in askers:
        asker.join()
    assert made == [1] and "view" in shelf
    go_on.clear()
    begun.clear()
    late = threading.Thread(target=shelf.get, args=("drawing", make))
    late.start()
    assert begun.wait(10)
    shelf.clear()  # while it is being made
    go_on.set()
    late.join()
    assert "drawing" not in shelf and "view" not in shelf
