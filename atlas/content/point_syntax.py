"""Points as they are written.

On the skin: `acromion-tip`, `opposite acromion-tip`, `acromion-tip > deltoid-tuberosity 40%`. In the body: one of these
of bones, after the word `bone`, or on the skin and `deep 20`; and moved, as in `bone coracoid-tip + 4 down + 2 front`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from atlas.domain.body.inner import WAYS, InnerPlace, Place
from atlas.domain.body.surface import SurfacePoint

_POINT = re.compile(
    r"(?P<a_opposite>opposite +)?(?P<a>[a-z0-9][\w-]*)"
    r"(?: *> *(?P<b_opposite>opposite +)?(?P<b>[a-z0-9][\w-]*) +(?P<percent>-?\d+(?:\.\d+)?) ?%)?"
)
_INNER = re.compile(
    r"(?P<bone>bone +)?(?P<point>[^+]*?)(?: +deep +(?P<deep>\d+(?:\.\d+)?))?(?P<shift>(?: *\+ *\d+(?:\.\d+)? +[a-z]+)*)"
)
_SHIFT = re.compile(r"\+ *(\d+(?:\.\d+)?) +([a-z]+)")
_PERCENT = (-100, 300)  # below 0 and above 100 the line is drawn on beyond its landmarks
_MOST_MM = 250.0


class NotAPoint(ValueError):
    """A text that does not say a place."""


@lru_cache(maxsize=20_000)
def parse_point(text: str) -> SurfacePoint:
    """A place on the skin. Raises NotAPoint, with a sentence about what is wrong."""
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


@lru_cache(maxsize=20_000)
def parse_place(text: str) -> Place:
    """A place on the skin or in the body. Raises NotAPoint, with a sentence about what is wrong."""
    found = _INNER.fullmatch(text.strip())
    if not found or not (found["bone"] or found["deep"]):
        if found and found["shift"]:
            raise NotAPoint(
                f"`{text}` lies on the skin, from which nothing is moved; write `bone ...` or `... deep 10`"
            )
        return parse_point(text)
    if found["bone"] and found["deep"]:
        raise NotAPoint(f"`{text}`: a point of a bone has no depth under the skin; move it (`+ 4 front`)")
    shift = tuple((way, float(mm)) for mm, way in _SHIFT.findall(found["shift"]))
    for way, mm in shift:
        if way not in WAYS:
            raise NotAPoint(f"`{text}`: `{way}` is no way; write {', '.join(WAYS)}")
        if mm > _MOST_MM:
            raise NotAPoint(f"`{text}`: {mm:g} mm is too far off; up to {_MOST_MM:g} is possible")
    deep = float(found["deep"] or 0.0)
    if deep > _MOST_MM:
        raise NotAPoint(f"`{text}`: {deep:g} mm is too deep; up to {_MOST_MM:g} is possible")
    return InnerPlace(named=parse_point(found["point"]), bone=bool(found["bone"]), deep=deep, shift=shift)


def written(place: Place) -> str:
    """The place as it is written; `parse_place(written(p)) == p`."""
    if isinstance(place, SurfacePoint):
        return _on_skin(place)
    moved = "".join(f" + {mm:.15g} {way}" for way, mm in place.shift)
    return (
        f"bone {_on_skin(place.named)}{moved}"
        if place.bone
        else f"{_on_skin(place.named)} deep {place.deep:.15g}{moved}"
    )


def _on_skin(point: SurfacePoint) -> str:
    first = f"opposite {point.landmark}" if point.opposite else point.landmark
    if point.towards is None:
        return first
    second = f"opposite {point.towards}" if point.towards_opposite else point.towards
    return f"{first} > {second} {point.percent:.15g}%"
