"""What can be chosen for the figure, the colors, the room and the page."""

from __future__ import annotations

from typing import Literal, TypeAlias

ENGLISH = "en"

Paper: TypeAlias = Literal["a4", "letter"]

Figure: TypeAlias = Literal["female", "male"]

Bones: TypeAlias = Literal["none", "faint", "clear"]

Theme: TypeAlias = Literal["light", "dark", "contrast"]

PAPERS: tuple[Paper, ...] = ("a4", "letter")

FIGURES: tuple[Figure, ...] = ("female", "male")

TONES: tuple[str, ...] = ("clay", *(f"monk-{n}" for n in range(1, 11)))

THEMES: tuple[Theme, ...] = ("light", "dark", "contrast")

TEXT_SIZES: tuple[int, ...] = (100, 125, 150, 200)  # percent

BONES: tuple[Bones, ...] = ("none", "faint", "clear")

PALETTES: tuple[str, ...] = ("classic", "cividis", "print")
