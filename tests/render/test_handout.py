"""The handout, on the real atlas: what it says, how it looks, how it is saved, and what is refused."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.content.guide import FileGuide
from atlas.content.saving import NotSaved
from atlas.domain.drawing import from_painting
from atlas.domain.handout import MOST_MUSCLES, HandoutOrder, NoHandout, compose
from atlas.domain.handout_words import HandoutWords, blanks, in_words, phrases
from atlas.render.handout import Leaflet, lay_out
from atlas.render.handout_files import picture_of_all, picture_of_page, save_pdf, save_picture
from atlas.render.handout_pictures import Key
from atlas.render.logo import read_logo
from atlas.render.plates import Plates
from atlas.ui.fonts import FAMILY, load_fonts

SCM = "sternocleidomastoid-sternal"
THREE = (SCM, "upper-trapezius", "infraspinatus")


@pytest.fixture(autouse=True, scope="module")
def typeface(qapp: QGuiApplication) -> Iterator[None]:
    before = QFont(QGuiApplication.font())
    load_fonts(paths.FONTS)
    QGuiApplication.setFont(QFont(FAMILY))
    yield
    QGuiApplication.setFont(before)


@pytest.fixture
def leaflet_of(catalog: FileCatalog, plates: Plates) -> object:
    """Lays out an order."""

    def made(order: HandoutOrder, logo: QImage | None = None) -> Leaflet:
        guide = FileGuide(catalog.places, order.language, catalog)
        return lay_out(compose(order, catalog, guide.guide, guide.words), plates, logo)

    return made


def order(*muscles: str, **more: object) -> HandoutOrder:
    return replace(HandoutOrder(muscles=muscles), **more)  # type: ignore[arg-type]


def text_of(pdf: Path) -> str:
    """The text of a PDF in the order in which it is stored, on one line."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler's pdftotext is not installed")
    out = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(out.split())


# -- what it says ------------------------------------------------------------


def test_a_muscle_fits_on_one_page_with_all_that_a_patient_needs(leaflet_of, catalog: FileCatalog) -> None:
    leaflet = leaflet_of(order("infraspinatus", note="See you Tuesday."))
    said = leaflet.handout.text()
    patient = catalog.texts("infraspinatus")["patient"]
    assert len(leaflet_of(order("infraspinatus")).pages) == 1
    for part in ("Infraspinatus · right side", "Mainly: front of the shoulder", patient["what_may_help"]):
        assert part in said
    assert patient["when_to_see_someone"] in said and "Stop if: " in said and "See you Tuesday." in said
    assert said.count("It does not diagnose") == 1 and "not yet reviewed" in said


def test_the_other_side_is_named_in_words_and_below_the_pictures(leaflet_of) -> None:
    handout = leaflet_of(order("infraspinatus", sides="left")).handout
    (portrait,) = handout.portraits
    assert portrait.name.endswith("left side") and "(left side)" in portrait.pattern[0][1]
    below = [handout.words.sides_of_picture(s.view) for s in portrait.pictures]
    assert all("left" in a.lower() or "left" in b.lower() for a, b in below)


def test_the_pictures_show_the_pain_and_the_sore_spots(leaflet_of, plates: Plates) -> None:
    (portrait,) = leaflet_of(order("infraspinatus")).handout.portraits
    assert len(portrait.pictures) == 2
    seen = {m.point for s in portrait.pictures for m in s.points if plates.place_of(s.view.id, s.figure, m.vertex)}
    assert seen == {m.point for m in portrait.pictures[0].points}


def test_several_muscles_and_a_drawing_fit_on_two_pages(leaflet_of, catalog: FileCatalog) -> None:
    drawn = from_painting(catalog.surface, catalog.pattern("infraspinatus").painting("essential"))
    leaflet = leaflet_of(order(*THREE, drawing=drawn, clinic="Riverside", note="Rest well."))
    assert len(leaflet.pages) == 2
    assert leaflet.handout.drawing is drawn and leaflet.handout.drawn_on
    assert all(catalog.name(m).lay_name.capitalize()[:8] in leaflet.handout.text() for m in THREE)


@pytest.mark.parametrize(("language", "paper"), [("en", "a4"), ("es", "letter")])
def test_as_much_as_there_can_be_still_fits_on_two_pages(
    leaflet_of, catalog: FileCatalog, language: str, paper: str
) -> None:
    drawn = from_painting(catalog.surface, catalog.pattern("infraspinatus").painting("essential"))
    more = {"drawing": drawn, "language": language, "paper": paper, "clinic": "Riverside", "note": "Rest well."}
    leaflet = leaflet_of(order(*THREE, "scalenes", **more))
    assert len(leaflet.pages) == 2 and leaflet.handout.red_flags


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_muscle_fits_on_one_page_with_steps_for_home(
    leaflet_of, catalog: FileCatalog, language: str, paper: str
) -> None:
    for muscle in list(catalog.muscles)[::9]:
        leaflet = leaflet_of(order(muscle, language=language, paper=paper))
        assert len(leaflet.pages) == 1 and leaflet.fit.steps >= 1, muscle


def test_a_spanish_handout_has_no_english_in_it(leaflet_of) -> None:
    said = leaflet_of(order("infraspinatus", language="es")).handout.text()
    assert "Sobre todo: " in said and "Pare si: " in said and "Infraespinoso · lado derecho" in said
    assert not re.search(r"\b(the|with|your|and|right side)\b", said)


def test_a_phrase_that_is_missing_or_has_other_blanks_stays_english() -> None:
    words = in_words({"mainly": "Sobre todo", "page": "Página {seite}", "nonsense": "x"})
    assert (words.mainly, words.sometimes, words.page) == ("Sobre todo", "Sometimes", "Page {page} of {pages}")
    assert blanks(HandoutWords().reviewed_by) == {"version", "by", "on"} and "mainly" in phrases()


def test_no_or_too_many_muscles_and_an_endless_note_are_refused(leaflet_of, catalog: FileCatalog) -> None:
    many = tuple(catalog.muscles)[: MOST_MUSCLES + 1]
    for wrong in (order(), order(*many), order(SCM, note="a" * 5000)):
        with pytest.raises(NoHandout):
            leaflet_of(wrong)


# -- how it looks ------------------------------------------------------------


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_pdf_has_real_text_in_reading_order_and_a_title(
    leaflet_of, tmp_path: Path, paper: str, size: object
) -> None:
    path = tmp_path / "handout.pdf"
    save_pdf(leaflet_of(order("infraspinatus", paper=paper, clinic="Riverside Clinic")), path)
    said = text_of(path)
    parts = ["Riverside Clinic", "Shoulder blade muscle", "Where you may feel it", "When to get help", "What may help"]
    places = [said.index(p) for p in [*parts, "It does not diagnose"]]
    assert places == sorted(places)
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Title:\s+Shoulder blade muscle", info) and f"{size[0]} x {size[1]} pts" in info  # type: ignore[index]
    fonts = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True).stdout
    assert "Inter-Regular" in fonts and not re.search(r"\bType 3\b", fonts)


def ink(image: QImage) -> np.ndarray:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return flat[:, : grey.width()].copy()


def test_nothing_reaches_into_the_margins_and_no_page_is_empty(leaflet_of) -> None:
    for made in (order(*THREE, clinic="Riverside"), order("soleus", language="es"), order("scalenes", paper="letter")):
        leaflet = leaflet_of(made)
        for k in range(len(leaflet.pages)):
            page = ink(picture_of_page(leaflet, k, 72))
            assert (page[:, :22] == 255).all() and (page[:, -22:] == 255).all()
            assert (page[:24] == 255).all() and (page[-24:] == 255).all()
            assert (page < 128).mean() > 0.005


def test_blocks_do_not_overlap(leaflet_of) -> None:
    for made in (order(*THREE, note="Hi"), order(SCM), order("soleus", sides="both", language="es")):
        leaflet = leaflet_of(made)
        width = leaflet.width - 2 * 368.5
        for page in leaflet.pages:
            body = sorted((y, y + block.height(width)) for block, y in page)
            assert all(a[1] <= b[0] + 1.0 for a, b in pairwise(body))


@pytest.mark.parametrize("palette", ["classic", "cividis", "print"])
def test_in_black_and_white_solid_and_dotted_stay_apart(palette: str, qapp: QGuiApplication) -> None:
    page = QImage(1700, 60, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.scale(0.4, 0.4)
    key = Key(words=HandoutWords(), palette=palette, colour=QColor("black"), size=10.0)
    key.draw(painter, 0, 0, 4000)
    signs = {kind: at for kind, _, at in key._lay(4000)[0]}
    painter.end()
    grey = ink(page)
    solid, dotted = (grey[8:32, int(at.x() * 0.4) + 8 :][:, :50] for at in (signs["essential"], signs["spillover"]))
    assert solid.max() < 110
    assert dotted.mean() > 140 and dotted.min() < 110 and dotted.max() == 255


def test_the_print_palette_puts_no_colour_on_the_page(leaflet_of) -> None:
    page = picture_of_page(leaflet_of(order("soleus", palette="print")), 0, 100)
    colours = np.frombuffer(page.constBits(), np.uint8).reshape(page.height(), page.bytesPerLine() // 4, 4)
    assert int((colours[..., :3].max(axis=-1) - colours[..., :3].min(axis=-1)).max()) <= 2


def test_a_handout_takes_less_than_a_second(leaflet_of, tmp_path: Path) -> None:
    save_pdf(leaflet_of(order(SCM)), tmp_path / "first.pdf")
    start = time.process_time()  # of this process alone: others may be busy too
    save_pdf(leaflet_of(order("infraspinatus")), tmp_path / "second.pdf")
    assert time.process_time() - start < 1.0


# -- saving ------------------------------------------------------------------


def test_a_picture_holds_all_pages_and_replaces_the_one_of_before_in_one_step(leaflet_of, tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    for muscles, pages in ((THREE, 2), ((SCM,), 1)):
        save_picture(leaflet_of(order(*muscles)), path)
        with Image.open(path) as picture:
            assert picture.size == (1240, 1755 * pages) and picture.mode == "RGB"
        assert list(tmp_path.iterdir()) == [path]
    assert picture_of_all(leaflet_of(order(*THREE)), 72).height() == 2 * 842


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """A disk that is full after so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_what_was_there_and_is_said(leaflet_of, tmp_path: Path) -> None:
    leaflet = leaflet_of(order(SCM))
    for save, name in ((save_pdf, "handout.pdf"), (save_picture, "handout.png")):
        path = tmp_path / name
        path.write_bytes(b"the one of before")
        with files_of_at_most(2000), pytest.raises(NotSaved, match=rf"{name} cannot be written: .+\."):
            save(leaflet, path)
        assert path.read_bytes() == b"the one of before"
    assert len(list(tmp_path.iterdir())) == 2


# -- the logo ----------------------------------------------------------------


def test_a_logo_stands_at_the_top_right(leaflet_of, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (600, 200), (0, 90, 200, 255)).save(path)
    page = picture_of_page(leaflet_of(order(SCM), read_logo(path)), 0, 72)
    assert page.pixelColor(page.width() - 60, 55).blue() > 150
    assert page.pixelColor(page.width() - 60, 55).red() < 60
