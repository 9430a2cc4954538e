"""How far two places are from each other over the skin, not through the body."""

from __future__ import annotations

import heapq
from itertools import pairwise

import numpy as np

from atlas.domain.body.painting import Floats
from atlas.domain.body.surface import Surface

_TURNS = 12  # that a path is pulled straight


def distance_over_skin(surface: Surface, start: int, end: int, farthest: float) -> float:
    """mm along the shortest path found over the mesh between two vertices; infinite beyond `farthest`.

    The path from vertex to vertex (Dijkstra, 1959) is pulled straight over the skin, which takes away its zigzag; what
    is left over is less than 3 %.
    """
    if start == end:
        return 0.0
    path = _path(surface, start, end, farthest * 1.2)
    if path is None:
        return float("inf")
    length = _straightened(surface, surface.points[path])
    return length if length <= farthest else float("inf")


def _path(surface: Surface, start: int, end: int, farthest: float) -> list[int] | None:
    points, goal = surface.points, surface.points[end]
    before, best = {start: start}, {start: 0.0}
    waiting = [(float(np.linalg.norm(points[start] - goal)), 0.0, start)]
    while waiting:
        _, length, vertex = heapq.heappop(waiting)
        if vertex == end:
            path = [end]
            while path[-1] != start:
                path.append(before[path[-1]])
            return path[::-1]
        if length > best[vertex]:
            continue
        ring = surface.neighbours(vertex)
        steps = np.linalg.norm(points[ring] - points[vertex], axis=1)
        still = np.linalg.norm(points[ring] - goal, axis=1)
        for other, step, rest in zip(ring.tolist(), steps.tolist(), still.tolist(), strict=True):
            further = length + step
            if further + rest <= farthest and further < best.get(other, np.inf):
                best[other], before[other] = further, vertex
                heapq.heappush(waiting, (further + rest, further, other))
    return None


def _straightened(surface: Surface, path: Floats) -> float:
    """The length in mm of a path (m, 3) after it was pulled straight and laid back on the skin, again and again."""
    line = np.asarray(path, np.float32).copy()
    best = _length(line)
    for _ in range(_TURNS):
        for k in range(1, len(line) - 1):
            middle = (line[k - 1] + line[k + 1]) / 2.0
            normal = surface.normals[surface.nearest(line[k])]
            line[k] = surface.on_skin(middle, normal)
        best = min(best, _length(line))
    return best


def _length(line: Floats) -> float:
    return float(sum(np.linalg.norm(b - a) for a, b in pairwise(line)))
