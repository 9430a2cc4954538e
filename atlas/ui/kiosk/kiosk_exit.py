"""The way out of the kiosk: shows the pad over the window, and closes the window for the right PIN."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from atlas.domain.pin_tries import KioskLock
from atlas.ui.kiosk.pin_pad import PinPad
from atlas.ui.window.slots import Frame


class KioskExit(QObject):
    def __init__(self, frame: Frame, door: KioskLock) -> None:
        """`door` outlives the window: another language or size of letters gives no fresh tries."""
        super().__init__(frame)
        self._frame, self._door = frame, door
        self.pad: PinPad | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._on_second)

    def ask(self) -> None:
        """Shows the pad for the PIN, or only asks whether it is meant where none was set."""
        if self.pad is None:
            self.pad = PinPad(self._frame)
            self.pad.given_up.connect(self.stay)
            self.pad.pin_typed.connect(self._on_pin_typed)
        self.pad.show_door(self._door.asks())
        self._show_wait()
        self._frame.cover(self.pad)

    def stay(self) -> None:
        self._second.stop()
        if self.pad is not None:
            self._frame.uncover(self.pad)

    def stop(self) -> None:
        self._second.stop()

    def _on_pin_typed(self, pin: str) -> None:
        assert self.pad is not None
        if self._door.opens(pin):
            self._frame.guard_closing(False)
            self._frame.close()
        else:
            self.pad.show_wrong()
            self._show_wait()

    def _on_second(self) -> None:
        self._show_wait()

    def _show_wait(self) -> None:
        assert self.pad is not None
        left = self._door.wait() if self._door.asks() == "pin" else 0
        self.pad.show_wait(left)
        self._second.start() if left else self._second.stop()
