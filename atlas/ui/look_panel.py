"""How the body is shown: figure, skin tone, colours of pain, light or dark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from atlas.domain.state import TONES
from atlas.render.looks import SKIN
from atlas.ui.choice import Choice


class ToneSwatch(QAbstractButton):
    """One skin tone to tap."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self.setCheckable(True)
        name = "Clay" if tone == "clay" else f"Monk tone {tone.removeprefix('monk-')}"
        self.setAccessibleName(f"Skin: {name}")
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect())
        accent = self.palette().color(QPalette.ColorRole.Link)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(QColor(*SKIN[self.tone]))
        painter.drawEllipse(field.adjusted(8, 8, -8, -8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(accent, 3))
            painter.drawEllipse(field.adjusted(4, 4, -4, -4))
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), 10, 10)


class TonePicker(QWidget):
    """Clay and the ten Monk tones."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._swatches = {tone: ToneSwatch(tone) for tone in TONES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for k, swatch in enumerate(self._swatches.values()):
            self._group.addButton(swatch)
            grid.addWidget(swatch, k // 6, k % 6)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def show_tone(self, tone: str) -> None:
        self._swatches[tone].setChecked(True)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, ToneSwatch):
            self.chosen.emit(button.tone)


class LookPanel(QFrame):
    """One tidy panel above the button that opens it."""

    figure_chosen = Signal(str)
    tone_chosen = Signal(str)
    palette_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.setAccessibleName("View settings")
        self._figure = Choice("Figure", [("female", "Female"), ("male", "Male")])
        self._tone = TonePicker()
        self._palette = Choice("Colours", [("classic", "Red"), ("cividis", "Blue"), ("print", "Print")])
        self._theme = Choice("Window", [("light", "Light"), ("dark", "Dark")])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        parts = (("Figure", self._figure), ("Skin", self._tone), ("Pain", self._palette), ("Window", self._theme))
        for title, part in parts:
            label = QLabel(title)
            label.setProperty("look", "muted")
            label.setContentsMargins(0, 8, 0, 0)
            column.addWidget(label)
            column.addWidget(part)
        self._figure.chosen.connect(self.figure_chosen)
        self._tone.chosen.connect(self.tone_chosen)
        self._palette.chosen.connect(self.palette_chosen)
        self._theme.chosen.connect(self.theme_chosen)

    def show_look(self, figure: str, tone: str, palette: str, theme: str) -> None:
        self._figure.show_choice(figure)
        self._tone.show_tone(tone)
        self._palette.show_choice(palette)
        self._theme.show_choice(theme)
