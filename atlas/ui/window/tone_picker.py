"""The skin's tone, chosen from swatches."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from atlas.domain.choices import TONES
from atlas.render.colours import SKIN
from atlas.ui.language.translate import translate


class ToneSwatch(QAbstractButton):
    """One skin tone to tap."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self.setCheckable(True)
        number = tone.removeprefix("monk-")
        name = translate("Look", "Clay") if tone == "clay" else translate("Look", "Monk tone {}").format(number)
        self.setAccessibleName(": ".join((translate("Look", "Skin"), name)))
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
        grid.setColumnStretch(6, 1)
        for k, swatch in enumerate(self._swatches.values()):
            self._group.addButton(swatch)
            grid.addWidget(swatch, k // 6, k % 6)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def show_tone(self, tone: str) -> None:
        self._swatches[tone].setChecked(True)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, ToneSwatch):
            self.chosen.emit(button.tone)
