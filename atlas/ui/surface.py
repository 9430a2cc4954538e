"""What every surface owes the app, and a surface that is made only when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from atlas.domain.state import AtlasState
from atlas.ui.window.slots import Slots


class Surface(QObject):
    """One folder of `atlas.ui`: what is shown there, and what the user does there. None of it has to do anything."""

    slots = Slots()
    """What fills the window in the mode of this surface, if it has one."""

    @property
    def is_behind(self) -> bool:
        """Whether something that it shows still has to follow the state."""
        return False

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        """Brings its widgets up to a state."""

    def begin_new_patient(self) -> None:
        """Lets go of all that it keeps of a patient beside the state."""

    def stop(self) -> None:
        """It is left for good, with its window: no timer goes on, and nothing stands outside of the window."""


S = TypeVar("S", bound=Surface)


class LazySurface(Surface, Generic[S]):
    """A surface that is imported and made when it is first wanted: none of it is part of the first window."""

    def __init__(self, make: Callable[[], S], wanted: Callable[[AtlasState], bool], parent: QObject) -> None:
        """`wanted` says in which states the surface has to be there; `opened` makes it in any other."""
        super().__init__(parent)
        self._make, self._wanted = make, wanted
        self.made: S | None = None

    def opened(self) -> S:
        """The surface, made now if it was not before."""
        if self.made is None:
            self.made = self._make()
        return self.made

    @property
    def slots(self) -> Slots:  # type: ignore[override]  # asked for when they are to be shown
        return self.opened().slots

    @property
    def is_behind(self) -> bool:
        return self.made is not None and self.made.is_behind

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if self.made is None and self._wanted(new):
            self.opened()
        if self.made is not None:
            self.made.show_state(old, new)

    def begin_new_patient(self) -> None:
        if self.made is not None:
            self.made.begin_new_patient()

    def stop(self) -> None:
        if self.made is not None:
            self.made.stop()
