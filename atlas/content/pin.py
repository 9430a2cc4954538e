"""The kiosk's PIN, of which only a salted hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets

_ROUNDS = 200_000


def hashed(pin: str) -> str:
    """A PIN as it is kept: salt and hash, in hexadecimal digits."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_hash(pin, salt)}"


def fits(pin: str, kept: str) -> bool:
    """Whether `pin` is the one that was kept; never, where what was kept is damaged."""
    salt, _, known = kept.partition("$")
    try:
        return hmac.compare_digest(_hash(pin, bytes.fromhex(salt)), known)
    except (ValueError, TypeError):
        return False


def _hash(pin: str, salt: bytes) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), salt, _ROUNDS).hex()
