"""Reads data/dermatomes.yaml and checks it as the zones of muscles are checked: words against paint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from atlas.content.catalog import FileCatalog
from atlas.content.loading import load_key_points
from atlas.content.problems import FileProblem
from atlas.content.reading import schema
from atlas.content.reading.entries import Context, Entries
from atlas.content.reading.schema_base import CitedSource, Id, Mistake, SaidRegion, Text, Written
from atlas.domain.choices import ENGLISH
from atlas.domain.dermatomes import Dermatome, KeyPoint


class WrittenKeyPoint(Written):
    at: schema.Point
    where: Text


class WrittenDermatome(Written):
    id: Id
    name: Text
    key_point: WrittenKeyPoint
    regions: Annotated[list[SaidRegion], Field(min_length=1)]
    strokes: Annotated[list[schema.WrittenStroke], Field(min_length=1)]
    sources: Annotated[list[CitedSource], Field(min_length=1)]

    def dermatome(self) -> Dermatome:
        return Dermatome(
            id=self.id,
            name=self.name,
            key_point=KeyPoint(at=self.key_point.at, where=" ".join(self.key_point.where.split())),
            regions=tuple(self.regions),
            strokes=tuple(s.stroke() for s in self.strokes),
            sources=tuple(self.sources),
        )

    def mistakes(self) -> Iterator[Mistake]:
        for k, stroke in enumerate(self.strokes):
            if len(stroke.width) not in (1, len(stroke.through)):
                said = f"{len(stroke.width)} widths for {len(stroke.through)} points; write one, or one a point."
                yield ("strokes", k, "width"), False, said


def read_dermatomes(catalog: FileCatalog, language: str = ENGLISH) -> tuple[Mapping[str, Dermatome], list[FileProblem]]:
    """The sound dermatomes by id, in the order of the spine, and what is wrong with the file.

    Key points are said in `language`, in English where they are not translated.
    """
    problems: list[FileProblem] = []
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
