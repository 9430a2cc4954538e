"""The window as a whole: keys, names, themes, upright screens, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.paths import Places
from atlas.render.fonts import FAMILY
from atlas.ui.article.disclaimer import DISCLAIMER
from tests.ui.conftest import SCM

INTERACTIVE = (QAbstractButton, QLineEdit, QAbstractItemView)


def named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or text)


def test_the_bundled_typeface_is_the_one_that_is_drawn(atlas: AtlasApp) -> None:
    assert QFontInfo(QApplication.font()).family() == FAMILY
    assert QApplication.font().pointSizeF() >= 11


def test_no_interactive_element_is_without_a_name(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: atlas.window.explanation.title.startswith("Sternocleidomastoid"))
    mute = [w for kind in INTERACTIVE for w in atlas.window.findChildren(kind) if not named(w) and not internal(w)]
    assert mute == []


def internal(widget: QObject) -> bool:
    """Parts that Qt puts inside its own widgets, such as the clear button of a text box."""
    parent = widget.parent()
    if isinstance(parent, QLineEdit | QAbstractScrollArea):
        return True
    while parent is not None:
        if isinstance(parent, QComboBox):
            return True
        parent = parent.parent()
    return False


def test_buttons_are_large_enough_for_a_finger(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)

    def all_are_large() -> None:
        for button in atlas.window.findChildren(QAbstractButton):
            if button.isVisible() and not internal(button):
                assert min(button.height(), button.width()) >= 48, button.accessibleName() or button.text()

    qtbot.waitUntil(all_are_large)


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        (Qt.Key.Key_2, "reader", "clinician"),
        (Qt.Key.Key_3, "reader", "student"),
        (Qt.Key.Key_L, "sides", "left"),
        (Qt.Key.Key_B, "sides", "both"),
    ],
)
def test_single_keys_choose_reader_and_side(atlas: AtlasApp, qtbot: QtBot, key: Qt.Key, field: str, value: str) -> None:
    atlas.store.choose_muscle(SCM)
    atlas.window.plate_pane.plate.setFocus()
    qtbot.keyClick(atlas.window.plate_pane.plate, key)
    assert getattr(atlas.store.state.study, field) == value


def test_brackets_go_through_the_views(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    plate = atlas.window.plate_pane.plate
    views = atlas.window.plate_pane.views
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
    plate.setFocus()
    row = views.currentIndex().row()
    qtbot.keyClick(plate, Qt.Key.Key_BracketRight)
    assert plate.picture.scene is not None
    assert plate.picture.scene.view.name == views.model().index(row + 1, 0).data()


def test_slash_goes_to_the_search(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.window.plate_pane.plate.setFocus()
    qtbot.keyClick(atlas.window.plate_pane.plate, Qt.Key.Key_Slash)
    assert atlas.window.finder.search.hasFocus()


def test_a_muscle_is_found_read_and_looked_at_by_keyboard_only(atlas: AtlasApp, qtbot: QtBot) -> None:
    qtbot.keyClicks(atlas.window.finder.search, "scm sternal")
    qtbot.keyClick(atlas.window.finder.search, Qt.Key.Key_Return)
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    pane = atlas.window.plate_pane
    wanted = {
        atlas.window.finder.list,
        pane.plate,
        pane.views,
        pane.closer,
        pane.look,
        atlas.window.explanation.article,
    }
    assert wanted <= reached


def test_a_mouse_drawn_along_the_list_chooses_nothing_and_the_row_that_is_shown_stays_lit(
    atlas: AtlasApp, qtbot: QtBot
) -> None:
    rows = atlas.window.finder.list
    atlas.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: rows.selectionModel().hasSelection())
    rows.scrollToTop()
    shown = rows.currentIndex()
    pressed, beside = (rows.visualRect(rows.model().index(row)).center() for row in (1, 2))
    qtbot.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=pressed)
    qtbot.mouseMove(rows.viewport(), beside)
    qtbot.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert atlas.store.state.study.muscle == SCM
    assert rows.currentIndex() == shown and rows.selectionModel().isSelected(shown)


def test_the_disclaimer_stands_once(atlas: AtlasApp) -> None:
    from PySide6.QtWidgets import QLabel

    assert [w.text() for w in atlas.window.findChildren(QLabel) if w.isVisible()].count(DISCLAIMER) == 1


def test_each_reader_gets_another_text(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    texts = set()
    for reader in ("patient", "clinician", "student"):
        atlas.store.choose_reader(reader)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
        texts.add(atlas.window.explanation.article.text())
    assert len(texts) == 3


def test_the_red_flags_stand_near_the_top(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
    said = atlas.window.explanation.article.text()
    assert said.index("When to see someone") < said.index("What it is")


def test_a_related_muscle_is_one_tap_away(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
    article = atlas.window.explanation.article
    button = next(b for b in article.findChildren(QAbstractButton) if b.accessibleName().startswith("Go to"))
    article.ensureWidgetVisible(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert atlas.mirror.catalog.muscles[atlas.store.state.study.muscle or ""].name == button.text()


def test_upright_the_list_is_a_drawer_and_the_text_lies_below(atlas: AtlasApp, qtbot: QtBot) -> None:
    atlas.window.resize(800, 1280)
    atlas.window.show_finder(False)
    window = atlas.window
    assert not window.finder.isVisible()
    assert window.explanation.y() >= window.plate_pane.geometry().bottom()
    qtbot.mouseClick(window.plate_pane.drawer.list_button, Qt.MouseButton.LeftButton)
    assert window.finder.isVisible()
    window.finder.muscle_chosen.emit(SCM)
    assert not window.finder.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_enough_contrast(theme: str) -> None:
    from atlas.ui.kit.theme import THEMES

    c = THEMES[theme]
    pairs = [(c.ink, c.pane), (c.muted, c.pane), (c.muted, c.paper), (c.muted, c.wash), (c.accent, c.pane)]
    pairs += [(c.accent, c.wash), (c.amber_ink, c.amber), (c.ink, c.wash), (c.muted, c.hover), (c.ink, c.hover)]
    assert all(contrast(a, b) >= 4.5 for a, b in pairs), [(a, b, contrast(a, b)) for a, b in pairs]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    from PySide6.QtGui import QColor

    def light(name: str) -> float:
        parts = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_broken_catalog_still_opens_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "referrals.yaml").write_text("- id: [broken\n", encoding="utf-8")
    broken = AtlasApp(FileCatalog(Places(data=tmp_path / "data", assets=tmp_path)), body=tmp_path, muscles=tmp_path)
    broken.open()
    qtbot.waitUntil(lambda: not broken.mirror.is_behind)
    assert broken.window.notice.isVisible()
    assert "more" in broken.window.notice.text()
    broken.window.grab()
    broken.window.close()
    broken.window.deleteLater()


def test_one_broken_entry_is_named_and_the_rest_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    text = Places().referrals.read_text(encoding="utf-8")
    referrals = tmp_path / "referrals.yaml"
    referrals.write_text(text + "- id: broken-muscle\n  colour: red\n", encoding="utf-8")
    opened = AtlasApp(FileCatalog(Places(own_referrals=referrals)))
    opened.open()
    qtbot.waitUntil(lambda: not opened.mirror.is_behind)
    assert "referrals.yaml" in opened.window.notice.text()
    opened.store.choose_muscle(SCM)
    opened.window.grab()
    opened.window.close()
    opened.window.deleteLater()
