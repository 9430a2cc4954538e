"""Letters that someone types where nothing takes them: they belong to the search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes a letter or a digit, and is no command."""
    return event.text().isalnum() and not event.modifiers() & _HELD
