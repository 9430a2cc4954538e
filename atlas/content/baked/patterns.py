"""Painted patterns kept in one file, each under a key that tells whether it still fits its muscle and the body."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.content.baked.arrays import DamagedArrays, read_arrays, taken
from atlas.content.cache import to_plain
from atlas.content.files import read_bytes
from atlas.content.saving import save_whole
from atlas.content.seals import ReadsFile
from atlas.domain.anatomy import Muscle
from atlas.domain.body.inner import Place, names_of
from atlas.domain.body.painting import EDGE_MM, Painting
from atlas.domain.body.surface import Surface
from atlas.domain.choices import FIGURES
from atlas.domain.pattern import Offset, PaintedZone, Pattern, paint_pattern

_BRUSH = 6  # raise it when the way strokes or fibres are laid on the skin changes
_DEEPEST_MM = 250.0  # no point lies so far from the skin that is pressed to reach it


class DamagedPatterns(Exception):
    """The file does not hold patterns, or not that of one muscle; the message is a sentence."""


def pattern_key(muscle: Muscle, surface: Surface) -> str:
    """Changes whenever the muscle's pattern may: with its geometry, the body, a landmark or point of a bone it uses."""
    places = [place for sheet in muscle.fibres for place in sheet.places]
    places += [p for z in muscle.zones for s in z.strokes for p in s.through]
    said = [
        _BRUSH,
        EDGE_MM,
        surface.version,
        where_named(surface, places),
        to_plain(muscle.fibres),
        [(p.id, p.sheet, p.along, p.across) for p in muscle.trigger_points],
        [(z.id, z.strength, to_plain(z.strokes)) for z in muscle.zones],
    ]
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=12).hexdigest()


def where_named(surface: Surface, places: Iterable[Place]) -> list[tuple[str, Any]]:
    """Where the names that places are said by lie: a vertex, mm of a point of a bone, or None where it is not there."""
    used = sorted({name for place in places for name in names_of(place)})
    return [(name, surface.bones.get(name) if bone else surface.landmarks.get(name)) for bone, name in used]


def save_patterns(path: Path, surface: Surface, muscles: Iterable[Muscle]) -> None:
    """Paints every muscle and writes all patterns; the same input gives the same bytes. Raises NotSaved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    figures: dict[str, Surface] = {figure: surface.of_figure(figure) for figure in FIGURES}
    save_whole(path, packed(surface, ((muscle, paint_pattern(surface, muscle, figures)) for muscle in muscles)))


def packed(surface: Surface, patterns: Iterable[tuple[Muscle, Pattern]]) -> bytes:
    """Muscles and their patterns as the bytes of a file."""
    index: dict[str, Any] = {}
    vertices: list[NDArray[np.uint16]] = []
    strengths: list[NDArray[np.uint8]] = []
    end = 0
    for muscle, pattern in patterns:
        zones = []
        for zone in pattern.zones:
            strength = np.round(zone.painting.strength * 255.0).astype(np.uint8)
            seen = strength > 0
            vertices.append(zone.painting.vertices[seen].astype(np.uint16))
            strengths.append(strength[seen])
            start, end = end, end + int(seen.sum())
            zones.append([zone.id, zone.strength, start, end])
        key = pattern_key(muscle, surface)
        index[muscle.id] = {
            "key": key,
            "zones": zones,
            "points": [list(p) for p in pattern.points],
            "inside": {figure: [list(way) for way in ways] for figure, ways in pattern.inside.items()},
            "crossed": list(pattern.crossed),
        }
    text = json.dumps(index, separators=(",", ":")).encode()
    file = io.BytesIO()
    np.savez_compressed(
        file,
        index=np.frombuffer(text, np.uint8),
        vertices=np.concatenate(vertices) if vertices else np.zeros(0, np.uint16),
        strengths=np.concatenate(strengths) if strengths else np.zeros(0, np.uint8),
    )
    return file.getvalue()


def _offset(x: Any, y: Any, z: Any) -> Offset:
    if any(type(mm) is not float or not abs(mm) <= _DEEPEST_MM for mm in (x, y, z)):
        raise ValueError("a way that leaves the body")
    return x, y, z


class StoredPatterns:
    """The patterns of one file, each looked at when it is asked for."""

    def __init__(self, path: Path, vertices: int, read: ReadsFile = read_bytes) -> None:
        """`vertices`: how many the body has. Raises Unreadable, or DamagedPatterns where there is something else."""
        self._most = vertices
        try:
            held = read_arrays(path, read)
            self._vertices = taken(held, "vertices", "u", (None,), 0, vertices - 1).astype(np.int32)
            strengths = taken(held, "strengths", "u", (len(self._vertices),), 0, 255)
            self._strengths = strengths.astype(np.float32) / np.float32(255.0)
            self._index = json.loads(taken(held, "index", "u", (None,), 0, 255).astype(np.uint8).tobytes())
        except (DamagedArrays, ValueError, RecursionError) as error:
            raise DamagedPatterns("These are no painted patterns; they are painted anew.") from error
        if type(self._index) is not dict:
            raise DamagedPatterns("The painted patterns do not fit together; they are painted anew.")

    @property
    def muscles(self) -> frozenset[str]:
        """Ids of those that a pattern is stored of, old or new."""
        return frozenset(self._index)

    def find(self, muscle: Muscle, key: str) -> Pattern | None:
        """The muscle's pattern if it was painted under this key. Raises DamagedPatterns where it cannot be its own."""
        held = self._index.get(muscle.id)
        if held is None or (isinstance(held, dict) and isinstance(held.get("key"), str) and held["key"] != key):
            return None
        try:
            zones = tuple(self._zone(*zone) for zone in held["zones"])
            points = tuple((point, self._vertex(vertex)) for point, vertex in held["points"])
            inside: dict[str, tuple[Offset, ...]] = {}
            inside |= {figure: tuple(_offset(*way) for way in held["inside"][figure]) for figure in FIGURES}
            crossed = tuple(held["crossed"])
            fits = (
                held["key"] == key
                and [(z.id, z.strength) for z in zones] == [(z.id, z.strength) for z in muscle.zones]
                and [point for point, _ in points] == [p.id for p in muscle.trigger_points]
                and all(len(ways) == len(points) for ways in inside.values())
                and all(type(k) is int and 1 <= k <= len(muscle.fibres) for k in crossed)
            )
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedPatterns("The painted pattern is damaged; it is painted anew.") from error
        if not fits:
            raise DamagedPatterns("The painted pattern is not that of the muscle; it is painted anew.")
        return Pattern(muscle=muscle.id, zones=zones, points=points, inside=inside, crossed=crossed)

    def _zone(self, name: Any, strength: Any, start: Any, end: Any) -> PaintedZone:
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= len(self._vertices):
            raise ValueError("a slice of what is not there")
        vertices = self._vertices[start:end]
        if (vertices[1:] <= vertices[:-1]).any():
            raise ValueError("vertices that do not ascend")
        painting = Painting(vertices=vertices, strength=self._strengths[start:end])
        return PaintedZone(id=name, strength=strength, painting=painting)

    def _vertex(self, vertex: Any) -> int:
        if type(vertex) is not int or not 0 <= vertex < self._most:
            raise ValueError("a vertex that the body does not have")
        return vertex
