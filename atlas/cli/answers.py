"""What every command answers with: the atlas it reads, what that lacks, sentences of refusal, JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from atlas.content.catalog import FileCatalog
from atlas.content.problems import did_you_mean, shown

NOTICE = (
    "Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment by a "
    "health professional."
)
_MOST_PRINTED = 100  # problems
_PRINTED_EVERY = 20  # painted patterns

T = TypeVar("T", bound=str)


class Refused(Exception):
    """What was asked cannot be done; the message is one sentence."""


def catalog_of(asked: argparse.Namespace) -> FileCatalog:
    """The atlas; what is wrong with its files is said when the work is done, and what is sound is used."""
    asked.catalog = FileCatalog(asked.places)
    asked.known_at_first = frozenset(asked.catalog.problems)
    return cast(FileCatalog, asked.catalog)


def print_problems(catalog: FileCatalog | None) -> None:
    """Writes what is wrong with the atlas's files to stderr, a line each."""
    problems = catalog.problems if catalog is not None else ()
    for problem in problems[:_MOST_PRINTED]:
        print(f"atlas: {problem}", file=sys.stderr)
    if len(problems) > _MOST_PRINTED:
        print("atlas: more is wrong; see `atlas check`", file=sys.stderr)


def lacks(asked: argparse.Namespace, *files: Path, muscles: Sequence[str] | None = None) -> bool:
    """Whether an answer lacks something for a damaged file: of those that it needs, or of what was read for it since.

    `muscles`: those that it is about; None for all.
    """
    needed, referrals = {shown(f) for f in files}, shown(asked.places.referrals)
    for problem in asked.catalog.problems:
        of_these = (
            muscles is None or problem.muscle in muscles or (problem.muscle is None and problem.file != referrals)
        )
        if not problem.mended and of_these and (problem.file in needed or problem not in asked.known_at_first):
            return True
    return False


def exit_code(asked: argparse.Namespace, *files: Path, muscles: Sequence[str] | None = None) -> int:
    """The exit code of an answer that was given: 2 where it lacks something."""
    return 2 if lacks(asked, *files, muscles=muscles) else 0


def paint_missing(catalog: FileCatalog) -> None:
    """Paints the patterns that are not stored; that takes a while, so it is said."""
    for done, whole in catalog.painted.paint_missing():
        if done % _PRINTED_EVERY == 0:
            said = f"atlas: {done} of {whole} patterns painted anew" if done else f"atlas: {whole} patterns are painted"
            print(said if done else f"{said} anew, which takes a while", file=sys.stderr, flush=True)


def known(name: str, known: Iterable[T], what: str) -> T:
    """The one of `known` that has this name."""
    for one in known:
        if one == name:
            return one
    raise Refused(f"There is no {what} `{name}`{did_you_mean(name, known)}.")


def print_json(value: Any) -> None:
    """Writes a value to stdout as JSON; letters of any script stay as they are."""
    print(json.dumps(value, indent=2, ensure_ascii=False))
