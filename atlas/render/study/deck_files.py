"""Writes what the review exports, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from atlas.content.saving import save_whole
from atlas.domain.study.cards import Card
from atlas.render.study.deck_faces import DeckFaces

Said = Callable[[int, int], None]
"""Called with how many cards of how many are made."""

ENDINGS = (".apkg", ".pdf")


def save_deck(path: Path, faces: DeckFaces, cards: Sequence[Card], title: str, said: Said, paper: str = "a4") -> None:
    """A deck for Anki, or flashcards as PDF, by the ending of the name. Raises NotSaved; ValueError for another."""
    if path.suffix.lower() == ".apkg":
        from atlas.render.study.apkg import apkg_of  # genanki is needed only here

        save_whole(path, apkg_of(faces, cards, title, said))
    elif path.suffix.lower() == ".pdf":
        from atlas.render.study.flashcards import flashcards_pdf

        save_whole(path, flashcards_pdf(faces, cards, title, said, paper))
    else:
        raise ValueError(f"A deck is written as .apkg or .pdf, not as `{path.name}`.")


def save_bytes(path: Path, data: bytes) -> None:
    """Raises NotSaved."""
    save_whole(path, data)
