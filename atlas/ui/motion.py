"""Whether things may move: not where the user or the system asks for less."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle


def system_wants_stillness() -> bool:
    """What the system says of motion, as far as this Qt can tell."""
    hints = QApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)  # Qt from 6.11 on, and not on every platform
    if callable(preference) and "Reduced" in str(preference()):
        return True
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
