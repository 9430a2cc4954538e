"""The command line: the atlas for notes, slides and scripts. Qt is imported only to open the window or to render."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from atlas import __version__, paths
from atlas.content.catalog import FileCatalog
from atlas.content.entries import as_entry
from atlas.content.problems import did_you_mean
from atlas.domain.anatomy import AREAS, READERS
from atlas.domain.state import FIGURES, PALETTES, TONES, AtlasState
from atlas.domain.views import Sides, sides_of

NOTICE = (
    "Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment by a "
    "health professional."
)
_NO_DISPLAY = (
    "There is no display, so the window cannot open; every other command works without one (see `atlas --help`)."
)


class Refused(Exception):
    """What was asked cannot be done; the message is one sentence."""


def main(arguments: Sequence[str] | None = None, places: paths.Places | None = None) -> int:
    """Runs a command; returns the exit code: 0 done, 1 problems found, 2 not understood or not possible.

    `places` None: the shipped atlas. The window always shows the shipped one.
    """
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    asked.places = places or paths.Places(cache=paths.user_cache())
    try:
        if asked.command is None:
            return _set_pin() if asked.set_pin else _window(asked.kiosk)
        return int(asked.run(asked))
    except Refused as refusal:
        print(f"atlas: {refusal}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `atlas list | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="atlas", description="Where a muscle's trigger points send pain.", epilog=NOTICE)
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

    with_json(command("list", _list, "every entry of the atlas"))
    show = command("show", _show, "facts, texts and painted regions of one entry")
    show.add_argument("id", metavar="ID")
    with_json(show)
    _add_render(command("render", _render, "one picture, as PNG"))
    _add_handout(command("handout", _handout, "a page for the patient, as PDF or PNG"))
    _add_match(command("match", _match, "published patterns that cover a painted area, best first; geometry only"))
    with_json(command("regions", _regions, "the named skin regions"))
    with_json(command("views", _views, "the pictures of the body"))
    checking = command("check", _check, "everything that is wrong with the data; exit code 1 if anything is")
    checking.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="a referrals file in place of the shipped one"
    )
    with_json(checking)
    export = command("export", _export, "every entry in one JSON document")
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")
    with_json(export)
    return top


def _add_render(render: argparse.ArgumentParser) -> None:
    render.add_argument("id", metavar="ID")
    render.add_argument("--view", metavar="V", help="see `atlas views`; without it, the one that shows most")
    render.add_argument("--side", metavar="S", default="right", help="right (as is usual), left or both; the patient's")
    render.add_argument("--figure", metavar="F", default="female", help="female or male")
    render.add_argument("--tone", metavar="T", default="clay", help="clay or monk-1 to monk-10")
    render.add_argument("--point", metavar="N", type=int, help="only this trigger point's pattern is lit")
    render.add_argument("--palette", metavar="P", default="classic", help=f"{', '.join(PALETTES)}")
    render.add_argument("--width", metavar="PX", type=int, help="in pixels; without it, the picture's own")
    render.add_argument("-o", "--output", metavar="FILE.png", type=Path, required=True)
    render.add_argument("--json", action="store_true", help="say what was written as JSON")


def _add_handout(handout: argparse.ArgumentParser) -> None:
    handout.add_argument("id", metavar="ID", nargs="+", help="one to four muscles")
    handout.add_argument("--lang", metavar="L", default="en", help="en (as is usual) or another language of the atlas")
    handout.add_argument("--paper", metavar="P", default="a4", help="a4 (as is usual) or letter")
    handout.add_argument("--side", metavar="S", default="right", help="right (as is usual), left or both")
    handout.add_argument("--figure", metavar="F", default="female", help="female or male")
    handout.add_argument("--palette", metavar="P", default="classic", help=f"{', '.join(PALETTES)}")
    handout.add_argument("--note", metavar="TEXT", default="", help="the therapist's own note")
    handout.add_argument("--clinic", metavar="NAME", default="", help="stands at the top of the page")
    handout.add_argument("--logo", metavar="FILE", type=Path, help="a picture at the top of the page")
    handout.add_argument("--drawing", metavar="FILE", type=Path, help="the patient's pain drawing, as saved")
    handout.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="FILE.pdf, or FILE.png")
    handout.add_argument("--json", action="store_true", help="say what was written as JSON")


def _add_match(match: argparse.ArgumentParser) -> None:
    match.add_argument("--regions", metavar="A,B,C", help="regions that hurt, by id; see `atlas regions`")
    match.add_argument("--side", metavar="S", default="right", help="side of these regions: right, left or both")
    match.add_argument("--drawing", metavar="FILE", type=Path, help="a drawing saved by the window")
    match.add_argument("--top", metavar="N", type=int, default=10, help="how many to list; 10 without it")
    match.add_argument("--json", action="store_true", help="answer as JSON")


# -- commands ----------------------------------------------------------------


def _set_pin() -> int:
    from getpass import getpass

    from atlas.content.pin import hashed
    from atlas.content.preferences import load_preferences, save_preferences

    try:
        pin = getpass("New PIN (4 to 12 digits; nothing: no PIN): ")
        again = getpass("The same again: ")
    except (EOFError, KeyboardInterrupt):
        raise Refused("No PIN was typed; nothing has changed.") from None
    if pin != again:
        raise Refused("These are two different PINs; nothing has changed.")
    if pin and not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        raise Refused("A PIN has 4 to 12 digits; nothing has changed.")
    path = paths.user_settings()
    kept, _ = load_preferences(path)
    save_preferences(path, replace(kept, pin=hashed(pin) if pin else ""))
    if load_preferences(path)[0].pin == kept.pin and pin:
        raise Refused(f"{path} cannot be written; nothing has changed.")
    print("The PIN is set." if pin else "There is no PIN now.")
    return 0


def _window(kiosk: bool) -> int:
    on_unix = not sys.platform.startswith(("win", "darwin"))
    if on_unix and not any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Refused(_NO_DISPLAY)
    from atlas.app import main as open_window

    return int(open_window(kiosk=kiosk))


def _list(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked.places)
    if asked.json:
        _print_json([as_entry(catalog, m) for m in catalog.muscles.values()])
        return 0
    width = max((len(m) for m in catalog.muscles), default=0)
    for area, label in AREAS.items():
        here = [m for m in catalog.muscles.values() if m.area == area]
        if here:
            print(f"{label}")
            for muscle in here:
                print(f"  {muscle.id:<{width}}  {muscle.name}")
    return 0


def _show(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked.places)
    entry = as_entry(catalog, catalog.muscles[_known(asked.id, catalog.muscles, "muscle")])
    if asked.json:
        _print_json(entry)
        return 0
    print(f"{entry['name']} ({entry['lay_name']})")
    print(f"{AREAS[entry['area']]}, {entry['depth']}; evidence: {entry['evidence']}\n")
    for fact in ("origin", "insertion", "action", "innervation"):
        print(f"{fact.capitalize()}: {entry[fact]}")
    print("\nPain, right side, percent of each region painted")
    for strength, lead in (("essential", "Mainly"), ("spillover", "Sometimes")):
        shares = [f"{catalog.regions[s['id']].label} {s['percent']:.0f}%" for s in entry["regions"][strength]]
        print(f"  {lead}: {', '.join(shares) or 'nowhere'}")
    print("\nTrigger points")
    for point in entry["trigger_points"]:
        note = f" ({point['note']})" if point["note"] else ""
        print(f"  {point['id']} refers to {', '.join(point['refers_to'])}{note}")
    for reader in READERS:
        print(f"\nFor the {reader}")
        for heading, text in entry["texts"][reader].items():
            print(f"  {heading.replace('_', ' ').capitalize()}: {text}")
    print("\nSources")
    for source in entry["sources"]:
        print(f"  {catalog.sources[source].citation}")
    reviewer = entry["review"]["reviewed_by"]
    print(f"\nReviewed by {reviewer}." if reviewer else "\nNobody has reviewed this entry yet.")
    print(NOTICE)
    return 0


def _render(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked.places)
    muscle = catalog.muscles[_known(asked.id, catalog.muscles, "muscle")]
    if asked.view is not None:
        _known(asked.view, catalog.views, "view")
    points = [str(p.id) for p in muscle.trigger_points]
    if asked.point is not None and str(asked.point) not in points:
        raise Refused(f"`{muscle.id}` has no point {asked.point}; its points are {', '.join(points)}.")
    state = AtlasState(
        muscle=muscle.id,
        view=asked.view,
        sides=_known(asked.side, get_args(Sides), "side"),  # type: ignore[arg-type]  # one of the three
        point=asked.point,
        figure=_known(asked.figure, FIGURES, "figure"),  # type: ignore[arg-type]  # one of the two
        tone=_known(asked.tone, TONES, "tone"),
        palette=_known(asked.palette, PALETTES, "palette"),
    )
    _begin_painting()
    from atlas.content.saving import NotSaved
    from atlas.render.export import render_to_file

    try:
        render_to_file(catalog, state, asked.width, asked.output)
    except (NotSaved, ValueError) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"id": muscle.id, "view": asked.view, "side": state.sides, "figure": state.figure}
        _print_json({"file": str(asked.output), **said})
    return 0


def _handout(asked: argparse.Namespace) -> int:
    kind = asked.output.suffix.lower()
    if kind not in (".pdf", ".png"):
        raise Refused(f"A handout is written as .pdf or .png, not as `{asked.output.name}`.")
    from atlas.content.drawings import read_drawing
    from atlas.content.guide import FileGuide
    from atlas.domain.drawing import NotADrawing
    from atlas.domain.handout import HandoutOrder, NoHandout, compose

    catalog = _catalog(asked.places)
    try:
        drawing = read_drawing(asked.drawing, catalog.surface)[0] if asked.drawing else None
    except NotADrawing as error:
        raise Refused(str(error)) from error
    language = _known(asked.lang, asked.places.languages, "language")
    order = HandoutOrder(
        muscles=tuple(_known(m, catalog.muscles, "muscle") for m in asked.id),
        sides=_known(asked.side, get_args(Sides), "side"),  # type: ignore[arg-type]  # one of the three
        figure=_known(asked.figure, FIGURES, "figure"),  # type: ignore[arg-type]  # one of the two
        palette=_known(asked.palette, PALETTES, "palette"),
        language=language,
        paper=_known(asked.paper, ("a4", "letter"), "paper"),  # type: ignore[arg-type]  # one of the two
        note=asked.note,
        clinic=asked.clinic,
        drawing=drawing,
    )
    _begin_painting()
    from atlas.content.saving import NotSaved
    from atlas.render.handout import lay_out
    from atlas.render.handout_files import save_pdf, save_picture
    from atlas.render.logo import NoLogo, read_logo
    from atlas.render.plates import Plates

    guide = FileGuide(asked.places, language, catalog)
    try:
        logo = read_logo(asked.logo) if asked.logo else None
        handout = compose(order, catalog, guide.guide, guide.words)
        leaflet = lay_out(handout, Plates(catalog, asked.places.assets / "body", asked.places.assets / "muscles"), logo)
        (save_pdf if kind == ".pdf" else save_picture)(leaflet, asked.output)
    except (NoHandout, NoLogo, NotSaved) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"ids": list(order.muscles), "language": language, "side": order.sides, "pages": len(leaflet.pages)}
        _print_json({"files": [str(asked.output)], **said})
    return 0


def _begin_painting() -> None:
    """Makes Qt ready to paint without a display, with the bundled typeface."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display, also where one is named but not there
    from PySide6.QtGui import QGuiApplication

    from atlas.ui.fonts import font, load_fonts

    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts(paths.FONTS)
    if isinstance(application, QGuiApplication):
        application.setFont(font())


def _match(asked: argparse.Namespace) -> int:
    from atlas.content.drawings import read_drawing
    from atlas.domain.drawing import NotADrawing, covers_most
    from atlas.domain.matching import PatternIndex, regions_painting
    from atlas.domain.pattern import union

    if asked.regions is None and asked.drawing is None:
        raise Refused("Say where it hurts: --regions with ids of `atlas regions`, or --drawing with a file.")
    if asked.top < 1:
        raise Refused("--top is a number from 1 upward.")
    catalog = _catalog(asked.places)
    surface, parts = catalog.surface, []
    if asked.regions is not None:
        names = [_known(n.strip(), catalog.regions, "region") for n in asked.regions.split(",") if n.strip()]
        if not names:
            raise Refused("--regions names no region.")
        sides = sides_of(_known(asked.side, get_args(Sides), "side"))  # type: ignore[arg-type]  # one of the three
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
    found = PatternIndex(surface, (catalog.pattern(m) for m in catalog.muscles)).matches(painting)[: asked.top]
    if asked.json:
        _print_json([{"id": m.muscle, "side": m.side, "covers_percent": m.covers_percent} for m in found])
        return 0
    for match in found:
        print(f"{match.covers_percent:5.1f}%  {match.muscle}, {match.side}")
    print(NOTICE)
    return 0


def _regions(asked: argparse.Namespace) -> int:
    regions = _catalog(asked.places).regions
    if asked.json:
        keys = ("id", "label", "parent", "midline", "where")
        _print_json([{k: getattr(r, k) for k in keys} for r in regions.values()])
        return 0
    width = max((len(r) for r in regions), default=0)
    for region in regions.values():
        print(f"{region.id:<{width}}  {region.label}")
    return 0


def _views(asked: argparse.Namespace) -> int:
    views = _catalog(asked.places).views
    if asked.json:
        keys = ("id", "name", "group", "mirrored_from", "mm_per_px")
        _print_json([{k: getattr(v, k) for k in keys} for v in views.values()])
        return 0
    width = max(len(v) for v in views)
    for view in views.values():
        print(f"{view.id:<{width}}  {view.name}")
    return 0


def _check(asked: argparse.Namespace) -> int:
    from atlas.content.lint import check
    from atlas.content.lint_words import reading_figures

    problems = check(replace(asked.places, own_referrals=asked.file))
    if asked.json:
        _print_json([p.as_json() for p in problems])
    else:
        for problem in problems:
            print(problem)
        count = len(problems)
        for figures in reading_figures(FileCatalog(asked.places)) if asked.file is None else ():
            print(figures, file=sys.stderr)
        print("Nothing is wrong." if not count else f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
    return 1 if problems else 0


def _export(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked.places)
    entries = [as_entry(catalog, m) for m in catalog.muscles.values()]
    if asked.output is None:
        _print_json(entries)
        return 0
    from atlas.content.saving import NotSaved, save_whole

    try:
        save_whole(asked.output, (json.dumps(entries, indent=2, ensure_ascii=False) + "\n").encode())
    except NotSaved as error:
        raise Refused(str(error)) from error
    return 0


# -- saying things -----------------------------------------------------------


def _catalog(places: paths.Places) -> FileCatalog:
    """The atlas; what is wrong with its files goes to stderr, and what is sound is used."""
    catalog = FileCatalog(places)
    for problem in catalog.problems[:10]:
        print(f"atlas: {problem}", file=sys.stderr)
    if len(catalog.problems) > 10:
        print("atlas: more is wrong; see `atlas check`", file=sys.stderr)
    return catalog


def _known(name: str, known: Iterable[str], what: str) -> str:
    if name not in known:
        raise Refused(f"There is no {what} `{name}`{did_you_mean(name, known)}.")
    return name


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
