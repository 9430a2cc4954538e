"""Without a command: the window, or the PIN of its kiosk."""

from __future__ import annotations

import os
import sys

from atlas import paths
from atlas.cli.answers import Refused

_NO_DISPLAY = (
    "There is no display, so the window cannot open; every other command works without one (see `atlas --help`)."
)


def open_window(kiosk: bool) -> int:
    """Opens the window and returns Qt's exit code. Raises Refused where there is no display."""
    on_unix = not sys.platform.startswith(("win", "darwin"))
    if on_unix and not any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Refused(_NO_DISPLAY)
    from atlas.app import main as open_window

    return int(open_window(kiosk=kiosk))


def set_pin() -> int:
    """Asks twice for the kiosk's PIN and keeps its hash. Returns the exit code; raises Refused."""
    from getpass import getpass

    from atlas.content.kept.pin import hashed
    from atlas.content.kept.preferences import change_preferences, load_preferences
    from atlas.domain.problems import NotSaved

    try:
        pin = getpass("New PIN (4 to 12 digits; nothing: no PIN): ")
        again = getpass("The same again: ")
    except (EOFError, KeyboardInterrupt):
        raise Refused("No PIN was typed; nothing has changed.") from None
    if pin != again:
        raise Refused("These are two different PINs; nothing has changed.")
    if pin and not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        raise Refused("A PIN has 4 to 12 digits; nothing has changed.")
    path = paths.user_settings()
    _, broken = load_preferences(path)
    try:
        change_preferences(path, {"pin": hashed(pin) if pin else "", "wrong_pins": 0, "shut_until": 0})
    except NotSaved as error:
        raise Refused(f"{error} The PIN has not changed.") from error
    if broken is not None:
        print(f"atlas: {broken}", file=sys.stderr)
    print("The PIN is set." if pin else "There is no PIN now.")
    return 0
