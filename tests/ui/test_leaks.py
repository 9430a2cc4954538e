"""What is closed is gone: no window, timer or thread stays behind it."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from tests.ui.conftest import SCM, close
from tests.ui.surfaces import every_surface


@pytest.mark.walk
@pytest.mark.parametrize("kiosk", [False, True], ids=["window", "kiosk"])
def test_a_window_that_was_walked_through_and_closed_is_gone(
    opened: AtlasApp, catalog: FileCatalog, kiosk: bool
) -> None:
    before, threads = _tops(), set(threading.enumerate())
    parts = _opened_and_closed(catalog, kiosk)
    gc.collect()
    assert [part for part in parts if part() is not None] == []
    assert _tops() - before == set() and set(threading.enumerate()) == threads
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def _opened_and_closed(catalog: FileCatalog, kiosk: bool) -> list[weakref.ref[QObject]]:
    app = AtlasApp(catalog, kiosk=kiosk)
    app.open()
    app.store.choose_muscle(SCM)
    for _ in every_surface(app):
        pass
    parts = [app, app.window, app.presenter, *app.surfaces.all, app.window.plate_pane.plate, app.muscles.finder]
    timers = app.window.findChildren(QTimer)
    close(app)
    assert not any(_runs(timer) for timer in timers)
    return [weakref.ref(part) for part in parts]


def _runs(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # gone, with its window
        return False


def _tops() -> set[QWidget]:
    return {w for w in QApplication.topLevelWidgets() if w.isWindow()}
