"""What is drawn on top of a plate at the screen's own sharpness: trigger points and the patient's sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from atlas.domain.scene import PointMark, Scene
from atlas.domain.views import Edge, View

_INK = QColor(17, 17, 17)
_EDGE = QColor(255, 255, 255)
_SIDES_INK = {"light": QColor(84, 88, 92), "dark": QColor(190, 194, 198), "contrast": QColor(255, 255, 255)}


def draw_points(painter: QPainter, scene: Scene, places: Sequence[tuple[PointMark, QPointF]], px: float) -> None:
    """White-edged crosses of half size `px` with their numbers; unlit points stand back."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(max(int(px * 1.5), 11))
    font.setBold(True)
    numbered = len({mark.point for mark, _ in places}) > 1
    for mark, at in sorted(places, key=lambda place: place[0].lit):
        painter.setOpacity(1.0 if mark.lit else 0.4)
        for width, colour in ((px * 0.95, _EDGE), (px * 0.42, _INK)):
            pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            arm = px * 0.78
            painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
            painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))
        if numbered:
            _outlined(painter, font, at + QPointF(px * 1.35, -px * 0.55), str(mark.point))
    painter.restore()


def _outlined(painter: QPainter, font: QFont, at: QPointF, text: str) -> None:
    path = QPainterPath()
    path.addText(at, font, text)
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
