"""Reads data/dermatomes.yaml and checks it as the zones of muscles are checked: words against paint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from atlas.content import schema
from atlas.content.catalog import FileCatalog
from atlas.content.locating import Locator
from atlas.content.problems import Problem
from atlas.content.reading import Context, Entries
from atlas.domain.anatomy import ReferralZone
from atlas.domain.dermatomes import Dermatome, paint_dermatome
from atlas.domain.pattern import PaintedZone


class WrittenDermatome(schema.Written):
    id: schema.Id
    name: schema.Text
    regions: Annotated[list[schema.SaidRegion], Field(min_length=1)]
    strokes: Annotated[list[schema.WrittenStroke], Field(min_length=1)]
    sources: Annotated[list[schema.CitedSource], Field(min_length=1)]

    def dermatome(self) -> Dermatome:
        return Dermatome(
            id=self.id,
            name=self.name,
            regions=tuple(self.regions),
            strokes=tuple(s.stroke() for s in self.strokes),
            sources=tuple(self.sources),
        )

    def mistakes(self) -> Iterator[schema.Mistake]:
        for k, stroke in enumerate(self.strokes):
            if len(stroke.width) not in (1, len(stroke.through)):
                said = f"{len(stroke.width)} widths for {len(stroke.through)} points; write one, or one a point."
                yield ("strokes", k, "width"), False, said


def read_dermatomes(catalog: FileCatalog) -> tuple[Mapping[str, Dermatome], list[Problem]]:
    """The sound dermatomes by id, in the order of the spine, and what is wrong with the file."""
    problems: list[Problem] = []
    context: Context = {
        "landmarks": tuple(catalog.landmarks),
        "regions": tuple(catalog.regions),
        "sources": tuple(catalog.sources),
    }
    entries = Entries(catalog.places.dermatomes, problems)
    found = [w.dermatome() for w in entries.of(WrittenDermatome, context, WrittenDermatome.mistakes)]
    return {d.id: d for d in found}, problems


def check_dermatomes(catalog: FileCatalog) -> Iterable[Problem]:
    """Where a dermatome's words and its paint differ; nothing where an atlas has none."""
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
        for path, sentence in words_against_paint(catalog.surface, halves, zone, painted, catalog):
            yield locator.problem(name, path, sentence.replace("Zone", "Dermatome"), muscle=False)
