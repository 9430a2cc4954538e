"""The command check: everything that is wrong with the data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace

from atlas.cli.answers import print_json
from atlas.content.catalog import FileCatalog
from atlas.domain.problems import FileProblem


def check_files(asked: argparse.Namespace) -> int:
    from atlas.content.checks.check import check_data, in_order
    from atlas.content.checks.completeness import parted
    from atlas.content.checks.patient_words import reading_figures

    catalog = FileCatalog(replace(asked.places, own_referrals=asked.file))
    found = check_data(catalog)
    if asked.file is None:
        from atlas.render.asset_check import check_assets

        assets = check_assets(catalog)
        named = {p.file for p in assets}  # with what mends it
        found = [*(p for p in found if p.line is not None or p.file not in named), *assets]
    wrong, waiting = parted(found)
    problems, waiting = in_order(wrong), in_order(waiting)
    if asked.untranslated:
        problems = waiting
    if asked.json:
        print_json([p.as_json() for p in problems])
    else:
        for problem in problems:
            print(problem)
        count = len(problems)
        for figures in reading_figures(FileCatalog(asked.places)) if asked.file is None else ():
            print(figures, file=sys.stderr)
        if asked.untranslated:
            print(f"{count} of these." if count else "Nothing waits for a translation.", file=sys.stderr)
            return 0
        for language, files in _by_language(waiting).items():
            said = f"Not translated yet ({language}; `atlas check --untranslated` says what)"
            print(f"{said}: {', '.join(files)}.", file=sys.stderr)
        print("Nothing is wrong." if not count else f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
    return 1 if problems and not asked.untranslated else 0


def _by_language(waiting: Iterable[FileProblem]) -> dict[str, dict[str, None]]:
    """The files that lack something, each once, by language."""
    out: dict[str, dict[str, None]] = {}
    for problem in waiting:
        out.setdefault(problem.untranslated or "", {})[problem.file] = None
    return out
