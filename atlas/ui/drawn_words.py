"""The words that go with a pain drawing on the patient's screen."""

from __future__ import annotations

from atlas.content.catalog import FileCatalog
from atlas.content.guide import FileGuide
from atlas.domain.hurting import Compared
from atlas.domain.inking import LETTERS, side_of_root
from atlas.domain.matching import DrawnPlaces
from atlas.domain.red_flags import NoRedFlags, Signs
from atlas.domain.state import AtlasState
from atlas.render.ink import INKS
from atlas.ui.hurt_pages import painting_of
from atlas.ui.hurt_words import places
from atlas.ui.raised_flags import none_could_be_read, signs_of_drawing
from atlas.ui.story_words import Told
from atlas.ui.words import translate

_LEAST = 0.05  # of the drawing, for a place to be named
_NAMED = 6


def told_of_drawing(state: AtlasState, catalog: FileCatalog, guide: FileGuide) -> Told:
    """What the patient has shown, its red flags, and the patterns that lie over it."""
    hurting, overline = state.hurting, translate("Hurts", "Where it hurts")
    inks = INKS[state.palette]
    legend = [] if hurting.is_empty else [(inks.drawn[1], translate("Story", "What you showed"))]
    for k, which in enumerate(hurting.compared):
        legend.append((inks.laid_over[k], _named(which, k, len(hurting.compared) > 1, state, catalog)))
    if hurting.dermatome is not None:
        root = translate("Story", "Skin of the nerve {root}").format(root=catalog.dermatomes[hurting.dermatome].name)
        legend.append((inks.root, f"{root} ({translate('Hurts', side_of_root(hurting))})"))
    if hurting.is_empty and not legend:
        asked = translate("Story", "Show it on the picture, or say it in words.")
        return Told(overline=overline, title=translate("Story", "Where does it hurt?"), text=asked)
    drawn = DrawnPlaces(catalog.surface, painting_of(hurting))
    if hurting.is_empty:
        title, text = translate("Story", "Where it can be felt"), ""
    else:
        title = translate("Story", "This is what you showed")
        text = _sentence(places(drawn.named(_LEAST), catalog.regions, _NAMED))
    if hurting.compared:
        more = translate("Story", "The colored fields show where these muscles can send pain.")
        text = f"{text}\n{more}".strip()
    note = translate("Story", "The pictures teach. They do not say what your pain comes from.")
    signs = Signs()
    try:
        signs = signs_of_drawing(hurting, drawn.touched(), catalog, guide)
    except NoRedFlags:
        note = f"{none_could_be_read()}\n{note}"
    return Told(overline=overline, title=title, text=text, note=note, inks=tuple(legend), signs=signs)


def _named(which: Compared, place: int, lettered: bool, state: AtlasState, catalog: FileCatalog) -> str:
    name = catalog.name(which.muscle, state.language).lay_name
    side = translate("Hurts", which.side)
    return f"{LETTERS[place]}  {name} ({side})" if lettered else f"{name} ({side})"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "." if text else ""
