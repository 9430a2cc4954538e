"""Commands about entries: list, show, export."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from atlas import paths
from atlas.cli.answers import NOTICE, Refused, catalog_of, exit_code, known, paint_missing, print_json
from atlas.content.catalog import FileCatalog
from atlas.content.export import as_entry
from atlas.domain.anatomy import ANATOMY, AREAS, READERS, Depth, Muscle
from atlas.domain.choices import FIGURES
from atlas.domain.finding.filters import ACTIONS, ROOTS, fits, nerves_of
from atlas.domain.finding.muscle_filter import MuscleFilter
from atlas.domain.strengths import STRENGTHS
from atlas.domain.words.handout_words import HandoutWords


def list_entries(asked: argparse.Namespace) -> int:
    """`atlas list`: every muscle under its area. Returns the exit code."""
    catalog = catalog_of(asked)
    wanted = _filter_of(asked, catalog)
    nerves = nerves_of(catalog.vocabulary) if wanted.nerve else {}
    kept = [m for m in catalog.muscles.values() if fits(m, wanted, nerves)]
    if asked.json:
        print_json(_entries(catalog, kept))
        return exit_code(asked, *entry_files(asked.places))
    width = max((len(m.id) for m in kept), default=0)
    for area, label in AREAS.items():
        here = [m for m in kept if m.area == area]
        if here:
            print(f"{label}")
            for muscle in here:
                print(f"  {muscle.id:<{width}}  {muscle.name}")
    return exit_code(asked, asked.places.referrals)


def add_list_arguments(made: argparse.ArgumentParser) -> None:
    """The arguments of `atlas list`: filters, all of which have to fit."""
    made.add_argument("--area", metavar="A", default="", help=", ".join(AREAS))
    made.add_argument("--region", metavar="R", default="", help="where its pain is felt, see `atlas regions`")
    made.add_argument("--nerve", metavar="N", default="", help="such as radial-nerve")
    made.add_argument("--root", metavar="R", default="", help="such as C5 or L4")
    made.add_argument("--action", metavar="A", default="", help=", ".join(ACTIONS))
    made.add_argument("--depth", metavar="D", default="", help="superficial or deep")


def _filter_of(asked: argparse.Namespace, catalog: FileCatalog) -> MuscleFilter:
    """What is asked for; raises Refused for what is not known."""
    every: dict[str, Iterable[str]] = {"area": AREAS, "root": ROOTS, "action": ACTIONS, "depth": get_args(Depth)}
    every["region"] = catalog.regions
    if asked.nerve:
        every["nerve"] = nerves_of(catalog.vocabulary)
    wanted = {
        by: value for by in ("area", "region", "nerve", "root", "action", "depth") if (value := getattr(asked, by))
    }
    return MuscleFilter(**{by: known(value, every[by], by) for by, value in wanted.items()})


def show_entry(asked: argparse.Namespace) -> int:
    """`atlas show`: all about one muscle. Returns the exit code; raises Refused for an unknown id."""
    catalog = catalog_of(asked)
    language = known(asked.lang, catalog.languages, "language")
    catalog = catalog.in_language(language)
    muscle = catalog.muscles[known(asked.id, catalog.muscles, "muscle")]
    entry = as_entry(catalog, muscle, known(asked.figure, FIGURES, "figure"), language)
    code = exit_code(asked, *entry_files(asked.places), muscles=[muscle.id])
    if asked.json:
        print_json(entry)
        return code
    print(f"{entry['name']} ({entry['lay_name']})")
    print(f"{AREAS[entry['area']]}, {entry['depth']}; evidence: {entry['evidence']}\n")
    for fact in ANATOMY:
        print(f"{fact.capitalize()}: {entry[fact]}")
    print("\nPain, right side, percent of each region painted")
    nothing = "nowhere" if not code or any(entry["regions"].values()) else "cannot be said; a file is damaged"
    for strength in STRENGTHS:
        shares = [f"{catalog.regions[s['id']].label} {s['percent']:.0f}%" for s in entry["regions"][strength]]
        print(f"  {HandoutWords().lead(strength)}: {', '.join(shares) or nothing}")
    print("\nTrigger points")
    for point in entry["trigger_points"]:
        note = f" ({point['note']})" if point["note"] else ""
        print(f"  {point['id']} refers to {', '.join(point['refers_to'])}{note}")
    for reader in READERS:
        print(f"\nFor the {reader}")
        for heading, text in entry["texts"][reader].items():
            if heading in ANATOMY:
                continue  # stands above
            print(f"  {heading.replace('_', ' ').capitalize()}: {text}")
    print("\nSources")
    for source in entry["sources"]:
        print(f"  {catalog.sources[source].citation}")
    reviewer = entry["review"]["reviewed_by"]
    print(f"\nReviewed by {reviewer}." if reviewer else "\nNobody has reviewed this entry yet.")
    print(NOTICE)
    return code


def export_entries(asked: argparse.Namespace) -> int:
    """`atlas export`: all entries as JSON, to stdout or a file. Returns the exit code; raises Refused."""
    catalog = catalog_of(asked)
    entries = _entries(catalog)
    code = exit_code(asked, *entry_files(asked.places))
    if asked.output is None:
        print_json(entries)
        return code
    if code:
        raise Refused(f"{asked.output} was not written, because it would lack what is named above.")
    from atlas.content.saving import save_whole
    from atlas.domain.problems import NotSaved

    try:
        save_whole(asked.output, (json.dumps(entries, indent=2, ensure_ascii=False) + "\n").encode())
    except NotSaved as error:
        raise Refused(str(error)) from error
    return 0


def _entries(catalog: FileCatalog, muscles: Iterable[Muscle] | None = None) -> list[dict[str, Any]]:
    paint_missing(catalog)
    return [as_entry(catalog, m) for m in (catalog.muscles.values() if muscles is None else muscles)]


def entry_files(places: paths.Places) -> tuple[Path, ...]:
    """The files that an entry is put together from; its texts are read for it."""
    return places.referrals, places.landmarks, places.regions, places.sources
