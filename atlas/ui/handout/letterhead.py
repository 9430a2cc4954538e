"""What stands at the top of every handout, and its paper: kept from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from atlas.domain.choices import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands at the top of every handout, and the paper: all that is kept of one."""

    clinic: str = ""
    logo: Path | None = None
    paper: Paper = "a4"
