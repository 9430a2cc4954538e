"""A card's question and its answer in words, in the installed language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from atlas.domain.catalog import Catalog
from atlas.domain.study.cards import Card, CardKind
from atlas.domain.study.question import Question


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name by which Qt Linguist finds it
    """Marks a text that is translated where it is shown."""
    return text


KIND_NAMES: Mapping[CardKind, str] = {
    "pattern": QT_TRANSLATE_NOOP("Study", "Pain: which muscle?"),
    "bones": QT_TRANSLATE_NOOP("Study", "Muscle on its bones: which?"),
    "zone": QT_TRANSLATE_NOOP("Study", "Paint the main zone"),
    "point": QT_TRANSLATE_NOOP("Study", "Place the trigger point"),
    "place": QT_TRANSLATE_NOOP("Study", "Painful place: all its muscles"),
    "origin": QT_TRANSLATE_NOOP("Study", "Origin"),
    "insertion": QT_TRANSLATE_NOOP("Study", "Insertion"),
    "action": QT_TRANSLATE_NOOP("Study", "Action"),
    "nerve": QT_TRANSLATE_NOOP("Study", "Nerve and root"),
    "needling": QT_TRANSLATE_NOOP("Study", "Needling cautions"),
    "flags": QT_TRANSLATE_NOOP("Study", "Red flags"),
}
_ASKED: Mapping[CardKind, str] = {
    "pattern": QT_TRANSLATE_NOOP("Study", "Which muscle sends pain here?"),
    "bones": QT_TRANSLATE_NOOP("Study", "Which muscle is this?"),
    "zone": QT_TRANSLATE_NOOP("Study", "Paint where {} is mainly felt, on the patient's right side."),
    "point": QT_TRANSLATE_NOOP("Study", "{} sends this pain. Where is its trigger point on the patient's right side?"),
    "place": QT_TRANSLATE_NOOP("Study", "It hurts here: {}. Name all muscles that are mainly felt here."),
    "origin": QT_TRANSLATE_NOOP("Study", "{}: where does it begin?"),
    "insertion": QT_TRANSLATE_NOOP("Study", "{}: where does it end?"),
    "action": QT_TRANSLATE_NOOP("Study", "{}: what does it do?"),
    "nerve": QT_TRANSLATE_NOOP("Study", "{}: which nerve and which roots?"),
    "needling": QT_TRANSLATE_NOOP("Study", "{}: what must be kept in mind when needling it?"),
    "flags": QT_TRANSLATE_NOOP("Study", "{}: its pain may be something else. What must be asked about first?"),
}


def kind_name(kind: CardKind) -> str:
    """What a kind of card is called."""
    return _translate("Study", KIND_NAMES[kind])


def about_name(card: Card, catalog: Catalog) -> str:
    """What a card is about: its muscle, or its place."""
    if card.kind == "place":
        return catalog.regions[card.about].label
    return catalog.muscles[card.about].name


def asked(question: Question, catalog: Catalog) -> str:
    """The question in words, which name the muscle only where that is not asked for."""
    said = _translate("Study", _ASKED[question.card.kind])
    return said.format(about_name(question.card, catalog)) if "{}" in said else said


def told(question: Question, catalog: Catalog, language: str) -> str:
    """What is right."""
    muscles = catalog.muscles
    if question.card.kind == "place":
        return "; ".join(muscles[m].name for m in question.right if m in muscles)
    if question.card.kind == "flags" and question.texts is not None:
        return question.texts[question.right[0]]
    if question.told:
        return question.told
    name = catalog.name(question.card.about, language)
    return f"{name.name} ({name.lay_name})"


def _translate(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
