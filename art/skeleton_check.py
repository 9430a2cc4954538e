"""Measures a skeleton: alike on both sides, under the skin, and meeting in its joints."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial import cKDTree

from art.bone_fit import F
from art.skeleton import Skeleton

_FAR = 36.0  # mm that a bone point may lie from the landmark felt over it
# Under much flesh, or where the skin's widest place is not the bone's.
_DEEP = {
    "ischial-tuberosity": 60.0,
    "gluteal-tuberosity": 60.0,
    "greater-trochanter": 48.0,
    "greater-trochanter-tip": 60.0,
    "iliac-crest-top": 45.0,
    "iliac-crest-back": 45.0,
    "c1-transverse": 45.0,
}
# Joint -> the two bones, and the most mm their nearest points may lie apart.
_JOINTS = {
    "hip": ("hip-bone", "femur", 5.0),
    "shoulder": ("scapula", "humerus", 6.0),
    "elbow (ulna)": ("humerus", "ulna", 4.0),
    "elbow (radius)": ("humerus", "radius", 6.0),
    "wrist": ("radius", "lunate", 6.0),
    "knee": ("femur", "tibia", 6.0),
    "kneecap": ("femur", "patella", 12.0),
    "ankle": ("tibia", "talus", 6.0),
    "heel": ("talus", "calcaneus", 6.0),
    "sacroiliac": ("sacrum", "hip-bone", 8.0),
    "neck to head": ("skull", "c1", 10.0),
    "jaw": ("skull", "mandible", 6.0),
    "collarbone to breastbone": ("sternum", "clavicle", 10.0),
    "collarbone to acromion": ("scapula", "clavicle", 8.0),
    "loin to sacrum": ("l5", "sacrum", 14.0),
    **{f"rib {k} to spine": (f"rib-{k}", f"t{k}", 9.0) for k in range(1, 13)},
    **{f"knuckle {k}": (f"metacarpal-{k}", f"finger-proximal-{k}", 4.0) for k in range(1, 6)},
    **{f"toe {k}": (f"metatarsal-{k}", f"toe-proximal-{k}", 5.0) for k in range(1, 6)},
}


def asymmetry(skeleton: Skeleton) -> float:
    """Greatest distance in mm between a vertex and the nearest mirror image of one."""
    points, _, _, _ = skeleton.whole()
    away, _ = cKDTree(points).query(points * [-1.0, 1.0, 1.0])
    return float(away.max())


def gaps(skeleton: Skeleton) -> dict[str, tuple[float, float]]:
    """Per joint the nearest distance of its two bones in mm, and the most it may be."""
    out = {}
    for joint, (one, other, most) in _JOINTS.items():
        away, _ = cKDTree(_right(skeleton, one)).query(_right(skeleton, other))
        out[joint] = (float(away.min()), most)
    return out


def _right(skeleton: Skeleton, name: str) -> F:
    """A bone's right half as a dense cloud: its vertices and the middles of its edges."""
    bone = skeleton.bones[name]
    corners = bone.points[bone.faces]
    return np.vstack([bone.points, *(0.5 * (corners[:, k] + corners[:, k - 1]) for k in range(3))])


def far_from_landmarks(
    placed: Mapping[str, tuple[str, F]], skin: F, landmarks: Mapping[str, int], unders: Mapping[str, str] | None = None
) -> list[str]:
    """A line for each bone point that lies farther from its skin landmark than skin and flesh there are thick."""
    out = []
    for name, (_, place) in placed.items():
        landmark = (unders or {}).get(name, name)
        if landmark in landmarks:
            away = float(np.linalg.norm(place - skin[landmarks[landmark]]))
            if away > _DEEP.get(name, _FAR):
                out.append(f"{name} lies {away:.0f} mm from the skin landmark {landmark}")
    return out
