"""What a schema finds wrong with an entry, in a reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from atlas.content.problems import did_you_mean
from atlas.content.reading.schema import (
    WrittenAttachments,
    WrittenMuscle,
    WrittenPlace,
    WrittenPoint,
    WrittenReview,
    WrittenSheet,
    WrittenStroke,
    WrittenStudy,
    WrittenZone,
)
from atlas.content.reading.schema_base import Mistake, Written, _begin, _kind
from atlas.content.reading.schema_body import WrittenMirror, WrittenRegion, WrittenSeed, WrittenView
from atlas.content.reading.schema_texts import ClinicianTexts, PatientTexts, StudentTexts, WrittenTexts
from atlas.content.reading.yaml_builder import KeyPath

M = TypeVar("M", bound=BaseModel)

_ALL_KEYS: dict[type[BaseModel], tuple[type[Written], ...]] = {
    WrittenMuscle: (
        WrittenSheet,
        WrittenAttachments,
        WrittenPoint,
        WrittenPlace,
        WrittenZone,
        WrittenStroke,
        WrittenStudy,
        WrittenReview,
    ),
    WrittenTexts: (PatientTexts, ClinicianTexts, StudentTexts),
    WrittenRegion: (WrittenSeed,),
    WrittenView: (WrittenMirror,),
}


def _keys(model: type[BaseModel]) -> list[str]:
    return [f.alias or name for m in (model, *_ALL_KEYS.get(model, ())) for name, f in m.model_fields.items()]


def mistakes_in(model: type[BaseModel], error: ValidationError) -> list[Mistake]:
    """A validation error in words, one mistake a place."""
    out: dict[tuple[KeyPath, bool], str] = {}
    for detail in error.errors(include_url=False):
        path = tuple(part for part in detail["loc"] if part not in ("str", "list[constrained-float]", "list[float]"))
        key = detail["type"] == "extra_forbidden"
        out.setdefault((path, key), _sentence(model, detail))
    return [(path, key, sentence) for (path, key), sentence in out.items()]


def _sentence(model: type[BaseModel], detail: ErrorDetails) -> str:
    name = str(next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "entry"))
    found, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"`{name}` is missing."
        case "extra_forbidden" if name.isdigit():
            return f"`{name}` is no key: write a number with a point (0.{name}), not with a comma."
        case "extra_forbidden":
            return f"Unknown key `{name}`{did_you_mean(name, _keys(model))}."
        case "literal_error":
            options = str(context["expected"]).replace("'", "`")
            guess = did_you_mean(found, re.findall(r"`([^`]+)`", options)) if isinstance(found, str) else ""
            return f"`{name}` is {options}, not `{found}`{guess}."
        case "value_error":
            return _begin(f"{context['error']}.")
        case "string_pattern_mismatch":
            joint = "_" if model is WrittenRegion else "-"
            return f"`{found}` is no id: small letters and digits, joined by single `{joint}`."
        case "too_short" | "string_too_short":
            return f"`{name}` is empty." if not found else f"`{name}` is too short: {_begin(detail['msg'])}."
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"`{name}` needs keys and values, not {_kind(found)}."
        case kind if kind.endswith("_type"):
            return f"`{name}` needs {_EXPECTED.get(kind, 'something else')}, not {_kind(found)}."
        case _:
            return f"`{name}`: {detail['msg'].removeprefix('Input ').rstrip('.')}; found `{found}`."


_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "date_type": "a date (2026-01-31)",
}


def validated(
    model: type[M], raw: object, context: Mapping[str, Iterable[str] | None]
) -> tuple[M | None, list[Mistake]]:
    """A model made from what was read, or None and every mistake in it."""
    try:
        return model.model_validate(raw, context=context), []
    except ValidationError as error:
        return None, mistakes_in(model, error)
