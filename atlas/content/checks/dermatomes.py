"""Whether each dermatome covers the regions it names and holds its key point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from atlas.content.catalog import FileCatalog
from atlas.content.checks.completeness import not_yet
from atlas.content.checks.locating import Locator
from atlas.content.loading import load_key_points
from atlas.content.problems import did_you_mean
from atlas.domain.anatomy import ReferralZone
from atlas.domain.choices import ENGLISH
from atlas.domain.dermatomes import Dermatome, key_vertex, paint_dermatome
from atlas.domain.pattern import PaintedZone
from atlas.domain.problems import FileProblem


def check_dermatomes(catalog: FileCatalog) -> Iterable[FileProblem]:
    """Where a dermatome's words and its paint differ, or a key point is off; nothing where an atlas has none."""
    if not catalog.places.dermatomes.exists():
        return
    from atlas.content.checks.geometry import Halves, words_against_paint

    found = catalog.dermatomes  # what is wrong with their file is the catalog's to say
    halves, locator = Halves(catalog.surface), Locator(catalog.places.dermatomes)
    for name, dermatome in found.items():
        zone = ReferralZone(
            id=name,
            strength="essential",
            regions=dermatome.regions,
            opposite_regions=(),
            strokes=dermatome.strokes,
        )
        painted = PaintedZone(id=name, strength="essential", painting=paint_dermatome(catalog.surface, dermatome))
        if painted.painting.dense(len(catalog.surface.points))[key_vertex(catalog.surface, dermatome, "right")] <= 0.5:
            said = f"Dermatome `{name}`: its key point lies outside its paint."
            yield locator.problem(name, ("key_point", "at"), said, muscle=False)
        for path, sentence in words_against_paint(catalog.surface, halves, zone, painted, catalog):
            yield locator.problem(name, path, sentence.replace("Zone", "Dermatome"), muscle=False)
    for language in catalog.places.languages:
        if language != ENGLISH:
            yield from _translated(catalog, found, language)


def _translated(catalog: FileCatalog, found: Mapping[str, Dermatome], language: str) -> Iterator[FileProblem]:
    """Every key point is said in the language, and nothing else is."""
    said, problems = load_key_points(catalog.places, language)
    yield from problems
    locator = Locator(catalog.places.texts("dermatomes", language))
    for name in said:
        if name not in found:
            yield locator.problem(
                name, (), f"There is no dermatome `{name}`{did_you_mean(name, found)}.", key=True, muscle=False
            )
    missing = [d.name for d in found.values() if said.get(d.id, d.key_point.where) == d.key_point.where]
    if missing:
        lacks = f"Key points not translated, so shown in English: {', '.join(missing)}."
        yield not_yet(locator.problem("", (), lacks, muscle=False), language)
