"""Decks to take along: opened by Anki's own library with the pictures in place; flashcards whose backs match."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from PIL import Image
from PySide6.QtWidgets import QApplication

from atlas.content.catalog import FileCatalog
from atlas.domain.study.cards import Card
from atlas.render.plates import Plates
from atlas.render.study import flashcards
from atlas.render.study.apkg import apkg_of, guid_of
from atlas.render.study.deck_faces import DeckFaces
from atlas.render.study.deck_files import save_deck

CARDS = (
    Card(kind="pattern", about="infraspinatus"),
    Card(kind="bones", about="infraspinatus"),
    Card(kind="insertion", about="infraspinatus"),
    Card(kind="nerve", about="infraspinatus"),
    Card(kind="flags", about="infraspinatus"),
    Card(kind="pattern", about="soleus"),
    Card(kind="zone", about="soleus"),
    Card(kind="needling", about="soleus"),
    Card(kind="action", about="soleus"),
    Card(kind="nerve", about="soleus"),
)


def nothing_said(done: int, whole: int) -> None:
    assert 0 <= done <= whole


@pytest.fixture(scope="module")
def faces(qapp: QApplication, catalog: FileCatalog) -> DeckFaces:
    return DeckFaces(catalog, Plates(catalog, catalog.places.body, catalog.places.muscles), "en")


@pytest.fixture(scope="module")
def deck(faces: DeckFaces) -> bytes:
    return apkg_of(faces, CARDS, "Atlas", nothing_said)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A collection of Anki's own, empty."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def taken_in(collection: Collection, deck: bytes, place: Path) -> object:
    place.write_bytes(deck)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(place)))


def test_anki_opens_the_deck_with_all_cards_and_their_pictures(
    collection: Collection, deck: bytes, tmp_path: Path
) -> None:
    taken_in(collection, deck, tmp_path / "deck.apkg")
    assert collection.note_count() == len(CARDS)
    named, missing = set(), []
    for note in map(collection.get_note, collection.find_notes("")):
        found = re.findall(r'<img src="([^"]+)">', " ".join(note.fields))
        named |= set(found)
        missing += [name for name in found if not (Path(collection.media.dir()) / name).is_file()]
    assert missing == [] and len(named) >= 4
    with Image.open(Path(collection.media.dir()) / min(named)) as picture:
        assert picture.format == "JPEG" and picture.size == (880, 600)


def test_a_later_deck_brings_the_cards_up_to_date_and_doubles_none(
    collection: Collection, deck: bytes, faces: DeckFaces, tmp_path: Path
) -> None:
    taken_in(collection, deck, tmp_path / "deck.apkg")
    before = sorted(collection.find_notes(""))
    taken_in(collection, apkg_of(faces, CARDS, "Atlas", nothing_said), tmp_path / "later.apkg")
    assert sorted(collection.find_notes("")) == before
    guids = {collection.get_note(n).guid for n in before}
    assert guids == {guid_of(card) for card in CARDS}


def test_no_front_tells_its_answer(faces: DeckFaces, catalog: FileCatalog) -> None:
    for card in CARDS:
        made = faces.of(card)
        assert made is not None
        if card.kind in ("pattern", "bones"):
            assert catalog.muscles[card.about].name.casefold() not in made.front.text.casefold()
            assert made.front.picture != made.back.picture
        assert made.back.text and made.front.text != made.back.text


def test_the_file_holds_no_picture_twice(deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        pictures = [package.read(name) for name in package.namelist() if name.isdecimal()]
    assert len(pictures) == len(set(pictures))


def test_a_back_lies_behind_its_own_front_when_the_sheet_is_turned_on_its_long_edge() -> None:
    width, height = 595.0, 842.0
    fronts, backs = (flashcards.places(width, height, back=back) for back in (False, True))
    assert len(fronts) == flashcards.EACH == 8
    for front, back in zip(fronts, backs, strict=True):
        assert front.top() == back.top() and front.size() == back.size()
        assert width - front.right() == pytest.approx(back.left())  # through the paper


def test_flashcards_are_a_sheet_of_two_sides_for_every_eight(faces: DeckFaces, tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    save_deck(path, faces, CARDS, "Atlas", nothing_said)
    pages = path.read_bytes().count(b"/Type /Page\n")
    assert pages == 4
    with pytest.raises(ValueError, match=r"\.apkg or \.pdf"):
        save_deck(tmp_path / "cards.txt", faces, CARDS, "Atlas", nothing_said)
