"""What the muscles of a list have to be; `filters` says which are."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleFilter:
    """What a muscle has to be; an empty one is not asked for. `region` of its pain, nearly always or sometimes."""

    area: str = ""
    region: str = ""
    nerve: str = ""
    root: str = ""
    action: str = ""
    depth: str = ""

    @property
    def count(self) -> int:
        """How many things are asked for."""
        return sum(bool(getattr(self, f.name)) for f in fields(self))
