"""Undo, redo and clear."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atlas.domain.pain.pain_report import PainReport
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.language.translate import translate


class HistoryButtons(QWidget):
    """Undo, redo and clear."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = IconButton("undo", translate("Brush", "Undo"))
        self.redo = IconButton("redo", translate("Brush", "Redo"))
        self.clear = IconButton("bin", translate("Brush", "Clear the drawing"), f" {translate('Brush', 'Clear')}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.undo, self.redo, self.clear):
            row.addWidget(button)
        self.undo.setShortcut("Ctrl+Z")
        self.redo.setShortcut("Ctrl+Shift+Z")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.clear.clicked.connect(self.clear_wanted)

    def show_report(self, report: PainReport) -> None:
        self.undo.setEnabled(bool(report.past))
        self.redo.setEnabled(bool(report.future))
        self.clear.setEnabled(not report.is_empty)
