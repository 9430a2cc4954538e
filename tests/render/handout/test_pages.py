"""The handout, on the real atlas: what it says, how it looks, how it is saved, and what is refused."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.content.files import read_bytes
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.pain.drawing import from_painting
from atlas.domain.problems import NotSaved, Problems
from atlas.domain.state import Layer
from atlas.domain.words.handout import compose_handout
from atlas.domain.words.handout_order import MOST_MUSCLES, HandoutOrder, NoHandout
from atlas.domain.words.handout_words import HandoutWords, blanks, handout_words_of, phrases
from atlas.domain.words.red_flags import muscle_places, raised
from atlas.paths import Places
from atlas.render.fonts import FAMILY, load_fonts
from atlas.render.handout.files import picture_of_all, picture_of_page, save_pdf, save_picture
from atlas.render.handout.logo import read_logo
from atlas.render.handout.page_text import PageWords
from atlas.render.handout.pages import Leaflet, lay_out
from atlas.render.handout.pictures import Key
from atlas.render.plates import Plates
from atlas.ui.language.languages import Languages
from atlas.ui.language.translate import translate
from atlas.ui.language.value_names import LAYER_NAMES

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
        guide = catalog.guide(order.language)
        return lay_out(compose_handout(order, catalog, guide.guide, guide.words), plates, logo)

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


def test_a_handout_holds_all_that_a_patient_needs(leaflet_of, catalog: FileCatalog) -> None:
    leaflet = leaflet_of(order("infraspinatus", note="See you Tuesday."))
    said = leaflet.handout.text()
    patient = catalog.texts("infraspinatus")["patient"]
    for part in ("Infraspinatus · right side", "Mainly: front of the shoulder", patient["what_may_help"]):
        assert part in said
    assert patient["when_to_see_someone"] in said and "Stop if: " in said and "See you Tuesday." in said
    assert said.count("It does not diagnose") == 1 and "not yet reviewed" in said


def test_the_other_side_is_named_in_words_and_below_the_pictures(leaflet_of) -> None:
    handout = leaflet_of(order("infraspinatus", sides=("left",))).handout
    (portrait,) = handout.portraits
    assert portrait.name.endswith("left side") and "(left side)" in portrait.pattern[0][1]
    below = [handout.words.sides_of_picture(p.scene.view) for p in portrait.pictures]
    assert all("left" in a.lower() or "left" in b.lower() for a, b in below)


def test_the_pictures_show_the_pain_and_the_sore_spots(leaflet_of, plates: Plates) -> None:
    (portrait,) = leaflet_of(order("infraspinatus")).handout.portraits
    assert len(portrait.pictures) >= 2
    scenes = [picture.scene for picture in portrait.pictures]
    seen = {m.point for s in scenes for m in s.points if plates.place_of(s.view.id, s.figure, m.vertex)}
    assert seen == {m.point for m in scenes[0].points}


def test_several_muscles_and_a_drawing_fit_on_three_pages(leaflet_of, catalog: FileCatalog) -> None:
    drawn = from_painting(catalog.surface, catalog.pattern("infraspinatus").painting("essential"))
    leaflet = leaflet_of(order(*THREE, drawing=drawn, clinic="Riverside", note="Rest well."))
    assert len(leaflet.pages) <= 3
    assert leaflet.handout.drawing is drawn and leaflet.handout.drawn_on
    assert all(catalog.name(m).lay_name.capitalize()[:8] in leaflet.handout.text() for m in THREE)


@pytest.mark.parametrize(("language", "paper"), [("en", "a4"), ("es", "letter")])
def test_as_much_as_there_can_be_still_fits_on_three_pages(
    leaflet_of, catalog: FileCatalog, language: str, paper: str
) -> None:
    drawn = from_painting(catalog.surface, catalog.pattern("infraspinatus").painting("essential"))
    more = {"drawing": drawn, "language": language, "paper": paper, "clinic": "Riverside", "note": "Rest well."}
    leaflet = leaflet_of(order(*THREE, "scalenes", **more))
    assert len(leaflet.pages) <= 3 and leaflet.handout.signs


@pytest.mark.parametrize(
    ("language", "paper", "on_one"),
    [("en", "a4", 0.8), ("en", "letter", 0.4), ("es", "a4", 0.6), ("es", "letter", 0.12)],
)
def test_every_muscle_fits_on_a_page_or_goes_whole_on_two(
    leaflet_of, catalog: FileCatalog, language: str, paper: str, on_one: float
) -> None:
    pages = []
    for muscle in list(catalog.muscles)[::9]:
        leaflet = leaflet_of(order(muscle, language=language, paper=paper))
        assert leaflet.fit.steps >= 2 and len(leaflet.pages) <= 2, muscle
        first, words = texts_on(leaflet.pages[0]), leaflet.handout.words
        assert first.index(words.where) < first.index(words.mainly) < first.index(words.get_help), muscle
        assert leaflet.fit.pictures >= 0.78, muscle
        pages.append(len(leaflet.pages))
    assert pages.count(1) >= on_one * len(pages)


def test_steps_are_those_for_the_muscle_and_say_who_must_skip_them(leaflet_of) -> None:
    jaw, neck = (leaflet_of(order(m)) for m in ("masseter-superficial", SCM))
    assert [s.id for s in jaw.handout.steps][:3] == ["jaw-rest", "jaw-warmth", "jaw-open"]
    assert "neck-self-pressure" not in [s.id for s in neck.handout.steps]  # it keeps off the side of the neck
    words = jaw.handout.words
    assert f"{words.not_if}: Your skin is numb, or your face is swollen." in "\n".join(map(texts_on, jaw.pages))


def test_where_one_page_is_too_small_all_steps_for_home_fill_the_second(leaflet_of) -> None:
    leaflet = leaflet_of(order("upper-trapezius"))
    first, second = map(texts_on, leaflet.pages)
    words = leaflet.handout.words
    assert words.may_help not in first and second.startswith(words.may_help) and words.room_for_notes in second
    assert leaflet.fit.steps == 4 and leaflet.fit.pictures >= 1.0


# -- its warnings ------------------------------------------------------------


def texts_on(page: Sequence[tuple[object, float]]) -> str:
    """Every paragraph that a page draws, in order."""

    def found(block: object) -> Iterator[str]:
        if isinstance(block, PageWords):
            yield block.text
        elif is_dataclass(block):
            for part in fields(block):
                value = getattr(block, part.name)
                for inner in value if isinstance(value, tuple) else (value,):
                    yield from found(inner)

    return "\n".join(text for block, _ in page for text in found(block))


def ids_of(leaflet: Leaflet) -> list[str]:
    return [flag.id for flag in leaflet.handout.signs.raised]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_clinic_note_or_logo_takes_a_warning_from_the_page(
    leaflet_of, catalog: FileCatalog, tmp_path: Path, language: str, paper: str
) -> None:
    Image.new("RGB", (600, 200), (0, 90, 200)).save(tmp_path / "logo.png")
    logo, rules = read_logo(tmp_path / "logo.png"), catalog.red_flag_rules
    note = "Walk every day, and rest when you are tired. " * 26
    for muscle in list(catalog.muscles)[::7]:
        places = muscle_places(catalog.muscles[muscle], "right", catalog.regions)
        told = {f.id: f for f in catalog.guide(language).guide.red_flags}
        emergencies = [told[f] for f in raised(rules, places) if rules.level(f) == "emergency"]
        own = catalog.texts(muscle, language)["patient"]["when_to_see_someone"]
        plain = leaflet_of(order(muscle, language=language, paper=paper))
        full = leaflet_of(order(muscle, language=language, paper=paper, clinic="Riverside", note=note), logo)
        for leaflet in (plain, full):
            shown, signs = texts_on(leaflet.pages[0]), plain.handout.signs
            assert own in shown and signs.raised[0].text in shown, muscle
            for flag in (*signs.raised, *signs.always, *emergencies):
                assert (flag.text in shown) + (flag.short in shown) == 1, (muscle, flag.id)


def test_the_gravest_warnings_stand_first_and_never_by_share(leaflet_of, catalog: FileCatalog) -> None:
    leaflet = leaflet_of(order("piriformis"))
    assert leaflet.handout.signs.raised[0].id == "cauda-equina"
    shown, signs = texts_on(leaflet.pages[0]), leaflet.handout.signs
    at = [max(shown.find(flag.text), shown.find(flag.short)) for flag in (*signs.raised, *signs.always)]
    assert at == sorted(at) and min(at) > shown.index("When to get help")
    assert "chest" in ids_of(leaflet_of(order("upper-trapezius")))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_with_several_muscles_the_first_picture_and_all_warnings_stand_on_the_first_page(
    leaflet_of, language: str, paper: str
) -> None:
    for muscles in (THREE, (*THREE, "scalenes"), ("piriformis", "soleus")):
        handout = (leaflet := leaflet_of(order(*muscles, language=language, paper=paper))).handout
        shown = texts_on(leaflet.pages[0])
        assert shown.index(handout.words.mainly) < shown.index(handout.words.get_help + "\n")
        assert all(f.text in shown or f.short in shown for f in (*handout.signs.raised, *handout.signs.always))


def test_what_is_drawn_raises_its_own_warnings(leaflet_of, catalog: FileCatalog) -> None:
    surface = catalog.surface
    breastbone = from_painting(surface, regions_painting(surface, ["sternum_lower"], "right"))
    assert "chest" not in ids_of(leaflet_of(order("soleus")))
    assert ids_of(leaflet_of(order("soleus", drawing=breastbone)))[0] in ("chest", "lung-clot")
    assert "chest" in ids_of(leaflet_of(order("soleus", drawing=breastbone, complaints=("cold-hands",))))


def test_of_several_muscles_each_has_its_own_warning_and_none_is_lost(leaflet_of, catalog: FileCatalog) -> None:
    leaflet = leaflet_of(order(*THREE, clinic="Riverside", note="Rest well."))
    shown = "\n".join(texts_on(page) for page in leaflet.pages)
    for muscle in THREE:
        assert catalog.texts(muscle)["patient"]["when_to_see_someone"] in shown


@pytest.mark.parametrize("broken", ["rules", "words"])
def test_no_page_is_made_without_its_warnings(sample: Places, broken: str) -> None:
    path = sample.red_flags if broken == "rules" else sample.guide("red_flags")
    path.write_text("", encoding="utf-8")
    catalog = FileCatalog(sample)
    guide = catalog.guide()
    with pytest.raises(NoHandout, match="When to get help"):
        compose_handout(order(next(iter(catalog.muscles))), catalog, guide.guide, guide.words)


# -- its sides ---------------------------------------------------------------


def test_patterns_compared_on_different_sides_each_keep_their_own(leaflet_of, catalog: FileCatalog) -> None:
    leaflet = leaflet_of(order("temporalis", "upper-trapezius", sides=("right", "left")))
    right, left = leaflet.handout.portraits
    assert right.name.endswith("right side") and left.name.endswith("left side")
    assert "(right side)" in right.pattern[0][1] and "(left side)" in left.pattern[0][1]
    x = catalog.surface.points[:, 0]
    assert all(x[m.vertex] < 0 for p in right.pictures for m in p.scene.points)
    assert all(x[m.vertex] > 0 for p in left.pictures for m in p.scene.points)
    for portrait, wrong in ((right, "left"), (left, "right")):
        below = [leaflet.handout.words.sides_of_picture(p.scene.view) for p in portrait.pictures]
        assert all(wrong not in a.lower() for a, b in below if not b)
    assert "both" not in leaflet.handout.text().replace("both hands", "")


def test_both_sides_are_said_where_a_muscle_is_meant_on_both(leaflet_of) -> None:
    handout = leaflet_of(order("upper-trapezius", "soleus", "upper-trapezius", sides=("right", "left", "left"))).handout
    assert [p.name.split("· ")[1] for p in handout.portraits] == ["both sides", "left side"]


# -- its words ---------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_key_says_the_same_as_the_window(catalog: FileCatalog, language: str, qapp: QGuiApplication) -> None:
    words, spoken = catalog.guide(language).words, Languages(paths.LANGUAGES, catalog.languages, Problems(), read_bytes)
    spoken.speak(language)
    said = {layer: translate("Layers", name) for layer, name in LAYER_NAMES.items()}
    spoken.speak("en")
    assert (words.key_essential, words.key_spillover) == (said[Layer.ESSENTIAL], said[Layer.SPILLOVER])


def test_a_spanish_handout_has_no_english_in_it(leaflet_of) -> None:
    said = leaflet_of(order("infraspinatus", language="es")).handout.text()
    assert "Sobre todo: " in said and "Pare si: " in said and "Infraespinoso · lado derecho" in said
    assert not re.search(r"\b(the|with|your|and|right side)\b", said)


def test_a_phrase_that_is_missing_or_has_other_blanks_stays_english() -> None:
    words = handout_words_of({"mainly": "Sobre todo", "page": "Página {seite}", "nonsense": "x"})
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
    for made in (order(*THREE, note="Hi"), order(SCM), order("soleus", sides=("both",), language="es")):
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
    key = Key(words=HandoutWords(), palette=palette, tone="clay", colour=QColor("black"), size=10.0)
    key.draw(painter, 0, 0, 4000)
    signs = {kind: at for kind, _, at in key._lay(4000)[0]}
    painter.end()
    grey = ink(page)
    solid, dotted = (
        grey[8:32, int(at.x() * 0.4) + 8 :][:, :50] for at in (signs[Layer.ESSENTIAL], signs[Layer.SPILLOVER])
    )
    core = solid[6:-6, 10:-10]
    assert core.max() < 130 and core.mean() < solid.mean()
    assert dotted.mean() > 140 and dotted.min() < 120 and dotted.max() > 180


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
    for muscles, pages in ((THREE, 2), (("piriformis",), 1)):
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
