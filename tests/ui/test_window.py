"""The window as a whole: keys, names, themes, upright screens, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.paths import Places
from atlas.render.fonts import FAMILY
from atlas.ui.article.disclaimer import DISCLAIMER
from atlas.ui.kit.theme import THEME_COLOURS
from tests.ui.conftest import SCM, close
from tests.ui.person import MUSCLES, SEARCH, VIEWS, Person
from tests.ui.sight import plain
from tests.ui.surfaces import internal, name_of

INTERACTIVE = (QAbstractButton, QLineEdit, QAbstractItemView)
PLATE = "Picture of the body"


@pytest.fixture
def scm(me: Person) -> Person:
    me.store.choose_muscle(SCM)
    me.settled()
    return me


def test_the_bundled_typeface_is_the_one_that_is_drawn(me: Person) -> None:
    assert QFontInfo(QApplication.font()).family() == FAMILY
    assert QApplication.font().pointSizeF() >= 11


def test_no_interactive_element_is_without_a_name(scm: Person) -> None:
    assert scm.title().startswith("Sternocleidomastoid")
    mute = [w for kind in INTERACTIVE for w in scm.window.findChildren(kind) if not name_of(w) and not internal(w)]
    assert mute == []


def test_buttons_are_large_enough_for_a_finger(scm: Person) -> None:
    buttons = [b for b in scm.seen(QAbstractButton) if not internal(b)]
    assert len(buttons) > 20
    assert [name_of(b) for b in buttons if min(b.height(), b.width()) < 48] == []


@pytest.mark.parametrize(
    ("key", "choice", "chosen"),
    [
        ("Ctrl+2", "Text", "Clinician"),
        ("Ctrl+3", "Text", "Student"),
        ("Alt+L", "Side", "Left"),
        ("Alt+B", "Side", "Both"),
    ],
)
def test_keys_choose_reader_and_side(scm: Person, key: str, choice: str, chosen: str) -> None:
    scm.goes_to(PLATE)
    scm.key(key)
    scm.settled()
    assert scm.chosen(choice) == chosen


@pytest.mark.parametrize("where", [PLATE, VIEWS, MUSCLES])
def test_what_is_typed_anywhere_goes_to_the_search_and_no_letter_is_a_command(scm: Person, where: str) -> None:
    scm.goes_to(where)
    scm.types("t")
    scm.types("emp")
    scm.settled()
    assert scm.holds(SEARCH) == "temp" and scm.found()[0] == "Temporalis"
    assert scm.title().startswith("Sternocleidomastoid") and scm.store.state.story is None


def test_brackets_go_through_the_views(scm: Person) -> None:
    scm.goes_to(PLATE)
    plate, best, *_ = scm.rows(VIEWS)
    assert scm.current_row(VIEWS) == plate
    scm.key(Qt.Key.Key_BracketRight)
    scm.settled()
    assert scm.current_row(VIEWS) == scm.view() == best
    scm.key(Qt.Key.Key_BracketLeft)
    scm.settled()
    assert scm.current_row(VIEWS) == plate


def test_slash_goes_to_the_search(me: Person) -> None:
    me.goes_to(PLATE)
    me.key(Qt.Key.Key_Slash)
    assert me.hears_focus() == SEARCH


def test_a_muscle_is_found_read_and_looked_at_by_keyboard_only(me: Person) -> None:
    assert me.hears_focus() == SEARCH
    me.types("scm sternal")
    me.key(Qt.Key.Key_Return)
    wanted = {MUSCLES, PLATE, VIEWS, "Closer", "Figure, skin and colours", "Explanation"}
    assert wanted <= set(me.tabs_to())


def test_a_mouse_drawn_along_the_list_chooses_nothing_and_the_row_that_is_shown_stays_lit(scm: Person) -> None:
    rows = scm.list(MUSCLES)
    rows.scrollToTop()
    shown = scm.name(SCM)
    assert scm.current_row(MUSCLES) == shown and scm.lit_rows(MUSCLES) == [shown]
    pressed, beside = (rows.visualRect(rows.model().index(row, 0)).center() for row in (1, 2))
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=pressed)
    QTest.mouseMove(rows.viewport(), beside)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert scm.store.state.study.muscle == SCM
    assert scm.current_row(MUSCLES) == shown and scm.lit_rows(MUSCLES) == [shown]


def test_the_disclaimer_stands_once(me: Person) -> None:
    assert [plain(w) for w in me.seen(QLabel)].count(DISCLAIMER) == 1


def test_each_reader_gets_another_text(scm: Person) -> None:
    texts = set()
    for reader in ("For you", "Clinician", "Student"):
        scm.presses(f"Text: {reader}")
        scm.settled()
        texts.add(scm.reads("Explanation"))
    assert len(texts) == 3


def test_the_red_flags_stand_near_the_top(scm: Person) -> None:
    said = scm.reads("Explanation")
    assert said.index("When to see someone") < said.index("What it is")


def test_a_related_muscle_is_one_tap_away(scm: Person) -> None:
    name = next(b for b in scm.seen(QAbstractButton) if name_of(b).startswith("Go to")).text()
    scm.presses(f"Go to {name}")
    scm.settled()
    assert scm.name(scm.store.state.study.muscle or "") == scm.title() == name


def test_upright_the_list_is_a_drawer_and_the_text_lies_below(me: Person) -> None:
    me.window.resize(800, 1280)
    me.closes_list()
    assert not me.shows(MUSCLES, QAbstractItemView)
    below = [me.room_of(name) for name in (PLATE, "Figure, skin and colours", "Explanation")]
    assert below[0].bottom() < below[1].bottom() <= below[2].top()
    me.presses("List of muscles")
    assert me.shows(MUSCLES, QAbstractItemView)
    me.opens(SCM)
    assert me.store.state.study.muscle == SCM and not me.shows(MUSCLES, QAbstractItemView)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_enough_contrast(theme: str) -> None:
    c = THEME_COLOURS[theme]
    pairs = [(c.ink, c.pane), (c.muted, c.pane), (c.muted, c.paper), (c.muted, c.wash), (c.accent, c.pane)]
    pairs += [(c.accent, c.wash), (c.amber_ink, c.amber), (c.ink, c.wash), (c.muted, c.hover), (c.ink, c.hover)]
    assert all(contrast(a, b) >= 4.5 for a, b in pairs), [(a, b, contrast(a, b)) for a, b in pairs]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""

    def light(name: str) -> float:
        parts = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def before(app: AtlasApp) -> Person:
    app.open()
    person = Person(app)
    person.settled()
    return person


def test_a_broken_catalog_still_opens_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "referrals.yaml").write_text("- id: [broken\n", encoding="utf-8")
    places = Places(data=tmp_path / "data", assets=tmp_path)
    someone = before(AtlasApp(FileCatalog(places), body=tmp_path, muscles=tmp_path))
    assert " more." in someone.reads_notice(whole=False)
    someone.picture()
    close(someone.app)


def test_one_broken_entry_is_named_and_the_rest_can_be_chosen(sample: Places) -> None:
    with sample.referrals.open("a", encoding="utf-8") as referrals:
        referrals.write("- id: broken-muscle\n  colour: red\n")
    someone = before(AtlasApp(FileCatalog(sample), body=sample.body, muscles=sample.muscles))
    assert "referrals.yaml" in someone.reads_notice()
    first = someone.found()[0]
    someone.taps_row(MUSCLES, first)
    someone.settled()
    assert someone.title() == first
    someone.picture()
    close(someone.app)
