"""A part of a picture as shares of its width and height, and how it is widened without leaving the picture."""

from __future__ import annotations

from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""(left, top, right, bottom), each 0..1 of the picture."""

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


class OutsideItsView(ValueError):
    """A box that is no part of its view's picture; the message is a sentence."""


def checked(box: Box, view: str) -> Box:
    """The box itself. Raises OutsideItsView unless it has room and lies inside the picture."""
    left, top, right, bottom = box
    if not (0.0 <= left < right <= 1.0 and 0.0 <= top < bottom <= 1.0):
        said = ", ".join(f"{edge:g}" for edge in box)
        raise OutsideItsView(
            f"The box [{said}] is no part of the view `{view}`: its edges are left, top, right and bottom, 0 to 1."
        )
    return box


def around(*boxes: Box) -> Box:
    """The smallest box that holds them all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def turned(box: Box) -> Box:
    """The same part of the picture's mirror image."""
    return 1.0 - box[2], box[1], 1.0 - box[0], box[3]


def longer_side(box: Box, width: float, height: float) -> float:
    """In the unit of the picture's `width` and `height`."""
    return max((box[2] - box[0]) * width, (box[3] - box[1]) * height)


def aspect(box: Box, width: float, height: float) -> float:
    """Width to height of the part, of a picture of some width and height."""
    return (box[2] - box[0]) * width / ((box[3] - box[1]) * height)


def widened(box: Box, width: float, height: float, across: float, down: float) -> Box:
    """A box about the same middle, `across` times `down` large, moved inside the picture and no larger than it.

    `width`, `height`, `across` and `down` are in one unit. A box that is larger already stays as large.
    """
    left, right = _spread(box[0], box[2], across / width)
    top, bottom = _spread(box[1], box[3], down / height)
    return left, top, right, bottom


def _spread(low: float, high: float, size: float) -> tuple[float, float]:
    size = min(max(size, high - low), 1.0)
    start = min(max((low + high - size) / 2.0, 0.0), 1.0 - size)
    return start, min(start + size, 1.0)


def inside_view(box: Box) -> Box | None:
    """What of a box lies in its view; None where nothing does."""
    left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in box)
    return (left, top, right, bottom) if left < right and top < bottom else None


def framed(box: Box, width: float, height: float, longer: float, limit: float, shorter: float) -> Box:
    """A box widened until its longer side is `longer` mm, in a shape that lays out well, inside the picture."""
    own_across, own_down = (box[2] - box[0]) * width, (box[3] - box[1]) * height
    across, down = max(longer, own_across), max(longer, own_down)
    if own_across > own_down:
        down = max(own_down + 0.6 * (longer - own_across), longer * shorter)
    else:
        across = max(own_across + 0.6 * (longer - own_down), longer * shorter)
    across, down = min(across, limit), min(down, limit)
    return widened(box, width, height, across, down)
