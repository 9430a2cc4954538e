"""Places within the body: on a bone, or so deep under the skin; and the skin that a finger presses to reach one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from atlas.domain.body.painting import Floats, Ints
from atlas.domain.body.surface import Surface, SurfacePoint

WAYS: dict[str, tuple[float, float, float]] = {
    "out": (-1.0, 0.0, 0.0),  # of the right half: to the patient's right
    "in": (1.0, 0.0, 0.0),
    "up": (0.0, 1.0, 0.0),
    "down": (0.0, -1.0, 0.0),
    "front": (0.0, 0.0, 1.0),
    "back": (0.0, 0.0, -1.0),
}
_BESIDE = (
    6.0,
    10.0,
    15.0,
    25.0,
)  # mm that skin may lie beside the line of a pressing finger: the nearest that has some
_FOLDS_WITHIN = 45.0  # mm from skin folded in, where nearest skin says nothing of within and without


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerPlace:
    """A place in the body, right side: on a bone (`bone`) or `deep` mm under the skin; then moved by `shift`.

    `named` names points of data/bones.yaml or of data/landmarks.yaml, as on the skin; `shift` is (word of WAYS, mm).
    """

    named: SurfacePoint
    bone: bool
    deep: float = 0.0
    shift: tuple[tuple[str, float], ...] = ()


Place: TypeAlias = SurfacePoint | InnerPlace


def spot(surface: Surface, place: Place) -> Floats:
    """Where a place lies on the reference body, (3,) mm. Raises KeyError for a name that is not there."""
    if isinstance(place, SurfacePoint):
        return surface.place(place)
    if place.bone:
        at = _on_bone(surface, place.named.landmark, place.named.opposite)
        if place.named.towards is not None:
            end = _on_bone(surface, place.named.towards, place.named.towards_opposite)
            at = at + (end - at) * np.float32(place.named.percent / 100.0)
    else:
        at = surface.place(place.named)
        at = at - surface.normals[surface.nearest(at)] * np.float32(place.deep)
    for way, mm in place.shift:
        at = at + np.array(WAYS[way], np.float32) * np.float32(mm)
    return np.asarray(at, np.float32)


def _on_bone(surface: Surface, name: str, opposite: bool) -> Floats:
    x, y, z = surface.bones[name]
    return np.array([-x if opposite else x, y, z], np.float32)


def names_of(place: Place) -> Iterator[tuple[bool, str]]:
    """What a place is said by: (whether it is a point of a bone, its name)."""
    named, bone = (place, False) if isinstance(place, SurfacePoint) else (place.named, place.bone)
    yield bone, named.landmark
    if named.towards is not None:
        yield bone, named.towards


def way_of(words: tuple[str, ...]) -> Floats:
    """The direction (3,) that words such as ("back", "out") say, of length 1."""
    way = np.sum([WAYS[word] for word in words], axis=0)
    return np.asarray(way / np.linalg.norm(way), np.float32)


def pressed_at(surface: Surface, inside: Floats, way: Floats) -> int:
    """The vertex a finger presses to reach a place (3,) mm that is felt from where `way` (3,) points."""
    offset = surface.points - inside
    ahead = offset @ way
    beside = np.sqrt(np.maximum((offset * offset).sum(axis=1) - ahead * ahead, 0.0))
    before = (ahead > -_BESIDE[0]) & (surface.normals @ way > 0.15)
    if surface.hidden is not None:
        before &= ~surface.hidden
    for reach in _BESIDE:
        near = np.flatnonzero(before & (beside < reach))
        if near.size:  # the first skin on the way out, not that of a limb before it
            first = near[ahead[near] < ahead[near].min() + reach]
            return int(first[np.argmin(beside[first] + 0.2 * ahead[first])])
    return surface.nearest(inside)


def carried(surface: Surface, vertices: Ints, inside: Floats, skin: Floats, moved: Floats) -> Floats:
    """Where places in the body lie when its skin (n, 3) mm has moved, (k, 3) mm.

    `inside` (k, 3) mm leads from `vertices` (k,) of the skin to the places: a place turns with the skin around its
    vertex (Kabsch 1976, with the neighbours of its neighbours).
    """
    at = moved[vertices]
    for k in np.flatnonzero(inside.any(axis=1)):
        vertex = int(vertices[k])
        around = np.unique(np.concatenate([surface.neighbours(int(v)) for v in surface.neighbours(vertex)]))
        before = skin[around] - skin[vertex]
        after = moved[around] - moved[vertex]
        left, _, right = np.linalg.svd(before.T @ after)
        right[2] *= np.sign(np.linalg.det(left @ right))
        at[k] += inside[k] @ (left @ right)
    return at


def outside_by(surface: Surface, at: Floats) -> float:
    """How far a place (3,) mm lies outside the skin, in mm; 0 or less within."""
    if surface.hidden is not None:
        folds = surface.points[surface.hidden]
        if len(folds) and float(((folds - at) ** 2).sum(axis=1).min()) < _FOLDS_WITHIN**2:
            return 0.0  # beside mouth or nostril, whose walls are skin folded into the body
    near = surface.nearest(at)
    around = np.append(surface.neighbours(near), near)
    out = np.einsum("ij,ij->i", at - surface.points[around], surface.normals[around])
    return float(out.min())
