"""Reads data/red_flags.yaml: the flags, what raises them, what goes first. What is not sound is said, not kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, PlainValidator, RootModel, ValidationInfo

from atlas.content.problems import did_you_mean
from atlas.content.reading.mistakes import validated
from atlas.content.reading.schema_base import CitedSource, Id, Mistake, SaidRegion, Written, named
from atlas.content.reading.yaml_builder import Damaged, KeyPath
from atlas.content.reading.yaml_reader import read
from atlas.domain.anatomy import Region
from atlas.domain.problems import FileProblem
from atlas.domain.words.red_flags import FlagRule, Painted, RaisedThere, RedFlagRules, Together, Urgency, Widespread
from atlas.paths import Places

M = TypeVar("M", bound=BaseModel)
SECTIONS = ("flags", "always", "regions", "together", "widespread")


def _flag(value: object, info: ValidationInfo) -> str:
    return named("flag", value, info)


def _part(value: object, info: ValidationInfo) -> str:
    return named("part", value, info)


Flags = Annotated[list[Annotated[str, PlainValidator(_flag)]], Field(min_length=1)]
Parts = Annotated[list[Annotated[str, PlainValidator(_part)]], Field(min_length=1)]
"""Regions, or parts of the body as the regions name their `parent`."""


class WrittenFlag(Written):
    """A red flag of data/red_flags.yaml, with the level that ranks it."""

    id: Id
    level: Urgency
    sources: Annotated[list[CitedSource], Field(min_length=1)]


class WrittenAlways(RootModel[Flags]):
    """The flags that every answer ends with."""


class WrittenRaised(Written):
    """Regions, and the flags that pain in any of them raises."""

    painted: Annotated[list[SaidRegion], Field(min_length=1)]
    raises: Flags


class WrittenPainted(Written):
    """A condition: one of these regions is painted, or one on each side. One of the two is written."""

    any_of: Parts | None = None
    on_both_sides: Parts | None = None


class WrittenTogether(Written):
    """Flags that come first when all of `painted` are met together."""

    painted: Annotated[list[WrittenPainted], Field(min_length=1)]
    one_side: bool = False
    first: Flags

    def mistakes(self) -> Iterator[Mistake]:
        for k, painted in enumerate(self.painted):
            if (painted.any_of is None) == (painted.on_both_sides is None):
                yield ("painted", k), False, "Write either `any_of` or `on_both_sides`."


class WrittenWidespread(Written):
    """Flags that pain in `at_least` so many of the parts raises."""

    parts: Annotated[list[Parts], Field(min_length=1)]
    at_least: Annotated[int, Field(ge=2)]
    raises: Flags


def read_red_flags(
    places: Places, regions: Mapping[str, Region], sources: Iterable[str]
) -> tuple[RedFlagRules, list[FileProblem]]:
    """The sound rules, and what is wrong.

    Of a group of regions with a mistake nothing is kept: what pain there means is then refused, never played down.
    """
    reader = _Reader(places, regions, tuple(sources))
    return reader.rules(), reader.problems


class _Reader:
    def __init__(self, places: Places, regions: Mapping[str, Region], sources: tuple[str, ...]) -> None:
        self._document = read(places.red_flags)
        self.problems = list(self._document.problems)
        self._regions = regions
        self._parts = {r: (r,) for r in regions}
        for region in regions.values():
            if region.parent and region.parent not in regions:
                self._parts[region.parent] = (*self._parts.get(region.parent, ()), region.id)
        self._context: dict[str, Iterable[str] | None] = {"regions": regions, "parts": self._parts, "sources": sources}

    def rules(self) -> RedFlagRules:
        value = self._document.value
        if not isinstance(value, dict):
            if not self.problems:
                self._say((), False, f"This file should hold {', '.join(f'`{s}`' for s in SECTIONS)}.")
            return RedFlagRules()
        for name in value:
            if name not in SECTIONS:
                self._say((name,), True, f"Unknown key `{name}`{did_you_mean(name, SECTIONS)}.")
        for name in SECTIONS:
            if name not in value:
                self._say((), False, f"`{name}` is missing.")
        found = {k: None if isinstance(v, Damaged) else v for k, v in value.items()}
        flags = self._flags(found.get("flags"))
        self._context["flags"] = _ids(found.get("flags"))  # a damaged one too: where it is raised, it is missed
        always = self._one(WrittenAlways, found.get("always"), ("always",))
        return RedFlagRules(
            flags=tuple(flags.values()),
            always=tuple(always.root) if always else (),
            regions=tuple(self._raised(found.get("regions"))),
            together=tuple(self._together(found.get("together"))),
            widespread=self._widespread(found.get("widespread")),
        )

    def _flags(self, written: object) -> dict[str, FlagRule]:
        out: dict[str, FlagRule] = {}
        for k, flag in self._each(WrittenFlag, written, "flags"):
            if flag.id in out:
                self._say(("flags", k, "id"), False, f"There are two flags `{flag.id}`; the first one counts.")
            else:
                out[flag.id] = FlagRule(id=flag.id, level=flag.level, sources=tuple(flag.sources))
        return out

    def _raised(self, written: object) -> Iterator[RaisedThere]:
        seen: set[str] = set()
        for k, there in self._each(WrittenRaised, written, "regions"):
            for j, region in enumerate(there.painted):
                if region in seen:
                    said = f"`{region}` stands here twice; a region has one list of flags."
                    self._say(("regions", k, "painted", j), False, said)
                seen.add(region)
            yield RaisedThere(regions=tuple(there.painted), flags=tuple(there.raises))
        missing = [r for r in self._regions if r not in seen]
        if missing and written is not None:
            some = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
            self._say(("regions",), True, f"Without red flags: {some}.")

    def _together(self, written: object) -> Iterator[Together]:
        for _, found in self._each(WrittenTogether, written, "together", WrittenTogether.mistakes):
            painted = tuple(
                Painted(regions=self._named(p.any_of or p.on_both_sides or ()), both_sides=bool(p.on_both_sides))
                for p in found.painted
            )
            yield Together(painted=painted, one_side=found.one_side, first=tuple(found.first))

    def _widespread(self, written: object) -> Widespread | None:
        found = self._one(WrittenWidespread, written, ("widespread",))
        if found is None:
            return None
        parts = tuple(self._named(part) for part in found.parts)
        return Widespread(parts=parts, at_least=found.at_least, flags=tuple(found.raises))

    def _named(self, parts: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(region for part in parts for region in self._parts[part]))

    # -- one thing -----------------------------------------------------------

    def _each(self, model: type[M], written: object, section: str, mistakes: Any = None) -> Iterator[tuple[int, M]]:
        if written is not None and not isinstance(written, list):
            self._say((section,), False, f"`{section}` needs a list.")
        for k, raw in enumerate(written if isinstance(written, list) else ()):
            found = self._one(model, raw, (section, k), mistakes)
            if found is not None:
                yield k, found

    def _one(self, model: type[M], raw: object, path: KeyPath, mistakes: Any = None) -> M | None:
        if raw is None:  # said already
            return None
        found, wrong = validated(model, raw, self._context)
        if found is not None and mistakes is not None:
            wrong = list(mistakes(found))
        for where, key, sentence in wrong:
            self._say((*path, *where), key, sentence)
        return None if wrong else found

    def _say(self, path: KeyPath, key: bool, sentence: str) -> None:
        line, column = self._document.locate(path, key)
        self.problems.append(FileProblem(file=self._document.file, line=line, column=column, sentence=sentence))


def _ids(written: object) -> tuple[str, ...]:
    """The ids of a list, also of entries that are not sound."""
    entries = written if isinstance(written, list) else []
    ids = [e.id if isinstance(e, Damaged) else e.get("id") if isinstance(e, dict) else None for e in entries]
    return tuple(i for i in ids if isinstance(i, str))
