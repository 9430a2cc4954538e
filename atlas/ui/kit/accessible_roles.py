"""What the atlas's own widgets are to a screen reader: a class says it by its `ROLE`."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def install_roles() -> None:
    """From now on a widget whose class has a `ROLE` is not a mere window to a screen reader."""
    QAccessible.installFactory(_with_role)


def _with_role(key: str, asked: QObject) -> QAccessibleInterface | None:
    role = getattr(asked, "ROLE", None)
    if role is None or not isinstance(asked, QWidget):
        return None
    return QAccessibleWidget(asked, role, asked.accessibleName())
