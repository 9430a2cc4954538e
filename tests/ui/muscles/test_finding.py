"""Typing and touching choose a muscle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest

from tests.ui.conftest import SCM
from tests.ui.person import MUSCLES, SEARCH, Person


def test_the_window_opens_on_a_calm_welcome_with_every_muscle_listed(me: Person) -> None:
    assert me.store.state.study.muscle is None and "Choose a muscle" in me.reads()
    assert sorted(me.found()) == sorted(me.name(m) for m in me.app.catalog.muscles)


def test_typing_scm_puts_the_sternocleidomastoid_first(me: Person) -> None:
    me.searches("scm")
    assert me.found()[0].startswith("Sternocleidomastoid")


def test_the_spanish_abbreviation_finds_it_in_the_english_window_too(me: Person) -> None:
    me.searches("ECM")
    assert me.found()[0].startswith("Sternocleidomastoid")


def test_enter_chooses_what_is_first(me: Person) -> None:
    me.searches("scm sternal")
    me.key(Qt.Key.Key_Return)
    assert me.store.state.study.muscle == SCM
    me.settled()
    assert me.title() == me.name(SCM)


def test_down_moves_to_the_next_row_without_choosing(me: Person) -> None:
    me.searches("scm")
    me.key(Qt.Key.Key_Down)
    assert me.store.state.study.muscle is None
    me.key(Qt.Key.Key_Return)
    assert me.name(me.store.state.study.muscle or "") == me.found()[1]


def test_arrow_keys_in_the_list_choose_at_once(me: Person) -> None:
    first, second, *_ = me.found()
    me.taps_row(MUSCLES, first)
    me.settled()
    assert me.current_row(MUSCLES) == first
    me.goes_to(MUSCLES)
    me.key(Qt.Key.Key_Down)
    assert me.name(me.store.state.study.muscle or "") == second


def test_a_touch_on_a_row_chooses_it(me: Person) -> None:
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    assert isinstance(device, QPointingDevice)
    second = me.found()[1]
    me.touches_row(MUSCLES, second, device)
    assert me.name(me.store.state.study.muscle or "") == second


def test_nothing_found_says_so_and_an_emptied_box_shows_all_again(me: Person) -> None:
    me.searches("qqqzzz")
    assert me.found() == [] and "Nothing like that here." in me.reads()
    me.empties(SEARCH)
    assert len(me.found()) == len(me.app.catalog.muscles) and "Nothing like that here." not in me.reads()


def test_rows_are_large_enough_for_a_finger(me: Person) -> None:
    assert me.list(MUSCLES).visualRect(me.row(MUSCLES, me.found()[0])).height() >= 48
