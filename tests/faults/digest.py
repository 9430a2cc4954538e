"""Short names for what came out, so that answers can be told apart."""

from __future__ import annotations

import hashlib


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()
