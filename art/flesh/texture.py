"""The look of fibres: bundles and strands that run with them, tendon that flesh reaches into in tongues."""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from art.flesh.shapes import Shape

F = NDArray[np.float64]

_BUNDLE, _STRAND, _THREAD = 3.4, 1.5, 0.75  # mm broad
_PENNATE_ANGLE = np.deg2rad(24.0)
_LINE_MM = 1.5  # half the breadth of a pennate muscle's tendon where it is broadest on its belly


@numba.njit(cache=True)
def _at(x, y, seed):  # type: ignore[no-untyped-def]
    """A number 0..1 that belongs to a knot of the lattice."""
    h = (np.int64(x) * 374761393 + np.int64(y) * 668265263 + np.int64(seed) * 2147483647) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 16)) * 2246822519) & 0xFFFFFFFF
    return ((h ^ (h >> 15)) & 0xFFFF) / 65535.0


@numba.njit(cache=True)
def _noise(x, y, seed):  # type: ignore[no-untyped-def]
    i, j = np.floor(x), np.floor(y)
    a, b = x - i, y - j
    a, b = a * a * (3.0 - 2.0 * a), b * b * (3.0 - 2.0 * b)
    low = _at(i, j, seed) * (1.0 - a) + _at(i + 1, j, seed) * a
    high = _at(i, j + 1, seed) * (1.0 - a) + _at(i + 1, j + 1, seed) * a
    return low * (1.0 - b) + high * b


@numba.njit(cache=True)
def _height(along, across, seed):  # type: ignore[no-untyped-def]
    """How high flesh stands at mm along and across its fibres: bundles parted by furrows, strands, threads."""
    s = across + 1.1 * (_noise(along / 34.0, across / 7.0, seed + 5) - 0.5)
    bundle = _noise(along / 70.0, s / _BUNDLE, seed)
    furrow = abs(2.0 * (s / _BUNDLE + 0.5 * bundle - np.floor(s / _BUNDLE + 0.5 * bundle)) - 1.0)
    furrow = furrow * furrow * furrow * furrow
    strand = _noise(along / 42.0, s / _STRAND, seed + 1)
    thread = _noise(along / 24.0, s / _THREAD, seed + 2)
    return 0.42 * bundle + 0.38 * strand + 0.16 * thread - 0.34 * furrow


@numba.njit(cache=True)
def _weave(along, across, seed, step, height, slope):  # type: ignore[no-untyped-def]
    for k in range(along.shape[0]):
        low = _height(along[k], across[k] - step, seed)
        high = _height(along[k], across[k] + step, seed)
        height[k] = 0.5 * (low + high)
        slope[k] = (high - low) / (2.0 * step)


@numba.njit(cache=True)
def _noises(x, y, seed, out):  # type: ignore[no-untyped-def]
    for k in range(x.shape[0]):
        out[k] = _noise(x[k], y[k], seed)


def _soft(x: F) -> F:
    t = np.clip(x, 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fibres:
    """Per sample: how high its strand stands (about 0..1), the slope across, tendon 0..1, how much is there 0..1."""

    height: F
    slope: F
    tendon: F
    there: F


def fibres(u: F, v: F, shape: Shape, seed: int, mm_per_sample: float) -> Fibres:
    """The fibres of a sheet at places along `u` and across `v`, each (n,) 0..1."""
    sheet, width, length = shape.sheet, shape.width_mm, shape.length_mm
    along, across = u * length, v * width
    if sheet.form == "pennate":
        aside = np.abs(v - sheet.line) * width
        run = length * (u if sheet.tendon[1] >= sheet.tendon[0] else 1.0 - u)
        flat = 0.25 + 0.75 * _soft(np.minimum(u / 0.12, (1.0 - u) / 0.12))  # along the tendons at either end
        along = aside / np.sin(_PENNATE_ANGLE)
        across = (run + flat * aside / np.tan(_PENNATE_ANGLE)) * np.sin(_PENNATE_ANGLE) + 1000.0 * (v > sheet.line)
    height, slope = np.empty(len(u)), np.empty(len(u))
    _weave(along, across, seed, max(0.22, 0.7 * mm_per_sample), height, slope)
    if sheet.form == "pennate":
        slope *= np.where(v > sheet.line, 1.0, -1.0)
    tongue, fringe = np.empty(len(u)), np.empty(len(u))
    _noises(along / 60.0, v * width / 3.0, seed + 11, tongue)
    _noises(along / 90.0, v * width / 1.9, seed + 12, fringe)
    tongue = 0.6 * tongue + 0.4 * fringe - 0.5
    tendon = np.zeros(len(u))
    for share, at in ((sheet.tendon[0], u), (sheet.tendon[1], 1.0 - u)):
        if share > 0.0:
            reach = share * (1.0 + 0.9 * tongue) + 0.10 * share * (1.0 - np.abs(2.0 * v - 1.0))
            tendon = np.maximum(tendon, _soft((reach - at) / (0.42 * share + 2.0 / length) + 0.5))
    if sheet.form == "pennate":
        tendon = np.maximum(tendon, _line(u, v, shape))
    corner = 0.09 * width * np.abs(2.0 * v - 1.0) ** 5  # an end is round, not cut
    end = np.minimum(u, 1.0 - u) * length - corner * (1.0 + tongue)
    fleshy = np.where(u < 0.5, sheet.tendon[0], sheet.tendon[1]) < 0.04
    there = _soft(end / np.where(fleshy, 2.0 + 6.0 * fringe, 1.2 + 2.0 * fringe) + 0.1)
    return Fibres(height=height, slope=slope, tendon=tendon, there=there)


def _line(u: F, v: F, shape: Shape) -> F:
    """How much of a pennate muscle's own tendon shows on its belly: a line that runs out."""
    sheet = shape.sheet
    start, end = sheet.tendon
    away = (
        (1.0 - u - end) / max(1.0 - end - start, 1e-6) if end >= start else (u - start) / max(1.0 - start - end, 1e-6)
    )
    half = _LINE_MM * np.clip(1.0 - away / 0.86, 0.0, 1.0) ** 0.8
    aside = np.abs(v - sheet.line) * shape.width_mm
    return np.asarray(_soft((half - aside) / 0.9 + 0.5) * (half > 0.02))
