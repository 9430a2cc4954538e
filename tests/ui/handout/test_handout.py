"""The handout over the window: opened, filled in, saved, copied, printed, put away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.render.handout.files import print_on
from atlas.ui.handout import printing as handout_printing
from atlas.ui.handout.letterhead import Letterhead
from atlas.ui.handout.surface import HandoutSurface
from tests.ui.conftest import SCM


@pytest.fixture
def desk(atlas: AtlasApp, qtbot: QtBot) -> HandoutSurface:
    """The handout of the sternocleidomastoid, opened by its button."""
    atlas.store.choose_muscle(SCM)
    door = atlas.handout
    door.opened()._letterhead = Letterhead()
    button = atlas.muscles.pane.for_patient.handout
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert door.made is not None and door.made.sheet.isVisible()
    yield door.made
    door.made.put_away()


def test_the_button_opens_the_handout_of_the_muscle_that_is_shown(desk: HandoutSurface) -> None:
    assert desk.order is not None and desk.order.muscles == (SCM,)
    assert desk.leaflet is not None and desk.sheet.preview.count == len(desk.leaflet.pages)
    assert "Side-of-neck muscle" in desk.sheet.preview.accessibleDescription()
    assert desk.sheet.form.note.hasFocus()


def test_without_a_muscle_there_is_no_handout(atlas: AtlasApp) -> None:
    assert atlas.kiosk is None
    assert atlas.muscles.pane.for_patient.handout.isHidden()
    atlas.handout.opened().open()
    assert atlas.handout.made is None or not atlas.handout.made.is_open


def test_what_is_typed_and_chosen_stands_on_the_page(desk: HandoutSurface, qtbot: QtBot) -> None:
    form = desk.sheet.form
    qtbot.keyClicks(form.note, "Rest on Sunday.")
    qtbot.keyClicks(form.clinic, "Riverside")
    qtbot.mouseClick(form.sides.button("left"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.language.button("es"), Qt.MouseButton.LeftButton)
    text = desk.sheet.preview.accessibleDescription()
    assert "Rest on Sunday." in text and text.startswith("Riverside") and "lado izquierdo" in text
    qtbot.mouseClick(form.ink.button("print"), Qt.MouseButton.LeftButton)
    assert desk.order is not None and desk.order.palette == "print"
    qtbot.mouseClick(form.ink.button("colour"), Qt.MouseButton.LeftButton)
    assert desk.order.palette == "classic"


def test_the_note_is_forgotten_and_the_letterhead_kept(desk: HandoutSurface, atlas: AtlasApp, qtbot: QtBot) -> None:
    form = desk.sheet.form
    qtbot.keyClicks(form.note, "For Ann.")
    qtbot.keyClicks(form.clinic, "Riverside")
    qtbot.mouseClick(form.paper.button("letter"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(desk.sheet, Qt.Key.Key_Escape)
    assert desk.sheet.isHidden() and desk.leaflet is None
    assert form.note.toPlainText() == "" and desk.sheet.preview.accessibleDescription() == ""
    assert (atlas._kept.clinic, atlas._kept.paper) == ("Riverside", "letter")
    assert atlas.kiosk is None
    atlas.handout.opened().open()
    assert desk.order is not None and (desk.order.note, desk.order.clinic) == ("", "Riverside")


def test_a_new_patient_closes_the_handout(desk: HandoutSurface, atlas: AtlasApp, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.sheet.form.note, "For Ann.")
    atlas.begin_new_patient()
    assert not desk.is_open and desk.sheet.form.note.toPlainText() == ""


def test_a_pdf_and_a_picture_are_saved_where_one_says(
    desk: HandoutSurface, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, button in (("a.pdf", desk.sheet.save), ("a.png", desk.sheet.picture)):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path.with_suffix("")), ""))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert desk.sheet.said() == f"Saved: {path}"
        assert path.read_bytes()[:4] in (b"%PDF", b"\x89PNG")


def test_a_place_that_cannot_be_written_is_a_sentence_and_nothing_typed_is_lost(
    desk: HandoutSurface, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(desk.sheet.form.note, "Rest.")
    desk.save(tmp_path / "no" / "such" / "folder.pdf")
    assert "could not be saved" in desk.sheet.said() and desk.sheet.isVisible()
    assert desk.sheet.form.note.toPlainText() == "Rest."


def test_without_a_printer_it_says_so(desk: HandoutSurface, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout_printing.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    qtbot.mouseClick(desk.sheet.printing, Qt.MouseButton.LeftButton)
    assert desk.sheet.said().startswith("There is no printer on this computer.")


def test_a_printer_that_is_plugged_in_later_is_found_and_nothing_says_there_is_none(
    desk: HandoutSurface, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_printing.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    qtbot.mouseClick(desk.sheet.printing, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(handout_printing.QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Desk"]))
    shown = list[str]()
    monkeypatch.setattr(handout_printing.QPrintPreviewDialog, "exec", lambda _: shown.append(desk.sheet.said()))
    qtbot.mouseClick(desk.sheet.printing, Qt.MouseButton.LeftButton)
    assert shown == [""]


def test_a_printer_gets_the_same_pages(desk: HandoutSurface, tmp_path: Path) -> None:
    assert desk.leaflet is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    print_on(desk.leaflet, printer, printer.resolution())
    assert (tmp_path / "printed.pdf").stat().st_size > 20_000


def test_the_clipboard_gets_the_pages_and_their_text(desk: HandoutSurface, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.sheet.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage() and "Side-of-neck muscle" in copied.text()
    assert desk.sheet.said().startswith("Copied")


def test_a_logo_is_shown_and_a_bad_one_leaves_the_page_as_it_was(desk: HandoutSurface, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    Image.new("RGB", (60, 20), "blue").save(good)
    bad.write_text("no picture", encoding="utf-8")
    desk.use_logo(good)
    assert desk.sheet.form.logo.text() == "good.png"
    desk.use_logo(bad)
    assert "cannot be used" in desk.sheet.said() and desk.sheet.form.logo.text() == "good.png"


def test_a_logo_that_is_not_there_today_is_kept_for_tomorrow(
    desk: HandoutSurface, atlas: AtlasApp, tmp_path: Path, qtbot: QtBot
) -> None:
    assert desk.order is not None and atlas.kiosk is None
    logo = tmp_path / "disk" / "logo.png"
    desk.open_order(desk.order, Letterhead(logo=logo))
    assert desk.sheet.said() == "The logo logo.png cannot be used: there is no such file."
    with qtbot.waitSignal(desk.letterhead_changed) as told:
        qtbot.keyClicks(desk.sheet.form.clinic, "R")
    assert told.args == [Letterhead(clinic="R", logo=logo)]


def test_everything_has_a_name_and_is_large_enough_for_a_finger(desk: HandoutSurface, atlas: AtlasApp) -> None:
    for width, height in ((1280, 800), (800, 1280)):
        atlas.window.resize(width, height)
        for button in desk.sheet.findChildren(QAbstractButton):
            if button.isVisible() and not isinstance(button.parent(), QLineEdit | QAbstractScrollArea):
                assert button.accessibleName() or button.text()
                assert min(button.height(), button.width()) >= 48, button.text()
        assert all(w.accessibleName() for w in (desk.sheet.form.note, desk.sheet.form.clinic, desk.sheet.preview))


def test_all_of_it_can_be_reached_by_the_tab_key(desk: HandoutSurface, qtbot: QtBot) -> None:
    reached = set()
    for _ in range(40):
        focused = desk.sheet.window().focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {desk.sheet.form.note, desk.sheet.form.clinic, desk.sheet.save, desk.sheet.printing, desk.sheet.away}
    assert wanted <= reached


def test_what_would_be_printed_as_an_empty_box_is_said_in_the_form(desk: HandoutSurface, qtbot: QtBot) -> None:
    form = desk.sheet.form
    desk._change(note="Señor Müller", clinic="Río")
    assert form.boxes() == ""
    form.clinic.setText("Clinic \u0378")
    form.clinic.textEdited.emit(form.clinic.text())
    qtbot.waitUntil(lambda: bool(form.boxes()))
    assert form.boxes() == ("No typeface on this computer has \u0378 (U+0378). Empty boxes would be printed.")
    desk._change(clinic="Clinic")
    assert form.boxes() == "" and not form._boxes.isVisible()


def test_clinic_logo_and_paper_are_kept_in_the_settings(tmp_path: Path) -> None:
    kept = Preferences(clinic="Riverside", logo="/somewhere/logo.png", paper="letter")
    save_preferences(tmp_path / "window.json", kept)
    assert load_preferences(tmp_path / "window.json") == (kept, None)
