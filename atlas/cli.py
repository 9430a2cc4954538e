"""The command line: the atlas for notes, slides and scripts. Qt is imported only to open the window or to render."""

from __future__ import annotations

import argparse
import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from atlas import __version__, paths
from atlas.content.catalog import FileCatalog
from atlas.content.export import as_entry
from atlas.content.problems import did_you_mean, shown
from atlas.domain.anatomy import AREAS, READERS
from atlas.domain.body.sides import SIDES, sides_of
from atlas.domain.choices import FIGURES, PALETTES, PAPERS, TONES
from atlas.domain.problems import FileProblem
from atlas.domain.state import AtlasState, Look, Study
from atlas.domain.strengths import STRENGTHS
from atlas.domain.words.handout_words import HandoutWords

NOTICE = (
    "Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment by a "
    "health professional."
)
_MOST_SAID = 100  # problems
_SAID_EVERY = 20  # painted patterns
_NO_DISPLAY = (
    "There is no display, so the window cannot open; every other command works without one (see `atlas --help`)."
)

T = TypeVar("T", bound=str)


class Refused(Exception):
    """What was asked cannot be done; the message is one sentence."""


def main(arguments: Sequence[str] | None = None, places: paths.Places | None = None) -> int:
    """Runs a command; returns the exit code.

    0: done. 1: `check` found problems. 2: not understood, not possible, or less than was asked for because a file is
    damaged. 130: broken off with Ctrl+C. `places` None: the shipped atlas. The window always shows the shipped one.
    """
    _speak_utf8()
    try:
        code = _run(_parser().parse_args(arguments), places)
        if sys.stdout is not None:  # closed from the beginning: `atlas list >&-`
            sys.stdout.flush()
        return code
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
            return _set_pin() if asked.set_pin else _window(asked.kiosk)
        code = int(asked.run(asked))
    except Refused as refused:
        code, refusal = 2, f"atlas: {refused}"
    _tell_what_is_wrong(asked.catalog)
    if refusal:
        print(refusal, file=sys.stderr)
    return code


def _let_go_of_output() -> None:
    """Nothing more can be said on stdout, not even at the end, when Python tries once more."""
    with contextlib.suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), output)


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
    where = command("where", _where, "a point of the skin: its vertex, its region and the landmark nearest to it")
    where.add_argument("point", metavar="POINT", help='a landmark, or "landmark > other 48%%"')
    with_json(where)
    checking = command("check", _check, "everything that is wrong with the data; exit code 1 if anything is")
    checking.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="a referrals file in place of the shipped one"
    )
    checking.add_argument(
        "--untranslated", action="store_true", help="only what is not translated yet, in languages that are begun"
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

    from atlas.content.kept.pin import hashed
    from atlas.content.kept.preferences import change_preferences, load_preferences
    from atlas.domain.problems import NotSaved

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
    _, broken = load_preferences(path)
    try:
        change_preferences(path, {"pin": hashed(pin) if pin else "", "wrong_pins": 0, "shut_until": 0})
    except NotSaved as error:
        raise Refused(f"{error} The PIN has not changed.") from error
    if broken is not None:
        print(f"atlas: {broken}", file=sys.stderr)
    print("The PIN is set." if pin else "There is no PIN now.")
    return 0


def _window(kiosk: bool) -> int:
    on_unix = not sys.platform.startswith(("win", "darwin"))
    if on_unix and not any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Refused(_NO_DISPLAY)
    from atlas.app import main as open_window

    return int(open_window(kiosk=kiosk))


def _list(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked)
    if asked.json:
        _print_json(_entries(catalog))
        return _done(asked, *_written_down(asked.places))
    width = max((len(m) for m in catalog.muscles), default=0)
    for area, label in AREAS.items():
        here = [m for m in catalog.muscles.values() if m.area == area]
        if here:
            print(f"{label}")
            for muscle in here:
                print(f"  {muscle.id:<{width}}  {muscle.name}")
    return _done(asked, asked.places.referrals)


def _show(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked)
    muscle = catalog.muscles[_known(asked.id, catalog.muscles, "muscle")]
    entry = as_entry(catalog, muscle)
    code = _done(asked, *_written_down(asked.places), muscles=[muscle.id])
    if asked.json:
        _print_json(entry)
        return code
    print(f"{entry['name']} ({entry['lay_name']})")
    print(f"{AREAS[entry['area']]}, {entry['depth']}; evidence: {entry['evidence']}\n")
    for fact in ("origin", "insertion", "action", "innervation"):
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
            print(f"  {heading.replace('_', ' ').capitalize()}: {text}")
    print("\nSources")
    for source in entry["sources"]:
        print(f"  {catalog.sources[source].citation}")
    reviewer = entry["review"]["reviewed_by"]
    print(f"\nReviewed by {reviewer}." if reviewer else "\nNobody has reviewed this entry yet.")
    print(NOTICE)
    return code


def _render(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked)
    muscle = catalog.muscles[_known(asked.id, catalog.muscles, "muscle")]
    if asked.view is not None:
        _known(asked.view, catalog.views, "view")
    points = [str(p.id) for p in muscle.trigger_points]
    if asked.point is not None and str(asked.point) not in points:
        raise Refused(f"`{muscle.id}` has no point {asked.point}; its points are {', '.join(points)}.")
    state = AtlasState(
        look=Look(
            figure=_known(asked.figure, FIGURES, "figure"),
            tone=_known(asked.tone, TONES, "tone"),
            palette=_known(asked.palette, PALETTES, "palette"),
        ),
        study=Study(
            muscle=muscle.id,
            view=asked.view,
            sides=_known(asked.side, SIDES, "side"),
            point=asked.point,
        ),
    )
    _begin_painting(catalog)
    from atlas.content.saving import save_whole
    from atlas.domain.problems import NotSaved
    from atlas.render.picture_file import picture_of, png_of

    places = asked.places
    try:
        picture = png_of(picture_of(catalog, state, asked.width))
        if _lacks(asked, places.landmarks, places.views, places.cameras("female"), muscles=[muscle.id]):
            raise Refused("No picture was written, because it would lack what is named above.")
        save_whole(asked.output, picture)
    except (NotSaved, ValueError) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"id": muscle.id, "view": asked.view, "side": state.study.sides, "figure": state.look.figure}
        _print_json({"file": str(asked.output), **said})
    return 0


def _handout(asked: argparse.Namespace) -> int:
    kind = asked.output.suffix.lower()
    if kind not in (".pdf", ".png"):
        raise Refused(f"A handout is written as .pdf or .png, not as `{asked.output.name}`.")
    from atlas.content.kept.drawing_files import read_drawing
    from atlas.domain.pain.drawing_record import NotADrawing
    from atlas.domain.words.handout import compose
    from atlas.domain.words.handout_order import HandoutOrder, NoHandout

    catalog = _catalog(asked)
    try:
        drawing = read_drawing(asked.drawing, catalog.surface)[0] if asked.drawing else None
    except NotADrawing as error:
        raise Refused(str(error)) from error
    if drawing is not None and drawing.empty:
        raise Refused(f"The drawing {asked.drawing.name} is empty.")
    language = _known(asked.lang, asked.places.languages, "language")
    order = HandoutOrder(
        muscles=tuple(_known(m, catalog.muscles, "muscle") for m in asked.id),
        sides=(_known(asked.side, SIDES, "side"),),
        figure=_known(asked.figure, FIGURES, "figure"),
        palette=_known(asked.palette, PALETTES, "palette"),
        language=language,
        paper=_known(asked.paper, PAPERS, "paper"),
        note=asked.note,
        clinic=asked.clinic,
        drawing=drawing,
    )
    _begin_painting(catalog)
    from atlas.content.saving import save_whole
    from atlas.domain.problems import NotSaved
    from atlas.render.handout.files import pdf_of, picture_of_all
    from atlas.render.handout.glyphs import named, without_glyph
    from atlas.render.handout.logo import NoLogo, read_logo
    from atlas.render.handout.pages import lay_out
    from atlas.render.picture_file import png_of
    from atlas.render.plates import Plates

    guide = catalog.guide(language)
    places = asked.places
    try:
        logo = read_logo(asked.logo) if asked.logo else None
        handout = compose(order, catalog, guide.guide, guide.words)
        leaflet = lay_out(handout, Plates(catalog, asked.places.body, asked.places.muscles), logo)
        page = pdf_of(leaflet) if kind == ".pdf" else png_of(picture_of_all(leaflet))
        if _lacks(asked, places.landmarks, places.regions, places.views, places.cameras("female"), muscles=asked.id):
            raise Refused("No handout was written, because it would lack what is named above.")
        save_whole(asked.output, page)
        if boxes := named(without_glyph(handout.text())):
            print(f"atlas: no typeface on this computer has {boxes}; empty boxes are in their place.", file=sys.stderr)
    except (NoHandout, NoLogo, NotSaved) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"ids": list(order.muscles), "language": language, "side": asked.side, "pages": len(leaflet.pages)}
        _print_json({"files": [str(asked.output)], **said})
    return 0


def _begin_painting(catalog: FileCatalog) -> None:
    """Makes Qt ready to paint without a display, with the bundled typeface."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display, also where one is named but not there
    from PySide6.QtGui import QGuiApplication

    from atlas.render.display import started
    from atlas.render.fonts import font, load_fonts

    application = QGuiApplication.instance() or started(QGuiApplication, [])
    catalog.found_wrong.add(*load_fonts(catalog.places.fonts))
    if isinstance(application, QGuiApplication):
        application.setFont(font())


def _match(asked: argparse.Namespace) -> int:
    from textwrap import fill

    from atlas.content.baked.body import STAND_IN
    from atlas.content.kept.drawing_files import read_drawing
    from atlas.domain.body.painting import union
    from atlas.domain.body.places import DrawnPlaces
    from atlas.domain.body.region_painting import regions_painting
    from atlas.domain.pain.drawing_measures import covers_most
    from atlas.domain.pain.drawing_record import NotADrawing
    from atlas.domain.pain.matching import PatternIndex
    from atlas.domain.words.red_flags import NoRedFlags, signs_of

    if asked.regions is None and asked.drawing is None:
        raise Refused("Say where it hurts: --regions with ids of `atlas regions`, or --drawing with a file.")
    if asked.top < 1:
        raise Refused("--top is a number from 1 upward.")
    catalog = _catalog(asked)
    surface, parts = catalog.surface, []
    if surface.version == STAND_IN:
        raise Refused("Without the body nothing can be compared.")
    if asked.regions is not None:
        names = [_known(n.strip(), catalog.regions, "region") for n in asked.regions.split(",") if n.strip()]
        if not names:
            raise Refused("--regions names no region.")
        sides = sides_of(_known(asked.side, SIDES, "side"))
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
        signs = signs_of(catalog.red_flag_rules, texts, DrawnPlaces(surface, painting).touched())
    except NoRedFlags as error:
        raise Refused(f"No answer is given without its warnings. {error}") from error
    _paint_what_is_missing(catalog)
    found = PatternIndex(surface, (catalog.pattern(m) for m in catalog.muscles)).matches(painting)[: asked.top]
    flags = (*signs.raised, *signs.always)
    if asked.json:
        _print_json(
            {
                "red_flags": [{"id": f.id, "text": f.text} for f in flags],
                "patterns": [{"id": m.muscle, "side": m.side, "covers_percent": m.covers_percent} for m in found],
            }
        )
    else:
        print("When to get help")
        for flag in flags:
            print(fill(flag.text, 100, initial_indent="  - ", subsequent_indent="    "))
        print("\nPublished patterns")
        for match in found:
            print(f"{match.covers_percent:5.1f}%  {match.muscle}, {match.side}")
        print(NOTICE)
    return _done(asked, asked.places.referrals, asked.places.landmarks, asked.places.regions)


def _regions(asked: argparse.Namespace) -> int:
    regions = _catalog(asked).regions
    if asked.json:
        keys = ("id", "label", "parent", "midline", "where")
        _print_json([{k: getattr(r, k) for k in keys} for r in regions.values()])
    else:
        width = max((len(r) for r in regions), default=0)
        for region in regions.values():
            print(f"{region.id:<{width}}  {region.label}")
    return _done(asked, asked.places.regions)


def _views(asked: argparse.Namespace) -> int:
    views = _catalog(asked).views
    if asked.json:
        keys = ("id", "name", "group", "mirrored_from", "mm_per_px")
        _print_json([{k: getattr(v, k) for k in keys} for v in views.values()])
    else:
        width = max(len(v) for v in views)
        for view in views.values():
            print(f"{view.id:<{width}}  {view.name}")
    return _done(asked, asked.places.views, asked.places.cameras("female"))


def _where(asked: argparse.Namespace) -> int:
    from atlas.content.baked.body import STAND_IN
    from atlas.content.point_syntax import NotAPoint, parse_point

    catalog = _catalog(asked)
    surface = catalog.surface
    if surface.version == STAND_IN:
        raise Refused("Without the body no point can be found.")
    try:
        point = parse_point(asked.point)
    except NotAPoint as error:
        raise Refused(f"{error}.") from error
    for landmark in (point.landmark, point.towards or point.landmark):
        _known(landmark, surface.landmarks, "landmark")
    at = surface.place(point)
    vertex = surface.nearest(at)
    near = min(surface.landmarks, key=lambda name: float(((surface.points[surface.vertex(name)] - at) ** 2).sum()))
    away = float(((surface.points[surface.vertex(near)] - at) ** 2).sum()) ** 0.5
    found = {"vertex": vertex, "region": surface.region_ids[int(surface.region[vertex])]}
    side = "left" if surface.points[vertex, 0] > 0 else "right"
    if asked.json:
        _print_json({**found, "side": side, "nearest_landmark": near, "mm": round(away, 1)})
    else:
        on = "" if found["region"] in surface.midline_ids else f", {side}"
        print(f"vertex {vertex}, in {found['region']}{on}; {away:.0f} mm from {near}")
    return _done(asked, asked.places.landmarks, asked.places.regions)


def _check(asked: argparse.Namespace) -> int:
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
        _print_json([p.as_json() for p in problems])
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


def _export(asked: argparse.Namespace) -> int:
    catalog = _catalog(asked)
    entries = _entries(catalog)
    code = _done(asked, *_written_down(asked.places))
    if asked.output is None:
        _print_json(entries)
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


# -- saying things -----------------------------------------------------------


def _catalog(asked: argparse.Namespace) -> FileCatalog:
    """The atlas; what is wrong with its files is said when the work is done, and what is sound is used."""
    asked.catalog = FileCatalog(asked.places)
    asked.known_at_first = frozenset(asked.catalog.problems)
    return cast(FileCatalog, asked.catalog)


def _tell_what_is_wrong(catalog: FileCatalog | None) -> None:
    problems = catalog.problems if catalog is not None else ()
    for problem in problems[:_MOST_SAID]:
        print(f"atlas: {problem}", file=sys.stderr)
    if len(problems) > _MOST_SAID:
        print("atlas: more is wrong; see `atlas check`", file=sys.stderr)


def _lacks(asked: argparse.Namespace, *files: Path, muscles: Sequence[str] | None = None) -> bool:
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


def _done(asked: argparse.Namespace, *files: Path, muscles: Sequence[str] | None = None) -> int:
    """The exit code of an answer that was given: 2 where it lacks something."""
    return 2 if _lacks(asked, *files, muscles=muscles) else 0


def _written_down(places: paths.Places) -> tuple[Path, ...]:
    """The files that an entry is put together from; its texts are read for it."""
    return places.referrals, places.landmarks, places.regions, places.sources


def _entries(catalog: FileCatalog) -> list[dict[str, Any]]:
    _paint_what_is_missing(catalog)
    return [as_entry(catalog, m) for m in catalog.muscles.values()]


def _paint_what_is_missing(catalog: FileCatalog) -> None:
    """Paints the patterns that are not stored; that takes a while, so it is said."""
    for done, whole in catalog.paint_missing():
        if done % _SAID_EVERY == 0:
            said = f"atlas: {done} of {whole} patterns painted anew" if done else f"atlas: {whole} patterns are painted"
            print(said if done else f"{said} anew, which takes a while", file=sys.stderr, flush=True)


def _known(name: str, known: Iterable[T], what: str) -> T:
    """The one of `known` that has this name."""
    for one in known:
        if one == name:
            return one
    raise Refused(f"There is no {what} `{name}`{did_you_mean(name, known)}.")


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
