"""What the signs on a patient's picture mean, in large letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from atlas.domain.scene import Scene
from atlas.domain.state import Layer
from atlas.ui.fonts import FAMILY
from atlas.ui.layer_chips import draw_swatch
from atlas.ui.words import translate

if TYPE_CHECKING:
    from atlas.render.ink import Ink

_POINTS = 16.0
_SWATCH = 20


class PatientLegend(QWidget):
    """Shows a line for each sign in the picture, and nothing for those that are not there."""

    ROLE = QAccessible.Role.StaticText

    def __init__(self, scale: float, parent: QWidget | None = None) -> None:
        """`scale` of the letters, 1 as usual."""
        super().__init__(parent)
        self._font = QFont(FAMILY)
        self._font.setPointSizeF(_POINTS * scale)
        self._palette_name = "classic"
        self._lines: list[tuple[Layer | Ink, str]] = []

    def show_scene(self, scene: Scene, inks: Sequence[tuple[Ink, str]] = ()) -> None:
        """`inks` are those of the drawing and of what lies over it, with what they mean."""
        self._palette_name = scene.palette
        strengths = {layer.strength for layer in scene.paint}
        lines: list[tuple[Layer | Ink, str]] = list(inks)
        if scene.points:
            lines.append((Layer.POINTS, translate("Story", "Sore spot")))
        if "essential" in strengths:
            lines.append((Layer.ESSENTIAL, translate("Layers", "Mainly felt here")))
        if "spillover" in strengths:
            lines.append((Layer.SPILLOVER, translate("Layers", "Sometimes felt here")))
        self._lines = lines
        self.setAccessibleName(translate("Story", "In the picture: {}").format(", ".join(t for _, t in lines)))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._lines) * self._line_height)

    @property
    def _line_height(self) -> int:
        return QFontMetrics(self._font).height() + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        metrics = QFontMetrics(self._font)
        high = self._line_height
        for k, (sign, text) in enumerate(self._lines):
            field = QRectF(2, k * high + (high - _SWATCH) / 2, _SWATCH, _SWATCH)
            if isinstance(sign, Layer):
                draw_swatch(painter, field, sign, self._palette_name)
            else:
                from atlas.render.ink import swatch  # not needed until someone says where it hurts

                painter.drawImage(field, swatch(sign, 2 * _SWATCH))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            base = k * high + (high + metrics.ascent() - metrics.descent()) // 2
            painter.drawText(_SWATCH + 16, base, text)
