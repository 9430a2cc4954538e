"""The red flags of a pain drawing, the same wherever the drawing is shown."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.domain.body.places import Place
from atlas.domain.catalog import Catalog, GuideBook
from atlas.domain.pain.pain_report import PainReport
from atlas.domain.words.red_flags import Signs, warning_signs_of
from atlas.ui.language.translate import translate


def signs_of_drawing(report: PainReport, places: Iterable[Place], catalog: Catalog, guide: GuideBook) -> Signs:
    """Of the places that are painted, and of the complaints that the drawing is made of. Raises NoRedFlags."""
    if report.is_empty:
        return Signs()
    complaints = guide.complaints
    also = [flag for c in report.complaints if c in complaints for flag in complaints[c].red_flags]
    return warning_signs_of(catalog.red_flag_rules, guide.red_flags, places, also=also)


def none_could_be_read() -> str:
    """What stands where the red flags would be."""
    return translate("Red flags", "The warning signs could not be read, so none are shown.")
