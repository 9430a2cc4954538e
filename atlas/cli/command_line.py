"""Reads the command line, runs what it asks for and answers with an exit code."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from atlas import __version__, paths
from atlas.cli.answers import NOTICE, Refused, print_problems
from atlas.cli.body import find_point, list_regions, list_views
from atlas.cli.checking import check_files
from atlas.cli.decks import add_deck_arguments, write_deck
from atlas.cli.entries import add_list_arguments, export_entries, list_entries, show_entry
from atlas.cli.finding import add_find_arguments, find_words
from atlas.cli.matches import add_match_arguments, match_patterns
from atlas.cli.pictures import add_handout_arguments, add_render_arguments, render_picture, write_handout
from atlas.cli.window import open_window, set_pin
from atlas.content.problems import did_you_mean
from atlas.domain.choices import ENGLISH

_MATCHES = "published patterns that cover a painted area, best first; geometry only"


def main(arguments: Sequence[str] | None = None, places: paths.Places | None = None) -> int:
    """Runs a command; returns the exit code.

    0: done. 1: `check` found problems. 2: not understood, not possible, or less than was asked for because a file is
    damaged. 130: broken off with Ctrl+C. `places` None: the shipped atlas. The window always shows the shipped one.
    """
    _speak_utf8()
    try:
        try:
            return _run(_parser().parse_args(arguments), places)
        finally:  # also after `--help`, which leaves by an exception
            if sys.stdout is not None:  # closed from the beginning: `atlas list >&-`
                sys.stdout.flush()
    except KeyboardInterrupt:
        _let_go_of_output()
        return 130
    except BrokenPipeError:  # `atlas list | head`
        _let_go_of_output()
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EBADF):
            raise
        _let_go_of_output()
        print(f"atlas: The answer cannot be written: {error.strerror}.", file=sys.stderr)
        return 2


def _run(asked: argparse.Namespace, places: paths.Places | None) -> int:
    asked.places = places or paths.Places(cache=paths.user_cache())
    asked.catalog = None
    refusal = ""
    try:
        if asked.command is None:
            return set_pin() if asked.set_pin else open_window(asked.kiosk)
        code = int(asked.run(asked))
    except Refused as refused:
        code, refusal = 2, f"atlas: {refused}"
    print_problems(asked.catalog)
    if refusal:
        print(refusal, file=sys.stderr)
    return code


class _Parser(argparse.ArgumentParser):
    def _print_message(self, message: str, file: Any = None) -> None:
        """Raises OSError where a help cannot be written; argparse would say nothing of it."""
        stream = file or sys.stderr
        if message and stream is not None:
            stream.write(message)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            self.error(f"There is no command `{value}`{did_you_mean(str(value), action.choices)}.")


def _parser() -> argparse.ArgumentParser:
    top = _Parser(prog="atlas", description="Where a muscle's trigger points send pain.", epilog=NOTICE)
    top.add_argument("--version", action="version", version=f"atlas {__version__}")
    top.add_argument("--kiosk", action="store_true", help="the window full screen, for a tablet in a clinic")
    top.add_argument(
        "--set-pin", action="store_true", help="asks for the PIN that leaves the kiosk, and keeps its hash"
    )
    top.set_defaults(command=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands (without one: the window)")

    def command(name: str, run: Any, about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    def with_json(made: argparse.ArgumentParser) -> None:
        made.add_argument("--json", action="store_true", help="answer as JSON")

    listing = command("list", list_entries, "every entry of the atlas, or those that some filters leave")
    add_list_arguments(listing)
    with_json(listing)
    show = command("show", show_entry, "facts, texts and painted regions of one entry")
    show.add_argument("id", metavar="ID")
    show.add_argument("--figure", metavar="F", default="female", help="whose plate: female or male")
    show.add_argument("--lang", metavar="L", default=ENGLISH, help="language of names, notes and texts")
    with_json(show)
    add_render_arguments(command("render", render_picture, "the plate of a muscle or one view of it, as PNG"))
    add_handout_arguments(command("handout", write_handout, "a page for the patient, as PDF or PNG"))
    add_find_arguments(command("find", find_words, "muscles, complaints, places and more, by whatever words"))
    add_match_arguments(command("match", match_patterns, _MATCHES))
    add_deck_arguments(command("deck", write_deck, "cards to learn from, for Anki or as flashcards to print"))
    with_json(command("regions", list_regions, "the named skin regions"))
    with_json(command("views", list_views, "the pictures of the body"))
    where = command("where", find_point, "a point of the skin: its vertex, its region and the landmark nearest to it")
    where.add_argument("point", metavar="POINT", help='a landmark, or "landmark > other 48%%"')
    with_json(where)
    checking = command("check", check_files, "everything that is wrong with the data; exit code 1 if anything is")
    checking.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="a referrals file in place of the shipped one"
    )
    checking.add_argument(
        "--plates", action="store_true", help="what the plate of every muscle shows, in a table, and what it should"
    )
    checking.add_argument(
        "--untranslated", action="store_true", help="only what is not translated yet, in languages that are begun"
    )
    with_json(checking)
    export = command("export", export_entries, "every entry in one JSON document")
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")
    with_json(export)
    return top


def _let_go_of_output() -> None:
    """Nothing more can be said on stdout, not even at the end, when Python tries once more."""
    with contextlib.suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), output)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
