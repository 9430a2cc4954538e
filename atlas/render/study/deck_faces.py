"""The two faces of each card of a deck: words, and a picture of the body where the question or the answer has one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene
from atlas.domain.state import Look, Room
from atlas.domain.study.cards import Card
from atlas.domain.study.question import Asking, Question
from atlas.domain.study.question_scene import answer_scene, question_scene
from atlas.render.renderer import Renderer
from atlas.render.study.question_words import asked, kind_name, told
from atlas.render.study.small_plate import small_plate

SIZE = QSize(880, 600)  # px of a picture
_LETTERS = 18.0  # points, in the picture
_PAPER = QColor(255, 255, 255)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One side of a card. `picture` names it: the same name is the same picture."""

    text: str
    picture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoFaces:
    """A card of a deck; `kind` is what its kind is called."""

    card: Card
    kind: str
    front: Face
    back: Face


class DeckFaces:
    """Makes faces, and the pictures that they name."""

    def __init__(self, catalog: Catalog, pictures: Renderer, language: str, look: Look | None = None) -> None:
        self._catalog, self._pictures, self._language = catalog, pictures, language
        self._asking = Asking(catalog, language)
        self._look, self._room = look or Look(), Room()
        self._scenes: dict[str, tuple[Question, bool]] = {}

    def of(self, card: Card) -> TwoFaces | None:
        """None where the atlas has no answer to a card."""
        question = self._asking.question(card, typed=True, turn=0)
        if question is None:
            return None
        front = self._named(question, asks=True)
        back = None if card.kind in _TOLD else self._named(question, asks=False)
        return TwoFaces(
            card=card,
            kind=kind_name(card.kind),
            front=Face(text=asked(question, self._catalog), picture=front),
            back=Face(text=told(question, self._catalog, self._language), picture=back),
        )

    def picture(self, name: str) -> QImage:
        """A picture that a face names. Raises KeyError for any other."""
        question, asks = self._scenes[name]
        scene: Scene | None
        if asks:
            scene = question_scene(question, self._catalog, self._look, self._room)
            assert scene is not None
        else:
            scene = answer_scene(question, self._catalog, self._look, self._room)
        return small_plate(self._pictures, self._catalog, scene, SIZE, _PAPER, _LETTERS, most=3)

    def _named(self, question: Question, *, asks: bool) -> str | None:
        card = question.card
        if asks and card.kind not in ("pattern", "bones", "point", "place"):
            return None
        what = card.id.partition("/")[2].replace("/", "-") if asks else _ANSWERS.get(card.kind, "plate")
        if not asks and card.kind == "point":
            what = f"plate-{card.point}"
        name = f"tpra-{card.about}-{what}"
        self._scenes.setdefault(name, (question, asks))
        return name


_TOLD = ("action", "nerve", "needling", "flags", "place", "bones")  # whose answer is in words
_ANSWERS = {"origin": "bones", "insertion": "bones"}
"""What the picture of an answer is called, where it is not the muscle's plate; those of one name are the same."""
