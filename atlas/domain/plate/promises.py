"""What every plate promises, as numbers: the composer keeps to them, the measures ask for them."""

from __future__ import annotations

from atlas.domain.anatomy import Strength

MAIN_TIMES = 4.0  # a main panel's longer side is at most so many times the muscle with its points
MAIN_LEAST_MM = 140.0  # or so long
LEAST_MUSCLE = 0.70  # of the muscle's best view, for a main panel
LEAST_SHOWN: dict[Strength, float] = {"essential": 0.95, "spillover": 0.85}  # by the plate
LEAST_ADDED = 0.08  # by a companion, of the essential or of the spillover
FULLY_SEEN = 0.32  # of a vertex's skin, from where it counts as shown: at a slant of 71 degrees it is seen as well
POINT_SEEN = 0.1  # from where a point does
SPANS_BODY_MM = 1200.0  # a panel longer than this shows nearly the whole body
SLACK = 0.005  # a plate is composed from samples of the skin
