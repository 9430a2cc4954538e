"""Whether sheets of fibres stay in the body and end on the bones that their entry names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.domain.anatomy import FibreSheet, Muscle
from atlas.domain.body.inner import outside_by
from atlas.domain.body.surface import Surface
from atlas.domain.fibres import facing_along, fibre_grid
from atlas.domain.problems import FileProblem

ENDS_WITHIN_MM = 12.0  # of the bone that its entry names
LEAVES_FROM_MM = 4.0  # so far outside the skin a sheet is seen to have left the body

_ALONG, _ACROSS = 15, 4
_NAMED = 5  # of muscles with one lack, so many by name
_MIRRORED = np.array([-1.0, 1.0, 1.0])
F = NDArray[np.floating]


def check_sheets(muscle: Muscle, catalog: FileCatalog, referrals: Locator) -> Iterator[FileProblem]:
    """What is wrong with where a muscle's sheets lie."""
    surface = catalog.surface
    if muscle.attached is None and not any(sheet.in_body for sheet in muscle.fibres):
        return
    try:
        grids = [fibre_grid(surface, sheet, _ALONG, _ACROSS).astype(float) for sheet in muscle.fibres]
    except KeyError:  # a name that is not on the body, which is said with its pattern
        return
    for k, (sheet, grid) in enumerate(zip(muscle.fibres, grids, strict=True)):
        if sheet.in_body:
            out = max(outside_by(surface, place) for place in grid.reshape(-1, 3).astype(np.float32))
            if out > LEAVES_FROM_MM:
                said = f"Sheet {k + 1} leaves the body: it lies {out:.0f} mm outside the skin."
                yield referrals.problem(muscle.id, ("fibres", k), said)
    if muscle.attached is None or muscle.attached.elsewhere:
        return
    for k, (sheet, grid) in enumerate(zip(muscle.fibres, grids, strict=True)):
        ends = (("from", grid[0], muscle.attached.origin), ("to", grid[-1], muscle.attached.insertion))
        for key, line, names in ends:
            away = _farthest(surface, sheet, line, names, key == "from")
            if away > ENDS_WITHIN_MM and not _joins(line, [g for g in grids if g is not grid]):
                said = (
                    f"Sheet {k + 1} ends {away:.0f} mm from the bone it is said to be attached to ({', '.join(names)})"
                )
                yield referrals.problem(muscle.id, ("fibres", k, key), f"{said}; {ENDS_WITHIN_MM:g} at most.")


def attachment_figures(muscles: Iterable[Muscle]) -> Iterator[str]:
    """How many muscles name no bones yet, so that their ends are not measured; nothing where all do."""
    every = list(muscles)
    without = [muscle.id for muscle in every if muscle.attached is None]
    if without:
        some = ", ".join(without[:_NAMED]) + (f" and {len(without) - _NAMED} more" if len(without) > _NAMED else "")
        yield f"Without `attached`, the points of bones that their ends are measured at: {some}."


def _farthest(surface: Surface, sheet: FibreSheet, line: F, names: Sequence[str], start: bool) -> float:
    """How far the farthest place of an end lies from the named points and the lines between them, mm.

    For a sheet on the skin only beside the bone counts, not how deep the bone lies under it. The left half of a
    muscle that is drawn whole is measured as its mirror image, for the points are those of the right half.
    """
    points = [np.array(surface.bones[name]) for name in names if name in surface.bones]
    if not points:
        return 0.0  # which is said where points of bones are read
    bones = [(a, b) for a, b in pairwise(points)] or [(points[0], points[0])]
    if sheet.in_body and line[:, 0].mean() > 0.0:
        line = line * _MIRRORED
    deep = None if sheet.in_body else facing_along(surface, sheet, 2)[0 if start else 1].astype(float)
    return max(min(_away(place, a, b, deep) for a, b in bones) for place in line)


def _away(place: F, a: F, b: F, deep: F | None) -> float:
    """How far a place lies from the line between two points, mm; along `deep` nothing counts."""
    if deep is not None:
        deep = deep / max(float(np.linalg.norm(deep)), 1e-6)
        place, a, b = (p - (p @ deep) * deep for p in (place, a, b))
    along = b - a
    share = np.clip((place - a) @ along / max(float(along @ along), 1e-6), 0.0, 1.0)
    return float(np.linalg.norm(place - a - share * along))


def _joins(line: F, others: Sequence[F]) -> bool:
    """Whether an end lies on another sheet of the muscle, as a tendon goes on from a belly."""
    middle = line.mean(axis=0)
    return any(float(np.linalg.norm(o.reshape(-1, 3) - middle, axis=1).min()) <= ENDS_WITHIN_MM for o in others)
