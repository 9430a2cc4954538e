"""Languages, letters and access: all is translated, nothing is cut off, nothing is without a name."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import atlas
from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.state import THEMES, AtlasState
from atlas.ui.theme import THEMES as COLOURS
from tests.ui.conftest import SCM

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
    assert [key for key, text in known.items() if not text.strip(" \n")] == []
    gaps = re.compile(r"\{\w*\}")
    assert [k for k, t in known.items() if sorted(gaps.findall(k[1])) != sorted(gaps.findall(t))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_that_of_the_written_one(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(paths.LANGUAGES / language / "interface.qm"))
    differing = [k for k, text in translations(language).items() if compiled.translate(*k) != text]
    assert differing == [], "run: python -m art.languages"


@pytest.fixture
def spanish(catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot) -> Iterator[AtlasApp]:
    made = AtlasApp(catalog)
    made.open()
    made.store.choose_muscle(SCM)
    made.store.choose_language("es")
    qtbot.waitUntil(lambda: made.window.finder.modes.choice.button("guide").text() == "Guía")
    qtbot.waitUntil(lambda: not made.mirror.is_behind)
    yield made
    made.store.choose_language("en")
    qtbot.waitUntil(lambda: made.window.finder.modes.choice.button("guide").text() == "Guide")
    close(made)


def close(made: AtlasApp) -> None:
    made.window.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_language_changes_at_run_time_and_the_state_stays(spanish: AtlasApp) -> None:
    window = spanish.window
    assert spanish.store.state.muscle == SCM
    assert window.explanation.title.startswith("Esternocleidomastoideo")
    assert "Qué puede ayudar" in window.explanation.article.text()
    assert window.plate_pane.plate.accessibleDescription().startswith("Cabeza")
    assert "Sobre todo: " in window.plate_pane.plate.accessibleDescription()


def test_story_and_guide_are_in_spanish_too(spanish: AtlasApp) -> None:
    spanish.store.tell_story(1)
    mode = spanish.chairside.patient.mode
    assert mode is not None and "Este es el músculo" in mode.page.text()
    spanish.store.tell_story(None)
    spanish.store.read_guide("problem/neck-pain")
    page = spanish.chairside.guide.page
    assert page is not None and "cuello" in page.title.lower()


def test_a_text_that_is_missing_stands_in_english_and_says_so(
    spanish: AtlasApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spanish.catalog, "untranslated", lambda muscle, language: ("what_it_is",))
    found = spanish.chairside.patient.page(AtlasState(muscle=SCM, story=1, language="es"))
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
    qtbot.waitUntil(lambda: not made.mirror.is_behind)
    yield made
    QCoreApplication.removeTranslator(translator)
    close(made)


def cut_off(window: QWidget) -> list[str]:
    """Texts of visible buttons and labels that have less room than they need."""
    found = []
    for button in window.findChildren(QPushButton):
        text = button.text()
        if button.isVisible() and text and button.minimumSizeHint().width() > button.width() + 1:
            found.append(text)
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and label.heightForWidth(label.width()) > label.height() + 1:
            found.append(label.text())
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 1280)])
def test_a_language_that_is_40_percent_longer_is_nowhere_cut_off(
    stretched: AtlasApp, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window, store = stretched.window, stretched.store
    window.resize(*size)
    QApplication.processEvents()
    cut = cut_off(window)
    store.read_guide("problem/neck-pain")
    QApplication.processEvents()
    cut += cut_off(window)
    store.choose_mode("muscles")
    store.tell_story(2)
    window.showNormal()
    window.resize(*size)
    QApplication.processEvents()
    mode = stretched.chairside.patient.mode
    assert mode is not None
    cut += cut_off(mode)
    store.tell_story(None)
    assert cut == []


def test_right_to_left_mirrors_the_window_but_never_the_body(
    catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot
) -> None:
    opened.store.set(AtlasState(muscle=SCM))
    opened.window.resize(1280, 800)
    QApplication.processEvents()
    before = opened.window.plate_pane.plate.picture.points()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    after = opened.window.plate_pane.plate.picture.points()
    first = opened.window.plate_pane.sides.button("right")
    last = opened.window.plate_pane.sides.button("both")
    mirrored = first.mapTo(opened.window, QPoint(0, 0)).x() > last.mapTo(opened.window, QPoint(0, 0)).x()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert mirrored and [p.toTuple() for _, p in before] == [p.toTuple() for _, p in after]


# -- letters and access ------------------------------------------------------


def test_letters_grow_to_200_percent_and_nothing_is_lost(catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot) -> None:
    made = AtlasApp(catalog)
    made.open()
    made.window.resize(1280, 800)
    made.store.choose_muscle(SCM)
    made.store.choose_text_size(200)
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() == 22.0)
    qtbot.waitUntil(lambda: not made.mirror.is_behind)
    QApplication.processEvents()
    assert made.window.has_drawer
    labels = [w for w in made.window.explanation.findChildren(QLabel) if w.isVisible()]
    assert [w.text() for w in labels if w.heightForWidth(w.width()) > w.height() + 1] == []
    made.store.choose_text_size(100)
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() == 11.0)
    close(made)


def mute(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox)
    found = [w for kind in kinds for w in root.findChildren(kind)]
    return [w for w in found if not name_of(w) and not internal(w)]


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def internal(widget: QObject) -> bool:
    """Parts that Qt puts inside its own widgets."""
    while (widget := widget.parent()) is not None:
        if isinstance(widget, QLineEdit | QComboBox):
            return True
        if isinstance(widget, QAbstractScrollArea):
            return False
    return False


def test_no_window_has_an_interactive_element_without_a_name(atlas: AtlasApp, qtbot: QtBot) -> None:
    store = atlas.store
    store.choose_muscle(SCM)
    store.read_guide("problem/neck-pain")
    store.choose_mode("hurts")
    store.choose_mode("muscles")
    store.tell_story(1)
    store.light_patient_screen("follow")
    atlas.chairside._on_idle_warned(30)
    atlas.chairside._on_woken()
    qtbot.waitUntil(lambda: not atlas.mirror.is_behind)
    windows = [w for w in QApplication.topLevelWidgets() if w.windowType() == Qt.WindowType.Window]
    assert atlas.window in windows and atlas.chairside.patient.screen in windows
    assert [(type(w).__name__, w.objectName()) for root in windows for w in mute(root)] == []
    store.tell_story(None)
    store.light_patient_screen("off")


@pytest.mark.parametrize("theme", THEMES)
def test_text_keeps_its_contrast_in_every_theme(theme: str) -> None:
    c = COLOURS[theme]
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
