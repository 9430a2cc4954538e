"""The command check: everything that is wrong with the data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace

from atlas.cli.answers import print_json
from atlas.content.catalog import UNSEEN, FileCatalog
from atlas.domain.problems import FileProblem


def check_files(asked: argparse.Namespace) -> int:
    """`atlas check`: every mistake with its line. Returns 1 if there are any; what waits for a translation is none."""
    from atlas.content.checks.answers import check_answers
    from atlas.content.checks.check import check_data, in_order
    from atlas.content.checks.completeness import parted
    from atlas.content.checks.patient_words import reading_figures
    from atlas.content.checks.sheets import attachment_figures

    catalog = FileCatalog(replace(asked.places, own_referrals=asked.file))
    if asked.plates:
        return _check_plates(catalog, asked.json)
    found = check_data(catalog)
    if asked.file is None and not parted(found)[0]:  # of half an atlas it would say nothing
        found += check_answers(catalog)
    if asked.file is None:
        from atlas.render.asset_check import check_assets

        assets = check_assets(catalog)
        named = {p.file for p in assets}  # with what mends it
        found = [p for p in found if p.line is not None or p.file not in named]
        found = [*(p for p in found if not p.sentence.startswith(UNSEEN)), *assets]
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
        whole = FileCatalog(asked.places) if asked.file is None else None
        for figures in (*reading_figures(whole), *attachment_figures(whole.muscles.values())) if whole else ():
            print(figures, file=sys.stderr)
        if asked.untranslated:
            print(f"{count} of these." if count else "Nothing waits for a translation.", file=sys.stderr)
            return 0
        for language, files in _by_language(waiting).items():
            said = f"Not translated yet ({language}; `atlas check --untranslated` says what)"
            print(f"{said}: {', '.join(files)}.", file=sys.stderr)
        print("Nothing is wrong." if not count else f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
    return 1 if problems and not asked.untranslated else 0


def _check_plates(catalog: FileCatalog, as_json: bool) -> int:
    """What every plate shows, on both figures; exit code 1 if one does not hold what a plate promises."""
    from atlas.domain.choices import FIGURES
    from atlas.domain.plate.measures import measured

    rows, wrong = [], 0
    for figure in FIGURES:
        for muscle in catalog.muscles.values():
            plate = catalog.plate(muscle.id, figure)
            found = measured(plate, catalog.pattern(muscle.id), muscle, catalog.sight(figure))
            wrong += bool(found.faults)
            views = [panel.view for panel in plate.panels]
            rows.append({"id": muscle.id, "figure": figure, "views": views, **asdict(found), "faults": found.faults})
    if as_json:
        print_json(rows)
        return 1 if wrong else 0
    wide = max((len(muscle) for muscle in catalog.muscles), default=0)
    print(f"{'':{wide}}  figure  points  main  muscle  times  mm  ess.  spill  adds  views")
    for row in rows:
        shares = {k: f"{100 * v:.0f}" for k, v in row.items() if isinstance(v, float)}
        print(
            f"{row['id']:{wide}}  {row['figure']:6}  {shares['points']:>6}  {shares['main_points']:>4}  "
            f"{shares['main_muscle']:>6}  {row['times']:5.1f}  {row['main_mm']:3.0f}  {shares['essential']:>4}  "
            f"{shares['spillover']:>5}  {shares['least_added']:>4}  {', '.join(row['views'])}"
            + "".join(f"  ! {fault}" for fault in row["faults"])
        )
    print(f"{wrong} of {len(rows)} plates do not hold what a plate promises.", file=sys.stderr)
    return 1 if wrong else 0


def _by_language(waiting: Iterable[FileProblem]) -> dict[str, dict[str, None]]:
    """The files that lack something, each once, by language."""
    out: dict[str, dict[str, None]] = {}
    for problem in waiting:
        out.setdefault(problem.untranslated or "", {})[problem.file] = None
    return out
