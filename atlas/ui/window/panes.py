"""The panes of a window: the list, the plate, and what a surface puts beside or in place of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStyle, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.kit.keyboard_focus import follow
from atlas.ui.window.drawer_buttons import DrawerButtons
from atlas.ui.window.left_pane import LeftPane
from atlas.ui.window.pane_layout import panes
from atlas.ui.window.plate_pane import PlatePane
from atlas.ui.window.slots import Slots


class Panes:
    """Puts a surface's widgets into their slots and lays all of it out; with little room the list is a drawer."""

    def __init__(self, window: QWidget, left: LeftPane, plate: PlatePane) -> None:
        self._window, self._left, self._plate = window, left, plate
        self._own = self._shown = Slots()
        self._is_drawer = False
        self._is_open = False
        self.veil = QFrame(window)  # dims what lies beside the open drawer
        self.veil.setObjectName("veil")

    @property
    def has_drawer(self) -> bool:
        """Whether the list lies over the others, and only while it is wanted."""
        return self._is_drawer

    @property
    def list_is_wanted(self) -> bool:
        """Whether the list stays open where it is a drawer."""
        return self._is_open

    @property
    def drawer_is_open(self) -> bool:
        """Whether the list lies over the others now."""
        return self._is_drawer and self._is_open

    def open_list(self, wanted: bool) -> None:
        """Opens or closes the list where it is a drawer, at the next layout."""
        self._is_open = wanted

    def begin_with(self, own: Slots) -> None:
        """These stand wherever others bring nothing of their own."""
        self._own = own
        self.fill(own)

    def fill(self, slots: Slots) -> None:
        """Shows a surface's widgets, each in its slot, in place of those before."""
        own, before = self._own, self._shown
        right = slots.right or own.right
        self._shown = shown = Slots(right=right, whole=slots.whole)
        self._left.fill(slots.left or own.left)
        self._plate.fill(slots.above or own.above, slots.below or own.below)
        self._plate.drawer.list_button.setText(f" {slots.list_text or own.list_text}")
        for gone in (before.right, before.whole):
            if gone is not None and gone not in (shown.right, shown.whole):
                gone.hide()
        for widget in (right, slots.whole):
            if widget is not None and widget.parentWidget() is not self._window:
                widget.setParent(self._window)
                follow(self._plate.look, widget)
        self._plate.setVisible(slots.whole is None)
        if right is not None:
            right.setVisible(slots.whole is None)
        if slots.whole is not None:
            slots.whole.show()

    def lay_out(self, top: int) -> None:
        """Gives all of them their places, below `top` px that are taken."""
        window, shown = self._window, self._shown
        width, height = window.width(), window.height()
        places = panes(width, height, top, text_scale())
        self._is_drawer = places.drawer
        for buttons in window.findChildren(DrawerButtons):
            buttons.show_drawer(places.drawer, self._is_open)
        direction, whole = window.layoutDirection(), window.rect()
        right = QStyle.visualRect(direction, whole, places.right)  # or left, where one writes from the right
        self._plate.setGeometry(QStyle.visualRect(direction, whole, places.plate))
        if shown.right is not None:
            shown.right.setGeometry(right)
        self._left.setGeometry(QStyle.visualRect(direction, whole, places.left))
        self._left.setVisible(self._is_open or not self._is_drawer)
        if shown.whole is not None:
            shown.whole.setGeometry(self._plate.geometry().united(right))
            shown.whole.raise_()
        self.veil.setGeometry(0, top, width, height - top)
        self.veil.setVisible(self.drawer_is_open)
        self.veil.raise_()
        self._left.raise_()

    def enable(self, covered: bool) -> None:
        """Disables what lies below a cover, or beside the open drawer."""
        self._left.setEnabled(not covered)
        for below in (self._plate, self._shown.right, self._shown.whole):
            if below is not None:
                below.setEnabled(not covered and not self.drawer_is_open)

    def take_focus(self) -> None:
        """Gives the keyboard focus to what is open: the drawer, what stands in place of the plate, or the plate."""
        if self.drawer_is_open:
            self._left.modes.choice.checked.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown.whole is not None:
            self._shown.whole.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._plate.plate.setFocus()
