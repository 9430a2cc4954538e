"""Reads data/dermatomes.yaml and checks it as the zones of muscles are checked: words against paint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from atlas.content import schema
from atlas.content.catalog import FileCatalog
from atlas.content.knowledge import load_key_points
from atlas.content.locating import Locator
from atlas.content.problems import Problem, did_you_mean
from atlas.content.reading import Context, Entries
from atlas.domain.anatomy import ReferralZone
from atlas.domain.dermatomes import Dermatome, KeyPoint, key_vertex, paint_dermatome
from atlas.domain.language import ENGLISH
from atlas.domain.pattern import PaintedZone


class WrittenKeyPoint(schema.Written):
    at: schema.Point
    where: schema.Text


class WrittenDermatome(schema.Written):
    id: schema.Id
    name: schema.Text
    key_point: WrittenKeyPoint
    regions: Annotated[list[schema.SaidRegion], Field(min_length=1)]
    strokes: Annotated[list[schema.WrittenStroke], Field(min_length=1)]
    sources: Annotated[list[schema.CitedSource], Field(min_length=1)]

    def dermatome(self) -> Dermatome:
        return Dermatome(
            id=self.id,
            name=self.name,
            key_point=KeyPoint(at=self.key_point.at, where=" ".join(self.key_point.where.split())),
            regions=tuple(self.regions),
            strokes=tuple(s.stroke() for s in self.strokes),
            sources=tuple(self.sources),
        )

    def mistakes(self) -> Iterator[schema.Mistake]:
        for k, stroke in enumerate(self.strokes):
            if len(stroke.width) not in (1, len(stroke.through)):
                said = f"{len(stroke.width)} widths for {len(stroke.through)} points; write one, or one a point."
                yield ("strokes", k, "width"), False, said


def read_dermatomes(catalog: FileCatalog, language: str = ENGLISH) -> tuple[Mapping[str, Dermatome], list[Problem]]:
    """The sound dermatomes by id, in the order of the spine, and what is wrong with the file.

    Key points are said in `language`, in English where they are not translated.
    """
    problems: list[Problem] = []
    context: Context = {
        "landmarks": tuple(catalog.landmarks),
        "regions": tuple(catalog.regions),
        "sources": tuple(catalog.sources),
    }
    entries = Entries(catalog.places.dermatomes, problems)
    found = [w.dermatome() for w in entries.of(WrittenDermatome, context, WrittenDermatome.mistakes)]
    if language != ENGLISH:
        said, more = load_key_points(catalog.places, language)
        problems += more
        found = [replace(d, key_point=replace(d.key_point, where=said.get(d.id, d.key_point.where))) for d in found]
    return {d.id: d for d in found}, problems


def check_dermatomes(catalog: FileCatalog) -> Iterable[Problem]:
    """Where a dermatome's words and its paint differ, or a key point is off; nothing where an atlas has none."""
    if not catalog.places.dermatomes.exists():
        return
    from atlas.content.lint import Halves, words_against_paint

    found, problems = read_dermatomes(catalog)
    yield from problems
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


def _translated(catalog: FileCatalog, found: Mapping[str, Dermatome], language: str) -> Iterator[Problem]:
    """Every key point is said in the language, and nothing else is."""
    said, problems = load_key_points(catalog.places, language)
    yield from problems
    locator = Locator(catalog.places.texts("dermatomes", language))
    for name in said:
        if name not in found:
            yield locator.problem(
                name, (), f"There is no dermatome `{name}`{did_you_mean(name, found)}.", key=True, muscle=False
            )
    missing = [d.name for d in found.values() if d.id not in said]
    if missing:
        yield locator.problem(
            "", (), f"Key points not translated, so shown in English: {', '.join(missing)}.", muscle=False
        )
