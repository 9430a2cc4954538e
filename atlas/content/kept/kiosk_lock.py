"""The kept lock of the kiosk: its PIN, with the wrong ones counted for as long as the settings last."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from atlas.content.kept.pin import fits
from atlas.content.kept.preferences import Preferences, change_preferences, kept_pin
from atlas.domain.pin_tries import Asks, PinTries
from atlas.domain.problems import NotSaved


class KeptKioskLock:
    """A `KioskLock`. The settings are read at every try: a PIN set from another session counts at once."""

    def __init__(self, settings: Path | None, kept: Preferences, clock: Callable[[], float] = time.time) -> None:
        """`kept` is what the settings held at the start. `clock` gives seconds since 1970."""
        self._settings, self._clock = settings, clock
        self._pin = kept_pin(settings) if settings else ""
        self._tries = PinTries(kept.wrong_pins, kept.shut_until)

    def asks(self) -> Asks:
        pin = self._known()
        return "shut" if pin is None else "pin" if pin else "nothing"

    def wait(self) -> int:
        """Seconds until a PIN may be typed again."""
        now = self._clock()
        self._tries = self._tries.at(now)
        return self._tries.wait(now)

    def opens(self, typed: str) -> bool:
        """Whether this leaves the kiosk. A wrong PIN is counted; none is looked at while one has to wait."""
        pin = self._known()
        if pin == "":
            return True
        if pin is None or self.wait():
            return False
        if fits(typed, pin):
            self._keep(PinTries())
            return True
        self._keep(self._tries.after_wrong(self._clock()))
        return False

    def _known(self) -> str | None:
        """The PIN's hash; that of before where the settings are gone or broken since."""
        with contextlib.suppress(OSError):
            if self._settings is not None and self._settings.exists():
                fresh = kept_pin(self._settings)
                self._pin = self._pin if fresh is None else fresh
        return self._pin

    def _keep(self, tries: PinTries) -> None:
        changed = tries != self._tries
        self._tries = tries
        if changed and self._settings is not None:
            with contextlib.suppress(NotSaved):  # they are still counted until the program ends
                change_preferences(self._settings, {"wrong_pins": tries.wrong, "shut_until": tries.shut_until})
