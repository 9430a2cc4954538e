"""What the shapes of all data files share: texts, ids, and names of what stands elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, PlainValidator, StringConstraints, ValidationInfo

from atlas.content.problems import did_you_mean
from atlas.content.reading.yaml_builder import KeyPath

Mistake: TypeAlias = tuple[KeyPath, bool, str]
"""Where in an entry (path), whether its key is meant, and a sentence."""


def _words(value: str) -> str:
    return " ".join(value.split())


Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

RegionId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]


def named(what: str, value: object, info: ValidationInfo) -> str:
    """The value if it is an id that the context knows, written as the data write it. Raises ValueError."""
    if not isinstance(value, str):
        raise ValueError(f"expected the id of a {what}, found {_kind(value)}")
    known = (info.context or {}).get(f"{what}s")
    name = value.removeprefix("opposite ").strip() if what == "region" else value
    if known is not None and name not in known:
        raise ValueError(f"unknown {what} `{name}`{did_you_mean(name, known)}")
    return value


def _region(value: object, info: ValidationInfo) -> str:
    return named("region", value, info)


def _source(value: object, info: ValidationInfo) -> str:
    return named("source", value, info)


SaidRegion: TypeAlias = Annotated[str, PlainValidator(_region)]

CitedSource: TypeAlias = Annotated[str, PlainValidator(_source)]


class Written(BaseModel):
    """A mapping as written: unknown keys are mistakes, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _begin(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _kind(value: object) -> str:
    """What a value is, in a reader's words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text `{value[:40]}`"
        case date():
            return f"the date {value} (put it in quotes if it is a text)"
        case list():
            return "a list"
        case dict():
            return "keys and values"
        case _:
            return "something unreadable"
