"""The command find: muscles, complaints, pages, places, points, nerves and roots, by whatever words."""

from __future__ import annotations

import argparse
from typing import Any

from atlas.cli.answers import NOTICE, catalog_of, exit_code, known, print_json
from atlas.domain.choices import ENGLISH

_SIDED = ("muscle", "point", "complaint", "region")


def add_find_arguments(find: argparse.ArgumentParser) -> None:
    """Says on the command line what `find` takes."""
    find.add_argument("words", metavar="WORDS", nargs="+", help="a name, a place, a complaint or a whole sentence")
    find.add_argument("--lang", metavar="L", default=ENGLISH, help="language to answer in; any may be typed")
    find.add_argument("--json", action="store_true", help="answer as JSON")


def find_words(asked: argparse.Namespace) -> int:
    """Prints what words find, the best first, each with its reason; returns the exit code."""
    catalog = catalog_of(asked)
    language = known(asked.lang, catalog.languages, "language")
    finder = catalog.finder()
    found = finder.find(" ".join(asked.words), language)
    if asked.json:
        rows: list[dict[str, Any]] = []
        for answer in found.answers:
            row = {"kind": answer.kind, "id": answer.id, "reason": finder.reason(answer, language)}
            side = {"side": found.side} if found.side is not None and answer.kind in _SIDED else {}
            rows.append({**row, "score": answer.score, **side})
        print_json(rows)
    elif found.answers:
        for answer in found.answers:
            print(f"{answer.kind:<9}  {answer.id}  ({finder.reason(answer, language)})")
        print(NOTICE)
    else:
        print("Nothing fits these words.")
        if found.nearest:
            print("Nearest: " + ", ".join(finder.title(near, language) for near in found.nearest) + ".")
    places = asked.places
    return exit_code(asked, places.referrals, places.regions, places.words, places.complaints)
