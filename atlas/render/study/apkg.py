"""A deck for Anki: notes with ids that stay, so that a later export brings them up to date and doubles none."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from zlib import crc32

import genanki
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from atlas.domain.study.cards import Card
from atlas.render.study.deck_faces import DeckFaces, Face, TwoFaces

MODEL = 1_732_905_817  # of the notes: another one would make other notes of them
_FIELDS = ("Id", "Kind", "Front", "Front picture", "Back", "Back picture")
_CSS = """
.card { font-family: sans-serif; font-size: 20px; text-align: center; color: #1e2326; background: #ffffff; }
.kind { color: #0f6e6e; font-size: 14px; font-weight: 600; margin-bottom: 6px; }
img { max-width: 100%; max-height: 62vh; background: #ffffff; border-radius: 8px; }
.nightMode.card { color: #eceae5; background: #16181a; }
"""
_QUALITY = 88


def guid_of(card: Card) -> str:
    """The id of a card's note: the same in every export."""
    return f"tpra:{card.id}"


def apkg_of(faces: DeckFaces, cards: Sequence[Card], title: str, said: Callable[[int, int], None]) -> bytes:
    """The deck as a file of Anki, a deck of its own within it for each kind of card; `said` as in `deck_files`."""
    model = genanki.Model(
        MODEL,
        "Trigger-Point Referral Atlas",
        fields=[{"name": name} for name in _FIELDS],
        templates=[
            {
                "name": "Card",
                "qfmt": '<div class="kind">{{Kind}}</div><p>{{Front}}</p>{{Front picture}}',
                "afmt": '{{FrontSide}}<hr id="answer"><p>{{Back}}</p>{{Back picture}}',
            }
        ],
        css=_CSS,
    )
    decks: dict[str, genanki.Deck] = {}
    with tempfile.TemporaryDirectory(prefix="atlas-deck-") as place:
        media: dict[str, str] = {}
        for number, card in enumerate(cards):
            made = faces.of(card)
            if made is not None:
                deck = decks.setdefault(made.kind, _deck(title, made))
                shown = [_shown(face, faces, Path(place), media) for face in (made.front, made.back)]
                texts = [escape(face.text).replace("\n", "<br>") for face in (made.front, made.back)]
                fields = [card.id, escape(made.kind), texts[0], shown[0], texts[1], shown[1]]
                deck.add_note(genanki.Note(model=model, fields=fields, guid=guid_of(card), tags=_tags(made)))
            said(number + 1, len(cards))
        package = genanki.Package(list(decks.values()), media_files=list(media.values()))
        path = Path(place) / "deck.apkg"
        package.write_to_file(str(path))
        return path.read_bytes()


def _deck(title: str, made: TwoFaces) -> genanki.Deck:
    number = 1_500_000_000 + crc32(made.card.kind.encode()) % 400_000_000
    return genanki.Deck(number, f"{title}::{made.kind}")


def _tags(made: TwoFaces) -> list[str]:
    return [f"tpra::{made.card.kind}", f"tpra::{made.card.about}"]


def _shown(face: Face, faces: DeckFaces, place: Path, media: dict[str, str]) -> str:
    """The picture of a face as it stands in a field; written once."""
    if face.picture is None:
        return ""
    name = f"{face.picture}.jpg"
    if name not in media:
        path = place / name
        path.write_bytes(_jpeg(faces.picture(face.picture)))
        media[name] = str(path)
    return f'<img src="{name}">'


def _jpeg(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(_QUALITY)
    writer.write(picture.convertToFormat(QImage.Format.Format_RGB32))
    return bytes(buffer.data().data())
