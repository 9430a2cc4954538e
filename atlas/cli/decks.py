"""The command `deck`: cards of the atlas for Anki, or as flashcards to print."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from atlas import paths
from atlas.cli.answers import Refused, catalog_of, known, lacks, paint_missing, print_json
from atlas.cli.entries import entry_files
from atlas.cli.pictures import begin_painting
from atlas.domain.anatomy import AREAS
from atlas.domain.choices import FIGURES, PAPERS
from atlas.domain.study.cards import KINDS

_SAID_EVERY = 100  # cards


def add_deck_arguments(deck: argparse.ArgumentParser) -> None:
    """The arguments of `atlas deck`."""
    deck.add_argument("--area", metavar="A", action="append", default=[], help=f"{', '.join(AREAS)}; repeatable")
    deck.add_argument("--kinds", metavar="K", default=",".join(KINDS), help=f"with commas between: {', '.join(KINDS)}")
    deck.add_argument("--lang", metavar="L", default="en", help="en (as is usual) or another language of the atlas")
    deck.add_argument("--figure", metavar="F", default="female", help="female or male")
    deck.add_argument("--paper", metavar="P", default="a4", help="of flashcards: a4 (as is usual) or letter")
    deck.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="FILE.apkg, or FILE.pdf")
    deck.add_argument("--json", action="store_true", help="say what was written as JSON")


def write_deck(asked: argparse.Namespace) -> int:
    """`atlas deck`: writes cards for Anki or as PDF, whole or not at all. Returns the exit code; raises Refused."""
    if asked.output.suffix.lower() not in (".apkg", ".pdf"):
        raise Refused(f"A deck is written as .apkg or .pdf, not as `{asked.output.name}`.")
    areas = tuple(known(area, AREAS, "area") for area in asked.area)
    kinds = tuple(known(kind.strip(), KINDS, "kind of card") for kind in asked.kinds.split(",") if kind.strip())
    if not kinds:
        raise Refused("No kind of card was named.")
    language = known(asked.lang, asked.places.languages, "language")
    figure, paper = known(asked.figure, FIGURES, "figure"), known(asked.paper, PAPERS, "paper")
    catalog = catalog_of(asked)
    begin_painting(catalog)
    from atlas.content.files import read_bytes
    from atlas.domain.problems import NotSaved
    from atlas.domain.state import Look
    from atlas.domain.study.cards import all_cards
    from atlas.domain.study.learner import Plan
    from atlas.domain.study.session import chosen_cards, region_areas
    from atlas.render.plates import Plates
    from atlas.render.study.deck_faces import DeckFaces
    from atlas.render.study.deck_files import save_deck
    from atlas.ui.language.languages import Languages
    from atlas.ui.language.translate import translate

    spoken = catalog.in_language(language)
    languages = Languages(paths.LANGUAGES, catalog.languages, catalog.found_wrong, read_bytes)
    languages.speak(language)  # as long as it is held
    paint_missing(catalog)
    plan = Plan(areas=areas, kinds=kinds)
    cards = chosen_cards(all_cards(spoken), plan, spoken.muscles, region_areas(spoken.muscles.values()))
    if not cards:
        raise Refused("There is no card of these kinds in these areas.")
    places = asked.places
    faces = DeckFaces(spoken, Plates(spoken, places.body, places.muscles), language, Look(figure=figure))
    title = translate("Window", "Trigger-Point Referral Atlas")
    try:
        if lacks(asked, *entry_files(places), places.views, places.cameras(figure)):
            raise Refused("No deck was written, because it would lack what is named above.")
        save_deck(asked.output, faces, cards, title, _say, paper)
    except NotSaved as error:
        raise Refused(str(error)) from error
    if asked.json:
        print_json({"file": str(asked.output), "cards": len(cards), "language": language, "kinds": list(kinds)})
    return 0


def _say(done: int, whole: int) -> None:
    if done % _SAID_EVERY == 0:
        print(f"atlas: {done} of {whole} cards made", file=sys.stderr, flush=True)
