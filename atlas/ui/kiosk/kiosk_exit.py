"""The way out of the kiosk: shows the pad over the window, and closes the window for the right PIN."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from atlas.domain.pin_tries import KioskLock
from atlas.ui.kiosk.pin_pad import PinPad
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.window.slots import Frame


class KioskExit(QObject):
    """Asks for the PIN; checking one takes up to half a second, so that is done in the background."""

    def __init__(self, frame: Frame, lock: KioskLock) -> None:
        """`lock` outlives the window: another language or text size gives no fresh tries."""
        super().__init__(frame)
        self._frame, self._lock = frame, lock
        self.pad: PinPad | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._on_second)
        self._work = BackgroundWork(self)
        self._work.came.connect(self._on_checked)
        self._typed: str | None = None  # the PIN that is being checked

    @property
    def is_checking(self) -> bool:
        """Whether a PIN was typed of which it is not known yet whether it is the right one."""
        return self._work.is_busy

    def ask(self) -> None:
        """Shows the pad for the PIN, or only asks whether it is meant where none was set."""
        if self.pad is None:
            self.pad = PinPad(self._frame)
            self.pad.given_up.connect(self.stay)
            self.pad.pin_typed.connect(self._on_pin_typed)
        self.pad.show_asked(self._lock.asks())
        self._show_wait()
        self._frame.cover(self.pad)

    def stay(self) -> None:
        """Puts the pad away; a PIN that is still being checked no longer leaves the kiosk."""
        self._second.stop()
        self._typed = None
        if self.pad is not None:
            self.pad.show_checking(False)
            self._frame.uncover(self.pad)

    def stop(self) -> None:
        """Nothing goes on by itself any more; waits until a PIN that is being checked is counted."""
        self._second.stop()
        self._work.drop()

    def _on_pin_typed(self, pin: str) -> None:
        assert self.pad is not None
        self._typed = pin
        self.pad.show_checking(True)
        self._work.ask(pin, partial(self._lock.opens, pin))

    def _on_checked(self, pin: str, opens: bool) -> None:
        if self.pad is None or pin != self._typed:
            return
        self._typed = None
        self.pad.show_checking(False)
        if opens:
            self._frame.guard_closing(False)
            self._frame.close()
        else:
            self.pad.show_wrong()
            self._show_wait()
            self.pad.setFocus()

    def _on_second(self) -> None:
        self._show_wait()

    def _show_wait(self) -> None:
        assert self.pad is not None
        left = self._lock.wait() if self._lock.asks() == "pin" else 0
        self.pad.show_wait(left)
        self._second.start() if left else self._second.stop()
