"""Commands that paint: render, handout. Qt is imported only for these."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from atlas.cli.answers import Refused, catalog_of, known, lacks, print_json
from atlas.content.catalog import FileCatalog
from atlas.domain.body.sides import SIDES
from atlas.domain.choices import BONES, FIGURES, PALETTES, PAPERS, TONES
from atlas.domain.state import AtlasState, Look, Study

_LACKING = "because it would lack what is named above; `atlas check` says how to mend it."


def add_render_arguments(render: argparse.ArgumentParser) -> None:
    """The arguments of `atlas render`."""
    render.add_argument("id", metavar="ID")
    render.add_argument("--view", metavar="V", help="one view, see `atlas views`; without it, the whole plate")
    render.add_argument("--side", metavar="S", default="right", help="right (as is usual), left or both; the patient's")
    render.add_argument("--figure", metavar="F", default="female", help="female or male")
    render.add_argument("--tone", metavar="T", default="clay", help="clay or monk-1 to monk-10")
    render.add_argument("--draped", action="store_true", help="the figure in trunks, the female one in a top too")
    render.add_argument("--point", metavar="N", type=int, help="only this trigger point's pattern is lit")
    render.add_argument("--palette", metavar="P", default="classic", help=f"{', '.join(PALETTES)}")
    render.add_argument("--bones", metavar="B", default="faint", help="how strongly they show: none, faint or clear")
    render.add_argument("--width", metavar="PX", type=int, help="in pixels; without it, the picture's own")
    render.add_argument("-o", "--output", metavar="FILE.png", type=Path, required=True)
    render.add_argument("--json", action="store_true", help="say what was written as JSON")


def render_picture(asked: argparse.Namespace) -> int:
    """`atlas render`: writes one picture as PNG, whole or not at all. Returns the exit code; raises Refused."""
    catalog = catalog_of(asked)
    muscle = catalog.muscles[known(asked.id, catalog.muscles, "muscle")]
    if asked.view is not None:
        known(asked.view, catalog.views, "view")
    points = [str(p.id) for p in muscle.trigger_points]
    if asked.point is not None and str(asked.point) not in points:
        raise Refused(f"`{muscle.id}` has no point {asked.point}; its points are {', '.join(points)}.")
    state = AtlasState(
        look=Look(
            figure=known(asked.figure, FIGURES, "figure"),
            tone=known(asked.tone, TONES, "tone"),
            palette=known(asked.palette, PALETTES, "palette"),
            bones=known(asked.bones, BONES, "strength of bones"),
            draped=asked.draped,
        ),
        study=Study(
            muscle=muscle.id,
            view=asked.view,
            sides=known(asked.side, SIDES, "side"),
            point=asked.point,
        ),
    )
    begin_painting(catalog)
    from atlas.content.saving import save_whole
    from atlas.domain.problems import NotSaved
    from atlas.render.picture_file import picture_of, png_of

    places = asked.places
    try:
        picture = png_of(picture_of(catalog, state, asked.width))
        needed = [places.landmarks, places.views, places.cameras("female")]
        if lacks(asked, *needed, muscles=[muscle.id]):
            raise Refused(f"No picture was written, {_LACKING}")
        save_whole(asked.output, picture)
    except (NotSaved, ValueError) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"id": muscle.id, "view": asked.view, "side": state.study.sides, "figure": state.look.figure}
        print_json({"file": str(asked.output), **said})
    return 0


def add_handout_arguments(handout: argparse.ArgumentParser) -> None:
    """The arguments of `atlas handout`."""
    handout.add_argument("id", metavar="ID", nargs="+", help="one to four muscles")
    handout.add_argument("--lang", metavar="L", default="en", help="en (as is usual) or another language of the atlas")
    handout.add_argument("--paper", metavar="P", default="a4", help="a4 (as is usual) or letter")
    handout.add_argument("--side", metavar="S", default="right", help="right (as is usual), left or both")
    handout.add_argument("--figure", metavar="F", default="female", help="female or male")
    handout.add_argument("--palette", metavar="P", default="classic", help=f"{', '.join(PALETTES)}")
    handout.add_argument("--draped", action="store_true", help="the figures in trunks, the female one in a top too")
    handout.add_argument("--note", metavar="TEXT", default="", help="the therapist's own note")
    handout.add_argument("--clinic", metavar="NAME", default="", help="stands at the top of the page")
    handout.add_argument("--logo", metavar="FILE", type=Path, help="a picture at the top of the page")
    handout.add_argument("--drawing", metavar="FILE", type=Path, help="the patient's pain drawing, as saved")
    handout.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="FILE.pdf, or FILE.png")
    handout.add_argument("--json", action="store_true", help="say what was written as JSON")


def write_handout(asked: argparse.Namespace) -> int:
    """`atlas handout`: writes a PDF or PNG, whole or not at all. Returns the exit code; raises Refused."""
    kind = asked.output.suffix.lower()
    if kind not in (".pdf", ".png"):
        raise Refused(f"A handout is written as .pdf or .png, not as `{asked.output.name}`.")
    from atlas.content.kept.drawing_files import read_drawing
    from atlas.domain.pain.drawing_record import NotADrawing
    from atlas.domain.words.handout import compose_handout
    from atlas.domain.words.handout_order import HandoutOrder, NoHandout

    catalog = catalog_of(asked)
    try:
        drawing = read_drawing(asked.drawing, catalog.surface)[0] if asked.drawing else None
    except NotADrawing as error:
        raise Refused(str(error)) from error
    if drawing is not None and drawing.empty:
        raise Refused(f"The drawing {asked.drawing.name} is empty.")
    language = known(asked.lang, asked.places.languages, "language")
    order = HandoutOrder(
        muscles=tuple(known(m, catalog.muscles, "muscle") for m in asked.id),
        sides=(known(asked.side, SIDES, "side"),),
        figure=known(asked.figure, FIGURES, "figure"),
        palette=known(asked.palette, PALETTES, "palette"),
        draped=asked.draped,
        language=language,
        paper=known(asked.paper, PAPERS, "paper"),
        note=asked.note,
        clinic=asked.clinic,
        drawing=drawing,
    )
    begin_painting(catalog)
    from atlas.content.saving import save_whole
    from atlas.domain.problems import NotSaved
    from atlas.render.handout.files import pdf_of, picture_of_all
    from atlas.render.handout.glyphs import glyph_named, without_glyph
    from atlas.render.handout.logo import NoLogo, read_logo
    from atlas.render.handout.pages import lay_out
    from atlas.render.picture_file import png_of
    from atlas.render.plates import Plates

    guide = catalog.guide(language)
    places = asked.places
    try:
        logo = read_logo(asked.logo) if asked.logo else None
        handout = compose_handout(order, catalog, guide.guide, guide.words)
        leaflet = lay_out(handout, Plates(catalog, asked.places.body, asked.places.muscles), logo)
        page = pdf_of(leaflet) if kind == ".pdf" else png_of(picture_of_all(leaflet))
        if lacks(asked, places.landmarks, places.regions, places.views, places.cameras("female"), muscles=asked.id):
            raise Refused(f"No handout was written, {_LACKING}")
        save_whole(asked.output, page)
        if boxes := glyph_named(without_glyph(handout.text())):
            print(f"atlas: no typeface on this computer has {boxes}; empty boxes are in their place.", file=sys.stderr)
    except (NoHandout, NoLogo, NotSaved) as error:
        raise Refused(str(error)) from error
    if asked.json:
        said = {"ids": list(order.muscles), "language": language, "side": asked.side, "pages": len(leaflet.pages)}
        print_json({"files": [str(asked.output)], **said})
    return 0


def begin_painting(catalog: FileCatalog) -> None:
    """Makes Qt ready to paint without a display, with the bundled typeface."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display, also where one is named but not there
    from PySide6.QtGui import QGuiApplication

    from atlas.render.display import started
    from atlas.render.fonts import font, load_fonts

    application = QGuiApplication.instance() or started(QGuiApplication, [])
    catalog.found_wrong.add(*load_fonts(catalog.places.fonts))
    if isinstance(application, QGuiApplication):
        application.setFont(font())
