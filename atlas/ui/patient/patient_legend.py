"""What the signs on a patient's picture mean, in large text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from atlas.domain.scene import Scene, signs_of
from atlas.domain.state import Layer, Sign
from atlas.domain.strengths import STRENGTHS
from atlas.render.fonts import FAMILY
from atlas.render.pain.signs import draw_sign
from atlas.ui.language.translate import translate
from atlas.ui.language.value_names import LAYER_NAMES, SIGN_NAMES

if TYPE_CHECKING:
    from atlas.render.pain.ink import Ink

_POINTS = 16.0
_SWATCH = 20
_BESIDE = _SWATCH + 16  # px before the words
_APART = 24  # px between two on a line


class PatientLegend(QWidget):
    """Shows a line for each sign in the picture, and nothing for those that are not there."""

    ROLE = QAccessible.Role.StaticText

    def __init__(self, scale: float, parent: QWidget | None = None) -> None:
        """`scale` of the text, 1 as usual."""
        super().__init__(parent)
        self._font = QFont(FAMILY)
        self._font.setPointSizeF(_POINTS * scale)
        self._palette_name, self._tone = "classic", "clay"
        self._lines: list[tuple[Layer | Sign | Ink, str]] = []
        self._room = 400  # px

    def show_scene(self, scene: Scene, inks: Sequence[tuple[Ink, str]] = ()) -> None:
        """`inks` are those of the drawing and of what lies over it, with what they mean."""
        self._palette_name, self._tone = scene.palette, scene.tone
        strengths = {layer.strength for layer in scene.paint if not layer.inside}
        lines: list[tuple[Layer | Sign | Ink, str]] = list(inks)
        if any(not mark.hollow for mark in scene.points):
            lines.append((Layer.POINTS, translate("Story", "Sore spot")))
        shown = [row.layer for strength, row in STRENGTHS.items() if strength in strengths]
        lines += [(layer, translate("Layers", LAYER_NAMES[layer])) for layer in shown]
        lines += [(sign, translate("Layers", SIGN_NAMES[sign])) for sign in signs_of(scene)]
        self._lines = lines
        self.setAccessibleName(translate("Story", "In the picture: {}").format(", ".join(t for _, t in lines)))
        self.fit(self._room)
        self.update()

    def forget(self) -> None:
        self._lines = []
        self.setAccessibleName("")
        self.fit(self._room)

    def fit(self, width: int) -> int:
        """Takes the height that the lines need in a width; returns it, px."""
        self._room = width
        self.setFixedHeight(max((place.bottom() + 1 for place in self._places()), default=0))
        return self.height()

    def _places(self) -> list[QRect]:
        """Where each line goes, px: beside the one before where there is room; a long one wraps."""
        metrics, room = QFontMetrics(self._font), max(self._room, _BESIDE + 80)
        places: list[QRect] = []
        left = top = 0
        for _, text in self._lines:
            wide = min(_BESIDE + metrics.horizontalAdvance(text) + 2, room)
            words = metrics.boundingRect(0, 0, wide - _BESIDE, 9999, Qt.TextFlag.TextWordWrap, text)
            if left and left + wide > room:
                left, top = 0, max(place.bottom() + 1 for place in places)
            places.append(QRect(left, top, wide, words.height() + 10))
            left += wide + _APART
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        first = QFontMetrics(self._font).height() + 10
        for (sign, text), place in zip(self._lines, self._places(), strict=True):
            field = QRectF(place.left() + 2, place.top() + (first - _SWATCH) / 2, _SWATCH, _SWATCH)
            if isinstance(sign, Layer | Sign):
                draw_sign(painter, field, sign, self._palette_name, self._tone)
            else:
                from atlas.render.pain.ink import swatch  # not needed until someone says where it hurts

                painter.drawImage(field, swatch(sign, 2 * _SWATCH))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(QRectF(place.adjusted(_BESIDE, 5, 0, 0)), Qt.TextFlag.TextWordWrap, text)
