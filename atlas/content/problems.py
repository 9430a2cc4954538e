"""How files are named for people, and what may have been meant by a name that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

from atlas import paths


def shown(path: PathLike[str]) -> str:
    """A path as a person would write it: from here, or from the atlas's own folder, when it lies inside."""
    whole = Path(path).absolute()
    for base in (Path.cwd(), paths.ROOT):
        if whole.is_relative_to(base):
            return whole.relative_to(base).as_posix()
    return fspath(path)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """In brackets "(did you mean `x`?" for the known word most like this one, or nothing.

    Of names of several words each must be alike: `ischial-tuberosity` is not what a `tibial-tuberosity` is taken for.
    """
    from rapidfuzz import fuzz, process  # only mistakes need it, and a start seldom has any

    for near, *_ in process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=65, limit=5):
        parts, others = re.split(r"[-_ ]", word), re.split(r"[-_ ]", near)
        if len(parts) != len(others) or all(fuzz.ratio(a, b) >= 65 for a, b in zip(parts, others, strict=True)):
            return f" (did you mean `{near}`?)"
    return ""
