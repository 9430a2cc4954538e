"""Whether the keys came to a widget by a key: only then is it good to see where they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def came_by_key(event: QFocusEvent) -> bool:
    return event.reason() in _REASONS


def dress_for_keys(widget: QWidget, event: QFocusEvent) -> None:
    """Lets the style sheet know, as the property `byKey`."""
    if widget.property("byKey") != came_by_key(event):
        widget.setProperty("byKey", came_by_key(event))
        widget.style().unpolish(widget)
        widget.style().polish(widget)
