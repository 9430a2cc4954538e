"""What a draped figure wears: short trunks, and the female figure a plain top; how far in or out of it skin lies.

Heights and breadths are mm on the 1.75 m reference body, read off the landmarks they are named after.
"""

from __future__ import annotations

import numpy as np

from atlas.domain.body.painting import Floats
from atlas.domain.body.surface import Surface

_WAIST, _WAIST_SLOPE = 986.0, -0.07  # half way from the navel to the pubic bone; a little higher behind
_LEG, _LEG_SLOPE = 762.0, 0.10  # a hand's breadth below the gluteal fold; a little higher at the outer side
_BESIDE = 222.0  # farther from the midline hang the hands
_BAND = 1196.0  # below the breasts: the edge of the ribs
_NECKLINE = (0.0, 1446.0, 66.0, 116.0, 74.0)  # ellipse: middle across, height, half breadth, depth before and behind
_ARMHOLE = (166.0, 1402.0, 60.0, 124.0, 134.0)  # likewise: down to a thumb's breadth below the armpit
_NAPE = 1500.0
_MIDDLE = -35.0  # what lies farther back is behind
_FAR = -60.0  # skin that no garment comes near


def drape_depth(surface: Surface, figure: str) -> Floats:
    """(n,) mm that the skin of a figure lies inside the hem of what it wears; below 0 outside.

    It runs smoothly over the hem, so that a hem is a clean line at any size; both sides of the body are alike.
    """
    middle = 0.5 * (surface.points + surface.points[surface.twin] * np.array([-1.0, 1.0, 1.0], np.float32))
    across, height, forward = np.abs(middle[:, 0]), middle[:, 1], middle[:, 2]
    waist = _WAIST + _WAIST_SLOPE * forward - height
    leg = height - (_LEG + _LEG_SLOPE * across)
    depth = np.minimum(np.minimum(waist, leg), _BESIDE - across)
    if figure == "female":
        depth = np.maximum(depth, _top(surface, across, height, forward))
    return np.asarray(np.maximum(depth, _FAR), np.float32)


def _top(surface: Surface, across: Floats, height: Floats, forward: Floats) -> Floats:
    """A band round the chest with two straps over the shoulders."""
    behind = 1.0 / (1.0 + np.exp((forward - _MIDDLE) / 12.0))
    neck = _beside_ellipse(across, height, behind, *_NECKLINE)
    arm = _beside_ellipse(np.minimum(across, _ARMHOLE[0]), height, behind, *_ARMHOLE)
    over = height > _NECKLINE[1]
    neck = np.where(over, across - _NECKLINE[2], neck)
    arm = np.where(height > _ARMHOLE[1], _ARMHOLE[0] - _ARMHOLE[2] - across, arm)
    depth = np.minimum.reduce([height - _BAND, neck, arm, _NAPE - height])
    arms = np.array([name.startswith("arm_") for name in surface.region_ids], bool)
    return np.where(arms[surface.region], _FAR, depth)


def _beside_ellipse(
    x: Floats, y: Floats, behind: Floats, middle: float, top: float, half: float, front: float, back: float
) -> Floats:
    """About how far, mm, places lie outside an ellipse, below 0 inside; its depth goes from `front` to `back`."""
    depth = front + (back - front) * behind
    u, v = (x - middle) / half, (y - top) / depth
    inside = np.hypot(u, v)
    slope = np.hypot(u / half, v / depth) / np.maximum(inside, 1e-6)
    return np.asarray((inside - 1.0) / np.maximum(slope, 1e-6), np.float32)
