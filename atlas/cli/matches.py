"""The command match: published patterns that cover a painted area."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from atlas.cli.answers import NOTICE, Refused, catalog_of, exit_code, known, paint_missing, print_json
from atlas.domain.body.sides import SIDES, sides_of


def add_match_arguments(match: argparse.ArgumentParser) -> None:
    """The arguments of `atlas match`."""
    match.add_argument("--regions", metavar="A,B,C", help="regions that hurt, by id; see `atlas regions`")
    match.add_argument("--side", metavar="S", default="right", help="side of these regions: right, left or both")
    match.add_argument("--drawing", metavar="FILE", type=Path, help="a drawing saved by the window")
    match.add_argument("--top", metavar="N", type=int, default=10, help="how many to list; 10 without it")
    match.add_argument("--json", action="store_true", help="answer as JSON")


def match_patterns(asked: argparse.Namespace) -> int:
    """`atlas match`: warnings first, then patterns by percent covered. Returns the exit code; raises Refused."""
    from textwrap import fill

    from atlas.content.baked.body import STAND_IN
    from atlas.content.kept.drawing_files import read_drawing
    from atlas.domain.body.painting import union
    from atlas.domain.body.places import DrawnPlaces
    from atlas.domain.body.region_painting import regions_painting
    from atlas.domain.finding.ranking import Likely
    from atlas.domain.pain.drawing_measures import covers_most
    from atlas.domain.pain.drawing_record import NotADrawing
    from atlas.domain.pain.matching import PatternIndex
    from atlas.domain.words.red_flags import NoRedFlags, warning_signs_of

    if asked.regions is None and asked.drawing is None:
        raise Refused("Say where it hurts: --regions with ids of `atlas regions`, or --drawing with a file.")
    if asked.top < 1:
        raise Refused("--top is a number from 1 upward.")
    catalog = catalog_of(asked)
    surface, parts = catalog.surface, []
    if surface.version == STAND_IN:
        raise Refused("Without the body nothing can be compared.")
    if asked.regions is not None:
        names = [known(n.strip(), catalog.regions, "region") for n in asked.regions.split(",") if n.strip()]
        if not names:
            raise Refused("--regions names no region.")
        sides = sides_of(known(asked.side, SIDES, "side"))
        parts += [regions_painting(surface, names, side) for side in sides]
    if asked.drawing is not None:
        try:
            parts.append(read_drawing(asked.drawing, surface)[0].painting)
        except NotADrawing as error:
            raise Refused(str(error)) from error
    painting = union(parts)
    if not (painting.strength > 0.5).any():
        raise Refused("The drawing is empty.")
    if covers_most(surface, painting):
        print("Most of the body is painted, so no pattern covers much: say where it hurts most.", file=sys.stderr)
    try:
        texts = catalog.guide().red_flags
        signs = warning_signs_of(catalog.red_flag_rules, texts, DrawnPlaces(surface, painting).touched())
    except NoRedFlags as error:
        raise Refused(f"No answer is given without its warnings. {error}") from error
    paint_missing(catalog)
    parts_of_body = {r.id: r.parent for r in catalog.regions.values()}
    pages = catalog.guide().problem_pages.values()
    likely = Likely(catalog.muscles.values(), catalog.surveys, pages, parts_of_body)
    index = PatternIndex(surface, (catalog.pattern(m) for m in catalog.muscles), likely)
    found = index.matches(painting)[: asked.top]
    flags = (*signs.raised, *signs.always)
    if asked.json:
        print_json(
            {
                "red_flags": [{"id": f.id, "text": f.text} for f in flags],
                "patterns": [{"id": m.muscle, "side": m.side, "covers_percent": m.covers_percent} for m in found],
            }
        )
    else:
        print("When to get help")
        for flag in flags:
            print(fill(flag.text, 100, initial_indent="  - ", subsequent_indent="    "))
        print("\nPublished patterns by how much of this they cover; where pain is only sometimes felt counts half")
        for match in found:
            print(f"{match.covers_percent:3d}%  {match.muscle}, {match.side}")
        print(NOTICE)
    return exit_code(asked, asked.places.referrals, asked.places.landmarks, asked.places.regions)
