"""Everyone can use every surface: by touch alone, by keys alone, by ear, with large letters.

Each walk through all surfaces takes seconds: what can be asked of them on the way is asked on the same walk.
"""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import Preferences, save_preferences
from atlas.domain.choices import THEMES, Theme
from atlas.domain.state import AtlasState
from atlas.render.fonts import BODY_POINTS, font
from atlas.ui.kit.theme import THEME_COLOURS, palette
from tests.pins import quickly_hashed
from tests.ui.conftest import SCM, close
from tests.ui.listening import listening_for_spanish
from tests.ui.person import MODES, MUSCLES, NEW_PATIENT, Person
from tests.ui.surfaces import (
    INTERACTIVE,
    every_surface,
    focus_is_seen,
    internal,
    keys_reach,
    name_of,
    reached_by_tab,
    to_be_used,
)
from tests.ui.written_whole import cut_off_at_any_size

LEAST = 48  # px
MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


@dataclass
class Found:
    """What is wrong with the surfaces, each a line."""

    surfaces: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    without_role: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    not_reached: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # when it was closed


@dataclass(frozen=True)
class Walk:
    """Through all surfaces once."""

    place: str
    size: tuple[int, int]
    theme: Theme


WALKS = (Walk("desk", (1280, 800), "light"), Walk("kiosk", (800, 1280), "dark"), Walk("kiosk", (1280, 800), "contrast"))
ONLY_IN_ONE_PLACE = ("handout", "PIN pad")


@pytest.fixture(scope="module", params=WALKS, ids=lambda walk: f"{walk.place}-{walk.theme}")
def found(
    request: pytest.FixtureRequest, catalog: FileCatalog, opened: AtlasApp, tmp_path_factory: pytest.TempPathFactory
) -> Found:
    found, settings = Found(), tmp_path_factory.mktemp("access") / "window.json"
    tops, threads = windows(), set(threading.enumerate())
    parts = walk_through(request.param, found, catalog, settings)
    gc.collect()
    found.left += [str(part) for ref in parts if (part := ref()) is not None]
    found.left += [str(window) for window in windows() - tops]
    found.left += [str(thread) for thread in set(threading.enumerate()) - threads]
    found.left += ["a task of the pool"] * QThreadPool.globalInstance().activeThreadCount()
    QApplication.setPalette(palette(THEME_COLOURS["light"]))
    return found


def walk_through(walk: Walk, found: Found, catalog: FileCatalog, settings: Path) -> list[weakref.ref[QObject]]:
    """Opens a window, asks all that `Found` holds, and closes it; gives what should be gone then."""
    save_preferences(settings, Preferences(pin=quickly_hashed("2468"), theme=walk.theme))
    made = AtlasApp(catalog, settings=settings, kiosk=walk.place == "kiosk")
    made.open()
    checked = set[tuple[object, ...]]()
    for name, root in every_surface(made, walk.size):
        found.surfaces.append(name)
        look_at(found, name, root)
        for theme in THEMES if name in ONLY_IN_ONE_PLACE else (walk.theme,):
            made.store.choose_theme(theme)
            look_at_keys(found, f"{name}, {theme}", root, checked)
        made.store.choose_theme(walk.theme)
    parts = [made, made.window, made.presenter, *made.surfaces.all, made.window.plate_pane.plate, made.muscles.finder]
    timers = made.window.findChildren(QTimer)
    close(made)
    found.left += [f"a timer of {timer.parent()}" for timer in timers if isValid(timer) and timer.isActive()]
    return [weakref.ref(part) for part in parts]


def windows() -> set[QWidget]:
    return {w for w in QApplication.topLevelWidgets() if w.isWindow()}


def look_at(found: Found, surface: str, root: QWidget) -> None:
    for widget in to_be_used(root):
        if not name_of(widget):
            found.unnamed.append(f"{surface}: {type(widget).__name__}")
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or internal(widget) or widget.isWindow():
            continue
        if isinstance(widget, QAbstractButton):
            if min(widget.width(), widget.height()) < LEAST:
                found.small.append(f"{surface}: {name_of(widget)}, {widget.width()} by {widget.height()}")
        elif takes_taps(widget) and not (widget.accessibleName() and role_of(widget) not in MUTE):
            found.without_role.append(f"{surface}: {type(widget).__name__}")


def takes_taps(widget: QWidget) -> bool:
    """Whether it is one of the atlas's own that listens to mouse or fingers."""
    kind = type(widget)
    own = kind.__module__.startswith("atlas.") and not isinstance(widget, INTERACTIVE)
    presses = any("mousePressEvent" in vars(k) for k in kind.__mro__ if k.__module__.startswith("atlas."))
    return own and (presses or widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents))


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else QAccessible.Role.NoRole


def look_at_keys(found: Found, surface: str, root: QWidget, checked: set[tuple[object, ...]]) -> None:
    """Whether it is seen that something has the keys is `checked` once for each kind of thing."""
    wanted, reached = to_be_used(root), reached_by_tab(root)
    found.not_reached += [f"{surface}: {name_of(w)}" for w in wanted if not keys_reach(w, reached)]
    found.beside += [f"{surface}: {name_of(w)}" for w in reached if w not in wanted]
    theme = surface.rpartition(", ")[2]
    kinds = {(theme, type(w), w.property("look"), type(w.parent())): w for w in reached}
    found.unseen += [f"{surface}: {name_of(w)}" for k, w in kinds.items() if k not in checked and not focus_is_seen(w)]
    checked.update(kinds)


@pytest.mark.walk
def test_all_surfaces_are_walked_through(found: Found) -> None:
    assert len(set(found.surfaces)) >= 28
    assert {"PIN pad", "handout"} & set(found.surfaces)


@pytest.mark.walk
def test_every_interactive_element_has_a_name(found: Found) -> None:
    assert found.unnamed == []


@pytest.mark.walk
def test_all_that_takes_taps_says_what_it_is(found: Found) -> None:
    assert found.without_role == []


@pytest.mark.walk
def test_every_button_is_large_enough_for_a_finger(found: Found) -> None:
    assert found.small == []


@pytest.mark.walk
def test_the_tab_key_reaches_everything(found: Found) -> None:
    assert found.not_reached == []


@pytest.mark.walk
def test_the_tab_key_goes_nowhere_that_is_hidden_or_asleep(found: Found) -> None:
    assert found.beside == []


@pytest.mark.walk
def test_it_is_always_seen_where_the_keys_are(found: Found) -> None:
    assert found.unseen == []


@pytest.mark.walk
def test_a_window_that_was_walked_through_and_closed_is_gone(found: Found) -> None:
    """No part of it is left, nor a window, timer or thread of its own."""
    assert found.left == []


# -- a fresh start in one tap ------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_new_patient_is_one_tap_away_on_every_pane_and_stands_there_once(me: Person, size: tuple[int, int]) -> None:
    me.window.resize(*size)
    for open_drawer in (False, True):
        for mode in ("muscles", "pain", "guide"):
            me.store.choose_muscle(SCM)
            me.store.choose_mode(mode)  # type: ignore[arg-type]  # each is a mode
            (me.opens_list if open_drawer else me.closes_list)()
            QApplication.processEvents()
            there = [b for b in me.seen(QAbstractButton) if name_of(b).startswith("New patient") and b.isEnabled()]
            assert len(there) == 1, (mode, open_drawer)
            assert me.window.childAt(me.room_of(NEW_PATIENT).center()) is there[0]
            me.presses(NEW_PATIENT)
            assert me.store.state == AtlasState(), (mode, open_drawer)
    me.closes_list()


def test_beside_an_open_drawer_nothing_can_be_done(me: Person) -> None:
    me.window.resize(800, 1280)
    me.closes_list()
    me.goes_to("List of muscles")
    me.presses("List of muscles")
    assert not me.plate.isEnabled() and not me.offers("Closer") and me.hears_focus() == MODES["muscles"]
    me.closes_list()
    assert not me.shows(MUSCLES, QAbstractItemView) and me.plate.isEnabled()
    assert me.hears_focus() == "Picture of the body"


# -- letters and colours -----------------------------------------------------


Opens = Callable[[Preferences], Person]


@pytest.fixture
def opens(catalog: FileCatalog, opened: AtlasApp, tmp_path: Path) -> Iterator[Opens]:
    """Opens a window with settings of its own."""
    made: list[Person] = []

    def open_one(settings: Preferences) -> Person:
        save_preferences(tmp_path / "window.json", settings)
        made.append(Person(AtlasApp(catalog, settings=tmp_path / "window.json")))
        made[-1].app.open()
        return made[-1]

    yield open_one
    for someone in made:
        someone.store.choose_language("en")
        someone.settled()
        close(someone.app)
    QApplication.setFont(font(BODY_POINTS, as_is=True))


@pytest.mark.walk
def test_with_letters_of_200_percent_nothing_is_lost(opens: Opens) -> None:
    assert cut_off_at_any_size(opens(Preferences(text_size=200)).app) == []


@pytest.mark.walk
def test_spanish_letters_grow_to_200_percent_nothing_is_lost_and_no_surface_asks_for_a_text_that_spanish_lacks(
    opens: Opens,
) -> None:
    someone = opens(Preferences(language="es"))
    with listening_for_spanish() as missing:
        someone.store.choose_text_size(200)  # which makes all of the window anew: now, while it is listened to
        someone.settled()
        lost = cut_off_at_any_size(someone.app)
    assert lost == []
    assert missing == set(), "texts put together where they are shown stand in atlas/ui/language/value_names.py"


@pytest.mark.parametrize("theme", THEMES)
def test_text_keeps_its_contrast_in_every_theme(theme: str) -> None:
    c = THEME_COLOURS[theme]
    pairs = [(c.ink, c.pane), (c.ink, c.paper), (c.muted, c.pane), (c.muted, c.paper), (c.accent, c.pane)]
    pairs += [(c.on_accent, c.accent), (c.amber_ink, c.amber), (c.accent, c.wash), (c.ink, c.wash)]
    least = 7.0 if theme == "contrast" else 4.5
    assert [p for p in pairs if contrast(*p) < least] == []


def contrast(a: str, b: str) -> float:
    """WCAG 2.1 contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
