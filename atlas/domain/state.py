"""The one immutable state of the app, and the store that holds it and tells who listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Literal, TypeAlias

from atlas.domain.anatomy import Reader
from atlas.domain.surface import Side
from atlas.domain.views import Sides

Figure: TypeAlias = Literal["female", "male"]
Theme: TypeAlias = Literal["light", "dark"]

FIGURES: tuple[Figure, ...] = ("female", "male")
TONES: tuple[str, ...] = ("clay", *(f"monk-{n}" for n in range(1, 11)))
PALETTES: tuple[str, ...] = ("classic", "cividis", "print")


class Layer(Enum):
    """What can be shown on the plate or left away."""

    MUSCLE = "muscle"
    POINTS = "points"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


ALL_LAYERS = frozenset(Layer)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasState:
    """Everything the window shows follows from this. Sides are the patient's."""

    muscle: str | None = None
    view: str | None = None  # None: the view that shows most of the pattern
    sides: Sides = "right"
    point: int | None = None  # the one trigger point whose pattern stays lit
    layers: frozenset[Layer] = ALL_LAYERS
    figure: Figure = "female"
    tone: str = "clay"
    palette: str = "classic"
    theme: Theme = "light"
    reader: Reader = "patient"
    query: str = ""
    region: str | None = None  # the region last tapped, to be named
    region_side: Side | None = None  # and on which side; None on the midline


Listener: TypeAlias = Callable[[AtlasState, AtlasState], None]


class Store:
    """Holds the state; every change goes through here and is told once as (old, new). Knows nothing of Qt."""

    def __init__(self, state: AtlasState | None = None) -> None:
        self._state = state or AtlasState()
        self._listeners: list[Listener] = []

    @property
    def state(self) -> AtlasState:
        return self._state

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def set(self, state: AtlasState) -> None:
        old, self._state = self._state, state
        if old != state:
            for listener in tuple(self._listeners):
                listener(old, state)

    def change(self, **changes: Any) -> None:
        self.set(replace(self._state, **changes))

    def choose_muscle(self, muscle: str | None) -> None:
        """A new muscle opens on its own best view, with all its points lit."""
        self.change(muscle=muscle, view=None, point=None, region=None)

    def choose_view(self, view: str | None) -> None:
        self.change(view=view, region=None)

    def choose_sides(self, sides: Sides) -> None:
        """The other side of a muscle may be seen best elsewhere, so the view is chosen anew."""
        self.change(sides=sides, view=None, region=None)

    def focus_point(self, point: int | None) -> None:
        self.change(point=point)

    def show_layer(self, layer: Layer, shown: bool) -> None:
        layers = self._state.layers | {layer} if shown else self._state.layers - {layer}
        self.change(layers=layers)

    def choose_figure(self, figure: Figure) -> None:
        self.change(figure=figure)

    def choose_tone(self, tone: str) -> None:
        self.change(tone=tone)

    def choose_palette(self, palette: str) -> None:
        self.change(palette=palette)

    def choose_theme(self, theme: Theme) -> None:
        self.change(theme=theme)

    def choose_reader(self, reader: Reader) -> None:
        self.change(reader=reader)

    def search(self, query: str) -> None:
        self.change(query=query)

    def name_region(self, region: str | None, side: Side | None = None) -> None:
        """Naming a place also ends the look at a single trigger point."""
        self.change(region=region, region_side=side, point=None)
