"""PINs as they are kept, hashed in few rounds: what asks for one in a test need not stand 600,000 of them."""

from __future__ import annotations

import hashlib

_ROUNDS = 1000  # a hash says its own; those of the product are asked in tests/content/kept/test_preferences.py
_SALT = b"sixteen bytes..."


def quickly_hashed(pin: str) -> str:
    """A PIN as it is kept, see `atlas.content.kept.pin.hashed`."""
    return f"{_ROUNDS}${_SALT.hex()}${hashlib.pbkdf2_hmac('sha256', pin.encode(), _SALT, _ROUNDS).hex()}"
