"""What the user has said about where it hurts: the drawing and its history, the brush, what is laid over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from atlas.domain.drawing import Brush, Drawing
from atlas.domain.surface import Side

Tool: TypeAlias = Literal["paint", "erase", "move"]
MOST_COMPARED = 4
BRUSH_WIDTHS: tuple[float, ...] = (12.0, 25.0, 50.0, 90.0)  # mm
_KEPT_STEPS = 60
_FIRST_BRUSH = Brush(width=BRUSH_WIDTHS[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A muscle of one side, laid over the drawing."""

    muscle: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurting:
    """`drawing` None: nothing painted yet. `past` and `future` are what undo and redo go to, the nearest last."""

    drawing: Drawing | None = None
    past: tuple[Drawing | None, ...] = ()
    future: tuple[Drawing | None, ...] = ()
    brush: Brush = _FIRST_BRUSH
    tool: Tool = "paint"
    side: Side = "right"  # the patient's side that words are meant for
    compared: tuple[Compared, ...] = ()
    dermatome: str | None = None
    complaint: str | None = None  # how the drawing began, for its red flags
    other: Drawing | None = None  # a second drawing, to be measured against
    label: str = ""  # what someone typed for the file; nothing else may tell whose drawing it is

    @property
    def is_empty(self) -> bool:
        return self.drawing is None or self.drawing.empty

    def drawn(self, drawing: Drawing | None, before: Drawing | None) -> Hurting:
        """A new drawing that undo takes back to `before`."""
        return replace(self, drawing=drawing, past=(*self.past, before)[-_KEPT_STEPS:], future=())

    def undone(self) -> Hurting:
        if not self.past:
            return self
        return replace(self, drawing=self.past[-1], past=self.past[:-1], future=(*self.future, self.drawing))

    def redone(self) -> Hurting:
        if not self.future:
            return self
        return replace(self, drawing=self.future[-1], future=self.future[:-1], past=(*self.past, self.drawing))

    def toggled(self, compared: Compared) -> Hurting:
        """With a pattern laid over the drawing, or taken away; of five, the first one goes."""
        if compared in self.compared:
            return replace(self, compared=tuple(c for c in self.compared if c != compared))
        return replace(self, compared=(*self.compared, compared)[-MOST_COMPARED:])
