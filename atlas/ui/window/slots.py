"""What fills the window, and what a surface may ask of the window that it fills."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slots:
    """The widgets of one surface, each in its place; None: the one that stands there at first, the muscles' own."""

    left: QWidget | None = None  # between the modes and the foot of the left pane
    above: QWidget | None = None  # of the plate
    below: QWidget | None = None  # the plate and its views, beside the buttons
    right: QWidget | None = None  # the plate
    whole: QWidget | None = None  # in place of the plate and of all around it but the left pane
    list_text: str = ""  # what the button says that opens the left pane where that is a drawer


class Frame(QWidget):
    """The window, as a surface knows it: a place for its widgets. It is also their parent, and that of dialogs."""

    closed = Signal()
    leave_asked = Signal()  # someone tries to close a window that is guarded
    new_patient_wanted = Signal()

    def cover(self, cover: QWidget) -> None:
        """Lays a widget over the whole window and gives it the keyboard focus; what lies below is disabled."""
        raise NotImplementedError

    def uncover(self, cover: QWidget) -> None:
        """Takes a cover away."""
        raise NotImplementedError

    def toggle_list(self) -> None:
        """Opens the left pane where it is a drawer, or closes it."""
        raise NotImplementedError

    def show_list(self, shown: bool) -> None:
        """Opens or closes the left pane where it is a drawer; with three columns it is always there."""
        raise NotImplementedError

    def put_list_away(self) -> None:
        """Closes the left pane if it lies over the plate: something has been chosen in it."""
        raise NotImplementedError

    def guard_closing(self, guarded: bool) -> None:
        """A guarded window does not close; it says that someone tries."""
        raise NotImplementedError
