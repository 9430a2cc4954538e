"""Several learners on one computer: begun, renamed, moved as one file, deleted; and files that cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState
from tests.ui.conftest import close
from tests.ui.study.student import Student


@pytest.fixture(scope="module")
def own(catalog: FileCatalog, opened: AtlasApp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtlasApp]:
    """A window whose learners are on the disk."""
    made = AtlasApp(catalog, learners=tmp_path_factory.mktemp("learners"))
    made.open()
    yield made
    close(made)


@pytest.fixture
def luis(own: AtlasApp) -> Iterator[Student]:
    """Luis, who is the only one."""
    student = Student(own)
    own.window.resize(1280, 800)
    student.begins("Luis")
    yield student
    student.study._close()
    for known in own._learners.known():
        own._learners.delete(known.id)
    own._learners.take_aside()
    own.store.set(AtlasState())


def folder(student: Student) -> Path:
    found = student.app._learners._folder
    assert found is not None
    return found


def test_a_learner_is_renamed_and_stays_on_the_page(luis: Student) -> None:
    luis.goes_to_page("Learners")
    luis.pastes("Luisa", into="Another name")
    luis.presses("Rename")
    luis.settled()
    assert "Luisa" in luis.reads() and luis.shows("Another name")
    assert luis.study.drill.book is luis.study.roll.book is not None


def test_of_several_it_is_asked_who_studies(luis: Student) -> None:
    luis.goes_to_page("Learners")
    luis.types("Ana", into="Name of a new learner")
    luis.presses("Begin")
    luis.settled()
    luis.app.begin_new_patient()
    luis.store.choose_mode("study")
    luis.settled()
    assert "Who studies?" in luis.reads() and luis.study.roll.book is None
    luis.presses("Luis")
    luis.settled()
    assert luis.study.roll.book is not None and luis.study.roll.book.name == "Luis"


def test_a_learner_moves_as_one_file_and_is_deleted_for_good(luis: Student, tmp_path: Path) -> None:
    luis.asks_for("pattern", "infraspinatus")
    luis.answers_rightly()
    luis.goes_to_page("Learners")
    luis.saves(tmp_path / "luis.learner", "Save as a file, for another computer")
    luis.settled()
    assert "Saved: luis.learner" in luis.reads()
    luis.presses("Delete for good")
    luis.presses("Yes, delete all of it")
    luis.settled()
    assert list(folder(luis).glob("*.learner*")) == [] and "Luis" not in luis.all_words()
    luis.saves(tmp_path / "luis.learner", "Take in a learner's file")
    luis.settled()
    book = luis.study.drill.book
    assert book is not None and book.name == "Luis" and len(book.answers) == 1


def test_a_file_of_something_else_is_refused_in_a_sentence(luis: Student, tmp_path: Path) -> None:
    other = tmp_path / "letter.learner"
    other.write_text("Dear Ana")
    luis.goes_to_page("Learners")
    luis.saves(other, "Take in a learner's file")
    luis.settled()
    assert "letter.learner is not a learner's file of the atlas." in luis.reads()
    assert other.read_text() == "Dear Ana"


def test_a_damaged_learner_is_set_aside_and_named(luis: Student) -> None:
    luis.app.begin_new_patient()
    (path,) = folder(luis).glob("*.learner")
    path.write_bytes(path.read_bytes()[:5000])
    luis.store.choose_mode("study")
    luis.settled()
    assert "is damaged" in luis.reads() and f"{path.name}.broken" in luis.reads()
    assert path.with_name(f"{path.name}.broken").exists()
    path.with_name(f"{path.name}.broken").unlink()
