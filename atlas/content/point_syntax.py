"""Points as they are written: `acromion-tip`, `opposite acromion-tip`, `acromion-tip > deltoid-tuberosity 40%`."""

from __future__ import annotations

import re
from functools import lru_cache

from atlas.domain.body.surface import SurfacePoint

_POINT = re.compile(
    r"(?P<a_opposite>opposite +)?(?P<a>[a-z0-9][\w-]*)"
    r"(?: *> *(?P<b_opposite>opposite +)?(?P<b>[a-z0-9][\w-]*) +(?P<percent>-?\d+(?:\.\d+)?) ?%)?"
)
_PERCENT = (-100, 300)  # below 0 and above 100 the line is drawn on beyond its landmarks


class NotAPoint(ValueError):
    """A text that does not say a place."""


@lru_cache(maxsize=20_000)
def parse_point(text: str) -> SurfacePoint:
    """Raises NotAPoint, with a sentence about what is wrong."""
    found = _POINT.fullmatch(text.strip())
    if not found:
        raise NotAPoint(f"`{text}` is not a point; write `landmark`, `opposite landmark` or `landmark > landmark 40%`")
    percent = float(found["percent"] or 0.0)
    if not _PERCENT[0] <= percent <= _PERCENT[1]:
        raise NotAPoint(f"`{text}`: {percent:g}% is too far off; {_PERCENT[0]} to {_PERCENT[1]} is possible")
    return SurfacePoint(
        landmark=found["a"],
        opposite=bool(found["a_opposite"]),
        towards=found["b"],
        towards_opposite=bool(found["b_opposite"]),
        percent=percent,
    )


def written(point: SurfacePoint) -> str:
    """The point as it is written; `parse_point(written(p)) == p`."""
    first = f"opposite {point.landmark}" if point.opposite else point.landmark
    if point.towards is None:
        return first
    second = f"opposite {point.towards}" if point.towards_opposite else point.towards
    return f"{first} > {second} {point.percent:.15g}%"
