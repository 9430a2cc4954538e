"""Lays the panels of a plate out in a rectangle: the main one large, companions beside or below, edges aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """In the unit of what it was laid out in; `y` grows downward."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelPlace:
    """Where a panel's picture goes, and its caption below it."""

    picture: Rect
    caption: Rect


_COMPANIONS_COUNT = 0.45  # as much as the main panel's, of the size of each companion
_SMALLER = 0.64  # of the main panel's height, for companions that would be as large as it
_TOO_LARGE = 0.75  # of the main panel's area: from here on a companion takes what is the main panel's


def laid_out(
    aspects: Sequence[float], width: float, height: float, *, caption: float, gap: float
) -> tuple[PanelPlace, ...]:
    """Places of panels of some `aspects` (width to height, the main one first), as large as they go, in the middle.

    Every picture keeps its shape. `caption` is the height of the line below each, `gap` what is left between panels.
    Of a row, a lower one, columns beside the main panel and a row below it, that is taken which shows most.
    """
    best: tuple[float, list[PanelPlace]] | None = None
    for places in _arrangements(tuple(aspects), width, height, caption, gap):
        areas = [p.picture.width * p.picture.height for p in places]
        worth = log(areas[0]) + _COMPANIONS_COUNT * sum(log(min(a, _TOO_LARGE * areas[0])) for a in areas[1:])
        if best is None or worth > best[0]:
            best = worth, places
    assert best is not None
    return tuple(_in_the_middle(best[1], width, height))


def _arrangements(
    aspects: tuple[float, ...], width: float, height: float, caption: float, gap: float
) -> Iterator[list[PanelPlace]]:
    main, rest = aspects[0], aspects[1:]
    yield _row(aspects, 0.0, 0.0, _row_height(aspects, width, height - caption, gap), caption, gap)
    if rest:
        yield _smaller(main, rest, width, height, caption, gap)
    for columns in _groups(rest):
        if any(len(column) > 1 for column in columns):
            yield _columns(main, columns, width, height, caption, gap)
    if rest:
        yield _below(main, rest, width, height, caption, gap)


def _smaller(
    main: float, rest: tuple[float, ...], width: float, height: float, caption: float, gap: float
) -> list[PanelPlace]:
    """A row of smaller companions that stand on one line with the main panel."""
    high = _row_height((main, *(_SMALLER * shape for shape in rest)), width, height - caption, gap)
    low = _SMALLER * high
    return [
        _place(0.0, 0.0, main * high, high, caption),
        *_row(rest, main * high + gap, high - low, low, caption, gap),
    ]


def _groups(rest: tuple[float, ...]) -> Iterator[list[tuple[float, ...]]]:
    """The companions, in their order, in columns."""
    if len(rest) < 2:
        return
    yield [rest]
    if len(rest) == 3:
        yield [rest[:1], rest[1:]]
        yield [rest[:2], rest[2:]]


def _row_height(aspects: Sequence[float], width: float, most: float, gap: float) -> float:
    return max(min((width - gap * (len(aspects) - 1)) / sum(aspects), most), 1.0)


def _row(aspects: Sequence[float], x: float, y: float, height: float, caption: float, gap: float) -> list[PanelPlace]:
    out = []
    for shape in aspects:
        out.append(_place(x, y, shape * height, height, caption))
        x += shape * height + gap
    return out


def _place(x: float, y: float, width: float, height: float, caption: float) -> PanelPlace:
    return PanelPlace(
        picture=Rect(x=x, y=y, width=width, height=height),
        caption=Rect(x=x, y=y + height, width=width, height=caption),
    )


def _columns(
    main: float, columns: list[tuple[float, ...]], width: float, height: float, caption: float, gap: float
) -> list[PanelPlace]:
    """The main panel, and columns beside it that are as high as it is."""
    # A column w wide is w * slope + fixed high, pictures, captions and gaps; all as high as the main panel, h:
    # w = (h - fixed) / slope, and all widths and gaps come to the width at most.
    slopes = [sum(1.0 / shape for shape in column) for column in columns]
    fixed = [(len(column) - 1) * (caption + gap) for column in columns]
    across = main + sum(1.0 / slope for slope in slopes)
    taken = gap * len(columns) - sum(f / slope for f, slope in zip(fixed, slopes, strict=True))
    high = max(min((width - taken) / across, height - caption), max(fixed) + 1.0)
    out = [_place(0.0, 0.0, main * high, high, caption)]
    x = main * high + gap
    for column, slope, less in zip(columns, slopes, fixed, strict=True):
        wide, y = (high - less) / slope, 0.0
        for shape in column:
            out.append(_place(x, y, wide, wide / shape, caption))
            y += wide / shape + caption + gap
        x += wide + gap
    return out


def _below(
    main: float, rest: tuple[float, ...], width: float, height: float, caption: float, gap: float
) -> list[PanelPlace]:
    """The main panel over a row of the companions that is as wide as it is."""
    # The row is (w - gaps) / sum high, the main panel w / main; both with captions and a gap come to the height.
    gaps = gap * (len(rest) - 1)
    wide = (height - 2 * caption - gap + gaps / sum(rest)) / (1.0 / main + 1.0 / sum(rest))
    wide = max(min(wide, width), gaps + 1.0)
    high = wide / main
    row = _row(rest, 0.0, high + caption + gap, (wide - gaps) / sum(rest), caption, gap)
    return [_place(0.0, 0.0, wide, high, caption), *row]


def _in_the_middle(places: list[PanelPlace], width: float, height: float) -> Iterator[PanelPlace]:
    right = max(p.picture.x + p.picture.width for p in places)
    bottom = max(p.caption.y + p.caption.height for p in places)
    dx, dy = max((width - right) / 2.0, 0.0), max((height - bottom) / 2.0, 0.0)
    for place in places:
        yield PanelPlace(picture=_moved(place.picture, dx, dy), caption=_moved(place.caption, dx, dy))


def _moved(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(x=rect.x + dx, y=rect.y + dy, width=rect.width, height=rect.height)
