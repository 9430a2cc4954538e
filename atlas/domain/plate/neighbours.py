"""Which muscles lie beside a chosen one in a view: of its own depth, and the closer the sooner."""

from __future__ import annotations

from collections.abc import Mapping

from atlas.domain.anatomy import Muscle
from atlas.domain.body.sides import Side
from atlas.domain.plate.extents import Extents
from atlas.domain.views import View

MOST = 8
_NEAR_MM = 12.0  # around the muscle's box


def neighbours_of(
    muscle: Muscle, side: Side, view: View, figure: str, extents: Extents, muscles: Mapping[str, Muscle]
) -> tuple[str, ...]:
    """At most `MOST` muscles that are seen in or beside a muscle's box, those that lie most within it first."""
    own, camera = extents.of(muscle.id, view, side), view.cameras.get(figure)
    if own is None or camera is None:
        return ()
    across, down = (_NEAR_MM / (camera.mm_per_px * px) for px in (camera.width, camera.height))
    left, top, right, bottom = own.box
    around = left - across, top - down, right + across, bottom + down
    close: list[tuple[float, str]] = []
    for other in muscles.values():
        seen = extents.of(other.id, view, side) if other.id != muscle.id and other.depth == muscle.depth else None
        if seen is not None and seen.mm2 > 0.0:
            within = seen.within(around)
            close.append((within * within / seen.mm2, other.id))
    return tuple(name for nearness, name in sorted(close, reverse=True)[:MOST] if nearness > 0.0)
