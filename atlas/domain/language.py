"""The language that every text is written in first; a missing translation falls back to it."""

from __future__ import annotations

ENGLISH = "en"
