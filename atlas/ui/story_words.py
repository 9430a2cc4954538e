"""The words that go with each step of a muscle's story, and with a muscle on the patient's screen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.domain.anatomy import MuscleName, MuscleTexts
from atlas.domain.guide import RedFlag
from atlas.domain.red_flags import Signs
from atlas.domain.story import HEADINGS, SHOW_PAIN, Step
from atlas.ui.words import translate

if TYPE_CHECKING:
    from atlas.render.ink import Ink


_NO_SIGNS = Signs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One page for a patient: `overline` says which muscle, `alert` when to see someone, `note` what to know of it.

    `signs` stand above all else: of a drawing, or `alert` wherever pain is shown.
    """

    overline: str
    title: str
    text: str
    alert: str = ""
    note: str = ""
    inks: tuple[tuple[Ink, str], ...] = ()  # what lies over a drawing
    signs: Signs = _NO_SIGNS


def step_title(step: Step) -> str:
    return (
        translate("Story", "This is the muscle"),
        translate("Story", "This is where the sore spot can be"),
        translate("Story", "This is where the pain can be felt"),
        translate("Story", "This is what may help"),
    )[step - 1]


def told(name: MuscleName, texts: MuscleTexts, step: Step, untranslated: Collection[str] = ()) -> Told:
    """A step in words; `untranslated` are the headings that stand in English for want of a translation."""
    patient = texts.get("patient", {})
    said = patient.get(HEADINGS[step], "")
    if step == 2:
        said = "\n".join((translate("Story", "The cross shows where a sore spot is often found."), said))
    in_english = HEADINGS[step] in untranslated or "when_to_see_someone" in untranslated
    lay, alert = name.lay_name, patient.get("when_to_see_someone", "")
    sign = RedFlag(id="when_to_see_someone", text=alert)
    return Told(
        overline=lay[:1].upper() + lay[1:],
        title=step_title(step),
        text=said.strip(),
        alert=alert,
        signs=Signs(raised=(sign,)) if alert and step in SHOW_PAIN else _NO_SIGNS,
        note=translate("Story", "Not translated yet, so shown in English.") if in_english else "",
    )
