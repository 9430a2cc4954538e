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
from atlas.domain.views import Sides

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
            return _window()
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


# -- commands ----------------------------------------------------------------


def _window() -> int:
    on_unix = not sys.platform.startswith(("win", "darwin"))
    if on_unix and not any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Refused(_NO_DISPLAY)
    from atlas.app import main as open_window

    return int(open_window())


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
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display, also where one is named but not there
    from PySide6.QtGui import QGuiApplication

    from atlas.render.export import NotSaved, render_to_file
    from atlas.ui.fonts import font, load_fonts

    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts(paths.FONTS)
    if isinstance(application, QGuiApplication):
        application.setFont(font())
    try:
        render_to_file(catalog, state, asked.width, asked.output)
    except (NotSaved, ValueError) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"id": muscle.id, "view": asked.view, "side": state.sides, "figure": state.figure}
        _print_json({"file": str(asked.output), **said})
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

    problems = check(replace(asked.places, own_referrals=asked.file))
    if asked.json:
        _print_json([p.as_json() for p in problems])
    else:
        for problem in problems:
            print(problem)
        count = len(problems)
        print("Nothing is wrong." if not count else f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
    return 1 if problems else 0


def _export(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked.places)
    entries = [as_entry(catalog, m) for m in catalog.muscles.values()]
    if asked.output is None:
        _print_json(entries)
        return 0
    try:
        asked.output.write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise Refused(f"{asked.output} cannot be written: {error.strerror or error}.") from error
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
