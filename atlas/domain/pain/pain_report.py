"""What the user has said about where it hurts: the drawing and its history, the brush, what is laid over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from atlas.domain.body.painting import Painting
from atlas.domain.body.sides import Side
from atlas.domain.pain.drawing import Brush, Drawing


def painting_of(report: PainReport) -> Painting:
    """The drawing as one painting; an empty one for none."""
    if report.drawing is None:
        return Painting(vertices=np.zeros(0, np.int32), strength=np.zeros(0, np.float32))
    return report.drawing.painting


Tool: TypeAlias = Literal["paint", "erase", "move"]
MOST_COMPARED = 4
BRUSH_WIDTHS: tuple[float, ...] = (12.0, 25.0, 50.0, 90.0)  # mm
_KEPT_STEPS = 60
_FIRST_BRUSH = Brush(width=BRUSH_WIDTHS[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A muscle of one side, laid over the drawing."""

    muscle: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What undo goes back to: the drawing, and the complaints that were chosen for it."""

    drawing: Drawing | None = None
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PainReport:
    """`drawing` None: nothing painted yet. `past` and `future` are what undo and redo go to, the nearest last."""

    drawing: Drawing | None = None
    complaints: tuple[str, ...] = ()  # that the drawing began with or was added to, for their red flags
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    brush: Brush = _FIRST_BRUSH
    tool: Tool = "paint"
    side: Side = "right"  # the patient's side that words are meant for
    overlays: tuple[Overlay, ...] = ()
    dermatome: str | None = None
    instead: bool = False  # whether the next complaint takes the place of what is painted
    saved: Drawing | None = None  # the drawing as it is in a file
    other: Drawing | None = None  # a second drawing, to be measured against
    label: str = ""  # what someone typed for the file; nothing else may tell whose drawing it is

    @property
    def on_the_plate(self) -> PainReport:
        """What lies on the plate: the drawing itself lies on a sheet over it, where it can follow a finger."""
        return PainReport(overlays=self.overlays, dermatome=self.dermatome, side=self.side)

    @property
    def said(self) -> tuple[object, ...]:
        """What the answer depends on; brush, tool and history change nothing in it."""
        return self.drawing, self.side, self.overlays, self.dermatome, self.complaints, self.other, self.label

    @property
    def is_empty(self) -> bool:
        return self.drawing is None or self.drawing.empty

    @property
    def is_unsaved(self) -> bool:
        """Whether something is painted that is in no file as it is now."""
        return not self.is_empty and self.drawing is not self.saved

    def drawn(self, drawing: Drawing | None, before: Drawing | None, complaints: tuple[str, ...] = ()) -> PainReport:
        """A new drawing that undo takes back to `before`; an empty one has no complaints."""
        step = Step(drawing=before, complaints=self.complaints)
        said = () if drawing is None or drawing.empty else complaints
        past = (*self.past, step)[-_KEPT_STEPS:]
        return replace(self, drawing=drawing, complaints=said, instead=False, past=past, future=())

    def undone(self) -> PainReport:
        if not self.past:
            return self
        return self._at(self.past[-1], past=self.past[:-1], future=(*self.future, self._step))

    def redone(self) -> PainReport:
        if not self.future:
            return self
        return self._at(self.future[-1], past=(*self.past, self._step), future=self.future[:-1])

    @property
    def _step(self) -> Step:
        return Step(drawing=self.drawing, complaints=self.complaints)

    def _at(self, step: Step, past: tuple[Step, ...], future: tuple[Step, ...]) -> PainReport:
        return replace(self, drawing=step.drawing, complaints=step.complaints, past=past, future=future)

    def with_overlay(self, overlays: Overlay) -> PainReport:
        """With a pattern laid over the drawing, or taken away; of five, the first one goes."""
        if overlays in self.overlays:
            return replace(self, overlays=tuple(c for c in self.overlays if c != overlays))
        return replace(self, overlays=(*self.overlays, overlays)[-MOST_COMPARED:])
