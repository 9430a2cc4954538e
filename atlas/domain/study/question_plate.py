"""The pictures of a question: whole views that show the pain, framed so that nothing tells where the muscle lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import Painting
from atlas.domain.body.surface import Surface
from atlas.domain.catalog import Catalog
from atlas.domain.pattern import PaintedZone, Pattern
from atlas.domain.plate.box import WHOLE
from atlas.domain.plate.captions import UNSAID
from atlas.domain.plate.plate import Panel, Plate, Shows
from atlas.domain.views import View, Visibility, view_shares

_MOST = 3  # panels
_WORTH = 0.12  # of the pain, for one more
_CLOSENESS = 0.25  # how much a closer look counts: twice as close makes up for a sixth of the pain
_SEEN = 0.25  # of a vertex's skin, from where it counts as shown


def question_plate(catalog: Catalog, paintings: Mapping[Strength, Painting], figure: str) -> Plate:
    """Up to three whole views that show most of some pain on the right side, with nothing said below them."""
    visibility = catalog.visibility(figure)
    views = {v.id: v for v in catalog.views.values() if figure in v.cameras}
    left = dict(paintings)
    panels: list[Panel] = []
    while len(panels) < _MOST:
        shares = {s.view: s.share for s in view_shares(left, catalog.surface.area, visibility) if s.view in views}
        first = not panels
        whole = _weight(catalog.surface, left) / max(_weight(catalog.surface, paintings), 1e-6)
        best = max(shares.values(), default=0.0)
        if not first and (whole < _WORTH or best * whole < _WORTH):
            break
        chosen = _best_look(views, shares)
        panels.append(_panel(chosen, figure, main=first))
        left = {strength: _unseen(painting, visibility, chosen.id) for strength, painting in left.items()}
    return Plate(muscle="", panels=tuple(panels))


def view_plate(view: View, figure: str) -> Plate:
    """One whole view with nothing said below it."""
    return Plate(muscle="", panels=(_panel(view, figure, main=True),))


def unsaid(plate: Plate) -> Plate:
    """A plate with nothing said below its panels."""
    return replace(plate, panels=tuple(replace(panel, caption=UNSAID) for panel in plate.panels))


def pattern_of(painting: Painting) -> Pattern:
    """A painting alone as a pattern."""
    return Pattern(muscle="", zones=(PaintedZone(id="", strength="essential", painting=painting),), points=())


def _best_look(views: Mapping[str, View], shares: Mapping[str, float]) -> View:
    """The view that shows most; a closer one even where it shows somewhat less."""
    worth = {v: share * views[v].mm_per_px ** -_CLOSENESS for v, share in shares.items()}
    return max(views.values(), key=lambda view: worth.get(view.id, 0.0))


def _panel(view: View, figure: str, *, main: bool) -> Panel:
    camera = view.cameras[figure]
    return Panel(
        view=view.id,
        box=WHOLE,
        role="main" if main else "companion",
        shows=Shows(points=0.0, muscle=0.0, essential=0.0, spillover=0.0),
        caption=UNSAID,
        size_mm=(camera.width * camera.mm_per_px, camera.height * camera.mm_per_px),
    )


def _unseen(painting: Painting, visibility: Visibility, view: str) -> Painting:
    kept = visibility.of(view)[painting.vertices] < _SEEN
    return Painting(vertices=painting.vertices[kept], strength=painting.strength[kept])


def _weight(surface: Surface, paintings: Mapping[Strength, Painting]) -> float:
    return float(sum(np.sum(surface.area[p.vertices] * p.cover) for p in paintings.values()))
