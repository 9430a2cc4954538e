"""Languages: all is translated, a longer one is not cut off, right to left is not broken."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
)
from pytestqt.qtbot import QtBot

import atlas
from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState, Room, Study
from atlas.domain.words.language_rules import rules_of
from atlas.ui.article.point_row import PointRow
from atlas.ui.muscles.muscle_rows import MUSCLE_ID
from atlas.ui.pain_drawing.match_row_delegate import MatchRowDelegate
from atlas.ui.pain_drawing.surface import PainDrawingSurface
from tests.ui.conftest import SCM, close
from tests.ui.surfaces import cut_off, every_surface

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


def translations(language: str) -> dict[tuple[str, str], str]:
    root = ElementTree.parse(paths.LANGUAGES / language / "interface.ts").getroot()
    found = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if done else ""
    return found


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


@pytest.fixture
def spanish(catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot) -> Iterator[AtlasApp]:
    made = AtlasApp(catalog)
    made.open()
    made.store.choose_muscle(SCM)
    made.store.choose_language("es")
    qtbot.waitUntil(lambda: made.window.left_pane.modes.choice.button("guide").text() == "Guía")
    qtbot.waitUntil(lambda: not made.presenter.is_behind)
    yield made
    made.store.choose_language("en")
    qtbot.waitUntil(lambda: made.window.left_pane.modes.choice.button("guide").text() == "Guide")
    close(made)


def test_the_language_changes_at_run_time_and_the_state_stays(spanish: AtlasApp) -> None:
    window = spanish.window
    assert spanish.store.state.study.muscle == SCM
    assert spanish.muscles.pane.title.startswith("Esternocleidomastoideo")
    assert "Qué puede ayudar" in spanish.muscles.pane.article.text()
    assert window.plate_pane.plate.accessibleDescription().startswith("Cabeza")
    assert "Sobre todo: " in window.plate_pane.plate.accessibleDescription()


def test_also_called_is_spanish_and_nothing_where_spanish_has_no_other_name(spanish: AtlasApp, qtbot: QtBot) -> None:
    names = spanish.muscles.pane
    said = "También llamado ECM, esternomastoideo, cabeza esternal del ECM"
    assert said in [w.text() for w in names.findChildren(QLabel)]
    spanish.store.choose_muscle("soleus")
    qtbot.waitUntil(lambda: names.title == "Sóleo")
    assert [w.text() for w in names.findChildren(QLabel) if w.text().startswith("También")] == []


@pytest.mark.parametrize("query", ["ECM", "SCM", "sternomastoid", "esternomastoideo", "musculus sternocleido"])
def test_spanish_english_and_latin_words_find_a_muscle_in_spanish(spanish: AtlasApp, query: str) -> None:
    spanish.store.search(query)
    model = spanish.muscles.finder.list.model()
    found = [m for k in range(model.rowCount()) if (m := model.index(k, 0).data(MUSCLE_ID))]
    spanish.store.search("")
    assert found[0].startswith("sternocleidomastoid")


@pytest.mark.parametrize(
    ("query", "muscle"),
    [("dolor en la sien", "temporalis"), ("talón por la mañana", "quadratus-plantae"), ("ciática", "gluteus-minimus")],
)
def test_what_people_say_in_spanish_finds_the_muscle(spanish: AtlasApp, query: str, muscle: str) -> None:
    spanish.store.search(query)
    model = spanish.muscles.finder.list.model()
    found = [m for k in range(model.rowCount()) if (m := model.index(k, 0).data(MUSCLE_ID))]
    spanish.store.search("")
    assert found[0].startswith(muscle)


def test_the_clinicians_text_says_that_it_is_english(spanish: AtlasApp, qtbot: QtBot) -> None:
    spanish.store.choose_reader("clinician")
    article = spanish.muscles.pane.article
    qtbot.waitUntil(lambda: "Aún sin traducir" in article.text())
    spanish.store.choose_reader("patient")
    qtbot.waitUntil(lambda: "Aún sin traducir" not in article.text())


class Listening(QTranslator):
    """Spanish, and what it was asked for in vain."""

    def __init__(self) -> None:
        super().__init__()
        self._spanish = QTranslator()
        assert self._spanish.load(str(paths.LANGUAGES / "es" / "interface.qm"))
        self._ours = {context for context, _ in translations("es")}
        self.missing: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        found = self._spanish.translate(context, text)
        if not found and context in self._ours:
            self.missing.add((context, text))
        return found or text

    def isEmpty(self) -> bool:
        return False


def test_no_surface_asks_for_a_text_that_spanish_lacks(spanish: AtlasApp) -> None:
    listening = Listening()
    QCoreApplication.installTranslator(listening)
    for _ in every_surface(spanish):
        pass
    QCoreApplication.removeTranslator(listening)
    assert listening.missing == set(), (
        "texts put together where they are shown stand in atlas/ui/language/value_names.py"
    )


def test_story_and_guide_are_in_spanish_too(spanish: AtlasApp) -> None:
    spanish.store.open_story(1)
    mode = spanish.patient.opened().presenter.mode
    assert mode is not None and "Este es el músculo" in mode.page.text()
    spanish.store.open_story(None)
    spanish.store.read_guide("problem/neck-pain")
    page = spanish.guide.opened().page
    assert page is not None and "cuello" in page.title.lower()


def test_a_text_that_is_missing_stands_in_english_and_says_so(
    spanish: AtlasApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spanish.catalog, "untranslated", lambda *_: ("what_it_is",))
    found = spanish.patient.opened().presenter.page(
        AtlasState(room=Room(language="es"), study=Study(muscle=SCM), story=1)
    )
    assert found is not None and "inglés" in found[1].note


class Stretched(QTranslator):
    """A pseudo-language: every text 40% longer."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        more = max(round(len(text) * 0.4), 1)
        return text + " ~~~~~" * (more // 6) + "~" * (more % 6)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def stretched(catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot) -> Iterator[AtlasApp]:
    translator = Stretched()
    QCoreApplication.installTranslator(translator)
    made = AtlasApp(catalog)
    made.open()
    made.store.choose_muscle(SCM)
    qtbot.waitUntil(lambda: not made.presenter.is_behind)
    yield made
    QCoreApplication.removeTranslator(translator)
    close(made)


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 1280)])
def test_a_language_that_is_40_percent_longer_is_nowhere_cut_off(stretched: AtlasApp, size: tuple[int, int]) -> None:
    cut = [f"{name}: {what}" for name, root in every_surface(stretched, *size) for what in cut_off(root)]
    assert cut == []


def test_from_right_to_left_nothing_is_cut_off_either(opened: AtlasApp, atlas: AtlasApp) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cut = [f"{name}: {what}" for name, root in every_surface(atlas, 1280, 800) for what in cut_off(root)]
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert cut == []


def test_right_to_left_mirrors_the_window_but_never_the_body(
    catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot
) -> None:
    opened.store.set(AtlasState(study=Study(muscle=SCM)))
    opened.window.resize(1280, 800)
    QApplication.processEvents()
    plate = opened.window.plate_pane.plate
    before, picture = plate.picture.points(), plate.grab().toImage()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    after, other = plate.picture.points(), plate.grab().toImage()
    window = opened.window
    panes_mirrored = window.left_pane.x() > window.plate_pane.x() > opened.muscles.pane.x()
    first = opened.muscles.sides.button("right")
    last = opened.muscles.sides.button("both")
    mirrored = first.mapTo(opened.window, QPoint(0, 0)).x() > last.mapTo(opened.window, QPoint(0, 0)).x()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QApplication.processEvents()
    assert mirrored and panes_mirrored and picture == other  # with the patient's right and left below it
    assert [p.toTuple() for _, p in before] == [p.toTuple() for _, p in after]


def test_what_is_painted_by_hand_is_mirrored_too(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    row = PointRow()
    row.show_point(1, "the temple")
    row.resize(300, 60)
    atlas.store.open_muscle("infraspinatus", "right")
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    views, answer = atlas.window.plate_pane.views, QRect(0, 0, 300, 90)
    usual = row.grab().toImage()
    assert MatchRowDelegate.opens(answer, QPoint(295, 40), Qt.LayoutDirection.LeftToRight)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    mirrored, strip = row.grab().toImage(), views.viewport().grab().toImage()
    first = views.visualRect(views.model().index(0, 0))
    filled, empty = (strip.pixelColor(x, first.bottom() - 6) for x in (first.right() - 18, first.left() + 18))
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QApplication.processEvents()
    disc, beyond = usual.pixelColor(14, 30), usual.pixelColor(4, 30)
    assert disc != beyond and mirrored.pixelColor(299 - 14, 30) == disc and mirrored.pixelColor(14, 30) != disc
    assert MatchRowDelegate.opens(answer, QPoint(5, 40), Qt.LayoutDirection.RightToLeft)
    assert not MatchRowDelegate.opens(answer, QPoint(295, 40), Qt.LayoutDirection.RightToLeft)
    assert filled == atlas.window.palette().color(QPalette.ColorRole.Link) != empty
