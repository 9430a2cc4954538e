"""The words of the student's review: what the kinds of cards are called, what is asked, what was answered."""

from __future__ import annotations

from atlas.domain.anatomy import AREAS
from atlas.domain.catalog import Catalog
from atlas.domain.study.cards import SEEN
from atlas.domain.study.learner import NotALearner
from atlas.domain.study.question import Question
from atlas.domain.study.scoring import FARTHEST_MM, Scored
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate

_WHY_NOT = {
    "other": QT_TRANSLATE_NOOP("Study", "{} is not a learner's file of the atlas."),
    "damaged": QT_TRANSLATE_NOOP("Study", "{} is damaged."),
    "later": QT_TRANSLATE_NOOP("Study", "{} was written by a later version of the atlas."),
    "open": QT_TRANSLATE_NOOP("Study", "{} is open in another window."),
}


def area_name(area: str) -> str:
    """What an area of the body is called."""
    return translate("Areas", AREAS[area])


def in_words(question: Question, catalog: Catalog) -> str:
    """A question's picture for those who do not see it, or that it cannot be told."""
    kind = question.card.kind
    if kind in SEEN:
        return translate("Study", "This question is answered by eye and hand; it cannot be read aloud.")
    if kind != "pattern":
        return ""
    muscle = catalog.muscles[question.card.about]
    parts = []
    for strength, said in (
        ("essential", translate("Study", "Mainly felt: {}.")),
        ("spillover", translate("Study", "Sometimes felt: {}.")),
    ):
        regions = dict.fromkeys(r for z in muscle.zones if z.strength == strength for r in z.regions)
        names = [catalog.regions[r].label for r in regions if r in catalog.regions]
        if names:
            parts.append(said.format("; ".join(names)))
    return " ".join(parts)


def verdict(question: Question, scored: Scored, catalog: Catalog) -> str:
    """How good an answer was, in a few words."""
    if scored.other_side:
        return translate("Study", "That is the patient's left side; the right one was meant.")
    if question.way == "paint":
        return translate("Study", "{percent} % overlap with the main zone").format(percent=round(100 * scored.score))
    if question.way == "mark":
        if scored.score > FARTHEST_MM:
            return translate("Study", "More than {mm} mm away").format(mm=round(FARTHEST_MM))
        return translate("Study", "{mm} mm away, over the skin").format(mm=round(scored.score))
    if question.way == "several" and 0.0 < scored.score < 1.0:
        return translate("Study", "Partly right")
    if question.way == "typed" and 0.0 < scored.score < 1.0:
        return translate("Study", "Right, but it does not say which part")
    return translate("Study", "Right") if scored.grade > 1 else translate("Study", "Not right")


def not_a_learner(error: NotALearner) -> str:
    """Why a file was not opened, as one sentence."""
    return translate("Study", _WHY_NOT[error.why]).format(error.name)
