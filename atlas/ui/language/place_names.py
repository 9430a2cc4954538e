"""Places of the body and sides in the window's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atlas.domain.anatomy import Muscle, Region
from atlas.domain.body.places import Place
from atlas.domain.body.sides import Side
from atlas.domain.pain.pain_report import Overlay
from atlas.domain.words.description import listed
from atlas.ui.language.translate import translate

_NAMED = 4  # places named in one line


def places(found: Sequence[Place], regions: Mapping[str, Region], most: int = _NAMED, known: Side | None = None) -> str:
    """Places in everyday words, each side once: "cheek and temple (right); chin (left)".

    Of those on the side `known` from elsewhere it is not said.
    """
    parts: dict[str | None, list[str]] = {}
    for place in found[:most]:
        parts.setdefault(place.side, []).append(regions[place.region].label)
    said = []
    for side, labels in parts.items():
        joined = listed(labels, translate("Description", " and "))
        said.append(joined if side in (None, known) else f"{joined} ({translate('Hurts', side)})")
    more = translate("Hurts", "and more") if len(found) > most else ""
    return "; ".join(said) + (f" {more}" if more else "")


def side_words(side: Side) -> str:
    """ "right side" or "left side": the patient's."""
    return {"right": translate("Plate", "right side"), "left": translate("Plate", "left side")}[side]


def title_of(muscle: Muscle, which: Overlay) -> str:
    """What an overlay is called: the muscle, and the patient's side."""
    return f"{muscle.name}, {translate('Hurts', which.side)}"
