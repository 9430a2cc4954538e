"""The legend that is also the switch: each thing shown on the plate can be left away."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from atlas.domain.state import Layer, Sign
from atlas.render.fonts import font
from atlas.render.pain.signs import draw_sign
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.language.translate import translate
from atlas.ui.language.value_names import LAYER_NAMES, SIGN_NAMES

_HEIGHT = 48
_SWATCH = 18


class LayerChip(QAbstractButton):
    """One layer: its sign as on the plate, and its name; pale when it is left away."""

    def __init__(self, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self._palette_name, self._tone = "classic", "clay"
        self.setText(translate("Layers", LAYER_NAMES[layer]))
        self.setCheckable(True)
        self.setChecked(True)
        self.setFont(font())
        self.setAccessibleName(translate("Layers", "Show: {}").format(self.text()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_palette(self, name: str, tone: str) -> None:
        self._palette_name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SWATCH + 24 + QFontMetrics(self.font()).horizontalAdvance(self.text()), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect()).adjusted(1, 5, -1, -5)
        if self.underMouse() or self.hasFocus():
            painter.setPen(
                QPen(self.palette().color(QPalette.ColorRole.Link), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(field, 12, 12)
        swatch = self._mirrored(QRect(8, (self.height() - _SWATCH) // 2, _SWATCH, _SWATCH))
        ink = self.palette().color(QPalette.ColorRole.Text if self.isChecked() else QPalette.ColorRole.Dark)
        if self.isChecked():
            draw_sign(painter, swatch, self.layer, self._palette_name, self._tone)
        else:
            painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(swatch.adjusted(1, 1, -1, -1), 5, 5)
        face = self.font()
        face.setStrikeOut(not self.isChecked())
        painter.setFont(face)
        painter.setPen(ink)
        text = self._mirrored(QRect(_SWATCH + 16, 0, self.width() - _SWATCH - 16, self.height()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _mirrored(self, place: QRect) -> QRectF:
        """The other way round where one writes from right to left."""
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), place))


class LegendLine(QWidget):
    """A sign that is not to be left away by itself, and what it means."""

    ROLE = QAccessible.Role.StaticText

    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self.text = sign, translate("Layers", SIGN_NAMES[sign])
        self._palette_name, self._tone = "classic", "clay"
        self.setFont(font())
        self.setAccessibleName(self.text)
        self.setFixedSize(_SWATCH + 24 + QFontMetrics(self.font()).horizontalAdvance(self.text), _HEIGHT)

    def show_palette(self, name: str, tone: str) -> None:
        self._palette_name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            before, after = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignVCenter
            swatch = QStyle.visualRect(
                self.layoutDirection(), self.rect(), QRect(8, (self.height() - _SWATCH) // 2, _SWATCH, _SWATCH)
            )
            draw_sign(painter, QRectF(swatch), self.sign, self._palette_name, self._tone)
            room = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(_SWATCH + 16, 0, 0, 0))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(room, QStyle.visualAlignment(self.layoutDirection(), before) | after, self.text)


class LayerChips(QWidget):
    """Says which layer is to be shown or left away, and explains what else the plate shows."""

    layer_shown = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=8)
        self.chips = {layer: LayerChip(layer) for layer in LAYER_NAMES}
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        self.lines = {sign: LegendLine(sign) for sign in SIGN_NAMES}
        for line in self.lines.values():
            flow.addWidget(line)
            line.hide()

    def show_layers(self, layers: frozenset[Layer], signs: Collection[Sign], palette: str, tone: str) -> None:
        for layer, chip in self.chips.items():
            chip.setChecked(layer in layers)
            chip.show_palette(palette, tone)
        for sign, line in self.lines.items():
            line.setVisible(sign in signs)
            line.show_palette(palette, tone)

    def _on_clicked(self, checked: bool) -> None:
        chip = self.sender()
        if isinstance(chip, LayerChip):
            self.layer_shown.emit(chip.layer, checked)
