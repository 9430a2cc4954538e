"""Draws fields of pain: essential as a saturated field with an outline, spillover as stipple of the same hue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import EDGE_MM, Floats, Ints
from atlas.render import colours
from atlas.render.body.baked_views import Scale
from atlas.render.body.viewed_skin import ViewedSkin

_FIELD_OPACITY = 0.84
_SOFT_MM = 5.5  # a field fades in over this depth from its edge
_WASH = 0.17  # a faint tint under the dots holds a stippled field together
_DOT_SPACING = 6.4  # px of the coarse picture
_BAND = 120_000  # px that are painted at once

Shade: TypeAlias = NDArray[np.uint8]  # (h, w) the skin's brightness
Words: TypeAlias = NDArray[np.uint32]  # (h, w) premultiplied ARGB
Drawn = tuple[QImage, tuple[int, int]]


def _cropped(shade: Shade, x: Ints, y: Ints, value: Floats) -> tuple[Floats, Shade, tuple[int, int]]:
    """The field as a small picture with two px to spare, the skin's brightness under it, and its corner (x, y)."""
    height, width = shade.shape
    top, bottom = max(int(y.min()) - 2, 0), min(int(y.max()) + 3, height)
    left, right = max(int(x.min()) - 2, 0), min(int(x.max()) + 3, width)
    field = np.zeros((bottom - top, right - left), np.float32)
    field[y - top, x - left] = value
    return field, shade[top:bottom, left:right], (left, top)


def _depth(field: Floats) -> Floats:
    """Strength to mm inside the edge (negative outside)."""
    return (field - np.float32(0.5)) * np.float32(2.0 * EDGE_MM)


def _paint_essential(skin: ViewedSkin, shade: Shade, dense: Floats, palette: str) -> Drawn | None:
    """A field of essential pain, drawn with its outline: dark, with a light edge outside it."""
    pixels, scale = skin.pixels(dense), skin.scale
    if pixels is None:
        return None
    field, below, corner = _cropped(shade, pixels.x, pixels.y, pixels.values(dense))
    return _image(field.shape, _bands(field.shape), lambda rows: _essential(field, below, rows, palette, scale)), corner


def _essential(field: Floats, below: Shade, rows: slice, palette: str, scale: Scale) -> Words:
    """Some rows of it, which look a row further for the slope."""
    wider = slice(max(rows.start - 1, 0), rows.stop + 1)
    own = slice(rows.start - wider.start, rows.stop - wider.start)
    gy, gx = np.gradient(field[wider])
    slope = (np.sqrt(gx * gx + gy * gy) + 1e-4)[own]
    field, below = field[rows], below[rows]
    deep = _depth(field)
    level = (np.clip(0.5 + 0.5 * deep / _SOFT_MM, 0.0, 1.0) * (deep > -0.5) * 63).astype(np.uint16)
    words = _pain_table(palette)[(level << 4) | (below >> 4)]
    px = (field - 0.5) / slope  # distance to the outline, about in px
    width = 0.9 * (2.0 / scale)
    hues = colours.PAIN_COLOURS[palette]
    inside = (field > 0.0) & (slope < 0.3)  # a jump in depth (an arm before the chest) is no edge of the field
    edge = np.clip(1.0 - np.abs(px + 1.5 * width) / width, 0.0, 1.0) * inside
    line = np.clip(1.0 - np.abs(px) / width, 0.0, 1.0) * inside
    words = colours.over(words, _flat_table(hues.edge, 0.85)[(edge * 255).astype(np.uint8)])
    return colours.over(words, _flat_table(hues.outline, 0.92)[(line * 255).astype(np.uint8)])


def _paint_spillover(skin: ViewedSkin, shade: Shade, dense: Floats, palette: str) -> Drawn | None:
    """A field of spillover pain: dots that grow with its strength, over a faint wash."""
    pixels, scale = skin.pixels(dense), skin.scale
    if pixels is None:
        return None
    field, below, corner = _cropped(shade, pixels.x, pixels.y, pixels.values(dense))
    made = _image(field.shape, _bands(field.shape), lambda rows: _spillover(field, below, rows, corner, palette, scale))
    return made, corner


def _spillover(field: Floats, below: Shade, rows: slice, corner: tuple[int, int], palette: str, scale: Scale) -> Words:
    field, below = field[rows], below[rows]
    left, top = corner[0], corner[1] + rows.start
    away = _dot_distance(scale)
    ty, tx = away.shape
    h, w = field.shape
    # The pattern belongs to the picture, not to the field, so that neighbouring fields share their dots.
    lines, columns = (np.arange(h) + top) % ty, (np.arange(w) + left) % tx
    distance = away[np.ix_(lines, columns)]
    spacing = _DOT_SPACING * 2 / scale
    deep = _depth(field)
    solid = np.clip((deep + 1.0) / _SOFT_MM, 0.0, 1.0)
    shown = np.clip(deep + 1.0, 0.0, 1.0)
    radius = spacing * (0.16 + 0.18 * np.sqrt(solid))
    dot = np.clip(radius - distance + 0.5, 0.0, 1.0) * shown
    halo = np.clip(radius + 0.9 * (2 / scale) - distance + 0.5, 0.0, 1.0) * shown
    hues = colours.PAIN_COLOURS[palette]
    wash = _pain_table(palette)[((solid * 63 * _WASH).astype(np.uint16) << 4) | (below >> 4)]
    words = colours.over(wash, _flat_table(hues.edge, 0.55)[(halo * 255).astype(np.uint8)])
    return colours.over(words, _flat_table(hues.field, 0.95)[(dot * 255).astype(np.uint8)])


def _bands(shape: tuple[int, ...]) -> Iterator[slice]:
    """The rows of a field, a part at a time: what is worked out a pixel takes many times the picture's own room."""
    height, width = shape
    step = max(_BAND // width, 1)
    for top in range(0, height, step):
        yield slice(top, min(top + step, height))


@lru_cache(maxsize=8)
def _pain_table(palette: str) -> NDArray[np.uint32]:
    return colours.pain_table(palette, _FIELD_OPACITY)


@lru_cache(maxsize=16)
def _flat_table(colour: colours.Rgb, opacity: float) -> NDArray[np.uint32]:
    return colours.flat_table(colour, opacity)


@lru_cache(maxsize=2)
def _dot_distance(scale: Scale) -> Floats:
    """Distance in px to the nearest dot of a hexagonal raster, one tile of it."""
    a = _DOT_SPACING * 2 / scale
    tile_w, tile_h = round(a * 10), round(a * np.sqrt(3) * 6)
    y, x = np.mgrid[0:tile_h, 0:tile_w].astype(np.float32)
    row_height = tile_h / 12
    best = np.full(x.shape, 1e9, np.float32)
    for row in range(-1, 14):
        shift = (tile_w / 20) * (row % 2)
        column = np.round((x - shift) / (tile_w / 10)) * (tile_w / 10) + shift
        best = np.minimum(best, np.hypot(x - column, y - row * row_height))
    return best


def _image(shape: tuple[int, ...], bands: Iterable[slice], paint: Callable[[slice], Words]) -> QImage:
    height, width = shape
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    words = np.frombuffer(image.bits(), np.uint32).reshape(height, width)
    for rows in bands:
        words[rows] = paint(rows)
    return image


PAINTERS: Mapping[Strength, Callable[[ViewedSkin, Shade, Floats, str], Drawn | None]] = {
    "essential": _paint_essential,
    "spillover": _paint_spillover,
}
"""How a field of each strength is drawn: on a view, over its brightness (h, w), with the strength of every vertex (n,),
in a palette; gives the picture and its corner (x, y), or None where the view shows nothing of it."""
