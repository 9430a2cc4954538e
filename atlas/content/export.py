"""An entry as one plain document: the shape that `--json` and `atlas export` promise (docs/cli.md)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from atlas.domain.anatomy import ANATOMY, READERS, Muscle
from atlas.domain.body.sides import Side
from atlas.domain.catalog import Catalog
from atlas.domain.choices import ENGLISH
from atlas.domain.pattern import covered_regions
from atlas.domain.plate.plate import Panel
from atlas.domain.strengths import STRENGTHS


def as_entry(catalog: Catalog, muscle: Muscle, figure: str = "female", language: str = ENGLISH) -> dict[str, Any]:
    """Facts, texts, the regions really painted (right side; percent of the region) and the plate on a figure.

    `catalog` and `muscle` are to be in `language`; what is not translated stands in English.
    """
    texts = catalog.texts(muscle.id, language)
    said = texts.get("clinician", {})
    review = {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(muscle.review).items()}
    return {
        "id": muscle.id,
        "name": muscle.name,
        "lay_name": muscle.lay_name,
        "also_called": list(muscle.also_called),
        "latin": muscle.latin,
        "spanish": catalog.name(muscle.id, "es").name,  # a promise from when there was one other language
        "names": _names(catalog, muscle),
        "complaints": list(muscle.complaints),
        "area": muscle.area,
        "depth": muscle.depth,
        **{fact: said.get(fact, getattr(muscle, fact)) for fact in ANATOMY},
        "trigger_points": [
            {"id": p.id, "refers_to": list(p.refers_to), "note": p.note, "reach": p.reach}
            for p in muscle.trigger_points
        ],
        "zones": [
            {
                "id": z.id,
                "strength": z.strength,
                "regions": list(z.regions),
                "opposite_regions": list(z.opposite_regions),
                "felt": z.felt,
                "inside": z.inside,
            }
            for z in muscle.zones
        ],
        "regions": _covered(catalog, muscle, "right"),
        "opposite_regions": _covered(catalog, muscle, "left"),
        "plate": [_panel(panel) for panel in catalog.plate(muscle.id, figure).panels],
        "related": list(muscle.related),
        "evidence": muscle.evidence,
        "studied": asdict(muscle.studied) if muscle.studied else None,
        "sources": list(muscle.sources),
        "texts": {r: dict(texts.get(r, {})) for r in READERS},
        "version": muscle.version,
        "review": review,
    }


def _covered(catalog: Catalog, muscle: Muscle, side: Side) -> dict[str, list[dict[str, Any]]]:
    pattern = catalog.pattern(muscle.id)
    return {
        s: [
            {"id": share.region, "percent": share.percent}
            for share in covered_regions(catalog.surface, pattern.painting(s), side)
            if side == "right" or not catalog.regions[share.region].midline
        ]
        for s in STRENGTHS
    }


def _panel(panel: Panel) -> dict[str, Any]:
    return {
        "view": panel.view,
        "box": [round(edge, 4) for edge in panel.box],
        "role": panel.role,
        "shows": {what: round(share, 4) for what, share in asdict(panel.shows).items()},
    }


def _names(catalog: Catalog, muscle: Muscle) -> dict[str, dict[str, Any]]:
    """What the muscle is called, by language; a language that has no name for it is left out."""
    names = {language: catalog.name(muscle.id, language) for language in catalog.languages}
    return {
        language: {"name": n.name, "lay_name": n.lay_name, "also_called": list(n.also_called)}
        for language, n in names.items()
        if n.language == language
    }
