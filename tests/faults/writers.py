"""Every file the atlas writes, each as the product writes it: twice, so that there is an old one to lose."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import atlas.startup  # noqa: F401

# isort: split
from PySide6.QtWidgets import QApplication

from atlas import cli, paths
from atlas.app import AtlasApp
from atlas.content.cache import ReadCache
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import change_preferences
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.pain.drawing import from_painting
from atlas.domain.problems import NotSaved
from atlas.domain.words.handout import compose_handout
from atlas.domain.words.handout_order import HandoutOrder
from atlas.render.fonts import font, load_fonts
from atlas.render.handout.files import save_pdf, save_picture
from atlas.render.handout.pages import lay_out
from atlas.render.plates import Plates


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    name: str
    file: str
    write: Callable[[Path, int], str]  # writes the first or the second of two; what was said of it, empty if nothing
    silent: bool = False  # it may fail without a word: nothing is lost but time


def every_writer(kept: Path) -> tuple[Writer, ...]:
    """All of them, ready to write at once; `kept` is where what was read is kept meanwhile."""
    application = QApplication.instance() or QApplication(["atlas"])
    assert isinstance(application, QApplication)
    load_fonts(paths.FONTS)
    application.setFont(font())
    places = paths.Places(cache=kept)
    catalog = FileCatalog(places)
    guide = catalog.guide()
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    orders = (HandoutOrder(muscles=("infraspinatus",)), HandoutOrder(muscles=("piriformis", "temporalis")))
    leaflets = tuple(
        lay_out(compose_handout(order, catalog, guide.guide, guide.words), plates, None) for order in orders
    )
    app = AtlasApp(catalog)
    app.store.choose_mode("pain")
    assert app.pain_drawing.made is not None
    drawing_files, failed = app.pain_drawing.made.drawing_files, list[str]()
    drawing_files.failed.connect(failed.append)
    surface = catalog.surface
    drawings = [from_painting(surface, regions_painting(surface, [r], "right")) for r in ("temple", "kneecap")]

    def settings(path: Path, which: int) -> str:
        return _said(lambda: change_preferences(path, {"clinic": ("Clinic by the river ", "Elsewhere ")[which] * 300}))

    def drawing(path: Path, which: int) -> str:
        app.store.draw(drawings[which])
        failed.clear()
        drawing_files.save(path)
        return " ".join(failed)

    def pdf(path: Path, which: int) -> str:
        return _said(lambda: save_pdf(leaflets[which], path))

    def png(path: Path, which: int) -> str:
        return _said(lambda: save_picture(leaflets[which], path))

    def command(*words: str) -> Callable[[Path, int], str]:
        def run(path: Path, which: int) -> str:
            said = io.StringIO()
            filled = [("infraspinatus", "piriformis")[which] if w == "ID" else w for w in words]
            with contextlib.redirect_stderr(said):
                code = cli.main([*filled, "-o", str(path)], places=other if which and "ID" not in words else places)
            return said.getvalue() if code else ""

        return run

    def copies(path: Path, which: int) -> str:
        ReadCache(path.parent).keep(path.stem, f"key {which}", [which] * 20_000)
        return ""

    other = _fewer(places, kept)
    return (
        Writer(name="settings", file="window.json", write=settings),
        Writer(name="pain drawing", file="drawing.json", write=drawing),
        Writer(name="picture (`render`)", file="picture.png", write=command("render", "ID")),
        Writer(name="handout, PDF", file="handout.pdf", write=pdf),
        Writer(name="handout, PNG", file="handout.png", write=png),
        Writer(name="`export`", file="all.json", write=command("export")),
        Writer(name="kept copies", file="copy.json", write=copies, silent=True),
    )


def _fewer(places: paths.Places, kept: Path) -> paths.Places:
    """The same atlas with its first muscle only, so that there are two exports."""
    text = places.referrals.read_text(encoding="utf-8")
    second = [m.start() for m in re.finditer(r"(?m)^- id:", text)][1]
    own = kept / "referrals.yaml"
    own.write_text(text[:second], encoding="utf-8")
    return paths.Places(cache=kept, own_referrals=own)


def _said(work: Callable[[], Any]) -> str:
    try:
        work()
    except NotSaved as error:
        return str(error)
    return ""


def whole(data: bytes) -> bytes:
    """What two writings of the same thing have in common."""
    if data.startswith(b"%PDF"):
        return re.sub(rb"D:\d{14}[^)]*|\d{4}-\d\d-\d\dT[\d:+Z]*|<[0-9a-fA-F]{32}>|[0-9a-f-]{36}", b"", data)
    if data.startswith(b"{"):
        with contextlib.suppress(ValueError):
            return json.dumps(json.loads(data), sort_keys=True).encode()
    return data
