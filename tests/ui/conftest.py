"""The real window, offscreen, on the real files; one for all tests, set back to its start for each."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from atlas import paths
from atlas.app import AtlasApp
from atlas.app.garbage import collect_all
from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState
from atlas.render.fonts import font, load_fonts
from atlas.ui.window.window import AtlasWindow
from tests.ui.idle import idle_moments_are_rare
from tests.ui.person import Person

SCM = "sternocleidomastoid-sternal"
STROKE = ("infraspinous-centre", "scapula-lateral-border-middle")  # over the right shoulder blade
_SOON_S = 10.0


def close(made: AtlasApp) -> None:
    """Closes an app's window for good."""
    if not isValid(made.window):
        return
    made.window.guard_closing(False)
    made.window.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def _idle() -> Iterator[None]:
    with idle_moments_are_rare():
        yield


@pytest.fixture(scope="session")
def opened(qapp: QApplication, catalog: FileCatalog) -> Iterator[AtlasApp]:
    assert load_fonts(paths.FONTS) == []
    qapp.setFont(font())
    opened = AtlasApp(catalog)
    opened.open()
    while opened.presenter.is_behind:
        qapp.processEvents()
    opened.presenter.stop()
    yield opened
    opened.window.close()
    opened.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_behind(opened: AtlasApp) -> Iterator[None]:
    """After the tests of a file no window but the one for all is there, and no thread."""
    threads, frozen = set(threading.enumerate()), gc.get_freeze_count()
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not 0 < gc.get_freeze_count() <= frozen:  # windows were opened or closed
        collect_all()
    others = [w for w in QApplication.topLevelWidgets() if w is not opened.window]
    left = [w for w in others if w.isVisible() or isinstance(w, AtlasWindow)]
    begun = set(threading.enumerate()) - threads
    for thread in begun:  # one that still has a picture to finish ends by itself
        thread.join(_SOON_S)
    assert (left, {t for t in begun if t.is_alive()}) == ([], set())


@pytest.fixture
def atlas(opened: AtlasApp, qtbot: QtBot) -> AtlasApp:
    """The window as it first opens, at 1280 by 800."""
    opened.store.set(AtlasState())
    while opened.is_behind:  # another language or larger letters made another window
        QApplication.processEvents()
    opened.presenter.stop()
    opened.window.resize(1280, 800)
    opened.window.popover.show(False)
    opened.window.plate_pane.plate.fit()
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)  # before that no key reaches it
    opened.muscles.finder.search.setFocus()
    QApplication.processEvents()
    return opened


@pytest.fixture
def me(atlas: AtlasApp) -> Person:
    """Someone before the window as it first opens."""
    return Person(atlas)


@pytest.fixture
def painter(me: Person) -> Iterator[Person]:
    """Someone who has opened "Where it hurts", before the back of the torso."""
    me.switches_to("pain")
    me.presses("Answer: Patterns")
    me.store.choose_view("torso-back")
    QApplication.processEvents()
    yield me
    me.store.set(AtlasState())
