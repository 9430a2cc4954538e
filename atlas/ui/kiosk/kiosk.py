"""The atlas in a waiting room: whoever has gone is forgotten, and only those who know the PIN leave it."""

from __future__ import annotations

from atlas.domain.pin_tries import KioskLock
from atlas.ui.kiosk.idle_warning import IdleWarning
from atlas.ui.kiosk.idle_watch import IdleWatch
from atlas.ui.kiosk.kiosk_exit import KioskExit
from atlas.ui.new_patient import NewPatient
from atlas.ui.surface import Surface
from atlas.ui.window.slots import Frame


class Kiosk(Surface):
    """Watches for idleness and guards the way out, for as long as a window lasts."""

    def __init__(self, frame: Frame, fresh: NewPatient, lock: KioskLock) -> None:
        super().__init__(frame)
        self._frame, self._fresh = frame, fresh
        self.exit = KioskExit(frame, lock)
        self.warning: IdleWarning | None = None
        frame.guard_closing(True)
        frame.leave_asked.connect(self.exit.ask)
        self.idle = IdleWatch(self)
        self.idle.warned.connect(self.warn)
        self.idle.resumed.connect(self.go_on)
        self.idle.ran_out.connect(self.begin_anew)
        self.idle.start()

    @property
    def is_behind(self) -> bool:
        """Whether a PIN is still being checked."""
        return self.exit.is_checking

    def stop(self) -> None:
        self.idle.stop()
        self.exit.stop()

    def warn(self, left: int) -> None:
        """Asks whether someone is still there; `left` seconds remain to answer."""
        if self.warning is None:
            self.warning = IdleWarning(self._frame)
            self.warning.stay.clicked.connect(self.go_on)
        self.warning.show_seconds(left)
        self._frame.cover(self.warning)

    def go_on(self) -> None:
        """Someone is there."""
        if self.warning is not None:
            self._frame.uncover(self.warning)

    def begin_anew(self) -> None:
        """Nobody is there: whoever comes next is another."""
        self.go_on()
        self.exit.stay()
        self._fresh.begin(may_return=False)
