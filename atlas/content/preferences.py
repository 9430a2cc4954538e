"""How the window was last left: its place, figure, tone, colours and theme. Nothing about patients is ever kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from atlas.content.saving import NotSaved, save_whole
from atlas.domain.paper import Paper
from atlas.domain.state import FIGURES, PALETTES, TEXT_SIZES, THEMES, TONES, Figure, Theme

_ALLOWED: dict[str, tuple[object, ...]] = {
    "figure": FIGURES,
    "tone": TONES,
    "palette": PALETTES,
    "theme": THEMES,
    "text_size": TEXT_SIZES,
    "paper": ("a4", "letter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    figure: Figure = "female"
    tone: str = "clay"
    palette: str = "classic"
    theme: Theme = "light"
    language: str = "en"
    text_size: int = 100  # percent
    still: bool = False
    clinic: str = ""  # what stands at the top of handouts
    logo: str = ""  # the file of the clinic's logo
    paper: Paper = "a4"
    pin: str = ""  # the kiosk's PIN, salted and hashed
    geometry: str = ""  # the window's place, as Qt writes it, in hexadecimal digits


def load_preferences(path: Path) -> tuple[Preferences, str | None]:
    """What was kept, and a sentence if the file is broken; what is unknown in it falls back to its default."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(kept, dict):
            raise ValueError("it does not hold settings")
    except FileNotFoundError:
        return Preferences(), None
    except (OSError, ValueError, RecursionError) as error:
        return Preferences(), f"The settings in {path} cannot be read ({error}); the atlas starts with its own."
    kinds = {f.name: type(f.default) for f in fields(Preferences)}
    sound: dict[str, Any] = {k: v for k, v in kept.items() if type(v) is kinds.get(k) and v in _ALLOWED.get(k, (v,))}
    return Preferences(**sound), None


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Writes the whole file or nothing. A folder that cannot be written is not worth a word at closing time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_whole(path, (json.dumps(asdict(preferences), indent=1) + "\n").encode(), private=True)
    except (OSError, NotSaved):
        return
