"""The picture in words, in the language of the moment, for those who cannot see it."""

from __future__ import annotations

from atlas.domain.catalog import Catalog
from atlas.domain.state import AtlasState
from atlas.ui.language.translate import translate


def described(state: AtlasState, catalog: Catalog) -> str:
    """What a state's picture shows, in the installed language; `catalog` has its names in it."""
    if state.mode == "pain":
        return _report_of_pain(state, catalog)
    if state.study.muscle is None:
        return translate("Description", "No muscle chosen.")
    from atlas.domain.words.description import DescriptionWords, describe  # not needed until one is

    words = DescriptionWords(
        mainly=translate("Description", "Mainly: {}"),
        sometimes=translate("Description", "Sometimes: {}"),
        right=translate("Plate", "right side"),
        left=translate("Plate", "left side"),
        both=translate("Description", "both sides"),
        across=translate("Description", "and on the other side {}"),
        inside=translate("Description", "{} (felt inside)"),
        last=translate("Description", " and "),
    )
    muscle = catalog.muscles[state.study.muscle]
    return describe(muscle, catalog.regions, state.study.sides, state.study.point, words)


def _report_of_pain(state: AtlasState, catalog: Catalog) -> str:
    """The drawing and what lies over it: "Painted: temple (right). Laid over it: Temporalis, right.\""""
    from atlas.domain.body.places import places_of
    from atlas.domain.pain.pain_report import painting_of
    from atlas.ui.language.place_names import places, title_of

    found = places_of(catalog.surface, painting_of(state.report))
    parts = [translate("Hurts", "Nothing is painted yet.")]
    if found:
        parts = [translate("Description", "Painted: {}").format(places(found, catalog.regions, 12)) + "."]
    over = [title_of(catalog.muscles[c.muscle], c) for c in state.report.overlays]
    if state.report.dermatome is not None:
        root = catalog.dermatomes[state.report.dermatome].name
        over.append(translate("Hurts", "Nerve root {root}").format(root=root))
    if over:
        parts.append(translate("Description", "Laid over it: {}").format("; ".join(over)) + ".")
    return " ".join(parts)
