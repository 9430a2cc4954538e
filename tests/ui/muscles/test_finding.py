"""Typing and touching choose a muscle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.ui.muscles.muscle_rows import MUSCLE_ID
from tests.ui.conftest import SCM


def rows(atlas: AtlasApp) -> list[str]:
    model = atlas.window.finder.list.model()
    return [m for k in range(model.rowCount()) if (m := model.index(k, 0).data(MUSCLE_ID))]


def test_the_window_opens_on_a_calm_welcome_with_every_muscle_listed(atlas: AtlasApp) -> None:
    assert atlas.store.state.study.muscle is None
    assert sorted(rows(atlas)) == sorted(atlas.mirror.catalog.muscles)


def test_typing_scm_puts_the_sternocleidomastoid_first(atlas: AtlasApp, qtbot: QtBot) -> None:
    qtbot.keyClicks(atlas.window.finder.search, "scm")
    assert rows(atlas)[0].startswith("sternocleidomastoid")


def test_the_spanish_abbreviation_finds_it_in_the_english_window_too(atlas: AtlasApp, qtbot: QtBot) -> None:
    qtbot.keyClicks(atlas.window.finder.search, "ECM")
    assert rows(atlas)[0].startswith("sternocleidomastoid")


def test_enter_chooses_what_is_first(atlas: AtlasApp, qtbot: QtBot) -> None:
    search = atlas.window.finder.search
    qtbot.keyClicks(search, "scm sternal")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert atlas.store.state.study.muscle == SCM
    qtbot.waitUntil(lambda: atlas.window.explanation.title == atlas.mirror.catalog.muscles[SCM].name)


def test_down_moves_to_the_next_row_without_choosing(atlas: AtlasApp, qtbot: QtBot) -> None:
    search = atlas.window.finder.search
    qtbot.keyClicks(search, "scm")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert atlas.store.state.study.muscle is None
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert atlas.store.state.study.muscle == rows(atlas)[1]


def test_arrow_keys_in_the_list_choose_at_once(atlas: AtlasApp, qtbot: QtBot) -> None:
    found = atlas.window.finder.list
    atlas.store.choose_muscle(rows(atlas)[0])
    qtbot.waitUntil(lambda: found.currentIndex().data(MUSCLE_ID) == rows(atlas)[0])
    qtbot.keyClick(found, Qt.Key.Key_Down)
    assert atlas.store.state.study.muscle == rows(atlas)[1]


def test_a_touch_on_a_row_chooses_it(atlas: AtlasApp, qtbot: QtBot) -> None:
    found = atlas.window.finder.list
    index = found.model().index(2, 0)
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    assert isinstance(device, QPointingDevice)
    place = found.visualRect(index).center()
    with qtbot.waitSignal(found.muscle_chosen):
        QTest.touchEvent(found.viewport(), device).press(0, place, found.viewport()).commit()
        QTest.touchEvent(found.viewport(), device).release(0, place, found.viewport()).commit()
    assert atlas.store.state.study.muscle == index.data(MUSCLE_ID)


def test_nothing_found_says_so_and_an_emptied_box_shows_all_again(atlas: AtlasApp, qtbot: QtBot) -> None:
    search = atlas.window.finder.search
    qtbot.keyClicks(search, "qqqzzz")
    assert rows(atlas) == []
    assert atlas.window.finder.says_nothing_found
    search.clear()
    assert len(rows(atlas)) == len(atlas.mirror.catalog.muscles)


def test_rows_are_large_enough_for_a_finger(atlas: AtlasApp) -> None:
    found = atlas.window.finder.list
    assert found.visualRect(found.model().index(1, 0)).height() >= 48
