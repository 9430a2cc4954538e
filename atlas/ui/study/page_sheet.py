"""The sheet of a page that scrolls: a column no broader than one reads and taps with ease."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.kit.flow_layout import FlowLayout

_BROADEST = 760  # px at the usual text size


def page_sheet(spacing: int = 8) -> tuple[QWidget, QVBoxLayout]:
    """A sheet, and the column in it."""
    sheet, held = QWidget(), QWidget()
    held.setMaximumWidth(round(_BROADEST * text_scale()))
    row = QHBoxLayout(sheet)
    row.setContentsMargins(20, 8, 20, 20)
    row.addWidget(held, 1)
    row.addStretch(0)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return sheet, column


def in_a_row(*buttons: QPushButton) -> QWidget:
    """Buttons as broad as their words, from where one begins to read, on as many lines as they need."""
    held = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    flow = FlowLayout(held)
    for button in buttons:
        flow.addWidget(button)
    return held
