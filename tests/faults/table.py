"""The table: a row for each thing that was tried, as it is printed and as it stands in docs/reliability.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEADINGS = ("what", "tried", "survived", "tracebacks", "crashes", "hangs > 5 s", "silent or lost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    what: str
    tried: int
    tracebacks: int = 0
    crashes: int = 0
    hangs: int = 0
    silent: int = 0

    @property
    def survived(self) -> int:
        return self.tried - self.tracebacks - self.crashes - self.hangs - self.silent

    @property
    def cells(self) -> tuple[str, ...]:
        numbers = (self.tried, self.survived, self.tracebacks, self.crashes, self.hangs, self.silent)
        return (self.what, *(f"{number:,}" for number in numbers))


def written(rows: Sequence[Row]) -> str:
    """As Markdown, the columns in line."""
    cells = [HEADINGS, *(row.cells for row in rows)]
    widths = [max(len(line[k]) for line in cells) for k in range(len(HEADINGS))]
    lines = [
        " | ".join([line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))])
        for line in cells
    ]
    rule = "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])])
    return "\n".join([f"| {lines[0]} |", f"|{rule}|", *(f"| {line} |" for line in lines[1:])])


def put_into(page: Path, table: str, told: str) -> None:
    """Puts the table in the place of the last one; the page marks where that is."""
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    page.write_text(f"{head}{_BEGIN}\n{told}\n\n{table}\n{_END}{tail}", encoding="utf-8")


_BEGIN = "<!-- written by `python -m tests.faults` -->"
_END = "<!-- until here -->"
