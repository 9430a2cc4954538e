"""The window in Spanish: names, search, texts, story and guide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.anatomy import Reader
from atlas.domain.state import AtlasState, Room, Study
from atlas.domain.words.red_flags import RedFlagRules
from atlas.ui.finding.answer_rows import ROW
from tests.ui.conftest import SCM, close
from tests.ui.person import Person


@pytest.fixture(scope="module")
def window(catalog: FileCatalog, opened: AtlasApp) -> Iterator[Person]:
    """Someone before a window that was opened in English and has changed to Spanish, one for the whole file."""
    someone = Person(AtlasApp(catalog))
    someone.app.open()
    someone.store.choose_muscle(SCM)
    someone.store.choose_language("es")
    someone.settled()
    yield someone
    someone.store.choose_language("en")
    someone.settled()
    close(someone.app)


@pytest.fixture
def spanish(window: Person) -> AtlasApp:
    window.store.set(AtlasState(room=Room(language="es"), study=Study(muscle=SCM)))
    window.settled()
    return window.app


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
def test_spanish_english_and_latin_words_find_a_muscle_in_spanish(spanish: AtlasApp, qtbot: QtBot, query: str) -> None:
    spanish.store.search(query)
    model = spanish.muscles.finder.list.model()
    qtbot.waitUntil(lambda: not spanish.is_behind)
    found = [m for k in range(model.rowCount()) if (m := model.index(k, 0).data(ROW).muscle)]
    spanish.store.search("")
    assert found[0].startswith("sternocleidomastoid")


@pytest.mark.parametrize(
    ("query", "muscle"),
    [("dolor en la sien", "temporalis"), ("talón por la mañana", "quadratus-plantae"), ("ciática", "gluteus-minimus")],
)
def test_what_people_say_in_spanish_finds_the_muscle(spanish: AtlasApp, qtbot: QtBot, query: str, muscle: str) -> None:
    spanish.store.search(query)
    model = spanish.muscles.finder.list.model()
    qtbot.waitUntil(lambda: not spanish.is_behind)
    found = [m for k in range(model.rowCount()) if (m := model.index(k, 0).data(ROW).muscle)]
    spanish.store.search("")
    assert found[0].startswith(muscle)


@pytest.mark.parametrize(
    ("reader", "heading"), [("clinician", "Cómo encontrar el punto"), ("student", "Cómo recordarlo")]
)
def test_clinician_and_student_read_texts_and_anatomy_in_spanish(
    spanish: AtlasApp, qtbot: QtBot, reader: Reader, heading: str
) -> None:
    article = spanish.muscles.pane.article
    spanish.store.choose_reader(reader)
    qtbot.waitUntil(lambda: heading in article.text())
    assert "Aún sin traducir" not in article.text()
    assert "Nervio accesorio" in article.text()
    spanish.store.choose_reader("patient")
    qtbot.waitUntil(lambda: "Nervio accesorio" not in article.text())


def test_story_and_guide_are_in_spanish_too(spanish: AtlasApp) -> None:
    spanish.store.open_story(1)
    mode = spanish.patient.opened().presenter.mode
    assert mode is not None and "Este es el músculo" in mode.page.text()
    spanish.store.open_story(None)
    spanish.store.read_guide("problem/neck-pain")
    page = spanish.guide.opened().page
    assert page is not None and "cuello" in page.title.lower()


def test_a_handout_that_is_not_made_says_why_in_spanish(window: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    window.store.set(AtlasState(room=Room(language="es"), study=Study(muscle=SCM)))
    window.settled()
    monkeypatch.setitem(window.app._catalog.__dict__, "red_flag_rules", RedFlagRules())
    window.app.handout.opened().open()
    said = window.warnings()
    assert "Sin sus advertencias no se hace ninguna hoja." in said and "could not be read" not in said
    window.app.handout.opened().put_away()


def test_a_text_that_is_missing_stands_in_english_and_says_so(
    spanish: AtlasApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spanish.catalog, "untranslated", lambda *_: ("what_it_is",))
    found = spanish.patient.opened().presenter.page(
        AtlasState(room=Room(language="es"), study=Study(muscle=SCM), story=1)
    )
    assert found is not None and "inglés" in found[1].note
