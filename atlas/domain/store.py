"""The store that holds the one state, changes it and notifies its listeners."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Reader
from atlas.domain.body.sides import Side, Sides
from atlas.domain.choices import Bones, Figure, Theme
from atlas.domain.finding.muscle_filter import MuscleFilter
from atlas.domain.pain.drawing import Brush, Drawing
from atlas.domain.pain.pain_report import Overlay, PainReport, Tool
from atlas.domain.state import AtlasState, Layer, Look, Mode, PatientScreenState, PlaceList, Room, Study

Listener: TypeAlias = Callable[[AtlasState, AtlasState], None]


class Store:
    """Holds the state; every change goes through here and is announced once as (old, new). Knows nothing of Qt.

    A change made by a listener is announced after all have had the one before: all get all changes, in one order.
    """

    def __init__(self, state: AtlasState | None = None) -> None:
        self._state = state or AtlasState()
        self._listeners: list[Listener] = []
        self._pending: deque[tuple[AtlasState, AtlasState]] = deque()
        self._notifying = False

    @property
    def state(self) -> AtlasState:
        return self._state

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """The listener gets no further change."""
        self._listeners.remove(listener)

    def set(self, state: AtlasState) -> None:
        old, self._state = self._state, state
        if old != state:
            self._pending.append((old, state))
            if not self._notifying:
                self._notify()

    def _notify(self) -> None:
        """A listener that fails keeps no other from its change: one of them blanks the patient's screen."""
        failure: Exception | None = None
        self._notifying = True
        try:
            while self._pending:
                change = self._pending.popleft()
                for listener in tuple(self._listeners):
                    try:
                        if listener in self._listeners:  # an earlier one may have unsubscribed it
                            listener(*change)
                    except Exception as error:
                        failure = failure or error
        finally:
            self._notifying = False
        if failure is not None:
            raise failure

    def choose_muscle(self, muscle: str | None) -> None:
        """A new muscle opens on its own plate, with all its points lit."""
        self._study(
            replace(self._state.study, muscle=muscle, view=None, panel=0, point=None, region=None, neighbour=None)
        )

    def open_muscle(self, muscle: str, sides: Sides) -> None:
        """From another mode to all about a muscle, on the sides that were meant there."""
        study = replace(self._state.study, muscle=muscle, sides=sides, query="", listed=None)
        study = replace(study, view=None, panel=0, point=None, region=None, neighbour=None)
        self.set(replace(self._state, mode="muscles", study=study))

    def choose_view(self, view: str | None) -> None:
        """One view, whole; None: the composed plate."""
        self._study(replace(self._state.study, view=view, panel=0, region=None, neighbour=None))

    def choose_panel(self, panel: int) -> None:
        """Puts a panel of the composed plate, by its number there, in the main one's place."""
        self._study(replace(self._state.study, view=None, panel=panel, region=None, neighbour=None))

    def choose_sides(self, sides: Sides) -> None:
        """The other side of a muscle may be seen best elsewhere, so the view is chosen anew."""
        self._study(replace(self._state.study, sides=sides, view=None, panel=0, region=None, neighbour=None))

    def choose_found(self, muscle: str, sides: Sides | None, point: int | None = None) -> None:
        """A muscle out of a list, on the sides that were said, if any were, and one of its points."""
        study = replace(self._state.study, muscle=muscle, view=None, panel=0, point=point, region=None, neighbour=None)
        self._study(study if sides is None else replace(study, sides=sides))

    def focus_point(self, point: int | None) -> None:
        """The plate is composed anew for one point."""
        study = self._state.study
        self._study(replace(study, point=point, panel=study.panel if point == study.point else 0))

    def show_layer(self, layer: Layer, shown: bool) -> None:
        study = self._state.study
        layers = study.layers | {layer} if shown else study.layers - {layer}
        self._study(replace(study, layers=layers))

    def choose_reader(self, reader: Reader) -> None:
        self._study(replace(self._state.study, reader=reader))

    def search(self, query: str) -> None:
        self._study(replace(self._state.study, query=query, listed=None))

    def filter_muscles(self, filters: MuscleFilter) -> None:
        """What the muscles have to be that are listed."""
        self._study(replace(self._state.study, filters=filters))

    def list_place(self, what: Literal["senders", "residents"]) -> None:
        """Lists the muscles of the place that is named: those that send pain there, or that lie there."""
        study = self._state.study
        if study.region is not None:
            listed = PlaceList(region=study.region, side=study.region_side, what=what)
            self._study(replace(study, query="", listed=listed))

    def name_region(self, region: str | None, side: Side | None = None) -> None:
        """Naming a place also ends the look at a single trigger point."""
        self._study(replace(self._state.study, region=region, region_side=side, neighbour=None, point=None))

    def _study(self, study: Study) -> None:
        self.set(replace(self._state, study=study))

    # -- the looks and the room ----------------------------------------------

    def choose_figure(self, figure: Figure) -> None:
        self._look(replace(self._state.look, figure=figure))

    def choose_tone(self, tone: str) -> None:
        self._look(replace(self._state.look, tone=tone))

    def choose_palette(self, palette: str) -> None:
        self._look(replace(self._state.look, palette=palette))

    def choose_bones(self, bones: Bones) -> None:
        self._look(replace(self._state.look, bones=bones))

    def drape(self, draped: bool) -> None:
        self._look(replace(self._state.look, draped=draped))

    def outline_neighbours(self, outlined: bool) -> None:
        state = self._state
        study = replace(state.study, neighbour=None)
        self.set(replace(state, look=replace(state.look, neighbours=outlined), study=study))

    def name_neighbour(self, muscle: str) -> None:
        """An outlined muscle that was tapped; no place is named beside it."""
        self._study(replace(self._state.study, neighbour=muscle, region=None, point=None))

    def _look(self, look: Look) -> None:
        self.set(replace(self._state, look=look))

    def choose_theme(self, theme: Theme) -> None:
        self._room(replace(self._state.room, theme=theme))

    def choose_language(self, language: str) -> None:
        self._room(replace(self._state.room, language=language))

    def choose_text_size(self, percent: int) -> None:
        self._room(replace(self._state.room, text_size=percent))

    def reduce_motion(self, reduced: bool) -> None:
        self._room(replace(self._state.room, reduced_motion=reduced))

    def _room(self, room: Room) -> None:
        self.set(replace(self._state, room=room))

    # -- modes and pages -----------------------------------------------------

    def choose_mode(self, mode: Mode) -> None:
        self.set(replace(self._state, mode=mode))

    def read_guide(self, page: str) -> None:
        self.set(replace(self._state, mode="guide", page=page))

    def open_story(self, step: int | None) -> None:
        """Shows the patient's view at a step; None leaves it."""
        self.set(replace(self._state, story=step))

    def show_patient_screen(self, screen: PatientScreenState) -> None:
        self.set(replace(self._state, patient_screen=screen))

    # -- where it hurts ------------------------------------------------------

    def choose_brush(self, brush: Brush) -> None:
        self._report(replace(self._state.report, brush=brush, tool="paint"))

    def choose_tool(self, tool: Tool) -> None:
        self._report(replace(self._state.report, tool=tool))

    def paint(self, drawing: Drawing | None) -> None:
        """The drawing while a stroke goes on; `finish_stroke` makes it one step of undo."""
        self._report(replace(self._state.report, drawing=drawing))

    def finish_stroke(self, before: Drawing | None) -> None:
        report = self._state.report
        if report.drawing is not before:
            self._report(report.drawn(report.drawing, before, report.complaints))

    def draw(self, drawing: Drawing | None, complaints: tuple[str, ...] = ()) -> None:
        """Another drawing in one step: a region, a complaint, an opened file, or None to clear it all."""
        report = self._state.report
        self._report(report.drawn(drawing, report.drawing, complaints))

    def paint_instead(self, instead: bool) -> None:
        """Whether the next complaint takes the place of what is painted, or is added to it."""
        self._report(replace(self._state.report, instead=instead))

    def keep_saved(self, drawing: Drawing) -> None:
        """The drawing is in a file as it is."""
        self._report(replace(self._state.report, saved=drawing))

    def undo(self) -> None:
        self._report(self._state.report.undone())

    def redo(self) -> None:
        self._report(self._state.report.redone())

    def toggle_overlay(self, overlays: Overlay) -> None:
        self._report(self._state.report.with_overlay(overlays))

    def choose_dermatome(self, dermatome: str | None) -> None:
        self._report(replace(self._state.report, dermatome=dermatome))

    def choose_drawing_side(self, side: Side) -> None:
        self._report(replace(self._state.report, side=side))

    def label_drawing(self, label: str) -> None:
        self._report(replace(self._state.report, label=label))

    def compare_drawing(self, other: Drawing | None) -> None:
        self._report(replace(self._state.report, other=other))

    def _report(self, report: PainReport) -> None:
        self.set(replace(self._state, report=report))
