"""What must hold of every plate, measured afresh on all of the painted skin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.domain.anatomy import Muscle
from atlas.domain.body.painting import Floats, union
from atlas.domain.body.sides import Sides, sides_of
from atlas.domain.pattern import Pattern
from atlas.domain.plate.box import around, longer_side
from atlas.domain.plate.plate import Panel, Plate
from atlas.domain.plate.promises import (
    FULLY_SEEN,
    LEAST_ADDED,
    LEAST_MUSCLE,
    LEAST_SHOWN,
    MAIN_LEAST_MM,
    MAIN_TIMES,
    POINT_SEEN,
    SLACK,
    SPANS_BODY_MM,
)
from atlas.domain.plate.sight import Sight
from atlas.domain.strengths import STRENGTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Shares 0..1, but for `times`: the main panel's longer side by that of the muscle with its points, and mm."""

    points: float  # of those that can be pressed and that any view shows, on the plate
    main_points: float  # in the main panel, of the most that any one view shows together
    main_muscle: float  # in the main panel, of the muscle's best view
    times: float
    main_mm: float
    essential: float  # on the plate, of what any view shows; 1 where there is none
    spillover: float
    least_added: float  # by the companion that adds least, of the essential or the spillover; 1 without companions
    longest_mm: float  # of any panel's longer side
    pattern_mm: float  # of the pattern with the muscle's points, from end to end

    @property
    def faults(self) -> tuple[str, ...]:
        """What should hold and does not, each in a few words."""
        out = []
        if self.points < 1.0:
            out.append(f"points {self.points:.0%}")
        if self.main_points < 1.0:
            out.append(f"main points {self.main_points:.0%}")
        if self.main_muscle < LEAST_MUSCLE - SLACK:
            out.append(f"muscle {self.main_muscle:.0%}")
        if self.times > MAIN_TIMES + SLACK and self.main_mm > MAIN_LEAST_MM + 0.5:
            out.append(f"main {self.times:.1f} times")
        if self.essential < LEAST_SHOWN["essential"] - SLACK:
            out.append(f"essential {self.essential:.0%}")
        if self.spillover < LEAST_SHOWN["spillover"] - SLACK:
            out.append(f"spillover {self.spillover:.0%}")
        if self.least_added < LEAST_ADDED - SLACK:
            out.append(f"adds {self.least_added:.0%}")
        if self.longest_mm > SPANS_BODY_MM and self.pattern_mm < 0.8 * SPANS_BODY_MM:
            out.append("whole body")
        return tuple(out)


def measured(plate: Plate, pattern: Pattern, muscle: Muscle, sight: Sight, sides: Sides = "right") -> Measures:
    """Of a plate of the whole pattern. Pure."""
    surface, each = sight.surface, sides_of(sides)
    numbers = {view.id: k for k, view in enumerate(sight.views)}
    shown: dict[str, float] = {}
    added = np.zeros(len(plate.panels))
    for strength in STRENGTHS:
        painting = union([surface.sided(pattern.painting(strength), side) for side in each])
        amount = painting.cover * surface.area[painting.vertices]
        seen = np.minimum(sight.seen(painting.vertices) * np.float32(1 / FULLY_SEEN), 1.0)
        whole = float(amount @ seen.max(axis=0, initial=0.0))
        before = np.zeros(len(painting.vertices), np.float32)
        places = sight.places(painting.vertices)
        for k, panel in enumerate(plate.panels):
            number = numbers[panel.view]
            now = np.maximum(before, seen[number] * _inside(panel, places.of(number)))
            added[k] = max(added[k], float(amount @ (now - before)) / max(whole, 1e-9))
            before = now
        shown[strength] = float(amount @ before) / whole if whole > 0.0 else 1.0
    pressed = muscle.reachable or frozenset(p.id for p in muscle.trigger_points)
    found = [(v, i) for s in each for p, v, i in pattern.marks(surface, s, sight.figure) if p in pressed]
    marks = np.array([vertex for vertex, _ in found], np.int32)
    mark_places = sight.places(marks, np.array([inside for _, inside in found], np.float32).reshape(-1, 3))
    marked = sight.seen(marks) > POINT_SEEN
    in_panels = np.array(
        [marked[numbers[p.view]] & _inside(p, mark_places.of(numbers[p.view])) for p in plate.panels], bool
    )
    news = np.array([(in_panels[k] & ~in_panels[:k].any(axis=0)).any() for k in range(len(plate.panels))])
    added[news] = 1.0
    ever = np.flatnonzero(marked.max(axis=0, initial=False))
    most_points = int(marked.sum(axis=1).max(initial=0))
    extent = [[e for s in each if (e := sight.extents.of(muscle.id, v, s)) is not None] for v in sight.views]
    most = max((sum(e.mm2 for e in here) for here in extent), default=0.0)
    main, own = plate.main, numbers[plate.main.view]
    boxes = [e.box for e in extent[own]]
    at = mark_places.of(own)[in_panels[0]]
    if len(at):
        boxes.append((*map(float, at.min(axis=0)), *map(float, at.max(axis=0))))  # type: ignore[arg-type]
    size = longer_side(around(*boxes), *map(float, sight.sizes[own])) if boxes else 0.0
    whole_pattern = pattern.whole
    skin = np.concatenate([surface.points[whole_pattern.vertices[whole_pattern.cover > 0.5]], surface.points[marks]])
    return Measures(
        points=float(in_panels.max(axis=0)[ever].mean()) if ever.size else 1.0,
        main_points=float(in_panels[0].sum()) / most_points if most_points else 1.0,
        main_muscle=sum(e.within(main.box) for e in extent[own]) / most if most > 0.0 else 1.0,
        times=max(main.size_mm) / max(size, 1.0),
        main_mm=max(main.size_mm),
        essential=shown["essential"],
        spillover=shown["spillover"],
        least_added=float(added[1:].min()) if len(added) > 1 else 1.0,
        longest_mm=max(max(p.size_mm) for p in plate.panels),
        pattern_mm=float(np.ptp(skin, axis=0).max()) if len(skin) else 0.0,
    )


def _inside(panel: Panel, at: Floats) -> Floats:
    left, top, right, bottom = panel.box
    inside = (at[:, 0] >= left) & (at[:, 0] <= right) & (at[:, 1] >= top) & (at[:, 1] <= bottom)
    return np.asarray(inside)
