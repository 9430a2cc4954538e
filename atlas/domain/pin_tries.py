"""Tries of the kiosk's PIN: after wrong ones one has to wait, longer each time, until the right one was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Asks: TypeAlias = Literal["nothing", "pin", "shut"]  # shut: nobody knows the PIN, so nobody leaves
_IN_A_ROW = 5
_PAUSES = (30, 60, 120, 300, 900)  # s, after every fifth wrong PIN


@dataclass(frozen=True, slots=True)
class PinTries:
    """Wrong PINs in a row, and until when none may be typed."""

    wrong: int = 0
    shut_until: int = 0  # s since 1970

    @property
    def _pause(self) -> int:
        times, beside = divmod(max(self.wrong, 0), _IN_A_ROW)
        return 0 if beside or not times else _PAUSES[min(times, len(_PAUSES)) - 1]

    def at(self, now: float) -> PinTries:
        """The same at another time; a clock that was put back makes no pause longer than it is."""
        return PinTries(self.wrong, min(self.shut_until, int(now) + self._pause))

    def wait(self, now: float) -> int:
        """How many seconds are left."""
        return max(self.at(now).shut_until - int(now), 0)

    def after_wrong(self, now: float) -> PinTries:
        made = PinTries(max(self.wrong, 0) + 1)
        return PinTries(made.wrong, int(now) + made._pause)


class KioskLock(Protocol):
    """What the kiosk asks of who wants to leave it."""

    def asks(self) -> Asks: ...
    def wait(self) -> int:
        """Seconds until a PIN may be typed again."""

    def opens(self, typed: str) -> bool:
        """Whether this leaves the kiosk. A wrong PIN is counted; none is looked at while one has to wait."""
