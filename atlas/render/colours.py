"""Colours: skin tones, palettes of pain, the muscle's own colours, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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
class PainPalette:
    """Fields for skin of any tone, the usual one first; the light about them where none stands out from it alone."""

    fields: tuple[Rgb, ...]
    glow: Rgb
    grey_body: bool  # whether the body is drawn in grey


@dataclass(frozen=True, slots=True, kw_only=True)
class PainColours:
    """A palette as it is used on skin of one tone; `opacity` 0..1 is the glow's, 0 for none."""

    field: Rgb
    glow: Rgb
    opacity: float
    grey_body: bool


PAIN_COLOURS: Mapping[str, PainPalette] = {
    "classic": PainPalette(
        fields=((212, 16, 38), (160, 6, 26), (255, 112, 104)),  # clear, deep on mid-brown skin, bright on dark
        glow=(255, 238, 230),
        grey_body=False,
    ),
    "cividis": PainPalette(fields=((0, 50, 122), (250, 222, 90)), glow=(255, 233, 128), grey_body=False),
    "print": PainPalette(fields=((20, 20, 20),), glow=(255, 255, 255), grey_body=True),
}

CONTRAST = 3.0  # of a field to what lies about it (WCAG 2.2, 1.4.11)
_MARGIN = 1.12  # more than that, for skin is not lit evenly

_MUSCLE: Mapping[str, tuple[Rgb, ...]] = {  # flesh in shadow, its own colour, lit, gleaming; tendon in shadow, its own
    "classic": ((50, 18, 13), (112, 46, 35), (160, 82, 63), (197, 127, 105), (204, 176, 154), (250, 240, 226)),
    "cividis": ((60, 24, 16), (126, 54, 38), (174, 88, 66), (206, 132, 108), (204, 178, 154), (250, 240, 226)),
    "print": ((48, 48, 48), (98, 98, 98), (140, 140, 140), (172, 172, 172), (196, 196, 196), (244, 244, 244)),
}
_CLOTH, _CLOTH_LEAST = (
    np.array([0.985, 1.0, 1.012]),
    24.0,
)  # its hue over its lightness, and the latter on the darkest skin
_MUSCLE_STOPS = (0.0, 0.22, 0.46, 0.66, 0.72, 1.0)
MUSCLE_FLESH = 0.66  # up to this shade it is flesh, above it tendon
MUSCLE_SHADES = 32
MUSCLE_ALPHAS = 8

BONE_SHADES = 32
BONE_COVERS = 8
_BONE_OPACITY = {"faint": 0.25, "clear": 0.60}  # where it lies bare; deeper bones are baked with less cover


@lru_cache(maxsize=32)
def skin_ramp(tone: str, grey: bool) -> NDArray[np.uint32]:
    """Opaque ARGB of each brightness 0..255 for a skin tone."""
    return _ramp(skin_colour(tone, grey), grey)


@lru_cache(maxsize=8)
def cloth_ramp(tone: str, grey: bool) -> NDArray[np.uint32]:
    """The same for what a draped figure wears: a cool grey near the skin in lightness; pain stands out alike."""
    level = 0.92 * float(skin_colour(tone, grey).mean())
    return _ramp(np.full(3, level) if grey else (_CLOTH_LEAST + (1.0 - _CLOTH_LEAST / 255.0) * level) * _CLOTH, True)


def _ramp(base: NDArray[np.float64], grey: bool) -> NDArray[np.uint32]:
    dark = base * np.array([0.34, 0.26, 0.235]) if not grey else base * 0.34
    bright = base + (255.0 - base) * (0.11 + 0.19 * base.mean() / 229.0)  # dark skin gleams less, or it looks dusty
    light = np.linspace(0.0, 1.0, 256)
    own = 0.90  # the brightness at which skin has its own colour
    low = dark + (base - dark) * (np.minimum(light, own) / own)[:, None] ** 1.05
    high = (bright - base) * (np.clip(light - own, 0.0, None) / (1.0 - own))[:, None]
    return pack(np.clip(low + high, 0, 255))


def lit(shade: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """How bright a field is on skin of a brightness 0..1, against its own colour."""
    return 0.62 + 0.44 * np.asarray(shade, float)


@lru_cache(maxsize=64)
def pain_on(palette: str, tone: str) -> PainColours:
    """A palette on skin of a tone: the field that needs least glow to stand out from it."""
    hues = PAIN_COLOURS[palette]
    skin = skin_colour(tone, hues.grey_body)
    needed = {field: _glow_needed(np.array(field, float), skin, np.array(hues.glow, float)) for field in hues.fields}
    best = min(needed, key=lambda field: needed[field])
    return PainColours(field=best, glow=hues.glow, opacity=needed[best], grey_body=hues.grey_body)


def _glow_needed(field: NDArray[np.float64], skin: NDArray[np.float64], glow: NDArray[np.float64]) -> float:
    """How opaque, 0..1, a glow on skin gives a field its contrast."""
    for opacity in np.arange(0.0, 1.0, 0.01):
        if contrast(field, skin + (glow - skin) * opacity) >= CONTRAST * _MARGIN:
            return float(opacity)
    return 1.0


def contrast(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """WCAG 2.2 contrast ratio of two colours (3,), 0..255."""
    c = np.array([one, other]) / 255.0
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    low, high = sorted(linear @ np.array([0.2126, 0.7152, 0.0722]))
    return float((high + 0.05) / (low + 0.05))


def skin_colour(tone: str, grey: bool) -> NDArray[np.float64]:
    """Skin in its own colour."""
    base = np.array(SKIN[tone], float)
    return np.full(3, 0.35 * base.mean() + 0.65 * 236.0) if grey else base


def flat_table(colour: Rgb, opacity: float) -> NDArray[np.uint32]:
    """Premultiplied ARGB of one colour at 256 strengths."""
    return pack(np.tile(np.array(colour, float), (256, 1)), np.arange(256) / 255.0 * opacity)


@lru_cache(maxsize=8)
def muscle_table(palette: str) -> list[int]:
    """The 256 ARGB colours of painted muscle: shade (of 32, tendon brightest) times coverage (of 8)."""
    shade = np.arange(MUSCLE_SHADES) / (MUSCLE_SHADES - 1)
    stops = np.array(_MUSCLE[palette], float)
    rgb = np.column_stack([np.interp(shade, _MUSCLE_STOPS, stops[:, k]) for k in range(3)])
    return [
        (round(255 * a / (MUSCLE_ALPHAS - 1)) << 24) | (int(r) << 16) | (int(g) << 8) | int(b)
        for r, g, b in rgb
        for a in range(MUSCLE_ALPHAS)
    ]


@lru_cache(maxsize=8)
def bone_table(tone: str, grey: bool, strength: str) -> list[int]:
    """The 256 ARGB colours of bone as it shows through a skin: shade (of 32) times cover (of 8)."""
    skin = skin_colour(tone, grey)
    bone = np.full(3, 246.0) if grey else np.array([250.0, 243.0, 226.0])
    light = float(skin.mean()) / 255.0
    deep = (1.0 - 0.30 * light) * skin * 0.55  # in its hollows the skin's own shadow, so that it lies in the body
    shade = (np.arange(BONE_SHADES) / (BONE_SHADES - 1))[:, None]
    opacity = _BONE_OPACITY[strength]
    return [
        (round(255 * opacity * a / (BONE_COVERS - 1)) << 24) | (int(r) << 16) | (int(g) << 8) | int(b)
        for r, g, b in deep + (bone - deep) * shade
        for a in range(BONE_COVERS)
    ]


def outline_on(tone: str, grey: bool) -> Rgb:
    """The line around a neighbouring muscle: dark on light skin, and light on dark."""
    return (62, 44, 40) if float(skin_colour(tone, grey).mean()) > 110.0 else (214, 200, 182)


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
