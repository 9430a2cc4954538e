"""What is drawn on top of a plate at the screen's own sharpness: trigger points and the patient's sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from atlas.domain.scene import PointMark, Scene
from atlas.domain.views import Edge, View
from atlas.render.fonts import FAMILY
from atlas.render.pain.numbering import Label, Numbered, placed_labels

_INK = QColor(17, 17, 17)
_EDGE = QColor(255, 255, 255)
_SIDES_INK = {"light": QColor(84, 88, 92), "dark": QColor(190, 194, 198), "contrast": QColor(255, 255, 255)}
_UNLIT = 0.4  # opacity of points that stand back


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A trigger point in a picture, px, and where its number stands; no label where there is nothing to tell apart."""

    mark: PointMark
    at: QPointF
    label: Label | None


def place_marks(
    places: Sequence[tuple[PointMark, QPointF]], px: float, room: QRectF | None = None, *, numbered: bool = True
) -> tuple[PlacedMark, ...]:
    """Crosses of half size `px` with their numbers, which stay within the `room` and collide with nothing."""
    if not numbered:
        return tuple(PlacedMark(mark=mark, at=at, label=None) for mark, at in places)
    metrics = QFontMetricsF(_number_font(px))
    asked = [
        Numbered(
            at=(at.x(), at.y()),
            wide=metrics.horizontalAdvance(str(mark.point)) + 0.3 * px,
            high=metrics.capHeight() + 0.4 * px,
        )
        for mark, at in places
    ]
    within = None if room is None else (room.left(), room.top(), room.right(), room.bottom())
    labels = placed_labels(asked, px, within)
    return tuple(PlacedMark(mark=m, at=at, label=label) for (m, at), label in zip(places, labels, strict=True))


def draw_marks(painter: QPainter, marks: Sequence[PlacedMark], px: float) -> None:
    """White-edged crosses of half size `px`, their numbers, and lines to those that had to move; unlit points stand
    back, and one that no finger reaches from outside is hollow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = _number_font(px)
    for placed_mark in sorted(marks, key=lambda one: one.mark.lit):
        painter.setOpacity(1.0 if placed_mark.mark.lit else _UNLIT)
        label = placed_mark.label
        if label is not None and label.leader is not None:
            start, end = (QPointF(*place) for place in label.leader)
            for width, colour in ((px * 0.5, _EDGE), (px * 0.17, _INK)):
                painter.setPen(QPen(colour, max(width, 0.8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(start, end)
        draw_cross(painter, placed_mark.at, px, hollow=placed_mark.mark.hollow)
        if label is not None:
            _outlined(painter, font, QPointF(*label.middle), str(placed_mark.mark.point))
    painter.restore()


def draw_points(
    painter: QPainter,
    places: Sequence[tuple[PointMark, QPointF]],
    px: float,
    room: QRectF | None = None,
    *,
    numbered: bool = True,
) -> None:
    """Trigger points at places of a picture; without numbers where these would say nothing."""
    draw_marks(painter, place_marks(places, px, room, numbered=numbered), px)


def draw_cross(painter: QPainter, at: QPointF, px: float, *, hollow: bool) -> None:
    """One white-edged cross of half size `px`; a hollow one is its own outline."""
    strokes = [(0.95, _EDGE), (0.42, _INK)]
    if hollow:
        strokes = [(1.15, _EDGE), (0.8, _INK), (0.42, _EDGE)]
    arm = px * 0.78
    for width, colour in strokes:
        painter.setPen(QPen(colour, px * width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))


def _number_font(px: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(int(px * 1.5), 11))
    font.setBold(True)
    return font


def _outlined(painter: QPainter, font: QFont, middle: QPointF, text: str) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # letters are drawn of strokes that lie over each other
    path.addText(QPointF(0, 0), font, text)
    path.translate(middle - path.boundingRect().center())
    painter.strokePath(path, QPen(_EDGE, max(font.pixelSize() * 0.28, 2.5), j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, _INK)


def side_labels(view: View) -> tuple[str, str]:
    """What stands at the left and at the right edge of a view's picture; one of them for one side or limb."""
    left, right = view.edges
    return _label(left), _label(right) if right else ""


def side_letters(view: View) -> tuple[str, str]:
    """The same in a letter each, for a picture that is too narrow for more."""
    letters = {
        "right": QCoreApplication.translate("Marks", "R", "the patient's right"),
        "left": QCoreApplication.translate("Marks", "L", "the patient's left"),
    }
    left, right = view.edges
    return letters[left.side], letters[right.side] if right else ""


def _label(edge: Edge) -> str:
    translate = QCoreApplication.translate
    return {
        ("right", None): translate("Marks", "Patient's right"),
        ("left", None): translate("Marks", "Patient's left"),
        ("right", "side"): translate("Marks", "Patient's right side"),
        ("left", "side"): translate("Marks", "Patient's left side"),
        ("right", "arm"): translate("Marks", "Patient's right arm"),
        ("left", "arm"): translate("Marks", "Patient's left arm"),
        ("right", "hand"): translate("Marks", "Patient's right hand"),
        ("left", "hand"): translate("Marks", "Patient's left hand"),
        ("right", "leg"): translate("Marks", "Patient's right leg"),
        ("left", "leg"): translate("Marks", "Patient's left leg"),
        ("right", "foot"): translate("Marks", "Patient's right foot"),
        ("left", "foot"): translate("Marks", "Patient's left foot"),
    }[edge.side, edge.of]


def draw_sides(painter: QPainter, rect: QRectF, scene: Scene) -> None:
    """Writes the patient's sides in the lower corners of `rect`; smaller, where they would run into each other."""
    left, right = side_labels(scene.view)
    painter.save()
    painter.setPen(_SIDES_INK[scene.theme])
    metrics = QFontMetricsF(painter.font())
    needed = metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right) + 2 * metrics.averageCharWidth()
    if right and needed > rect.width():
        smaller = painter.font()
        smaller.setPointSizeF(smaller.pointSizeF() * rect.width() / needed)
        painter.setFont(smaller)
    line = QRectF(rect.left(), rect.bottom() - metrics.height() - 2, rect.width(), metrics.height())
    here = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter  # no language mirrors the body
    if left:
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | here, left)
    if right:
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | here, right)
    painter.restore()
