"""The patient's right and left."""

from __future__ import annotations

from typing import Literal, TypeAlias

Side: TypeAlias = Literal["right", "left"]

Sides: TypeAlias = Literal["right", "left", "both"]

SIDES: tuple[Sides, ...] = ("right", "left", "both")


def sides_of(sides: Sides) -> tuple[Side, ...]:
    """One side, or both."""
    return ("right", "left") if sides == "both" else (sides,)
