"""The bundled typeface, so that the window looks the same everywhere."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from atlas.content.files import read_bytes
from atlas.content.problems import shown
from atlas.domain.problems import FileProblem, Unreadable

FAMILY = "Inter"
BODY_POINTS = 11.0

_TRUETYPE_SUM = 0xB1B0AFBA  # OpenType specification, "Calculating checksums"
_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")


def load_fonts(folder: Path) -> list[FileProblem]:
    """Makes the bundled family known to Qt; says which files cannot be used."""
    problems = []
    for name in _FILES:
        try:
            data = read_bytes(folder / name)
            sound = _is_whole(data) and QFontDatabase.addApplicationFontFromData(QByteArray(data)) >= 0
            why = "The typeface is damaged, so another one is used."
        except Unreadable as error:
            sound, why = False, f"{error} Another typeface is used."
        if not sound:
            problems.append(FileProblem(file=shown(folder / name), sentence=why))
    return problems


def _is_whole(data: bytes) -> bool:
    """Whether the numbers of a TrueType file add up as its format says. Qt draws with one that was cut, too."""
    words = np.frombuffer(data + bytes(-len(data) % 4), ">u4")
    return int(words.sum(dtype=np.uint64)) & 0xFFFFFFFF == _TRUETYPE_SUM


def text_scale() -> float:
    """The user's text size as a factor (1 as usual), read from the application's own font."""
    own = QGuiApplication.font()
    return own.pointSizeF() / BODY_POINTS if own.family() == FAMILY and own.pointSizeF() > 0 else 1.0


def font(points: float = BODY_POINTS, *, strong: bool = False, as_is: bool = False) -> QFont:
    """The atlas's typeface at a size in points, enlarged by the user's text size unless `as_is`."""
    made = QFont(FAMILY)
    made.setPointSizeF(points if as_is else points * text_scale())
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made
