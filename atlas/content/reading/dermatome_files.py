"""Reads data/dermatomes.yaml and checks it as the zones of muscles are checked: words against paint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from atlas.content.reading import schema, schema_points
from atlas.content.reading.entries import Context, Entries
from atlas.content.reading.schema_base import CitedSource, Id, Mistake, SaidRegion, Text, Written
from atlas.domain.dermatomes import Dermatome, KeyPoint
from atlas.domain.problems import FileProblem
from atlas.paths import Places


class WrittenKeyPoint(Written):
    """The key point of a dermatome: where to touch, as a point of the skin and in words."""

    at: schema_points.Point
    where: Text


class WrittenDermatome(Written):
    """An entry of data/dermatomes.yaml, written for the right side."""

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


def read_dermatomes(places: Places, context: Context) -> tuple[Mapping[str, Dermatome], list[FileProblem]]:
    """The sound dermatomes by id, in the order of the spine, and what is wrong with the file.

    `context` holds the ids of the landmarks, regions and sources that they may name.
    """
    problems: list[FileProblem] = []
    entries = Entries(places.dermatomes, problems)
    found = [w.dermatome() for w in entries.of(WrittenDermatome, context, WrittenDermatome.mistakes)]
    return {d.id: d for d in found}, problems
