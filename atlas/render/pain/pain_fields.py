"""Draws fields of pain: essential as a wash with a dense core, spillover as stipple whose dots shrink and part outward.

Both thin to nothing about their edge. Depths here are in grains (`Surface.grains_inside`), so that what is fine on the
face is broad on the thigh. Dots lie on the skin: coarse, fine and cropped pictures of all views show the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.anatomy import Strength
from atlas.domain.body.camera import Camera
from atlas.domain.body.painting import Floats, Ints, Painting
from atlas.domain.body.surface import DEEPEST_GRAINS
from atlas.render import colours
from atlas.render.body.viewed_skin import ViewedSkin

Bytes: TypeAlias = NDArray[np.uint8]
PixelWords: TypeAlias = NDArray[np.uint32]  # premultiplied ARGB

# How dense the wash is at some depths: full on bare skin, while over muscle every fibre reads through it.
_WASH_AT = (-1.4, -0.7, 0.0, 0.7, 1.6, 2.8, 4.2)
_WASH = (0.0, 0.1, 0.4, 0.67, 0.83, 0.91, 0.96)
_OVER_MUSCLE = (0.0, 0.08, 0.28, 0.46, 0.53, 0.56, 0.58)
_TINT = 0.13  # of a wash below the dots, which holds them together
_GLOW_AT, _GLOW = (-1.8, -0.9, DEEPEST_GRAINS), (0.0, 1.0, 1.0)
_LOWEST = -1.8  # grains; nothing is drawn farther out
_LEVELS, _SHADES, _COVERS = 128, 32, 8  # of depth, of the skin's brightness, of muscle

_DOT_AT, _DOT = (-0.7, 0.0, 0.8, 2.2), (0.11, 0.2, 0.3, 0.39)  # radius, grains
_DOT_GLOW = 0.16  # breadth of the glow about dots, of the largest one's radius
_DOT_OPACITY, _DOT_OVER_MUSCLE = 0.95, 0.8
_APART_AT, _APART = (-0.6, 1.0), (2.0, 1.0)  # least grains between dots that are drawn
RINGS: Mapping[Strength, float] = {"essential": 1.5, "spillover": 0.9}
"""Half the breadth of a ring about pain that is felt inside, px of the coarse picture."""
_IN_RING = 0.1  # of a wash within a ring
_DASH, _DASHED = 11.0, 0.62  # px of the coarse picture from dash to dash, and how much of that is one
_RIM = 1.1  # px, likewise, of light skin about a dash
_SPOKES, _SMOOTHINGS = 180, 6
_BRIGHT = 400  # a field as bright as this is edged in dark
_DARK_EDGE: colours.Rgb = (24, 20, 18)
_EDGE_LEVEL = round((_LEVELS - 1) * -_LOWEST / (DEEPEST_GRAINS - _LOWEST))  # that of a field's edge

_SEEN_FROM = 0.1  # a dot is drawn where at least this share of its skin is seen
_FLATTEST = 0.25  # a dot on slanting skin is an ellipse, but no thinner than this


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What fields are painted on: a baked view or a part of it, with the muscles that lie there."""

    skin: ViewedSkin  # not flipped
    shade: Bytes  # (h, w) brightness of the skin
    muscle: Bytes | None  # (h, w) how much muscle covers it, 0..255; None where there is none
    camera: Camera  # of the whole view
    corner: tuple[int, int]  # of the part, px of the whole at the skin's scale
    points: Floats  # (n, 3) mm, as the figure stands in this view
    seen: Floats  # (n,) share 0..1 of each vertex's skin that the view shows
    palette: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The pixels of a field, (k,) each: where they are in the picture, and what lies there."""

    x: Ints
    y: Ints
    at: Ints  # flat number in the picture
    level: Ints  # depth, 0 .. _LEVELS - 1
    ground: Ints  # brightness of the skin and cover of muscle, as the tables count them


def _place(ground: Ground, strength: Floats, depth: Floats) -> _Place | None:
    pixels = ground.skin.pixels(strength)
    if pixels is None:
        return None
    value = pixels.values(depth)
    near = np.flatnonzero(value > _LOWEST)
    if not near.size:
        return None
    x, y, value = pixels.x[near], pixels.y[near], value[near]
    flat = y * np.int32(ground.shade.shape[1]) + x
    below = (ground.shade.ravel()[flat] >> 3).astype(np.int32)
    if ground.muscle is not None:
        below |= (ground.muscle.ravel()[flat] >> 5).astype(np.int32) << 5
    step = np.float32((_LEVELS - 1) / (DEEPEST_GRAINS - _LOWEST))
    level = np.minimum((value - np.float32(_LOWEST)) * step + np.float32(0.5), _LEVELS - 1).astype(np.int32)
    return _Place(x=x, y=y, at=flat, level=level, ground=below)


def _paint_essential(plate: PixelWords, ground: Ground, painting: Painting) -> None:
    surface = ground.skin.surface
    place = _place(ground, painting.dense(len(surface.points)), surface.grains_inside(painting))
    if place is not None:
        plate[place.at] = colours.over(plate[place.at], _tinted(ground, place, 1.0))


def _paint_spillover(plate: PixelWords, ground: Ground, painting: Painting) -> None:
    surface = ground.skin.surface
    depth = surface.grains_inside(painting)
    place = _place(ground, painting.dense(len(surface.points)), depth)
    if place is None:
        return
    words = colours.over(plate[place.at], _tinted(ground, place, _TINT))
    left, top = int(place.x.min()), int(place.y.min())
    shape = int(place.y.max()) + 1 - top, int(place.x.max()) + 1 - left
    dots = _dots(ground, painting.vertices, depth, (left, top))
    here = (place.y - np.int32(top)) * np.int32(shape[1]) + (place.x - np.int32(left))
    hues = colours.pain_on(ground.palette, ground.tone)
    if hues.opacity > 0.0:
        rim = max(_DOT_GLOW * float(dots.radius.max(initial=0.0)), 0.6)
        words = colours.over(words, _flat_table(hues.glow, hues.opacity)[dots.cover(shape, rim)[here]])
    inked = (dots.cover(shape)[here] >> 2).astype(np.int32) * (_SHADES * _COVERS) + place.ground
    plate[place.at] = colours.over(words, _dot_table(ground.palette, ground.tone)[inked])


def _dots(ground: Ground, vertices: Ints, depth: Floats, corner: tuple[int, int]) -> _Discs:
    """The dots of a field painted on some vertices, px from a corner of the ground's picture."""
    stipple, camera, scale = ground.skin.surface.stipple, ground.camera, ground.skin.scale
    which = stipple.about(vertices)
    deep = stipple.at(depth, which)
    drawn = (deep > _DOT_AT[0]) & (stipple.spacing[which] > np.interp(deep, _APART_AT, _APART) - 1e-3)
    drawn &= stipple.at(ground.seen, which) >= _SEEN_FROM
    which, deep = which[drawn], deep[drawn]
    a, b, c = (camera.project(ground.points[row]) for row in stipple.corners[:, which])
    u, v, w = stipple.shares(which)[:, :, None]
    grain = stipple.at(stipple.grain, which)
    return _Discs(
        centre=(a * u + b * v + c * w)[:, :2] / np.float32(scale) - np.add(corner, ground.corner).astype(np.float32),
        radius=(np.interp(deep, _DOT_AT, _DOT) * grain / (camera.mm_per_px * scale)).astype(np.float32),
        facing=_facing(b - a, c - a, camera.mm_per_px),
    )


def paint_ring(plate: PixelWords, ground: Ground, painting: Painting, strength: Strength) -> None:
    """A dashed ring on a plate about pain that is felt inside, with next to no tint in it: it is no patch of skin."""
    surface, hues = ground.skin.surface, colours.pain_on(ground.palette, ground.tone)
    place = _place(ground, painting.dense(len(surface.points)), surface.grains_inside(painting))
    if place is None:
        return
    words = colours.over(plate[place.at], _tinted(ground, place, _IN_RING))
    line, edge = _dashes(place, 2.0 / ground.skin.scale, RINGS[strength])
    bright = sum(hues.field) > _BRIGHT
    words = colours.over(words, _flat_table(_DARK_EDGE if bright else hues.glow, 0.75)[edge])
    plate[place.at] = colours.over(words, _flat_table(hues.field, 1.0)[line])


def _dashes(place: _Place, zoom: float, half: float) -> tuple[Bytes, Bytes]:
    """How much of each pixel of a field is a dash along its edge, and a dash with a rim: (k,) each, 0..255.

    `zoom` is px to one of the coarse picture, in which dashes have their measures; `half` half their breadth.
    """
    inside = place.level >= _EDGE_LEVEL
    nothing = np.zeros(len(place.at), np.uint8)
    if not inside.any():
        return nothing, nothing
    middle_x, middle_y = float(place.x[inside].mean()), float(place.y[inside].mean())
    dx, dy = place.x - np.float32(middle_x), place.y - np.float32(middle_y)
    away = np.hypot(dx, dy)
    turn = (np.arctan2(dy, dx) / (2 * np.pi) * _SPOKES).astype(np.int32) % _SPOKES
    # The edge as far out as the field reaches on each spoke from its middle; even between spokes that see none.
    farthest = np.zeros(_SPOKES)
    np.maximum.at(farthest, turn[inside], away[inside])
    seen = np.flatnonzero(farthest > 0.0)
    if not seen.size:  # a pixel of it is all that is shown: there is nothing to go round
        return nothing, nothing
    reach = np.interp(np.arange(_SPOKES), seen, farthest[seen], period=_SPOKES)
    for _ in range(_SMOOTHINGS):
        reach = (np.roll(reach, 1) + 2 * reach + np.roll(reach, -1)) / 4
    step = 2 * np.pi / _SPOKES
    length = np.concatenate([[0.0], np.cumsum(np.hypot(reach * step, np.roll(reach, -1) - reach))])
    exact = np.mod(np.arctan2(dy, dx) / step, _SPOKES)
    spokes = np.arange(_SPOKES + 1)
    count = max(round(length[-1] / (_DASH * zoom)), 5)
    along = np.mod(np.interp(exact, spokes, length) / length[-1] * count, 1.0)
    from_dash = (np.abs(along - 0.5) - _DASHED / 2) * length[-1] / count
    from_edge = np.abs(away - np.interp(exact, spokes, np.append(reach, reach[0])))
    line, edge = (
        np.clip(broad * zoom - from_edge + 0.5, 0.0, 1.0) * np.clip(broad - half - from_dash / zoom + 0.5, 0.0, 1.0)
        for broad in (half, half + _RIM)
    )
    return (line * 255).astype(np.uint8), (edge * 255).astype(np.uint8)


def _tinted(ground: Ground, place: _Place, strength: float) -> PixelWords:
    table: PixelWords = _wash_table(ground.palette, ground.tone, strength)
    return np.asarray(table[place.level * (_SHADES * _COVERS) + place.ground], np.uint32)


def _facing(along: Floats, aside: Floats, mm_per_px: float) -> Floats:
    """(d, 3) which way skin looks, as seen: right, down, to the viewer; from two edges of its faces, as projected."""
    mm = np.array([mm_per_px, mm_per_px, 1.0], np.float32)
    across = np.cross(along * mm, aside * mm)
    length = np.sqrt(across[:, 0] ** 2 + across[:, 1] ** 2 + across[:, 2] ** 2)
    flat = length < 1e-9
    across[flat] = (0.0, 0.0, 1.0)
    return np.asarray(across / np.where(flat, 1.0, length)[:, None], np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Discs:
    """Discs that lie on the skin, as seen: px of a picture."""

    centre: Floats  # (d, 2)
    radius: Floats  # (d,)
    facing: Floats  # (d, 3)

    def cover(self, shape: tuple[int, int], wider: float = 0.0) -> Bytes:
        """How much of each pixel they cover when `wider` by some px, flat, 0..255."""
        height, width = shape
        out = np.zeros(height * width, np.uint8)
        if not self.radius.size:
            return out
        reach = int(np.ceil(float(self.radius.max()) + wider + 0.5))
        step = np.arange(-reach, reach + 1, dtype=np.int32)
        first = np.floor(self.centre).astype(np.int32)
        x, y = first[:, :1] + step, first[:, 1:] + step
        half = np.float32(0.5)
        dx, dy = x + half - self.centre[:, :1], y + half - self.centre[:, 1:]
        # Away from the middle along the slant, where a disc is seen thinner, and across it: (d, rows, columns).
        slant = np.hypot(self.facing[:, 0], self.facing[:, 1])
        level = slant < 1e-4
        u, v = (np.where(level, 1 - k, self.facing[:, k] / np.where(level, 1, slant))[:, None] for k in (0, 1))
        thin = np.maximum(np.abs(self.facing[:, 2:]), np.float32(_FLATTEST))
        along = (dy * (v / thin))[:, :, None] + (dx * (u / thin))[:, None, :]
        across = (dy * u)[:, :, None] - (dx * v)[:, None, :]
        radius = self.radius + np.float32(wider)
        along *= along
        across *= across
        along += across
        near = np.subtract((radius + half)[:, None, None], np.sqrt(along, out=along), out=along)
        hit = np.flatnonzero(near > 0.0)
        side = np.int32(len(step))
        dot, row, column = hit // (side * side), hit // side % side, hit % side
        px, py = x[dot, column], y[dot, row]
        full = np.minimum(near.ravel()[hit], 1.0) * (255 * np.minimum(radius / np.float32(0.6), 1.0) ** 2)[dot]
        kept = (px >= 0) & (px < width) & (py >= 0) & (py < height)
        np.maximum.at(out, (py * np.int32(width) + px)[kept], full[kept].astype(np.uint8))
        return out


# -- tables ------------------------------------------------------------------


def _grid() -> tuple[Floats, Floats]:
    """Brightness 0..1 and cover of muscle 0..1, as `_Place.ground` counts them: (_SHADES * _COVERS,)."""
    shade = np.tile(np.arange(_SHADES) / (_SHADES - 1), _COVERS)
    cover = np.repeat(np.arange(_COVERS) / (_COVERS - 1), _SHADES)
    return shade.astype(np.float32), cover.astype(np.float32)


@lru_cache(maxsize=8)
def _wash_table(palette: str, tone: str, strength: float) -> PixelWords:
    """Colours by depth, brightness and muscle: (_LEVELS * _SHADES * _COVERS,). A glow lies under the wash."""
    shade, cover = _grid()
    depth = np.linspace(_LOWEST, DEEPEST_GRAINS, _LEVELS)
    bare, over_muscle = (np.interp(depth, _WASH_AT, wash)[:, None] for wash in (_WASH, _OVER_MUSCLE))
    wash = (bare + (over_muscle - bare) * cover) * strength
    hues = colours.pain_on(palette, tone)
    glow = np.interp(depth, _GLOW_AT, _GLOW)[:, None] * (1.0 - cover) * (hues.opacity if strength == 1.0 else 0.0)
    alpha = wash + glow * (1.0 - wash)
    field = np.array(hues.field, float) * colours.lit(shade)[:, None]
    mixed = field[None] * wash[:, :, None] + np.array(hues.glow, float) * (glow * (1.0 - wash))[:, :, None]
    rgb = mixed / np.maximum(alpha, 1e-6)[:, :, None]
    return colours.pack(np.clip(rgb, 0, 255).reshape(-1, 3), alpha.ravel())


@lru_cache(maxsize=4)
def _dot_table(palette: str, tone: str) -> PixelWords:
    """Colours by how much of a pixel is dot (64), brightness and muscle."""
    shade, cover = _grid()
    opacity = _DOT_OPACITY + (_DOT_OVER_MUSCLE - _DOT_OPACITY) * cover
    alpha = (np.arange(64) / 63)[:, None] * opacity
    field = np.array(colours.pain_on(palette, tone).field, float) * colours.lit(shade)[:, None]
    rgb = np.broadcast_to(np.clip(field, 0, 255), (64, *field.shape))
    return colours.pack(rgb.reshape(-1, 3), alpha.ravel())


@lru_cache(maxsize=16)
def _flat_table(colour: colours.Rgb, opacity: float) -> PixelWords:
    return colours.flat_table(colour, opacity)


PAINTERS: Mapping[Strength, Callable[[PixelWords, Ground, Painting], None]] = {
    "essential": _paint_essential,
    "spillover": _paint_spillover,
}
"""How a field of each strength is drawn on a plate, (h * w,) premultiplied, that shows a ground."""
