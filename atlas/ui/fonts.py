"""The bundled typeface, so that the window looks the same everywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"
BODY_POINTS = 11.0
READING_POINTS = 12.5

_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")


def load_fonts(folder: Path) -> list[str]:
    """Makes the bundled family known to Qt; returns a sentence for each file that cannot be used."""
    problems = []
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            problems.append(f"The typeface {folder / name} cannot be read, so another one is used.")
    return problems


def font(points: float = BODY_POINTS, *, strong: bool = False) -> QFont:
    """The atlas's typeface at a size in points."""
    made = QFont(FAMILY)
    made.setPointSizeF(points)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made
