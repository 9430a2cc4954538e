"""`atlas check`: everything that must hold before the atlas may ship, each breach with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.content.baked.body import STAND_IN
from atlas.content.baked.painted_patterns import UNPAINTABLE
from atlas.content.catalog import UNTOLD, FileCatalog
from atlas.content.checks.agreement import check_agreement
from atlas.content.checks.completeness import parted
from atlas.content.checks.dermatomes import check_dermatomes
from atlas.content.checks.distances import check_distances
from atlas.content.checks.facts import _facts, _texts
from atlas.content.checks.geometry import Halves, _geometry, _landmarks, _symmetry
from atlas.content.checks.locating import Locator
from atlas.content.checks.patient_words import check_words
from atlas.content.checks.sheets import check_sheets
from atlas.content.problems import shown
from atlas.domain.choices import FIGURES
from atlas.domain.problems import FileProblem
from atlas.paths import Places


def check(places: Places | None = None) -> list[FileProblem]:
    """Everything that is wrong with what is written, by file and line; the assets are not opened.

    What is not translated yet is wrong only of a language that is declared complete.
    """
    return in_order(parted(check_data(FileCatalog(places)))[0])


def in_order(problems: Iterable[FileProblem]) -> list[FileProblem]:
    """Each once, by file and line."""
    return sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.column or 0, p.sentence))


def check_data(catalog: FileCatalog) -> list[FileProblem]:
    """As `check`, in no order."""
    referrals = Locator(catalog.places.referrals)
    found: list[FileProblem] = []
    lay_names: dict[str, str] = {}
    for muscle in catalog.muscles.values():
        found += _facts(muscle, catalog, referrals, lay_names)
    found += _texts(catalog, referrals)
    found += check_words(catalog)
    found += check_agreement(catalog)
    _ = catalog.red_flag_rules, catalog.vocabulary, catalog.surveys  # what is wrong there is the catalog's to say
    if catalog.surface.version != STAND_IN:
        found += _landmarks(catalog)
        found += _symmetry(catalog.surface, shown(catalog.places.surface))
        halves = Halves(catalog.surface)
        for muscle in catalog.muscles.values():
            found += _geometry(muscle, catalog, halves, referrals)
            found += check_sheets(muscle, catalog, referrals)
        found += check_dermatomes(catalog)
        found += check_distances(catalog)
    for figure in FIGURES:
        catalog.visibility(figure)
    return [*_causes_only(catalog), *found]


def _causes_only(catalog: FileCatalog) -> Iterator[FileProblem]:
    """What the catalog found; muscles that cannot be painted for want of damaged landmarks are said at those, once."""
    marks = shown(catalog.places.landmarks)
    found = [p for p in catalog.problems if not p.sentence.startswith(UNTOLD)]  # which is said at the muscle's line
    if not any(p.file == marks for p in found):
        yield from found
        return
    bare = []
    for problem in found:
        if problem.sentence.startswith(UNPAINTABLE):
            bare.append(problem.muscle or "")
        else:
            yield problem
    if bare:
        some = ", ".join(bare[:3]) + (f" and {len(bare) - 3} more" if len(bare) > 3 else "")
        yield FileProblem(file=marks, sentence=f"Without the landmarks named here these cannot be painted: {some}.")
