"""Texts that Qt Linguist does not find by itself, because they are put together where they are shown."""

from __future__ import annotations

from atlas.domain.state import Layer, Mode, Sign
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate

LAYER_NAMES = {
    Layer.ESSENTIAL: QT_TRANSLATE_NOOP("Layers", "Mainly felt here"),
    Layer.SPILLOVER: QT_TRANSLATE_NOOP("Layers", "Sometimes felt here"),
    Layer.POINTS: QT_TRANSLATE_NOOP("Layers", "Trigger point"),
    Layer.MUSCLE: QT_TRANSLATE_NOOP("Layers", "Muscle"),
}

SIGN_NAMES = {
    Sign.INSIDE: QT_TRANSLATE_NOOP("Layers", "Felt inside"),
    Sign.HOLLOW: QT_TRANSLATE_NOOP("Layers", "Cannot be pressed from outside"),
}

MODE_NAMES: dict[Mode, str] = {
    "muscles": QT_TRANSLATE_NOOP("Modes", "Muscles"),
    "pain": QT_TRANSLATE_NOOP("Modes", "Where it hurts"),
    "guide": QT_TRANSLATE_NOOP("Modes", "Guide"),
    "study": QT_TRANSLATE_NOOP("Modes", "Study"),
}


def offered_modes(kiosk: bool) -> list[tuple[str, str]]:
    """The modes and their names; in a kiosk nobody studies, for nothing of a learner belongs there."""
    return [(mode, translate("Modes", name)) for mode, name in MODE_NAMES.items() if mode != "study" or not kiosk]


_WORDS = (  # for Qt Linguist, which reads no variables
    QT_TRANSLATE_NOOP("Look", "Figure"),
    QT_TRANSLATE_NOOP("Look", "Female"),
    QT_TRANSLATE_NOOP("Look", "Male"),
    QT_TRANSLATE_NOOP("Look", "Clothes"),
    QT_TRANSLATE_NOOP("Look", "Bare"),
    QT_TRANSLATE_NOOP("Look", "Draped"),
    QT_TRANSLATE_NOOP("Look", "Skin"),
    QT_TRANSLATE_NOOP("Look", "Pain"),
    QT_TRANSLATE_NOOP("Look", "Colours"),
    QT_TRANSLATE_NOOP("Look", "Bones"),
    QT_TRANSLATE_NOOP("Look", "Faint"),
    QT_TRANSLATE_NOOP("Look", "Neighbors"),
    QT_TRANSLATE_NOOP("Look", "Outlined"),
    QT_TRANSLATE_NOOP("Look", "Clear"),
    QT_TRANSLATE_NOOP("Look", "Red"),
    QT_TRANSLATE_NOOP("Look", "Blue"),
    QT_TRANSLATE_NOOP("Look", "Print"),
    QT_TRANSLATE_NOOP("Look", "Window"),
    QT_TRANSLATE_NOOP("Look", "Light"),
    QT_TRANSLATE_NOOP("Look", "Dark"),
    QT_TRANSLATE_NOOP("Look", "Contrast"),
    QT_TRANSLATE_NOOP("Look", "Letters"),
    QT_TRANSLATE_NOOP("Look", "Motion"),
    QT_TRANSLATE_NOOP("Look", "As usual"),
    QT_TRANSLATE_NOOP("Look", "None"),
    QT_TRANSLATE_NOOP("Look", "Language"),
    QT_TRANSLATE_NOOP("Language", "English"),
)


WORDS = (
    QT_TRANSLATE_NOOP("Areas", "Whole body"),
    QT_TRANSLATE_NOOP("Parts", "head"),
    QT_TRANSLATE_NOOP("Parts", "neck"),
    QT_TRANSLATE_NOOP("Parts", "shoulder"),
    QT_TRANSLATE_NOOP("Parts", "upper back"),
    QT_TRANSLATE_NOOP("Parts", "mid back"),
    QT_TRANSLATE_NOOP("Parts", "chest"),
    QT_TRANSLATE_NOOP("Parts", "abdomen"),
    QT_TRANSLATE_NOOP("Parts", "low back"),
    QT_TRANSLATE_NOOP("Parts", "pelvis"),
    QT_TRANSLATE_NOOP("Parts", "buttock"),
    QT_TRANSLATE_NOOP("Parts", "hip"),
    QT_TRANSLATE_NOOP("Parts", "thigh"),
    QT_TRANSLATE_NOOP("Parts", "knee"),
    QT_TRANSLATE_NOOP("Parts", "leg"),
    QT_TRANSLATE_NOOP("Parts", "ankle"),
    QT_TRANSLATE_NOOP("Parts", "foot"),
    QT_TRANSLATE_NOOP("Parts", "arm"),
    QT_TRANSLATE_NOOP("Parts", "elbow"),
    QT_TRANSLATE_NOOP("Parts", "forearm"),
    QT_TRANSLATE_NOOP("Parts", "wrist"),
    QT_TRANSLATE_NOOP("Parts", "hand"),
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
    QT_TRANSLATE_NOOP("Handout", "A handout holds one to {most} muscles."),
    QT_TRANSLATE_NOOP("Handout", "The note has {length} characters; {most} fit on the page."),
    QT_TRANSLATE_NOOP("Handout", "A page without its warnings is not made."),
    QT_TRANSLATE_NOOP("Saving", "the disk is full"),
    QT_TRANSLATE_NOOP("Saving", "the file would be too large"),
    QT_TRANSLATE_NOOP("Saving", "nothing can be written on this disk"),
    QT_TRANSLATE_NOOP("Saving", "writing is not allowed there"),
    QT_TRANSLATE_NOOP("Saving", "there is no such folder"),
    QT_TRANSLATE_NOOP("Saving", "its name is too long"),
    QT_TRANSLATE_NOOP("Saving", "it is a link that leads nowhere"),
    QT_TRANSLATE_NOOP("Saving", "it is a folder"),
    QT_TRANSLATE_NOOP("Saving", "it is no ordinary file"),
    QT_TRANSLATE_NOOP("Saving", "the disk reports an error"),
    QT_TRANSLATE_NOOP("Saving", "there is no such file"),
    QT_TRANSLATE_NOOP("Saving", "it cannot be read"),
    QT_TRANSLATE_NOOP("Saving", "it is not a PNG, JPEG, WebP, BMP or GIF picture"),
    QT_TRANSLATE_NOOP("Saving", "the picture is damaged"),
    QT_TRANSLATE_NOOP("Saving", "it has more than 20 MB"),
    QT_TRANSLATE_NOOP("Saving", "it has more than 25 million pixels"),
    QT_TRANSLATE_NOOP("Saving", "all of it is white or clear, so nothing of it would be seen on paper"),
)
