"""The words that go with each step of a muscle's story, and with a muscle on the patient's screen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.domain.anatomy import MuscleName, MuscleTexts
from atlas.domain.body.places import DrawnPlaces
from atlas.domain.catalog import Catalog, GuideBook
from atlas.domain.pain.overlays import LETTERS, side_of_root
from atlas.domain.pain.pain_report import Overlay, painting_of
from atlas.domain.state import AtlasState
from atlas.domain.words.guide import RedFlag
from atlas.domain.words.red_flags import NoRedFlags, Signs
from atlas.domain.words.story import SHOW_PAIN, STEP_HEADINGS, StoryStep
from atlas.render.pain.ink import INKS
from atlas.ui.article.raised_flags import none_could_be_read, signs_of_drawing
from atlas.ui.language.place_names import places
from atlas.ui.language.translate import translate

if TYPE_CHECKING:
    from atlas.render.pain.ink import Ink


_LEAST = 0.05  # of the drawing, for a place to be named

_NAMED = 6


def drawing_text(state: AtlasState, catalog: Catalog, guide: GuideBook) -> PatientText:
    """What the patient has shown, its red flags, and the patterns that lie over it."""
    report, overline = state.report, translate("Hurts", "Where it hurts")
    inks = INKS[state.look.palette]
    legend = [] if report.is_empty else [(inks.drawn[1], translate("Story", "What you showed"))]
    for k, which in enumerate(report.overlays):
        legend.append((inks.laid_over[k], _named(which, k, len(report.overlays) > 1, state, catalog)))
    if report.dermatome is not None:
        root = translate("Story", "Skin of the nerve {root}").format(root=catalog.dermatomes[report.dermatome].name)
        legend.append((inks.root, f"{root} ({translate('Hurts', side_of_root(report))})"))
    if report.is_empty and not legend:
        asked = translate("Story", "Show it on the picture, or say it in words.")
        return PatientText(overline=overline, title=translate("Story", "Where does it hurt?"), text=asked)
    drawn = DrawnPlaces(catalog.surface, painting_of(report))
    if report.is_empty:
        title, text = translate("Story", "Where it can be felt"), ""
    else:
        title = translate("Story", "This is what you showed")
        text = _sentence(places(drawn.named(_LEAST), catalog.regions, _NAMED))
    if report.overlays:
        more = translate("Story", "The colored fields show where these muscles can send pain.")
        text = f"{text}\n{more}".strip()
    note = translate("Story", "The pictures teach. They do not say what your pain comes from.")
    signs = Signs()
    try:
        signs = signs_of_drawing(report, drawn.touched(), catalog, guide)
    except NoRedFlags:
        note = f"{none_could_be_read()}\n{note}"
    return PatientText(overline=overline, title=title, text=text, note=note, inks=tuple(legend), signs=signs)


def _named(which: Overlay, place: int, lettered: bool, state: AtlasState, catalog: Catalog) -> str:
    name = catalog.name(which.muscle, state.room.language).lay_name
    side = translate("Hurts", which.side)
    return f"{LETTERS[place]}  {name} ({side})" if lettered else f"{name} ({side})"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "." if text else ""


_NO_SIGNS = Signs()


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientText:
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
    picture: str = ""  # what is to be seen, for those who cannot


def step_title(step: StoryStep) -> str:
    """The heading of a step of the story."""
    return (
        translate("Story", "This is the muscle"),
        translate("Story", "This is where the sore spot can be"),
        translate("Story", "This is where the pain can be felt"),
        translate("Story", "This is what may help"),
    )[step - 1]


def step_text(name: MuscleName, texts: MuscleTexts, step: StoryStep, untranslated: Collection[str] = ()) -> PatientText:
    """A step in words; `untranslated` are the headings that stand in English for want of a translation."""
    patient = texts.get("patient", {})
    said = patient.get(STEP_HEADINGS[step], "")
    if step == 2:
        said = "\n".join((translate("Story", "The cross shows where a sore spot is often found."), said))
    in_english = STEP_HEADINGS[step] in untranslated or "when_to_see_someone" in untranslated
    lay, alert = name.lay_name, patient.get("when_to_see_someone", "")
    sign = RedFlag(id="when_to_see_someone", text=alert)
    return PatientText(
        overline=lay[:1].upper() + lay[1:],
        title=step_title(step),
        text=said.strip(),
        alert=alert,
        signs=Signs(raised=(sign,)) if alert and step in SHOW_PAIN else _NO_SIGNS,
        note=translate("Story", "Not translated yet, so shown in English.") if in_english else "",
    )
