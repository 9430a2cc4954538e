"""The sheet of a page that scrolls: a column no broader than one reads and taps with ease."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atlas.render.fonts import text_scale

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
