"""Clothes on the skin: cloth in its own colour wherever the skin lies inside a hem."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from atlas.domain.body.painting import Floats
from atlas.render.body.baked_views import SkinPicture
from atlas.render.body.viewed_skin import ViewedSkin

_SHADOW_MM = 5.0  # beside the hem
_HEM_MM = 11.0  # from the edge to the seam
_LIES_OVER_MM = 9.0
_FACELESS = 60  # of 255: of so little body no face is known, at either size


def lay_cloth(
    words: NDArray[np.uint32], skin: SkinPicture, viewed: ViewedSkin, depth: Floats, ramp: NDArray[np.uint32]
) -> None:
    """Changes the opaque ARGB `words` (h, w) of a skin where cloth lies on it or throws its shadow.

    `depth` (n,) mm inside the hem; `ramp` the cloth's colour by brightness.
    """
    pixels = viewed.pixels(depth + np.float32(_SHADOW_MM))
    if pixels is None:
        return
    inside = pixels.values(depth)
    near = inside > -_SHADOW_MM
    x, y, inside = pixels.x[near], pixels.y[near], inside[near]
    shade = 0.25 * skin.shade[y, x].astype(np.float32) + 0.75 * _smooth(skin.shade, viewed.mm_per_px)[y, x]
    fine = np.float32(max(1.3, 0.75 * viewed.mm_per_px))  # no line is thinner than a pixel
    dark = 0.20 * np.exp(-((inside / fine) ** 2)) + 0.10 * np.exp(-(((inside - _HEM_MM) / fine) ** 2))
    cloth = ramp[np.clip(shade * (1.0 - dark), 0, 255).astype(np.uint8)]
    under = 0.16 * np.clip(1.0 + inside / _SHADOW_MM, 0.0, 1.0) ** 2
    below = _darker(words[y, x], np.where(inside < 0.0, under, 0.16))
    cover = np.clip(inside / np.float32(viewed.mm_per_px) + 0.5, 0.0, 1.0)
    words[y, x] = _mixed(below, cloth, np.round(cover * 256.0).astype(np.uint32))
    _over_the_rim(words, skin, x[cover > 0.5], y[cover > 0.5], ramp)


def _smooth(shade: NDArray[np.uint8], mm_per_px: float) -> NDArray[np.uint8]:
    """Cloth lies over what is small."""
    return np.asarray(Image.fromarray(shade).filter(ImageFilter.GaussianBlur(_LIES_OVER_MM / mm_per_px)))


def _darker(words: NDArray[np.uint32], by: Floats) -> NDArray[np.uint32]:
    return _mixed(np.full_like(words, 0xFF000000), words, np.round((1.0 - by) * 256.0).astype(np.uint32))


def _mixed(a: NDArray[np.uint32], b: NDArray[np.uint32], share: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Opaque colours between `a` and `b`; `share` of b in 256ths."""
    mask = np.uint32(0x00FF00FF)
    odd = (((a & mask) * (256 - share) + (b & mask) * share) >> 8) & mask
    even = ((((a >> 8) & mask) * (256 - share) + ((b >> 8) & mask) * share) >> 8) & mask
    return np.asarray(odd | (even << 8) | np.uint32(0xFF000000), np.uint32)


def _over_the_rim(
    words: NDArray[np.uint32], skin: SkinPicture, x: NDArray[np.int32], y: NDArray[np.int32], ramp: NDArray[np.uint32]
) -> None:
    """The faintest pixels of the outline belong to no face of the skin: those beside cloth are cloth too."""
    height, width = skin.shape
    worn = np.zeros((height + 2, width + 2), bool)
    worn[y + 1, x + 1] = True
    row, column = np.divmod(skin.rim, width)
    beside = np.zeros(len(skin.rim), bool)
    for down in (0, 1, 2):
        for along in (0, 1, 2):
            beside |= worn[row + down, column + along]
    beside &= ~worn[row + 1, column + 1] & (skin.rim_cover < _FACELESS)
    row, column = row[beside], column[beside]
    words[row, column] = ramp[skin.shade[row, column]]
