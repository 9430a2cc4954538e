"""What the atlas is not, in one sentence."""

from __future__ import annotations

from atlas.ui.language.translate import QT_TRANSLATE_NOOP

FOOTER_SCALE = 1.3  # with larger text than this there is no room for a footer

DISCLAIMER = QT_TRANSLATE_NOOP(
    "Explanation",
    "Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment by "
    "a health professional.",
)
