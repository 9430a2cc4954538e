"""Painted patterns kept in one file, each under a key that tells whether it still fits its muscle and the body."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.content.arrays import DamagedArrays, read_arrays
from atlas.content.compiled import plain
from atlas.domain.anatomy import Muscle
from atlas.domain.pattern import PaintedZone, Pattern, paint_pattern
from atlas.domain.surface import EDGE_MM, Painting, Surface, SurfacePoint

_BRUSH = 3  # raise it when the way strokes or fibres are laid on the skin changes


class DamagedPatterns(Exception):
    """The file does not hold patterns; the message is a sentence."""


def pattern_key(muscle: Muscle, surface_version: str, landmarks: Mapping[str, int]) -> str:
    """Changes whenever the muscle's pattern may: with its geometry, with the body, with a landmark it uses."""
    points = [*(p for s in muscle.fibres for line in (s.origin, *s.via, s.insertion) for p in line)]
    points += [p for z in muscle.zones for s in z.strokes for p in s.through]
    used = sorted({name for p in points for name in _landmarks_of(p)})
    said = [
        _BRUSH,
        EDGE_MM,
        surface_version,
        [(name, landmarks.get(name)) for name in used],
        plain(muscle.fibres),
        [(p.id, p.sheet, p.along, p.across) for p in muscle.trigger_points],
        [(z.id, z.strength, plain(z.strokes)) for z in muscle.zones],
    ]
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=12).hexdigest()


def _landmarks_of(point: SurfacePoint) -> Iterable[str]:
    return (point.landmark,) if point.towards is None else (point.landmark, point.towards)


def save_patterns(path: Path, surface: Surface, muscles: Iterable[Muscle]) -> None:
    """Paints every muscle and writes all patterns; the same input gives the same bytes."""
    index: dict[str, Any] = {}
    vertices: list[NDArray[np.uint16]] = []
    strengths: list[NDArray[np.uint8]] = []
    end = 0
    for muscle in muscles:
        pattern = paint_pattern(surface, muscle)
        zones = []
        for zone in pattern.zones:
            strength = np.round(zone.painting.strength * 255.0).astype(np.uint8)
            seen = strength > 0
            vertices.append(zone.painting.vertices[seen].astype(np.uint16))
            strengths.append(strength[seen])
            start, end = end, end + int(seen.sum())
            zones.append([zone.id, zone.strength, start, end])
        key = pattern_key(muscle, surface.version, surface.landmarks)
        index[muscle.id] = {
            "key": key,
            "zones": zones,
            "points": [list(p) for p in pattern.points],
            "crossed": list(pattern.crossed),
        }
    text = json.dumps(index, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        index=np.frombuffer(text, np.uint8),
        vertices=np.concatenate(vertices) if vertices else np.zeros(0, np.uint16),
        strengths=np.concatenate(strengths) if strengths else np.zeros(0, np.uint8),
    )


class StoredPatterns:
    """The patterns of one file."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where there is no file, DamagedPatterns where it holds something else."""
        try:
            held = read_arrays(path)
            self._vertices = held["vertices"].astype(np.int32)
            self._strengths = held["strengths"].astype(np.float32) / np.float32(255.0)
            self._index: dict[str, Any] = json.loads(held["index"].tobytes())
        except (DamagedArrays, KeyError, ValueError) as error:
            raise DamagedPatterns("These are no painted patterns; they are painted anew.") from error
        if self._vertices.ndim != 1 or self._vertices.shape != self._strengths.shape or type(self._index) is not dict:
            raise DamagedPatterns("The painted patterns do not fit together; they are painted anew.")

    def find(self, muscle: Muscle, key: str) -> Pattern | None:
        """The muscle's pattern if it was painted under this key."""
        held = self._index.get(muscle.id)
        if not isinstance(held, dict) or held.get("key") != key:
            return None
        return Pattern(
            muscle=muscle.id,
            zones=tuple(
                PaintedZone(
                    id=name,
                    strength=strength,
                    painting=Painting(vertices=self._vertices[a:b], strength=self._strengths[a:b]),
                )
                for name, strength, a, b in held["zones"]
            ),
            points=tuple((int(point), int(vertex)) for point, vertex in held["points"]),
            crossed=tuple(int(k) for k in held["crossed"]),
        )
