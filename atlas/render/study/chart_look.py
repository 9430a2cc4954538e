"""The colours and letters of the review's charts, for the screen's themes and for paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

LOW, HIGH = (250, 226, 168), (10, 104, 108)  # from not known to known: light to dark, so that it reads in grey too


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLook:
    """What a chart is drawn with."""

    paper: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor


def on_paper() -> ChartLook:
    """For a printed page."""
    return ChartLook(
        paper=QColor(255, 255, 255),
        ink=QColor(30, 35, 38),
        muted=QColor(92, 100, 106),
        line=QColor(214, 210, 202),
        accent=QColor(*HIGH),
    )


def ramp(share: float) -> QColor:
    """Of the colours from not known (0) to known (1)."""
    part = min(max(share, 0.0), 1.0)
    return QColor(*(round(a + (b - a) * part) for a, b in zip(LOW, HIGH, strict=True)))


def translate(context: str, text: str) -> str:
    """A text in the installed language."""
    return QCoreApplication.translate(context, text)
