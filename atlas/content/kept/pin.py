"""The kiosk's PIN, of which only a salted hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

_ROUNDS = 600_000
_ROUNDS_BEFORE = 200_000  # of hashes that do not say it
_HASH = re.compile(r"(?:([1-9][0-9]{0,6})\$)?((?:[0-9a-f]{2})+)\$([0-9a-f]{64})")


def hashed(pin: str) -> str:
    """A PIN as it is kept: rounds, salt and hash, the latter two in hexadecimal digits."""
    salt = secrets.token_bytes(16)
    return f"{_ROUNDS}${salt.hex()}${_hash(pin, salt, _ROUNDS)}"


def is_hash(kept: str) -> bool:
    """Whether this is what a PIN is kept as."""
    return _HASH.fullmatch(kept) is not None


def fits(pin: str, kept: str) -> bool:
    """Whether `pin` is the one that was kept; never, where what was kept is damaged."""
    found = _HASH.fullmatch(kept)
    if found is None:
        return False
    rounds, salt, known = found.groups()
    return hmac.compare_digest(_hash(pin, bytes.fromhex(salt), int(rounds or _ROUNDS_BEFORE)), known)


def _hash(pin: str, salt: bytes, rounds: int) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(errors="replace"), salt, rounds).hex()
