"""Where the numbers of marks stand: beside their mark, or led away from it by a line where they would collide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

Spot = tuple[float, float]
Rectangle = tuple[float, float, float, float]  # left, top, right, bottom

_NEAR = 0.95  # half a mark is so much of its size
_WAYS = (-0.7, -0.05, 0.75, -2.4, 3.1, 2.4, -1.55, 1.55)  # beside a mark, radians: to its upper right first
_TURNS = (0.0, 0.35, -0.35, 0.7, -0.7, 1.1, -1.1, 1.6, -1.6, 2.2, -2.2, pi)  # from straight away from other marks
_RINGS = (2.6, 3.6, 4.8, 6.2, 8.0, 10.0, 12.5)  # marks' sizes from a mark to a number that is led away from it
_GAP = 1.5  # px between any two


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A mark and how much room what stands beside it takes, px."""

    at: Spot
    wide: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The box of a number, px, and the line that leads to it from its mark, where there is one."""

    box: Rectangle
    leader: tuple[Spot, Spot] | None

    @property
    def middle(self) -> Spot:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def placed_labels(marks: Sequence[Numbered], size: float, room: Rectangle | None = None) -> tuple[Label, ...]:
    """A label for each mark, `size` half a mark's breadth; the same marks always give the same.

    No label lies over another, over a mark or over a line, nor out of the `room`, as far as there is space.
    """
    crosses = [_square(mark.at, size * _NEAR) for mark in marks]
    done: list[Label] = []
    for k in range(len(marks)):
        others = crosses[:k] + crosses[k + 1 :]
        best, least = None, 0.0
        for label in _tried(marks, k, size):
            cost = _cost(label, others, done, room)
            if best is None or cost < least:
                best, least = label, cost
            if cost == 0.0:
                break
        assert best is not None
        done.append(best)
    return tuple(done)


def _tried(marks: Sequence[Numbered], k: int, size: float) -> Iterator[Label]:
    """Labels for a mark, the most wanted first: close by, then ever farther, straight away from the other marks."""
    mark = marks[k]
    x, y = mark.at
    for way in _WAYS:
        # Beside the mark a label touches the circle about it, on whichever side that is.
        reach = size * 1.25
        middle = x + cos(way) * (reach + mark.wide / 2), y + sin(way) * (reach + mark.high / 2)
        yield Label(box=_about(middle, mark), leader=None)
    away = _away([other.at for other in marks], k)
    for ring in _RINGS:
        for turn in _TURNS:
            way = away + turn
            reach = ring * size
            middle = x + cos(way) * (reach + mark.wide / 2), y + sin(way) * (reach + mark.high / 2)
            start = x + cos(way) * size * 1.2, y + sin(way) * size * 1.2
            box = _about(middle, mark)
            yield Label(box=box, leader=(start, _edge(box, start)))


def _away(places: Sequence[Spot], k: int) -> float:
    """The way, in radians, on which a mark lies farthest from the others: across their row where it lies in a row."""
    x, y = places[k]
    push_x = push_y = 0.0
    for n, (ox, oy) in enumerate(places):
        far = hypot(x - ox, y - oy)
        if n != k and far > 1e-6:
            push_x += (x - ox) / far**2
            push_y += (y - oy) / far**2
    mid_x, mid_y = sum(p[0] for p in places) / len(places), sum(p[1] for p in places) / len(places)
    xx, xy, yy = (
        sum((px - mid_x) ** 2 for px, _ in places),
        sum((px - mid_x) * (py - mid_y) for px, py in places),
        sum((py - mid_y) ** 2 for _, py in places),
    )
    along = 0.5 * atan2(2 * xy, xx - yy)  # the row's own way; a muscle's points mostly lie along it
    across = -sin(along), cos(along)
    if across[0] * push_x + across[1] * push_y < -1e-9 or (abs(push_x) + abs(push_y) < 1e-9 and k % 2):
        across = -across[0], -across[1]
    return atan2(across[1], across[0])


def _cost(label: Label, others: Sequence[Rectangle], done: Sequence[Label], room: Rectangle | None) -> float:
    """0 for a label that is in nothing's way; labels over each other cost most."""
    cost = sum(_overlap(label.box, other.box) for other in done) * 100.0
    cost += sum(_overlap(label.box, cross) for cross in others)
    for leader in (line.leader for line in done if line.leader is not None):
        cost += 20.0 * _crosses(leader, label.box)
    if label.leader is not None:
        cost += 20.0 * sum(_crosses(label.leader, box) for box in others)
        cost += 20.0 * sum(_crosses(label.leader, other.box) for other in done)
    if room is not None:
        out = max(room[0] - label.box[0], room[1] - label.box[1], label.box[2] - room[2], label.box[3] - room[3], 0.0)
        cost += 50.0 * out
    return cost


def _square(at: Spot, half: float) -> Rectangle:
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def _about(middle: Spot, mark: Numbered) -> Rectangle:
    x, y = middle
    return x - mark.wide / 2, y - mark.high / 2, x + mark.wide / 2, y + mark.high / 2


def _edge(box: Rectangle, towards: Spot) -> Spot:
    """The place of a box nearest to another place."""
    return min(max(towards[0], box[0]), box[2]), min(max(towards[1], box[1]), box[3])


def _overlap(one: Rectangle, other: Rectangle) -> float:
    """px² that two boxes share, a gap counted to them."""
    wide = min(one[2], other[2]) - max(one[0], other[0]) + _GAP
    high = min(one[3], other[3]) - max(one[1], other[1]) + _GAP
    return wide * high if wide > 0.0 and high > 0.0 else 0.0


def _crosses(line: tuple[Spot, Spot], box: Rectangle) -> bool:
    """Whether a line runs through a box (Liang and Barsky, 1984)."""
    (x, y), (to_x, to_y) = line
    low, high = 0.0, 1.0
    for start, step, least, most in ((x, to_x - x, box[0], box[2]), (y, to_y - y, box[1], box[3])):
        if abs(step) < 1e-9:
            if not least <= start <= most:
                return False
            continue
        near, far = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, near), min(high, far)
    return low < high
