"""Colours: skin tones, palettes of pain, the muscle's own colours, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Rgb = tuple[int, int, int]

# Monk Skin Tone Scale (Ellis Monk, 2019), and a neutral clay.
SKIN: Mapping[str, Rgb] = {
    "clay": (229, 209, 195),
    "monk-1": (246, 237, 228),
    "monk-2": (243, 231, 219),
    "monk-3": (247, 234, 208),
    "monk-4": (234, 218, 186),
    "monk-5": (215, 189, 150),
    "monk-6": (160, 126, 86),
    "monk-7": (130, 92, 67),
    "monk-8": (96, 65, 52),
    "monk-9": (58, 49, 42),
    "monk-10": (41, 36, 32),
}

PAPER: Mapping[str, Rgb] = {"light": (250, 249, 246), "dark": (28, 30, 32), "contrast": (0, 0, 0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PainColours:
    """One palette: the field, its outline and the light edge beside that, and whether the body is drawn in grey."""

    field: Rgb
    outline: Rgb
    edge: Rgb
    grey_body: bool


PAIN_COLOURS: Mapping[str, PainColours] = {
    "classic": PainColours(field=(206, 22, 34), outline=(112, 8, 18), edge=(255, 244, 238), grey_body=False),
    "cividis": PainColours(field=(0, 50, 122), outline=(0, 20, 62), edge=(255, 233, 128), grey_body=False),
    "print": PainColours(field=(20, 20, 20), outline=(0, 0, 0), edge=(255, 255, 255), grey_body=True),
}

_MUSCLE: Mapping[str, tuple[Rgb, Rgb, Rgb]] = {  # deep in the fibres, lit fibres, tendon
    "classic": ((92, 22, 18), (190, 74, 60), (240, 222, 204)),
    "cividis": ((92, 36, 26), (188, 92, 72), (240, 222, 204)),
    "print": ((70, 70, 70), (168, 168, 168), (236, 236, 236)),
}
MUSCLE_SHADES = 32
MUSCLE_ALPHAS = 8


@lru_cache(maxsize=32)
def skin_ramp(tone: str, grey: bool) -> NDArray[np.uint32]:
    """Opaque ARGB of each brightness 0..255 for a skin tone."""
    base = np.array(SKIN[tone], float)
    if grey:
        base = np.full(3, 0.35 * base.mean() + 0.65 * 236.0)
    dark = base * np.array([0.34, 0.26, 0.235]) if not grey else base * 0.34
    bright = base + (255.0 - base) * (0.11 + 0.19 * base.mean() / 229.0)  # dark skin gleams less, or it looks dusty
    light = np.linspace(0.0, 1.0, 256)
    own = 0.90  # the brightness at which skin has its own colour
    low = dark + (base - dark) * (np.minimum(light, own) / own)[:, None] ** 1.05
    high = (bright - base) * (np.clip(light - own, 0.0, None) / (1.0 - own))[:, None]
    return pack(np.clip(low + high, 0, 255))


def pain_table(palette: str, opacity: float) -> NDArray[np.uint32]:
    """Premultiplied ARGB (64 * 16): strength of 0..63 times brightness of the skin below of 0..15."""
    colour = np.array(PAIN_COLOURS[palette].field, float)
    strength = np.repeat(np.arange(64) / 63.0, 16)[:, None] * opacity
    below = np.tile(np.arange(16) / 15.0, 64)[:, None]
    return pack(np.clip(colour * (0.52 + 0.60 * below), 0, 255), strength[:, 0])


def flat_table(colour: Rgb, opacity: float) -> NDArray[np.uint32]:
    """Premultiplied ARGB of one colour at 256 strengths."""
    return pack(np.tile(np.array(colour, float), (256, 1)), np.arange(256) / 255.0 * opacity)


@lru_cache(maxsize=8)
def muscle_table(palette: str) -> list[int]:
    """The 256 ARGB colours of painted muscle: shade (of 32, tendon brightest) times coverage (of 8)."""
    deep, fibre, tendon = (np.array(c, float) for c in _MUSCLE[palette])
    shade = np.arange(MUSCLE_SHADES) / (MUSCLE_SHADES - 1)
    split = 0.62
    flesh = deep + (fibre - deep) * np.clip(shade / split, 0, 1)[:, None]
    rgb = flesh + (tendon - fibre) * (np.clip(shade - split, 0, None) / (1 - split))[:, None]
    return [
        (round(255 * a / (MUSCLE_ALPHAS - 1)) << 24) | (int(r) << 16) | (int(g) << 8) | int(b)
        for r, g, b in rgb
        for a in range(MUSCLE_ALPHAS)
    ]


def over(below: NDArray[np.uint32], above: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Premultiplied source-over of ARGB words, two channels at a time."""
    keep = 255 - (above >> 24)
    mask = np.uint32(0x00FF00FF)
    odd = ((below & mask) * keep + np.uint32(0x00800080)) >> 8 & mask
    even = ((below >> 8) & mask) * keep + np.uint32(0x00800080) & ~mask
    return np.asarray(above + (odd | even), np.uint32)


def pack(rgb: NDArray[np.float64], alpha: NDArray[np.float64] | None = None) -> NDArray[np.uint32]:
    """Rows of rgb 0..255 (with alpha 0..1) to premultiplied ARGB words."""
    a = np.ones(len(rgb)) if alpha is None else alpha
    c = np.round(rgb * a[:, None]).astype(np.uint32)
    return np.asarray(
        (np.round(a * 255).astype(np.uint32) << 24) | (c[:, 0] << 16) | (c[:, 1] << 8) | c[:, 2], np.uint32
    )
