"""Languages: all is translated, a longer one is not cut off, right to left is not broken."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QPalette

import atlas
from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.words.language_rules import rules_of
from atlas.ui.article.point_row import PointRow
from atlas.ui.pain_drawing.match_row_delegate import MatchRowDelegate
from tests.ui.conftest import SCM, close
from tests.ui.listening import translations
from tests.ui.person import MUSCLES, VIEWS, Person
from tests.ui.surfaces import every_surface
from tests.ui.written_whole import cut_off, cut_off_at_any_size

LANGUAGES = [f.parent.name for f in sorted(paths.LANGUAGES.glob("*/interface.ts"))]
MARKS = ("translate", "QT_TRANSLATE_NOOP")


def said_in_the_code() -> set[tuple[str, str]]:
    """(context, text) of every text that is translated."""
    said = set()
    for file in (Path(atlas.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            words = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in MARKS and len(words) == 2:
                said.add((words[0], words[1]))
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_is_translated_with_its_gaps(language: str) -> None:
    known = translations(language)
    assert sorted(said_in_the_code() - known.keys()) == [], "run: python -m art.languages"
    waiting = [key for key, text in known.items() if not text.strip(" \n")]
    assert waiting == [] or not rules_of(language).complete, "the language is declared complete"
    gaps = re.compile(r"\{\w*\}")
    assert [
        k for k, t in known.items() if k not in waiting and sorted(gaps.findall(k[1])) != sorted(gaps.findall(t))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_that_of_the_written_one(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(paths.LANGUAGES / language / "interface.qm"))
    differing = [k for k, text in translations(language).items() if text and compiled.translate(*k) != text]
    assert differing == [], "run: python -m art.languages"


class Stretched(QTranslator):
    """A pseudo-language: every text 40% longer."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        more = max(round(len(text) * 0.4), 1)
        return text + " ~~~~~" * (more // 6) + "~" * (more % 6)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def stretched(catalog: FileCatalog, opened: AtlasApp) -> Iterator[Person]:
    """Someone before a window in that language."""
    translator = Stretched()
    QCoreApplication.installTranslator(translator)
    someone = Person(AtlasApp(catalog))
    someone.opens_window()
    someone.store.choose_muscle(SCM)
    someone.settled()
    yield someone
    QCoreApplication.removeTranslator(translator)
    close(someone.app)


@pytest.mark.walk
def test_a_language_that_is_40_percent_longer_is_nowhere_cut_off(stretched: Person) -> None:
    assert cut_off_at_any_size(stretched.app) == []


@pytest.mark.walk
def test_from_right_to_left_nothing_is_cut_off_either(me: Person) -> None:
    with me.from_right_to_left():
        cut = [f"{name}: {what}" for name, root in every_surface(me.app) for what in cut_off(root)]
    assert cut == []


def test_right_to_left_mirrors_the_window_but_never_the_body(me: Person) -> None:
    def points() -> list[tuple[int, object]]:
        return [(number, at.toTuple()) for number, at in me.plate.picture.points()]

    def from_the_left(*names: str) -> list[str]:
        return sorted(names, key=lambda name: me.room_of(name).x())

    panes, sides = (MUSCLES, "Picture of the body", "Explanation"), ("Side: Right", "Side: Left", "Side: Both")
    me.store.choose_muscle(SCM)
    me.sees_finest()
    before, picture = points(), me.body()
    assert from_the_left(*panes) == [*panes] and from_the_left(*sides) == [*sides]
    with me.from_right_to_left():
        me.sees_finest()
        assert from_the_left(*panes) == [*reversed(panes)] and from_the_left(*sides) == [*reversed(sides)]
        assert before == points()
        assert picture == me.body()  # with the patient's right and left below it


def test_what_is_painted_by_hand_is_mirrored_too(me: Person) -> None:
    row, answer = PointRow(), QRect(0, 0, 300, 90)
    row.show_point(1, "the temple")
    row.resize(300, 60)
    me.store.open_muscle("infraspinatus", "right")
    me.settled()
    usual, views = row.grab().toImage(), me.list(VIEWS)
    assert MatchRowDelegate.opens(answer, QPoint(295, 40), Qt.LayoutDirection.LeftToRight)
    with me.from_right_to_left():
        mirrored, strip = row.grab().toImage(), views.viewport().grab().toImage()
        first = views.visualRect(views.model().index(1, 0))  # a view, after the plate
    filled, empty = (strip.pixelColor(x, first.bottom() - 6) for x in (first.right() - 18, first.left() + 18))
    disc, beyond = usual.pixelColor(14, 30), usual.pixelColor(4, 30)
    assert disc != beyond and mirrored.pixelColor(299 - 14, 30) == disc and mirrored.pixelColor(14, 30) != disc
    assert MatchRowDelegate.opens(answer, QPoint(5, 40), Qt.LayoutDirection.RightToLeft)
    assert not MatchRowDelegate.opens(answer, QPoint(295, 40), Qt.LayoutDirection.RightToLeft)
    assert filled == me.window.palette().color(QPalette.ColorRole.Link) != empty
