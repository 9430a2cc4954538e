"""What a handout is asked to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from atlas.domain.body.sides import Sides
from atlas.domain.choices import ENGLISH, Bones, Figure, Paper
from atlas.domain.pain.drawing import Drawing
from atlas.domain.state import AtlasState

MOST_MUSCLES = 4  # more do not fit on two pages

LONGEST_NOTE = 1200  # characters

Refusal: TypeAlias = Literal["muscles", "note", "warnings"]
REFUSALS: Mapping[Refusal, str] = {
    "muscles": "A handout holds one to {most} muscles.",
    "note": "The note has {length} characters; {most} fit on the page.",
    "warnings": "A page without its warnings is not made.",
}
"""Why a handout cannot be made, in English; the blanks are filled from `NoHandout.values`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutOrder:
    """What is asked for: muscles, the patient's own drawing if there is one, and what the therapist adds."""

    muscles: tuple[str, ...]
    sides: tuple[Sides, ...] = ("right",)  # one a muscle, or one for all of them
    figure: Figure = "female"
    tone: str = "clay"
    palette: str = "classic"
    bones: Bones = "faint"
    draped: bool = False
    language: str = ENGLISH
    paper: Paper = "a4"
    note: str = ""
    clinic: str = ""
    drawing: Drawing | None = None
    complaints: tuple[str, ...] = ()  # that the drawing is made of

    @property
    def sided(self) -> Mapping[str, Sides]:
        """Each muscle once, with its side; both where it is asked for on either."""
        sides = self.sides * len(self.muscles) if len(self.sides) == 1 else self.sides
        out: dict[str, Sides] = {}
        for muscle, side in zip(self.muscles, sides, strict=True):
            out[muscle] = side if out.get(muscle, side) == side else "both"
        return out


class NoHandout(ValueError):
    """Such a handout cannot be made; the text is a sentence in English."""

    def __init__(self, why: Refusal, detail: str = "", **values: int) -> None:
        """`values` fill the blanks of `REFUSALS[why]`; `detail` is a sentence in English on what lies behind it."""
        super().__init__(f"{REFUSALS[why].format(**values)} {detail}".strip())
        self.why, self.values = why, values


def muscles_of(state: AtlasState) -> tuple[tuple[str, Sides], ...]:
    """What a handout would be about, each on its side: what is laid over the drawing, or else the chosen muscle."""
    if state.mode == "pain":
        return tuple((c.muscle, c.side) for c in state.report.overlays)
    return () if state.study.muscle is None else ((state.study.muscle, state.study.sides),)


def order_of(state: AtlasState) -> HandoutOrder | None:
    """The handout for what is shown, with the drawing if there is one."""
    muscles = muscles_of(state)
    if not muscles:
        return None
    drawing = None if state.report.is_empty else state.report.drawing
    return HandoutOrder(
        muscles=tuple(muscle for muscle, _ in muscles),
        sides=tuple(sides for _, sides in muscles),
        figure=state.look.figure,
        tone=state.look.tone,
        palette=state.look.palette,
        bones=state.look.bones,
        draped=state.look.draped,
        language=state.room.language,
        drawing=drawing,
        complaints=state.report.complaints,
    )
