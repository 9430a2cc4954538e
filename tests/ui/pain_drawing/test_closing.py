"""Closing over a drawing that is in no file: it asks first, and saves where it can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from tests.ui.conftest import STROKE, close
from tests.ui.person import Person

QUESTION = "The drawing is not saved"


@pytest.fixture
def owner(catalog: FileCatalog, opened: AtlasApp) -> Iterator[Person]:
    """Someone before a window of one's own, to be closed, who has painted in "Where it hurts"."""
    someone = Person(AtlasApp(catalog))
    someone.opens_window()
    someone.switches_to("pain")
    someone.store.choose_view("torso-back")
    someone.settled()
    someone.paints(*STROKE)
    yield someone
    close(someone.app)


def test_closing_asks_about_an_unsaved_drawing(owner: Person) -> None:
    owner.closes()
    assert owner.window.isVisible() and owner.shows(QUESTION)
    buttons = owner.part(QUESTION).seen(QAbstractButton)
    assert [b.text() for b in buttons] == ["Save…", "Close without saving", "Stay"]
    assert all(b.height() >= 48 for b in buttons)
    owner.key(Qt.Key.Key_Escape)
    assert owner.window.isVisible() and not owner.shows(QUESTION) and not owner.store.state.report.is_empty
    owner.closes()
    owner.presses("Close without saving")
    assert not owner.window.isVisible()


def test_a_saved_drawing_closes_without_a_word_and_a_changed_one_asks(owner: Person, tmp_path: Path) -> None:
    owner.saves_drawing(tmp_path / "drawing.json")
    owner.paints("rib8-angle")
    owner.closes()
    assert owner.window.isVisible()
    owner.presses("Stay")
    owner.presses("Undo")
    owner.closes()
    assert not owner.window.isVisible()


def test_save_at_closing_saves_and_closes_and_stays_with_the_reason_where_it_cannot(
    owner: Person, tmp_path: Path
) -> None:
    owner.switches_to("muscles")
    owner.closes()
    owner.saves(tmp_path / "none" / "drawing.json", "Save…")
    assert owner.window.isVisible() and "drawing.json" in owner.part(QUESTION).reads()
    owner.saves(tmp_path / "drawing.json", "Save…")
    assert (tmp_path / "drawing.json").exists() and not owner.window.isVisible()
