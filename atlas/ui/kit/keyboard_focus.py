"""Where the Tab key goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def came_by_key(event: QFocusEvent) -> bool:
    """Whether focus came by Tab or a shortcut, not by a tap."""
    return event.reason() in _REASONS


def style_for_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Lets the style sheet know, as the property `byKey`."""
    if widget.property("byKey") != came_by_key(event):
        widget.setProperty("byKey", came_by_key(event))
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def follow(before: QWidget, widget: QWidget) -> None:
    """From `before` the Tab key goes through all of `widget` (but lists that drop down from it)."""
    for part in (widget, *widget.findChildren(QWidget)):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.window() is widget.window():
            QWidget.setTabOrder(before, part)
            before = part


def next_inside(sheet: QWidget, forward: bool) -> bool:
    """Moves the keyboard focus on inside of a sheet that lies over other things, round and round.

    Returns False where nothing in it takes the focus."""
    here = QApplication.focusWidget()
    if here is None or not sheet.isAncestorOf(here):
        here = sheet
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there = _beside(here, forward)
    while there is not None and there is not here:
        takes_focus = bool(there.focusPolicy() & Qt.FocusPolicy.TabFocus) and there.isVisible() and there.isEnabled()
        if takes_focus and sheet.isAncestorOf(there):
            there.setFocus(reason)
            return True
        there = _beside(there, forward)
    return False


def _beside(widget: QWidget, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()
