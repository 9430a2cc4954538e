"""What a clinic puts on every handout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from atlas.domain.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    clinic: str = ""
    logo: Path | None = None
    paper: Paper = "a4"
