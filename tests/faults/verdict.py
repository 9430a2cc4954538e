"""What an answer on a broken atlas is worth, beside the answer of the sound one."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

SURVIVED = ("unharmed", "said")
VERDICTS = (*SURVIVED, "silent", "traceback", "crash", "hang")


def verdict(sound: dict[str, Any], got: dict[str, Any], file: str, most_memory: int, checked: bool = False) -> str:
    """`said`: a sentence names what is broken, or nothing was made and a sentence says so."""
    if "end" in got:
        return str(got["end"])
    if got["failed"]:
        return "traceback"
    if got["held"] > most_memory:
        return "crash"  # a machine with less memory would have ended it
    if (got["parts"], got["code"]) == (sound["parts"], sound["code"]):
        return "unharmed"
    made = set(got["parts"]) - {"told"}
    if got["code"] == 2 and got["said"].strip() and not made:
        return "said"
    if checked and got["code"] == 1:
        return "said"  # it says that something is wrong, though of what depends on the file
    return "said" if names(got["said"], file) else "silent"


def names(said: str, file: str) -> bool:
    """Whether a sentence says which file it is."""
    path = PurePath(file)
    return path.name in said or str(path) in said
