"""What a composed plate is: its panels, what each shows, and what is said below each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from atlas.domain.plate.box import WHOLE, Box, checked
from atlas.domain.plate.captions import Caption

Role: TypeAlias = Literal["main", "companion"]

MOST_COMPANIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shows:
    """What a panel shows, in shares 0..1.

    `points` of those that can be pressed from outside (of all, where none can be); `muscle` of the area that the best
    view shows; `essential` and `spillover` of what any view can show, in this panel and in none before it.
    """

    points: float
    muscle: float
    essential: float
    spillover: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A part of a view. `box` (left, top, right, bottom) in shares of the view's picture, and its size in mm."""

    view: str
    box: Box
    role: Role
    shows: Shows
    caption: Caption
    size_mm: tuple[float, float]  # width and height of what the box holds

    def __post_init__(self) -> None:
        checked(self.box, self.view)

    @property
    def aspect(self) -> float:
        """Width to height."""
        return self.size_mm[0] / self.size_mm[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """The panels that tell one muscle's story together, the main one first."""

    muscle: str
    panels: tuple[Panel, ...]

    @property
    def main(self) -> Panel:
        return self.panels[0]

    @property
    def companions(self) -> tuple[Panel, ...]:
        return self.panels[1:]

    def marks_points(self, panel: Panel) -> bool:
        """Whether a panel marks the points: not where their muscle is not seen and another marks them all."""
        return panel.shows.muscle > 0.0 or all(p.shows.points < 1.0 or p.shows.muscle == 0.0 for p in self.panels)

    def order(self, number: int) -> tuple[int, ...]:
        """The panels' numbers as they stand with that one in the main one's place."""
        return (number, *(k for k in range(len(self.panels)) if k != number))

    def with_main(self, number: int) -> Plate:
        """The same panels with another one in the main one's place; what each shows stays as it was counted."""
        chosen, *rest = (self.panels[k] for k in self.order(number))
        panels = (replace(chosen, role="main"), *(replace(p, role="companion") for p in rest))
        return replace(self, panels=panels)


def nothing_but(view: str, muscle: str) -> Plate:
    """The plate of a muscle of which nothing can be said: a whole view."""
    panel = Panel(
        view=view,
        box=WHOLE,
        role="main",
        shows=Shows(points=0.0, muscle=0.0, essential=0.0, spillover=0.0),
        caption=Caption(parts=("chest",), reaching=False, sides=None, direction="front"),
        size_mm=(1.0, 1.0),
    )
    return Plate(muscle=muscle, panels=(panel,))
