"""What stands below the panels of a plate, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from atlas.domain.body.sides import Sides
from atlas.domain.plate.captions import PAIRED, Caption


def caption_text(caption: Caption) -> str:
    """As in: Right shoulder to hand, from the front. Nothing where it is not to be said."""
    if not caption.parts:
        return ""
    translate = QCoreApplication.translate
    first, last = caption.parts[0], caption.parts[-1]
    named = first in PAIRED  # a side is named once, of the first part that has one
    said = _part(first, caption.sides)
    if len(caption.parts) == 2:
        joined = (
            translate("PlateCaption", "{first} to {last}")
            if caption.reaching
            else translate("PlateCaption", "{first} and {last}")
        )
        said = joined.format(first=said, last=_part(last, None if named else caption.sides))
    if caption.sides == "both":
        said = translate("PlateCaption", "{parts} on both sides").format(parts=said)
    said = translate("PlateCaption", "{parts}, {seen}").format(parts=said, seen=_seen(caption.direction))
    return said[:1].upper() + said[1:]


def _part(part: str, sides: Sides | None) -> str:
    translate = QCoreApplication.translate
    plain = {
        "head": translate("PlateCaption", "head"),
        "neck": translate("PlateCaption", "neck"),
        "upper_back": translate("PlateCaption", "upper back"),
        "chest": translate("PlateCaption", "chest"),
        "shoulder": translate("PlateCaption", "shoulder"),
        "mid_back": translate("PlateCaption", "middle back"),
        "abdomen": translate("PlateCaption", "belly"),
        "low_back": translate("PlateCaption", "low back"),
        "pelvis": translate("PlateCaption", "pelvis"),
        "arm": translate("PlateCaption", "upper arm"),
        "elbow": translate("PlateCaption", "elbow"),
        "forearm": translate("PlateCaption", "forearm"),
        "wrist": translate("PlateCaption", "wrist"),
        "hand": translate("PlateCaption", "hand"),
        "hip": translate("PlateCaption", "hip"),
        "buttock": translate("PlateCaption", "buttock"),
        "thigh": translate("PlateCaption", "thigh"),
        "knee": translate("PlateCaption", "knee"),
        "leg": translate("PlateCaption", "lower leg"),
        "ankle": translate("PlateCaption", "ankle"),
        "foot": translate("PlateCaption", "foot"),
    }
    right = {
        "shoulder": translate("PlateCaption", "right shoulder"),
        "arm": translate("PlateCaption", "right upper arm"),
        "elbow": translate("PlateCaption", "right elbow"),
        "forearm": translate("PlateCaption", "right forearm"),
        "wrist": translate("PlateCaption", "right wrist"),
        "hand": translate("PlateCaption", "right hand"),
        "hip": translate("PlateCaption", "right hip"),
        "buttock": translate("PlateCaption", "right buttock"),
        "thigh": translate("PlateCaption", "right thigh"),
        "knee": translate("PlateCaption", "right knee"),
        "leg": translate("PlateCaption", "right lower leg"),
        "ankle": translate("PlateCaption", "right ankle"),
        "foot": translate("PlateCaption", "right foot"),
    }
    left = {
        "shoulder": translate("PlateCaption", "left shoulder"),
        "arm": translate("PlateCaption", "left upper arm"),
        "elbow": translate("PlateCaption", "left elbow"),
        "forearm": translate("PlateCaption", "left forearm"),
        "wrist": translate("PlateCaption", "left wrist"),
        "hand": translate("PlateCaption", "left hand"),
        "hip": translate("PlateCaption", "left hip"),
        "buttock": translate("PlateCaption", "left buttock"),
        "thigh": translate("PlateCaption", "left thigh"),
        "knee": translate("PlateCaption", "left knee"),
        "leg": translate("PlateCaption", "left lower leg"),
        "ankle": translate("PlateCaption", "left ankle"),
        "foot": translate("PlateCaption", "left foot"),
    }
    sided = right if sides == "right" else left if sides == "left" else plain
    return sided.get(part, plain[part])


def _seen(direction: str) -> str:
    translate = QCoreApplication.translate
    return {
        "front": translate("PlateCaption", "from the front"),
        "back": translate("PlateCaption", "from behind"),
        "right-side": translate("PlateCaption", "from the right"),
        "left-side": translate("PlateCaption", "from the left"),
        "outer": translate("PlateCaption", "outer side"),
        "inner": translate("PlateCaption", "inner side"),
        "front-side": translate("PlateCaption", "at an angle from the front"),
        "back-side": translate("PlateCaption", "at an angle from behind"),
        "above": translate("PlateCaption", "from above"),
        "below": translate("PlateCaption", "from below"),
        "palm": translate("PlateCaption", "palm side"),
        "hand-back": translate("PlateCaption", "back side"),
        "sole": translate("PlateCaption", "sole"),
    }[direction]
