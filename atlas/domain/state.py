"""The one immutable state of the app, and the store that holds it and tells who listens."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Literal, TypeAlias

from atlas.domain.anatomy import Reader
from atlas.domain.drawing import Brush, Drawing
from atlas.domain.hurting import Compared, Hurting, Tool
from atlas.domain.surface import Side
from atlas.domain.views import Sides

Figure: TypeAlias = Literal["female", "male"]
Theme: TypeAlias = Literal["light", "dark", "contrast"]
Mode: TypeAlias = Literal["muscles", "hurts", "guide"]
PatientScreenState: TypeAlias = Literal["off", "follow", "freeze", "blank"]

FIGURES: tuple[Figure, ...] = ("female", "male")
TONES: tuple[str, ...] = ("clay", *(f"monk-{n}" for n in range(1, 11)))
THEMES: tuple[Theme, ...] = ("light", "dark", "contrast")
TEXT_SIZES: tuple[int, ...] = (100, 125, 150, 200)  # percent
PALETTES: tuple[str, ...] = ("classic", "cividis", "print")


class Layer(Enum):
    """What can be shown on the plate or left away."""

    MUSCLE = "muscle"
    POINTS = "points"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


ALL_LAYERS = frozenset(Layer)
_UNHURT = Hurting()


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
    hurting: Hurting = _UNHURT  # what has been painted in the mode "hurts", and how
    mode: Mode = "muscles"
    page: str | None = None  # of the guide, such as "question/<id>" or "problem/<id>"
    story: int | None = None  # the step that is told to the patient; None outside the patient's view
    patient_screen: PatientScreenState = "off"
    language: str = "en"
    text_size: int = 100  # percent
    still: bool = False  # nothing moves by itself


_ROOM = ("theme", "language", "text_size", "still")
_NOT_SAID_OF_A_PATIENT = (*_ROOM, "figure", "tone", "palette", "mode", "page", "story", "patient_screen")


def for_next_patient(now: AtlasState, start: AtlasState, *, room_stays: bool) -> AtlasState:
    """Back to `start`; of what is now only what belongs to the room may stay (light, words, letters), and a lit screen.

    In a therapist's room it stays; in a waiting room it was the patient's own choice, and goes too.
    """
    lit: PatientScreenState = "off" if now.patient_screen == "off" else "follow"
    return replace(_with_room_of(start, now) if room_stays else start, patient_screen=lit)


def brought_back(kept: AtlasState, now: AtlasState, *, room_stays: bool) -> AtlasState:
    """What was cleared, shown again; a screen that was frozen, or has been put out, shows nothing of it."""
    lit = now.patient_screen
    if lit == "follow" and kept.patient_screen != "follow":
        lit = "blank"
    return replace(_with_room_of(kept, now) if room_stays else kept, patient_screen=lit)


def said_of_a_patient(state: AtlasState) -> AtlasState:
    """What has been chosen, typed or painted for a patient, and nothing of how and where it is shown."""
    return replace(state, **{name: getattr(_FRESH, name) for name in _NOT_SAID_OF_A_PATIENT})


def _with_room_of(state: AtlasState, room: AtlasState) -> AtlasState:
    return replace(state, **{name: getattr(room, name) for name in _ROOM})


_FRESH = AtlasState()
Listener: TypeAlias = Callable[[AtlasState, AtlasState], None]


class Store:
    """Holds the state; every change goes through here and is told once as (old, new). Knows nothing of Qt.

    What a listener changes while it is told is told when all have heard the change before: all hear all, in one order.
    """

    def __init__(self, state: AtlasState | None = None) -> None:
        self._state = state or AtlasState()
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[AtlasState, AtlasState]] = deque()
        self._telling = False

    @property
    def state(self) -> AtlasState:
        return self._state

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def leave(self, listener: Listener) -> None:
        """The listener is told nothing more."""
        self._listeners.remove(listener)

    def set(self, state: AtlasState) -> None:
        old, self._state = self._state, state
        if old != state:
            self._untold.append((old, state))
            if not self._telling:
                self._tell()

    def _tell(self) -> None:
        """A listener that fails keeps no other from hearing: one of them blanks the patient's screen."""
        failure: Exception | None = None
        self._telling = True
        try:
            while self._untold:
                told = self._untold.popleft()
                for listener in tuple(self._listeners):
                    try:
                        if listener in self._listeners:  # one told before it may have sent it away
                            listener(*told)
                    except Exception as error:
                        failure = failure or error
        finally:
            self._telling = False
        if failure is not None:
            raise failure

    def change(self, **changes: Any) -> None:
        self.set(replace(self._state, **changes))

    def choose_muscle(self, muscle: str | None) -> None:
        """A new muscle opens on its own best view, with all its points lit."""
        self.change(muscle=muscle, view=None, point=None, region=None)

    def open_muscle(self, muscle: str, sides: Sides) -> None:
        """From another mode to all about a muscle, on the sides that were meant there."""
        self.change(mode="muscles", query="", muscle=muscle, sides=sides, view=None, point=None, region=None)

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

    def choose_mode(self, mode: Mode) -> None:
        self.change(mode=mode)

    def read_guide(self, page: str) -> None:
        self.change(mode="guide", page=page)

    def tell_story(self, step: int | None) -> None:
        """Shows the patient's view at a step; None leaves it."""
        self.change(story=step)

    def light_patient_screen(self, screen: PatientScreenState) -> None:
        self.change(patient_screen=screen)

    def choose_language(self, language: str) -> None:
        self.change(language=language)

    def choose_text_size(self, percent: int) -> None:
        self.change(text_size=percent)

    def keep_still(self, still: bool) -> None:
        self.change(still=still)

    # -- where it hurts ------------------------------------------------------

    def choose_brush(self, brush: Brush) -> None:
        self._hurt(replace(self._state.hurting, brush=brush, tool="paint"))

    def choose_tool(self, tool: Tool) -> None:
        self._hurt(replace(self._state.hurting, tool=tool))

    def paint(self, drawing: Drawing | None) -> None:
        """The drawing while a stroke goes on; `finish_stroke` makes it one step of undo."""
        self._hurt(replace(self._state.hurting, drawing=drawing))

    def finish_stroke(self, before: Drawing | None) -> None:
        hurting = self._state.hurting
        if hurting.drawing is not before:
            self._hurt(hurting.drawn(hurting.drawing, before, hurting.complaints))

    def draw(self, drawing: Drawing | None, complaints: tuple[str, ...] = ()) -> None:
        """Another drawing in one step: a region, a complaint, an opened file, or None to clear it all."""
        hurting = self._state.hurting
        self._hurt(hurting.drawn(drawing, hurting.drawing, complaints))

    def paint_instead(self, instead: bool) -> None:
        """Whether the next complaint takes the place of what is painted, or is added to it."""
        self._hurt(replace(self._state.hurting, instead=instead))

    def keep_saved(self, drawing: Drawing) -> None:
        """The drawing is in a file as it is."""
        self._hurt(replace(self._state.hurting, saved=drawing))

    def undo(self) -> None:
        self._hurt(self._state.hurting.undone())

    def redo(self) -> None:
        self._hurt(self._state.hurting.redone())

    def lay_over(self, compared: Compared) -> None:
        self._hurt(self._state.hurting.toggled(compared))

    def choose_dermatome(self, dermatome: str | None) -> None:
        self._hurt(replace(self._state.hurting, dermatome=dermatome))

    def mean_side(self, side: Side) -> None:
        self._hurt(replace(self._state.hurting, side=side))

    def label_drawing(self, label: str) -> None:
        self._hurt(replace(self._state.hurting, label=label))

    def compare_drawing(self, other: Drawing | None) -> None:
        self._hurt(replace(self._state.hurting, other=other))

    def _hurt(self, hurting: Hurting) -> None:
        self.change(hurting=hurting)
