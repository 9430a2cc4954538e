"""What fills the window: surfaces, made when they are first wanted, each in its slots."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState, Mode
from atlas.ui.language.value_names import MODE_NAMES
from atlas.ui.surface import LazySurface, Surface
from atlas.ui.window.slots import Slots
from tests.ui.conftest import SCM, close
from tests.ui.person import Person

_START = """
import sys
from PySide6.QtWidgets import QApplication
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
application = QApplication([])
app = AtlasApp(FileCatalog())
app.open()
application.processEvents()
print(*sorted(sys.modules))
app.window.close()
"""


class _Noted(Surface):
    """A surface that notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Mode] = []
        self.patients = self.stops = 0
        self.slots = Slots(list_text="Noted")

    @property
    def is_behind(self) -> bool:
        return not self.heard

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        self.heard.append(new.mode)

    def begin_new_patient(self) -> None:
        self.patients += 1

    def stop(self) -> None:
        self.stops += 1


def _of_pain(state: AtlasState) -> bool:
    return state.mode == "pain"


@pytest.fixture
def lazy(qapp: QObject) -> LazySurface[_Noted]:
    return LazySurface(_Noted, _of_pain, qapp)


def test_a_door_stays_shut_until_its_surface_is_wanted(lazy: LazySurface[_Noted]) -> None:
    state = AtlasState()
    lazy.show_state(state, replace(state, mode="guide"))
    lazy.begin_new_patient()
    lazy.stop()
    assert lazy.made is None and not lazy.is_behind


def test_what_is_made_hears_all_from_the_state_on_that_it_is_made_for(lazy: LazySurface[_Noted]) -> None:
    state = AtlasState()
    pain = replace(state, mode="pain")
    lazy.show_state(state, pain)
    made = lazy.made
    assert made is not None and made.heard == ["pain"]
    lazy.show_state(pain, state)
    lazy.begin_new_patient()
    lazy.stop()
    assert lazy.opened() is made and made.heard == ["pain", "muscles"] and (made.patients, made.stops) == (1, 1)


def test_asking_for_its_slots_opens_the_door(lazy: LazySurface[_Noted]) -> None:
    assert lazy.slots.list_text == "Noted" and lazy.is_behind


def test_nothing_of_a_surface_that_waits_is_imported_with_the_first_window() -> None:
    ran = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    every = set(ran.stdout.split())
    assert every.isdisjoint(
        {"rapidfuzz", "sqlite3", "atlas.domain.finding.finder", "atlas.domain.words.guide"}
    )  # nobody has typed
    imported = {m for m in every if m.startswith("atlas.ui.")}
    light = {f"atlas.ui.pain_drawing{m}" for m in ("", ".unsaved_drawing", ".closing_question")}
    light |= {"atlas.ui.handout", "atlas.ui.handout.letterhead"}  # a few words that are kept from one to the next
    waiting = ("guide", "handout", "kiosk", "patient", "pain_drawing")
    late = {m for m in imported if m.split(".")[2] in waiting} - light
    assert "atlas.ui.muscles.surface" in imported and late == set()


class _Opened(QObject):
    """Notes every window that is shown, if only for an instant."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_nothing_stands_outside_of_the_window_while_it_and_its_surfaces_are_made(
    catalog: FileCatalog, opened: AtlasApp, qapp: QApplication
) -> None:
    """A part that is shown before it lies in the window flashes up beside it, and takes the keys with it."""
    seen = _Opened()
    qapp.installEventFilter(seen)
    someone = Person(AtlasApp(catalog))
    someone.opens_window()
    for mode in ("pain", "guide", "muscles"):
        someone.switches_to(mode)
    someone.store.choose_muscle(SCM)
    someone.settled()
    someone.opens_handout()
    someone.puts_handout_away()
    someone.store.show_patient_screen("follow")
    someone.store.open_story(1)
    someone.settled()
    qapp.removeEventFilter(seen)
    close(someone.app)
    assert sorted(set(seen.kinds)) == ["AtlasWindow", "PatientScreen"]


def test_every_mode_has_a_name_and_fills_the_window(me: Person) -> None:
    assert tuple(MODE_NAMES) == get_args(Mode)
    for mode in MODE_NAMES:
        me.switches_to(mode)
        assert me.store.state.mode == mode


def test_where_a_surface_brings_nothing_the_muscles_own_stands(atlas: AtlasApp) -> None:
    window, own = atlas.window, atlas.muscles
    words, tools = QLabel("words"), QPushButton("tools")
    window.fill(Slots(left=words, above=tools, list_text="Words"))
    assert words.isVisible() and tools.isVisible() and not own.finder.isVisible() and not own.layers.isVisible()
    assert own.sides.isVisible() and own.pane.isVisible()
    window.fill(own.slots)
    assert own.finder.isVisible() and own.layers.isVisible() and not words.isVisible() and not tools.isVisible()
    for left in (words, tools):
        left.deleteLater()


def test_a_page_in_place_of_the_whole_goes_when_another_surface_comes(atlas: AtlasApp) -> None:
    window, page = atlas.window, QLabel("page")
    window.fill(Slots(whole=page))
    assert page.isVisible() and not window.plate_pane.isVisible() and not atlas.muscles.pane.isVisible()
    assert page.geometry() == window.plate_pane.geometry().united(atlas.muscles.pane.geometry())
    window.fill(atlas.muscles.slots)
    assert not page.isVisible() and window.plate_pane.isVisible() and atlas.muscles.pane.isVisible()
    page.deleteLater()
