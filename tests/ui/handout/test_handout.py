"""The handout over the window: opened, filled in, saved, copied, printed, put away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.render.handout.files import print_on
from atlas.ui.handout import printing as handout_printing
from tests.ui.conftest import SCM, close
from tests.ui.person import HANDOUT, Person
from tests.ui.surfaces import internal, name_of

NOTE, CLINIC, PAGES = "Your note", "Clinic", "The pages"


@pytest.fixture
def writer(me: Person) -> Iterator[Person]:
    """Someone before the handout of the sternocleidomastoid, opened by its button, of no clinic."""
    me.store.choose_muscle(SCM)
    me.settled()
    me.presses(HANDOUT)
    if me.empties_letterhead():  # of the test before
        me.puts_handout_away()
        me.presses(HANDOUT)
    yield me
    me.stops_handout()


def page(writer: Person) -> str:
    """What stands on the pages, as a screen reader says it."""
    return writer.hears(PAGES)[2]


def test_the_button_opens_the_handout_of_the_muscle_that_is_shown(writer: Person) -> None:
    order = writer.handout_order()
    assert order is not None and order.muscles == (SCM,)
    assert writer.pages_shown() == len(writer.leaflet().pages) > 0
    assert "Side-of-neck muscle" in page(writer)
    assert writer.hears_focus() == NOTE


def test_without_a_muscle_there_is_no_handout(me: Person) -> None:
    me.settled()
    assert not me.offers(HANDOUT)
    me.app.handout.opened().open()
    assert not me.shows(PAGES)


def test_what_is_typed_and_chosen_stands_on_the_page(writer: Person) -> None:
    writer.types("Rest on Sunday.", into=NOTE)
    writer.types("Riverside", into=CLINIC)
    writer.presses("Patient's side: Left")
    writer.presses("Language: Español")
    assert "Rest on Sunday." in page(writer) and page(writer).startswith("Riverside")
    assert "lado izquierdo" in page(writer)
    for ink, palette in (("Black and white", "print"), ("Colour", "classic")):
        writer.presses(f"Print: {ink}")
        order = writer.handout_order()
        assert order is not None and order.palette == palette


def test_the_note_is_forgotten_and_the_letterhead_kept(writer: Person) -> None:
    writer.types("For Ann.", into=NOTE)
    writer.types("Riverside", into=CLINIC)
    writer.presses("Paper: Letter")
    writer.key(Qt.Key.Key_Escape)
    assert not writer.shows(PAGES) and writer.handout() is None
    writer.presses(HANDOUT)
    order = writer.handout_order()
    assert order is not None and (order.note, order.clinic, order.paper) == ("", "Riverside", "letter")
    assert writer.holds(NOTE) == "" and "For Ann." not in page(writer) and writer.holds(CLINIC) == "Riverside"


def test_a_new_patient_closes_the_handout(writer: Person) -> None:
    writer.types("For Ann.", into=NOTE)
    writer.app.begin_new_patient()
    assert not writer.shows(PAGES)
    writer.store.choose_muscle(SCM)
    writer.settled()
    writer.presses(HANDOUT)
    assert writer.holds(NOTE) == "" and "For Ann." not in page(writer)


def test_a_pdf_and_a_picture_are_saved_where_one_says(writer: Person, tmp_path: Path) -> None:
    for name, button in (("a.pdf", "Save PDF"), ("a.png", "Save picture")):
        path = tmp_path / name
        writer.saves(path.with_suffix(""), button)
        assert f"Saved: {path}" in writer.reads_handout()
        assert path.read_bytes()[:4] in (b"%PDF", b"\x89PNG")


def test_a_place_that_cannot_be_written_is_a_sentence_and_nothing_typed_is_lost(writer: Person, tmp_path: Path) -> None:
    writer.types("Rest.", into=NOTE)
    writer.saves(tmp_path / "no" / "such" / "folder.pdf", "Save PDF")
    assert "could not be saved" in writer.reads_handout() and writer.shows(PAGES)
    assert writer.holds(NOTE) == "Rest."


def test_without_a_printer_it_says_so(writer: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout_printing.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    writer.presses("Print")
    assert "There is no printer on this computer." in writer.reads_handout()


def test_a_printer_that_is_plugged_in_later_is_found_and_nothing_says_there_is_none(
    writer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_printing.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    writer.presses("Print")
    monkeypatch.setattr(handout_printing.QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Desk"]))
    shown = list[str]()
    monkeypatch.setattr(handout_printing.QPrintPreviewDialog, "exec", lambda _: shown.append(writer.reads_handout()))
    writer.presses("Print")
    assert len(shown) == 1 and "There is no printer" not in shown[0]


def test_a_printer_gets_the_same_pages(writer: Person, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    print_on(writer.leaflet(), printer, printer.resolution())
    assert (tmp_path / "printed.pdf").stat().st_size > 20_000


def test_the_clipboard_gets_the_pages_and_their_text(writer: Person) -> None:
    writer.presses("Copy")
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage() and "Side-of-neck muscle" in copied.text()
    assert "\nCopied" in writer.reads_handout()


def test_a_logo_is_shown_and_a_bad_one_leaves_the_page_as_it_was(writer: Person, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    Image.new("RGB", (60, 20), "blue").save(good)
    bad.write_text("no picture", encoding="utf-8")
    writer.saves(good, "Choose a logo")
    assert writer.button("Choose a logo").text() == "good.png"
    writer.saves(bad, "Choose a logo")
    assert "cannot be used" in writer.reads_handout() and writer.button("Choose a logo").text() == "good.png"


def test_a_logo_that_is_not_there_today_is_kept_for_tomorrow(catalog: FileCatalog, tmp_path: Path) -> None:
    settings, logo = tmp_path / "window.json", tmp_path / "disk" / "logo.png"
    save_preferences(settings, Preferences(logo=str(logo)))
    someone = Person(AtlasApp(catalog, settings=settings))
    someone.opens_window()
    someone.store.choose_muscle(SCM)
    someone.settled()
    someone.presses(HANDOUT)
    assert "The logo logo.png cannot be used: there is no such file." in someone.reads_handout()
    someone.types("R", into=CLINIC)
    close(someone.app)
    kept = load_preferences(settings)[0]
    assert (kept.clinic, kept.logo) == ("R", str(logo))


def test_everything_has_a_name_and_is_large_enough_for_a_finger(writer: Person) -> None:
    for width, height in ((1280, 800), (800, 1280)):
        writer.window.resize(width, height)
        buttons = [b for b in writer.part("Handout").seen(QAbstractButton) if not internal(b)]
        assert len(buttons) >= 14
        for button in buttons:
            assert name_of(button)
            assert min(button.height(), button.width()) >= 48, button.text()
        assert all(writer.shows(name) for name in (NOTE, CLINIC, PAGES))


def test_all_of_it_can_be_reached_by_the_tab_key(writer: Person) -> None:
    assert {NOTE, CLINIC, "Save PDF", "Print", "Close"} <= set(writer.tabs_to(40))


def test_what_would_be_printed_as_an_empty_box_is_said_in_the_form(writer: Person) -> None:
    said = "No typeface on this computer has"
    writer.pastes("Señor Müller", into=NOTE)
    writer.pastes("Río", into=CLINIC)
    assert said not in writer.reads_handout()
    writer.pastes("Clinic \u0378", into=CLINIC)
    writer.waits(1)
    assert f"{said} \u0378 (U+0378). Empty boxes would be printed." in writer.reads_handout()
    writer.pastes("Clinic", into=CLINIC)
    writer.waits(1)
    assert said not in writer.reads_handout()


def test_clinic_logo_and_paper_are_kept_in_the_settings(tmp_path: Path) -> None:
    kept = Preferences(clinic="Riverside", logo="/somewhere/logo.png", paper="letter")
    save_preferences(tmp_path / "window.json", kept)
    assert load_preferences(tmp_path / "window.json") == (kept, None)
