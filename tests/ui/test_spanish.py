"""The window in Spanish: names, search, texts, story and guide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState, Room, Study
from atlas.domain.words.red_flags import RedFlagRules
from tests.ui.conftest import SCM, close
from tests.ui.person import Person

EXPLANATION, MUSCLES = "Explicación", "Músculos"


@pytest.fixture(scope="module")
def window(catalog: FileCatalog, opened: AtlasApp) -> Iterator[Person]:
    """Someone before a window that was opened in English and has changed to Spanish, one for the whole file."""
    someone = Person(AtlasApp(catalog))
    someone.opens_window()
    someone.store.choose_muscle(SCM)
    someone.store.choose_language("es")
    someone.settled()
    yield someone
    someone.store.choose_language("en")
    someone.settled()
    close(someone.app)


@pytest.fixture
def reader(window: Person) -> Person:
    """The same, before the sternocleidomastoid."""
    window.store.set(AtlasState(room=Room(language="es"), study=Study(muscle=SCM)))
    window.settled()
    return window


def test_the_language_changes_at_run_time_and_the_state_stays(reader: Person) -> None:
    assert reader.store.state.study.muscle == SCM
    assert reader.title().startswith("Esternocleidomastoideo")
    assert "Qué puede ayudar" in reader.reads(EXPLANATION)
    assert reader.describes().startswith("Cabeza") and "Sobre todo: " in reader.describes()


def test_also_called_is_spanish_and_nothing_where_spanish_has_no_other_name(reader: Person) -> None:
    assert "También llamado ECM, esternomastoideo, cabeza esternal del ECM" in reader.reads().splitlines()
    reader.store.choose_muscle("soleus")
    reader.settled()
    assert reader.title() == "Sóleo"
    assert [line for line in reader.reads().splitlines() if line.startswith("También")] == []


@pytest.mark.parametrize("words", ["ECM", "SCM", "sternomastoid", "esternomastoideo", "musculus sternocleido"])
def test_spanish_english_and_latin_words_find_a_muscle_in_spanish(reader: Person, words: str) -> None:
    reader.store.search(words)
    reader.settled()
    assert reader.rows(MUSCLES)[0].startswith("Esternocleidomastoideo")


@pytest.mark.parametrize(
    ("words", "muscle"),
    [("dolor en la sien", "Temporal"), ("talón por la mañana", "Cuadrado plantar"), ("ciática", "Glúteo menor")],
)
def test_what_people_say_in_spanish_finds_the_muscle(reader: Person, words: str, muscle: str) -> None:
    reader.store.search(words)
    reader.settled()
    muscles = [row for row in reader.rows(MUSCLES) if row in reader.names()]
    assert muscles[0].startswith(muscle)


@pytest.mark.parametrize(("key", "heading"), [("Ctrl+2", "Cómo encontrar el punto"), ("Ctrl+3", "Cómo recordarlo")])
def test_clinician_and_student_read_texts_and_anatomy_in_spanish(reader: Person, key: str, heading: str) -> None:
    reader.key(key)
    reader.settled()
    said = reader.reads(EXPLANATION)
    assert heading in said and "Aún sin traducir" not in said and "Nervio accesorio" in said
    reader.key("Ctrl+1")
    reader.settled()
    assert "Nervio accesorio" not in reader.reads(EXPLANATION)


def test_notes_of_points_and_what_a_study_did_are_in_spanish(reader: Person) -> None:
    reader.store.choose_muscle("multifidus-lumbar")
    reader.settled()
    said = reader.reads(EXPLANATION)
    assert "El agua salada inyectada junto a L5" in said and "en unos y en la de delante en otros" in said
    assert "Salt" not in said


def test_story_and_guide_are_in_spanish_too(reader: Person) -> None:
    reader.store.open_story(1)
    assert "Este es el músculo" in reader.part("La vista del paciente").reads()
    reader.store.open_story(None)
    reader.store.read_guide("problem/neck-pain")
    assert "cuello" in reader.guide_page().title().lower()


def test_a_handout_that_is_not_made_says_why_in_spanish(reader: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reader.app._catalog.__dict__, "red_flag_rules", RedFlagRules())
    reader.app.handout.opened().open()
    said = reader.warnings()
    assert "Sin sus advertencias no se hace ninguna hoja." in said and "could not be read" not in said
    reader.app.handout.opened().put_away()


def test_a_text_that_is_missing_stands_in_english_and_says_so(reader: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.app.catalog, "untranslated", lambda *_: ("what_it_is",))
    reader.store.open_story(1)
    assert "inglés" in reader.part("La vista del paciente").reads()
    reader.store.open_story(None)
