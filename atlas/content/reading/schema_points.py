"""How places on the skin, in the body and on bones are written."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import (
    Field,
    PlainValidator,
    ValidationInfo,
)

from atlas.content.point_syntax import parse_place, parse_point
from atlas.content.problems import did_you_mean
from atlas.content.reading.schema_base import (
    _kind,
)
from atlas.domain.body.inner import Place, names_of
from atlas.domain.body.surface import SurfacePoint

Millimetres: TypeAlias = Annotated[float, Field(gt=0.0, le=600.0)]


def _point(value: object, info: ValidationInfo) -> SurfacePoint:
    if not isinstance(value, str):
        raise ValueError(f"a point is a text such as `acromion-tip`, not {_kind(value)}")
    point = parse_point(value)
    known = (info.context or {}).get("landmarks")
    for landmark in (point.landmark, point.towards):
        if known is not None and landmark is not None and landmark not in known:
            raise ValueError(f"unknown landmark `{landmark}`{did_you_mean(landmark, known)}")
    return point


def _place(value: object, info: ValidationInfo) -> Place:
    """A point on the skin, or a place in the body."""
    if not isinstance(value, str):
        raise ValueError(f"a point is a text such as `acromion-tip` or `bone acromion-tip`, not {_kind(value)}")
    place = parse_place(value)
    for bone, name in names_of(place):
        known = (info.context or {}).get("bones" if bone else "landmarks")
        if known is not None and name not in known:
            what = "point of a bone" if bone else "landmark"
            raise ValueError(f"unknown {what} `{name}`{did_you_mean(name, known)}")
    return place


def _bone_point(value: object, info: ValidationInfo) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected the id of a point of data/bones.yaml, found {_kind(value)}")
    known = (info.context or {}).get("bones")
    if known is not None and value not in known:
        raise ValueError(f"unknown point of a bone `{value}`{did_you_mean(value, known)}")
    return value


def widths(value: object) -> tuple[float, ...]:
    """The widths of a stroke, mm: one, or one a point."""
    numbers: list[Any] = value if isinstance(value, list) else [value]
    if not numbers or not all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers):
        raise ValueError("a width is a number of millimetres, or a list of them, one a point")
    if not all(0 < n <= 600 for n in numbers):
        raise ValueError("a width is more than 0 and at most 600 mm")
    return tuple(float(n) for n in numbers)


Point: TypeAlias = Annotated[SurfacePoint, PlainValidator(_point)]


Line: TypeAlias = Annotated[list[Point], Field(min_length=1)]


SheetLine: TypeAlias = Annotated[list[Annotated[Place, PlainValidator(_place)]], Field(min_length=1)]


BonePointId: TypeAlias = Annotated[str, PlainValidator(_bone_point)]
