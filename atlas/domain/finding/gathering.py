"""Gathers what can be found out of all that the atlas knows."""

from __future__ import annotations

from atlas.domain.catalog import Catalog
from atlas.domain.finding.material import Material


def material_of(catalog: Catalog) -> Material:
    """All that an atlas has to be found, in every language that something is written in."""
    guides = {language: catalog.guide(language) for language in catalog.languages}
    return Material(
        muscles=catalog.muscles,
        names=catalog.called(),
        labels=catalog.labels(),
        complaints={language: guide.complaints for language, guide in guides.items()},
        pages={language: guide.problem_pages for language, guide in guides.items()},
        parts={r.id: r.parent for r in catalog.regions.values()},
        roots={d.id: d.regions for d in catalog.dermatomes.values()},
        vocabulary=catalog.vocabulary,
        surveys=catalog.surveys,
    )
