"""Texts that Qt Linguist does not find by itself, because they are put together where they are shown."""

from __future__ import annotations

from atlas.ui.words import QT_TRANSLATE_NOOP

WORDS = (
    QT_TRANSLATE_NOOP("Brush", "Brush"),
    QT_TRANSLATE_NOOP("Brush", "Clear"),
    QT_TRANSLATE_NOOP("Brush", "Paint"),
    QT_TRANSLATE_NOOP("Brush", "Erase"),
    QT_TRANSLATE_NOOP("Brush", "Move"),
    QT_TRANSLATE_NOOP("Brush", "Mild"),
    QT_TRANSLATE_NOOP("Brush", "Medium"),
    QT_TRANSLATE_NOOP("Brush", "Strong"),
    QT_TRANSLATE_NOOP("Brush", "Aching"),
    QT_TRANSLATE_NOOP("Brush", "Burning"),
    QT_TRANSLATE_NOOP("Brush", "Sharp"),
    QT_TRANSLATE_NOOP("Brush", "Tingling"),
    QT_TRANSLATE_NOOP("Brush", "Numb"),
    QT_TRANSLATE_NOOP("Brush", "Stiff"),
    QT_TRANSLATE_NOOP("Brush", "Deep"),
    QT_TRANSLATE_NOOP("Brush", "Surface"),
    QT_TRANSLATE_NOOP("Hurts", "In"),
    QT_TRANSLATE_NOOP("Hurts", "In words"),
    QT_TRANSLATE_NOOP("Hurts", "Not in"),
    QT_TRANSLATE_NOOP("Hurts", "Nerve root"),
    QT_TRANSLATE_NOOP("Hurts", "Right"),
    QT_TRANSLATE_NOOP("Hurts", "Left"),
    QT_TRANSLATE_NOOP("Hurts", "right"),
    QT_TRANSLATE_NOOP("Hurts", "left"),
    QT_TRANSLATE_NOOP("Hurts", "dermatome"),
    QT_TRANSLATE_NOOP("Hurts", "the drawing"),
    QT_TRANSLATE_NOOP("Hurts", "Open drawing"),
    QT_TRANSLATE_NOOP("Hurts", "Save drawing"),
    QT_TRANSLATE_NOOP("Hurts", "Complaints"),
    QT_TRANSLATE_NOOP("Hurts", "Regions"),
    QT_TRANSLATE_NOOP("Hurts", "Patterns"),
    QT_TRANSLATE_NOOP("Hurts", "Compare"),
    QT_TRANSLATE_NOOP("Hurts", "Figures"),
)
