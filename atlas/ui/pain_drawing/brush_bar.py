"""The brushes above the plate: tool, breadth, strength of pain, quality, depth; and the buttons that step back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from atlas.domain.pain.drawing import LEVELS, QUALITIES, Brush
from atlas.domain.pain.pain_report import BRUSH_WIDTHS, PainReport
from atlas.render.pain.ink import INKS, swatch
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.drop_down import DropDown
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.language.translate import translate, translated

_SIDE = 48
TOOLS = [("paint", "Paint"), ("erase", "Erase"), ("move", "Move")]


class BreadthButton(QAbstractButton):
    """A dot as broad as the brush, a little smaller than on the skin."""

    def __init__(self, width: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.breadth = width
        self.setCheckable(True)
        said = f"{translate('Brush', 'Brush')} {width:.0f} mm"
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, field = self.palette(), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.hasFocus():
            edge = QPen(palette.color(QPalette.ColorRole.Link), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(field, 12, 12)
        radius = 3.0 + 11.0 * (self.breadth / BRUSH_WIDTHS[-1]) ** 0.7
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.Dark))
        painter.drawEllipse(field.center(), radius, radius)


class BrushBar(QWidget):
    """Says which tool and which brush was chosen."""

    tool_chosen = Signal(str)
    brush_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = Brush()
        self.tools = Choice(translate("Brush", "Tool"), translated("Brush", TOOLS), wraps=True)
        levels = [(v, f" {text}") for v, text in translated("Brush", [(v, v.capitalize()) for v in LEVELS])]
        self.levels = Choice(translate("Brush", "Pain"), levels, wraps=True)
        self._palette = ""
        depths = [("surface", "Surface"), ("deep", "Deep")]
        self.depths = Choice(translate("Brush", "Depth"), translated("Brush", depths), wraps=True)
        self.qualities = DropDown(translate("Brush", "Quality of the pain"))
        for value, text in translated("Brush", [(q, q.capitalize()) for q in QUALITIES]):
            self.qualities.addItem(text, value)
        breadths = QWidget()
        row = QHBoxLayout(breadths)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.breadths = QButtonGroup(self)
        for width in BRUSH_WIDTHS:
            button = BreadthButton(width)
            self.breadths.addButton(button)
            row.addWidget(button)
        flow = FlowLayout(self, spacing=8)
        flow.setContentsMargins(12, 2, 12, 2)
        for part in (self.tools, breadths, self.qualities, self.levels, self.depths):
            flow.addWidget(part)
        self.tools.chosen.connect(self.tool_chosen)
        self.levels.chosen.connect(self._on_level_chosen)
        self.depths.chosen.connect(self._on_depth_chosen)
        self.breadths.buttonClicked.connect(self._on_breadth_clicked)
        self.qualities.activated.connect(self._on_quality_activated)

    def show_palette(self, palette: str) -> None:
        """Each strength of pain as it will look."""
        if palette == self._palette:
            return
        self._palette = palette
        for level, ink in zip(LEVELS, INKS[palette].drawn, strict=True):
            self.levels.button(level).setIcon(QIcon(QPixmap.fromImage(swatch(ink, 44))))
            self.levels.button(level).setIconSize(QSize(22, 22))

    def show_report(self, report: PainReport) -> None:
        self._brush = brush = report.brush
        self.tools.show_choice(report.tool)
        self.levels.show_choice(brush.level)
        self.depths.show_choice("deep" if brush.deep else "surface")
        for button in self.breadths.buttons():
            if isinstance(button, BreadthButton) and button.breadth == brush.width:
                button.setChecked(True)
        with QSignalBlocker(self.qualities):
            self.qualities.setCurrentIndex(QUALITIES.index(brush.quality))

    def _on_level_chosen(self, level: str) -> None:
        self.brush_chosen.emit(replace(self._brush, level=level))  # type: ignore[arg-type]  # one of LEVELS

    def _on_depth_chosen(self, depth: str) -> None:
        self.brush_chosen.emit(replace(self._brush, deep=depth == "deep"))

    def _on_breadth_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, BreadthButton):
            self.brush_chosen.emit(replace(self._brush, width=button.breadth))

    def _on_quality_activated(self, row: int) -> None:
        self.brush_chosen.emit(replace(self._brush, quality=QUALITIES[row]))
