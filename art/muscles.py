"""Paints the muscles of a figure in every view that shows enough of them, as 8-bit pictures cropped per view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from art.figures import Figures
from art.flesh.picture import draw, seen_mm2
from art.flesh.png import packed
from art.flesh.shapes import Shape, shape_of
from art.flesh.stage import Stance, stage
from atlas.domain.anatomy import Muscle
from atlas.domain.body.surface import Surface
from atlas.render.colours import muscle_table

# Share of the muscle's best view up to which a view gets no picture: a deep muscle is seen faintly from everywhere.
_WORTH_DRAWING: Mapping[str, float] = {"superficial": 0.30, "deep": 0.40}


def save(path: Path, index: NDArray[np.uint8], x: int, y: int) -> None:
    """An 8-bit PNG whose palette is the classic one and whose text `corner` is its place in the view, px."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(index, muscle_table("classic"), [("corner", f"{x} {y}")]))


def shapes_of(muscle: Muscle, stances: Mapping[str, Stance], reference: Surface) -> dict[str, list[Shape]]:
    """A muscle's sheets by stance."""
    return {
        name: [shape_of(sheet, stance.surface, reference) for sheet in muscle.fibres]
        for name, stance in stances.items()
    }


def seen_in_views(
    muscles: Iterable[Muscle],
    shapes: Mapping[str, Mapping[str, list[Shape]]],
    reference: Surface,
    figures: Figures,
    stances: Mapping[str, Stance],
    views: Sequence[Mapping[str, Any]],
) -> dict[str, dict[tuple[str, bool], float]]:
    """By muscle, how many mm² of it each view shows, the right one and the left one (True)."""
    chosen = list(muscles)
    seen: dict[str, dict[tuple[str, bool], float]] = {m.id: {} for m in chosen}
    for view in views:
        on = stage(view, figures, stances, glance=True)
        for muscle in chosen:
            for left in _sides(view):
                found = seen_mm2(shapes[muscle.id][on.stance], on, reference.twin, left)
                seen[muscle.id][str(view["id"]), left] = found
        del on
    return seen


def worth_drawing(muscle: Muscle, seen: Mapping[tuple[str, bool], float], view: str, left: bool) -> bool:
    """Whether a view shows enough of a muscle, beside the view that shows most of it."""
    return seen[view, left] > _WORTH_DRAWING[muscle.depth] * max(seen.values())


def paint_muscles(
    folder: Path,
    muscles: Iterable[Muscle],
    reference: Surface,
    figures: Figures,
    stances: Mapping[str, Stance],
    views: Sequence[Mapping[str, Any]],
    sex: str,
    only: Collection[str] = (),
) -> None:
    """Writes <folder>/<id>/<figure>/<view>.png (right) and <view>.left.png where the left one shows too.

    With `only`, in these views; what is painted in the others stays.
    """
    chosen = list(muscles)
    used = {name: stances[name] for name in {str(view.get("stance", "standing")) for view in views}}
    shapes = {m.id: shapes_of(m, used, reference) for m in chosen}
    seen = seen_in_views(chosen, shapes, reference, figures, stances, views)
    for muscle in chosen:
        for old in (folder / muscle.id / sex).glob("*.png"):
            if not only or old.stem.removesuffix(".left") in only:
                old.unlink()
    worth_in = {
        str(view["id"]): [
            (muscle, left)
            for muscle in chosen
            for left in _sides(view)
            if worth_drawing(muscle, seen[muscle.id], str(view["id"]), left)
        ]
        for view in views
        if not only or view["id"] in only
    }
    painted = [view for view in views if worth_in.get(str(view["id"]))]
    for number, view in enumerate(painted, 1):
        print(f"  {sex}: {view['id']}, {number} of {len(painted)} views", flush=True)
        worth = worth_in[str(view["id"])]
        on = stage(view, figures, stances)
        for muscle, left in worth:
            got = draw(shapes[muscle.id][on.stance], on, reference.twin, left)
            if got is not None:
                save(folder / muscle.id / sex / f"{view['id']}{'.left' if left else ''}.png", *got)


def _sides(view: Mapping[str, Any]) -> tuple[bool, ...]:
    """Whether the left muscle is drawn: once the right one, and the left one too where it is no mirror image."""
    return (False,) if view["yaw"] in (0, 180) and "mirror" not in view else (False, True)
