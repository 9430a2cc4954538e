"""Which characters of a text no typeface of this computer can draw, so that they would be printed as empty boxes."""

from __future__ import annotations

import unicodedata

from PySide6.QtGui import QFont, QGuiApplication, QRawFont, QTextLayout

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")  # nothing is drawn for these
_MOST_NAMED = 8


def without_glyph(text: str) -> tuple[str, ...]:
    """The characters that cannot be drawn, each once, in the order of the text.

    Where the bundled typeface lacks one, Qt looks for it in those of the computer.
    """
    font = QFont(QGuiApplication.font().family())
    own = QRawFont.fromFont(font)
    return tuple(
        c
        for c in dict.fromkeys(text)
        if not (_is_unseen(c) or own.supportsCharacter(ord(c))) and (_is_half(c) or _is_box(c, font))
    )


def glyph_named(characters: tuple[str, ...]) -> str:
    """The first of the characters with their numbers, for whoever sees only boxes."""
    first = [f"U+{ord(c):04X}" if _is_half(c) else f"{c} (U+{ord(c):04X})" for c in characters[:_MOST_NAMED]]
    return ", ".join(first) + (", …" if len(characters) > _MOST_NAMED else "")


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or "\ufe00" <= character <= "\ufe0f"


def _is_half(character: str) -> bool:
    """Half of a pair, or a byte of a command line that is no text."""
    return unicodedata.category(character) == "Cs"


def _is_box(character: str, font: QFont) -> bool:
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return not runs or any(glyph == 0 for run in runs for glyph in run.glyphIndexes())
