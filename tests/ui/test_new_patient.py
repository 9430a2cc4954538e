"""A new patient: nothing of the last one is seen, kept or brought back, but for a few seconds what was in no file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.domain.pain.drawing import Drawing
from atlas.domain.state import AtlasState, Look, said_of_a_patient
from atlas.ui.pain_drawing.surface import PainDrawingSurface
from tests.ui.conftest import SCM, close
from tests.ui.painting import answered, paint, place, violet

NOTE = "Bring the blue brace on Thursday"


def begin(atlas: AtlasApp, qtbot: QtBot) -> None:
    """A tap on "New patient"."""
    atlas.window.show_list(True)
    qtbot.mouseClick(atlas.window.left_pane.foot.new_patient, Qt.MouseButton.LeftButton)


def back_to_the_start(atlas: AtlasApp, qtbot: QtBot) -> None:
    """The whole program speaks, and writes, as it did before."""
    before, state = atlas.window, atlas.store.state
    atlas.store.set(AtlasState())
    if (state.room.language, state.room.text_size) != ("en", 100):
        qtbot.waitUntil(lambda: atlas.window is not before)
        atlas.presenter.stop()


def drawn(pain: PainDrawingSurface, atlas: AtlasApp) -> Drawing:
    paint(pain, place(atlas, "infraspinous-centre"), place(atlas, "scapula-lateral-border-middle"))
    drawing = atlas.store.state.report.drawing
    assert drawing is not None
    return drawing


def violet_pixels(picture: QImage) -> int:
    return sum(
        violet(picture.pixelColor(x, y)) > 40
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )


def drawings_in_memory() -> int:
    gc.collect()
    return sum(isinstance(thing, Drawing) for thing in gc.get_objects())


def texts_in_memory(words: str) -> list[str]:
    """Every text with these words that some object in memory holds."""
    gc.collect()
    held = (t for thing in gc.get_objects() for t in gc.get_referents(thing) if type(t) is str and words in t)
    return [t for t in held if t is not words]


# -- nothing is left ---------------------------------------------------------


def test_a_stroke_that_goes_on_while_the_patient_changes_brings_nothing_back(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    drawn(pain, atlas)
    at = place(atlas, "rib8-angle")
    QTest.mousePress(pain.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(pain.sheet, at + QPoint(0, 20))
    QTest.keySequence(atlas.window, QKeySequence("Ctrl+N"))
    QTest.mouseRelease(pain.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert (
        said_of_a_patient(atlas.store.state) == said_of_a_patient(AtlasState()) and atlas.store.state.mode == "muscles"
    )
    atlas.store.choose_mode("pain")
    atlas.store.choose_view("torso-back")
    QApplication.processEvents()
    assert violet_pixels(atlas.window.plate_pane.plate.grab().toImage()) == 0
    assert answered(pain, qtbot) == []


def test_the_patients_screen_fades_from_nothing_that_was_hidden(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    atlas.store.show_patient_screen("follow")
    screen = atlas.patient.opened().presenter.screen
    assert screen is not None
    screen.resize(1920, 1080)
    drawn(pain, atlas)
    qtbot.waitUntil(lambda: violet_pixels(screen.grab().toImage()) > 30)
    begin(atlas, qtbot)
    assert screen.is_blank
    atlas.store.choose_muscle(SCM)
    assert not screen.page.fade.is_going_on
    assert violet_pixels(screen.grab().toImage()) == 0
    atlas.store.show_patient_screen("blank")
    atlas.store.choose_muscle("infraspinatus")
    atlas.store.show_patient_screen("follow")
    assert not screen.page.fade.is_going_on
    atlas.store.choose_muscle(SCM)
    assert screen.page.fade.is_going_on  # from what all have seen
    atlas.store.show_patient_screen("off")


def test_no_drawing_and_no_note_is_left_in_memory(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    others = drawings_in_memory()
    atlas.store.show_patient_screen("follow")
    drawn(pain, atlas)
    pain.answers.show_page("figures")
    qtbot.keyClicks(pain.answers.file_bar.label, NOTE)
    answered(pain, qtbot)
    screen = atlas.patient.opened().presenter.screen
    assert screen is not None
    screen.resize(1920, 1080)
    qtbot.waitUntil(lambda: violet_pixels(screen.grab().toImage()) > 30)
    for view in ("torso-back", "whole-back"):
        atlas.window.plate_pane.views.picture_wanted.emit(view)
    atlas.store.toggle_overlay(pain.answers.list.rows.rows[0].which)
    assert atlas.kiosk is None
    atlas.handout.opened().open()
    desk = atlas.handout.made
    assert desk is not None
    desk.sheet.form.note.setPlainText(NOTE)
    assert desk._ready() is not None
    assert len(texts_in_memory(NOTE)) > 1
    atlas.store.choose_mode("muscles")
    atlas.store.choose_view(None)  # so that nothing differs from the start but the drawing
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    begin(atlas, qtbot)
    assert desk.sheet.form.note.toPlainText() == "" and pain.answers.file_bar.label.text() == ""
    atlas._new_patient._fading.start(1)
    qtbot.waitUntil(lambda: not atlas._new_patient.is_offered)
    assert drawings_in_memory() == others
    assert texts_in_memory(NOTE) == []
    atlas.store.show_patient_screen("off")


def test_no_widget_holds_a_word_of_it_shown_or_hidden(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    def said() -> str:
        found = []
        for widget in QApplication.allWidgets():
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, QLabel | QLineEdit):
                found.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                found.append(widget.toPlainText())
        return "\n".join((*found, *(row.accessible_text for row in pain.answers.list.rows.rows)))

    atlas.store.show_patient_screen("follow")
    drawn(pain, atlas)
    for page in ("compare", "figures"):
        qtbot.mouseClick(pain.answers.pages.button(page), Qt.MouseButton.LeftButton)
        answered(pain, qtbot)
    qtbot.keyClicks(pain.answers.file_bar.label, NOTE)
    screen = atlas.patient.opened().presenter.screen
    assert screen is not None
    qtbot.waitUntil(lambda: "shoulder blade" in screen.page.text())
    assert NOTE in said() and "over the shoulder blade" in said().lower()
    begin(atlas, qtbot)
    assert NOTE not in said() and "over the shoulder blade" not in said().lower()
    atlas.store.show_patient_screen("off")


def test_nothing_is_left_of_a_window_that_was_made_anew_meanwhile(atlas: AtlasApp, qtbot: QtBot) -> None:
    others = drawings_in_memory()
    atlas.store.choose_mode("pain")
    atlas.store.choose_view("torso-back")
    QApplication.processEvents()
    assert atlas.pain_drawing.made is not None
    drawn(atlas.pain_drawing.made, atlas)
    before = id(atlas.window)
    atlas.store.choose_text_size(125)
    qtbot.waitUntil(lambda: id(atlas.window) != before)
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    begin(atlas, qtbot)
    atlas._new_patient.forget_cleared()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert drawings_in_memory() == others
    back_to_the_start(atlas, qtbot)


def test_every_pane_is_as_when_it_was_first_opened(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    qtbot.keyClicks(pain.words.search, "temple")
    qtbot.mouseClick(pain.words.kinds.button("region"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pain.answers.pages.button("figures"), Qt.MouseButton.LeftButton)
    pain.presenter.show_trouble("jones-knee.json is not complete.")
    atlas.store.read_guide("problem/neck-pain")
    atlas.store.choose_mode("muscles")
    atlas.store.choose_muscle("tibialis-anterior")
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    muscles = atlas.muscles.finder.list
    assert muscles.verticalScrollBar().value() > 0
    begin(atlas, qtbot)
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    assert muscles.verticalScrollBar().value() == 0
    assert not muscles.currentIndex().isValid() and not muscles.selectedIndexes()
    assert pain.answers.page == "patterns" and pain.words.kinds.checked is pain.words.kinds.button("complaint")
    assert pain.words.search.text() == "" and not pain.words.search.isUndoAvailable()
    assert "jones" not in pain.answers.flags.text()
    guide = atlas.guide.opened()
    assert guide.page is not None and guide.page.title == ""


def test_the_last_complaint_is_marked_for_nobody_else(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    choose(pain, "headache-temple", qtbot)
    assert marked(pain) == ["headache-temple"]
    begin(atlas, qtbot)
    atlas.store.choose_mode("pain")
    assert marked(pain) == [] and pain.answers.flags.text() == ""


@pytest.fixture
def places_of_files(tmp_path: Path) -> Iterator[QSettings]:
    """What Qt keeps of file dialogs, in a folder of one's own."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    yield QSettings(QSettings.Scope.UserScope, "QtProject")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path.home() / ".config"))


def test_a_file_dialog_remembers_neither_folder_nor_history(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot, tmp_path: Path, places_of_files: QSettings
) -> None:
    folder = tmp_path / "Patients" / "Jones"
    folder.mkdir(parents=True)
    opened: list[str] = []

    def type_name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        opened.append(dialog.directory().absolutePath())
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(folder / "knee.json"))
        dialog.accept()

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        opened.append(dialog.directory().absolutePath())
        assert not any("Jones" in past for past in dialog.history())
        dialog.done(QDialog.DialogCode.Rejected)

    drawn(pain, atlas)
    QTimer.singleShot(0, type_name)
    pain.drawing_files.ask_to_save()
    assert (folder / "knee.json").exists()
    QTimer.singleShot(0, give_up)
    pain.drawing_files._on_open_wanted()
    assert "Jones" not in "".join(opened) and len(opened) == 2
    places_of_files.sync()
    kept = places_of_files.allKeys()
    assert "FileDialog/lastVisited" not in kept and "FileDialog/history" not in kept
    written = [p.read_text(encoding="utf-8") for p in (tmp_path / "config").rglob("*") if p.is_file()]
    assert not any("Jones" in text for text in written)


# -- what can be brought back ------------------------------------------------


def test_an_unsaved_drawing_can_be_brought_back_for_a_few_seconds(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    drawing = drawn(pain, atlas)
    begin(atlas, qtbot)
    bar = atlas.window.cleared
    assert atlas.store.state.report.drawing is None and bar.isVisible()
    assert bar.undo.height() >= 48 and atlas.window.rect().contains(bar.geometry())
    qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.drawing is drawing and atlas.store.state.mode == "pain"
    assert not bar.isVisible() and atlas.store.state.study.view == "torso-back"
    assert violet(atlas.window.plate_pane.plate.grab().toImage().pixelColor(place(atlas, "infraspinous-centre"))) > 25


def test_in_a_small_window_it_can_be_brought_back_and_a_new_patient_begun_from_the_list(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    drawn(pain, atlas)
    atlas.window.resize(800, 600)
    atlas.window.show_list(True)
    begin(atlas, qtbot)
    atlas.window.show_list(True)
    QApplication.processEvents()
    bar, again = atlas.window.cleared, atlas.window.left_pane.foot.new_patient
    covered = QRect(again.mapTo(atlas.window, QPoint(0, 0)), again.size())
    assert bar.isVisible() and again.isVisible() and not bar.geometry().intersects(covered)
    assert atlas.window.rect().contains(bar.geometry())


def test_ctrl_z_brings_it_back_too(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    drawing = drawn(pain, atlas)
    QTest.keySequence(atlas.window, QKeySequence("Ctrl+N"))
    assert atlas.muscles.finder.search.hasFocus() and atlas.store.state.report.drawing is None
    QTest.keySequence(atlas.muscles.finder.search, QKeySequence("Ctrl+Z"))
    qtbot.waitUntil(lambda: atlas.store.state.report.drawing is drawing)


def test_after_that_it_is_gone(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    drawn(pain, atlas)
    begin(atlas, qtbot)
    atlas._new_patient._fading.start(1)
    qtbot.waitUntil(lambda: not atlas.window.cleared.isVisible())
    atlas._new_patient.bring_back()
    assert atlas.store.state.report.is_empty


def test_the_next_patients_first_word_ends_it(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    drawn(pain, atlas)
    begin(atlas, qtbot)
    atlas.store.choose_theme("dark")
    atlas.store.choose_mode("pain")
    assert atlas.window.cleared.isVisible()
    atlas.store.choose_muscle(SCM)
    assert not atlas.window.cleared.isVisible() and not atlas._new_patient.is_offered


def test_it_outlasts_a_window_made_anew(atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot) -> None:
    drawing = drawn(pain, atlas)
    begin(atlas, qtbot)
    before = atlas.window
    atlas.store.choose_text_size(125)
    qtbot.waitUntil(lambda: atlas.window is not before)
    assert atlas.window.cleared.isVisible()
    qtbot.mouseClick(atlas.window.cleared.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.drawing is drawing and atlas.store.state.room.text_size == 125
    back_to_the_start(atlas, qtbot)


def test_the_patients_screen_is_blank_while_undo_is_offered(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    atlas.store.show_patient_screen("freeze")
    drawn(pain, atlas)
    screen = atlas.patient.opened().presenter.screen
    begin(atlas, qtbot)
    assert screen is not None and screen.is_blank and atlas.window.cleared.isVisible()
    qtbot.mouseClick(atlas.window.cleared.undo, Qt.MouseButton.LeftButton)
    assert screen.is_blank and atlas.store.state.patient_screen == "blank"
    atlas.store.show_patient_screen("off")


def test_nothing_is_offered_where_nothing_is_lost(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot, tmp_path: Path
) -> None:
    drawn(pain, atlas)
    pain.drawing_files.save(tmp_path / "drawing.json")
    begin(atlas, qtbot)
    assert not atlas.window.cleared.isVisible()
    atlas.store.choose_muscle(SCM)
    begin(atlas, qtbot)
    assert not atlas.window.cleared.isVisible()


# -- closing -----------------------------------------------------------------


@pytest.fixture
def own(catalog: FileCatalog, opened: AtlasApp, qtbot: QtBot) -> Iterator[AtlasApp]:
    """A window of one's own, to be closed, in "Where it hurts"."""
    made = AtlasApp(catalog)
    made.open()
    made.window.resize(1280, 800)
    made.store.choose_mode("pain")
    made.store.choose_view("torso-back")
    QApplication.processEvents()
    yield made
    close(made)


def test_closing_asks_about_an_unsaved_drawing(own: AtlasApp, qtbot: QtBot) -> None:
    assert own.pain_drawing.made is not None
    drawn(own.pain_drawing.made, own)
    own.window.close()
    question = own.closing.question
    assert own.window.isVisible() and question is not None and question.isVisible()
    buttons = (question.save, question.close_unsaved, question.stay)
    assert [b.text() for b in buttons] == ["Save…", "Close without saving", "Stay"]
    assert all(b.height() >= 48 for b in buttons)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert own.window.isVisible() and not question.isVisible() and not own.store.state.report.is_empty
    own.window.close()
    qtbot.mouseClick(question.close_unsaved, Qt.MouseButton.LeftButton)
    assert not own.window.isVisible()


def test_a_saved_drawing_closes_without_a_word_and_a_changed_one_asks(
    own: AtlasApp, qtbot: QtBot, tmp_path: Path
) -> None:
    pain = own.pain_drawing.made
    assert pain is not None
    drawn(pain, own)
    pain.drawing_files.save(tmp_path / "drawing.json")
    paint(pain, place(own, "rib8-angle"))
    own.window.close()
    assert own.window.isVisible()
    assert own.closing.question is not None
    qtbot.mouseClick(own.closing.question.stay, Qt.MouseButton.LeftButton)
    own.store.undo()
    own.window.close()
    assert not own.window.isVisible()


def test_save_at_closing_saves_and_closes_and_stays_with_the_reason_where_it_cannot(
    own: AtlasApp, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own.pain_drawing.made is not None
    drawn(own.pain_drawing.made, own)
    own.store.choose_mode("muscles")
    own.window.close()
    question = own.closing.question
    assert question is not None
    for folder in (tmp_path / "none", tmp_path):
        assert own.window.isVisible()
        path = folder / "drawing.json"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        qtbot.mouseClick(question.save, Qt.MouseButton.LeftButton)
        if folder != tmp_path:
            assert "drawing.json" in question._said.text()
    assert (tmp_path / "drawing.json").exists() and not own.window.isVisible()


# -- the kiosk ---------------------------------------------------------------


@pytest.fixture
def kiosk(catalog: FileCatalog, opened: AtlasApp, tmp_path: Path, qtbot: QtBot) -> Iterator[AtlasApp]:
    settings = tmp_path / "window.json"
    save_preferences(settings, Preferences(tone="monk-4"))
    made = AtlasApp(catalog, settings=settings, kiosk=True)
    made.open()
    qtbot.waitExposed(made.window)
    yield made
    back_to_the_start(made, qtbot)
    close(made)


def patients_choices(kiosk: AtlasApp, qtbot: QtBot) -> None:
    before = kiosk.window
    kiosk.store.choose_language("es")
    kiosk.store.choose_text_size(150)
    kiosk.store.choose_theme("contrast")
    qtbot.waitUntil(lambda: kiosk.window is not before)
    kiosk.store.choose_mode("pain")
    kiosk.store.choose_view("torso-back")
    QApplication.processEvents()
    assert kiosk.pain_drawing.made is not None
    drawn(kiosk.pain_drawing.made, kiosk)


@pytest.mark.parametrize("how", ["idle", "button"])
def test_the_next_one_before_the_kiosk_finds_its_words_and_light_as_it_was_started(
    kiosk: AtlasApp, qtbot: QtBot, how: str
) -> None:
    patients_choices(kiosk, qtbot)
    before = kiosk.window
    if how == "idle":
        kiosk.kiosk.begin_anew()
    else:
        begin(kiosk, qtbot)
    qtbot.waitUntil(lambda: kiosk.window is not before)
    assert kiosk.store.state == AtlasState(look=Look(tone="monk-4", draped=True))
    assert kiosk.muscles.pane.title == "Choose a muscle"
    assert kiosk.window.cleared.isVisible() == (how == "button")  # whoever comes after an idle time is another


def test_nothing_that_was_chosen_in_a_kiosk_outlives_it(kiosk: AtlasApp, tmp_path: Path, qtbot: QtBot) -> None:
    patients_choices(kiosk, qtbot)
    kiosk.window.guard_closing(False)
    kiosk.window.close()
    assert load_preferences(tmp_path / "window.json")[0] == Preferences(tone="monk-4")


def test_no_patient_opens_a_second_window_in_the_kiosk(kiosk: AtlasApp, qtbot: QtBot) -> None:
    kiosk.store.choose_muscle(SCM)
    kiosk.store.choose_mode("pain")
    assert kiosk.pain_drawing.made is not None
    for actions in (kiosk.muscles.pane.for_patient, kiosk.pain_drawing.made.answers.for_patient):
        assert actions.second.isHidden()
        actions.second.click()
    kiosk.store.choose_mode("muscles")
    QTest.keyClick(kiosk.window, Qt.Key.Key_F5)
    assert kiosk.store.state.patient_screen == "off" and kiosk.store.state.story is None
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible() and type(w).__name__ == "PatientScreen"] == []


# -- complaints --------------------------------------------------------------


def choose(pain: PainDrawingSurface, complaint: str, qtbot: QtBot) -> None:
    """A tap on a complaint's row."""
    words = pain.words
    pain._frame.show_list(True)
    for row in range(words._model.rowCount()):
        item = words._model.item(row)
        if item.data(Qt.ItemDataRole.UserRole + 1) == complaint:
            words.list.scrollTo(item.index())
            spot = words.list.visualRect(item.index()).center()
            qtbot.mouseClick(words.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            return
    raise AssertionError(complaint)


def marked(pain: PainDrawingSurface) -> list[str]:
    return [index.data(Qt.ItemDataRole.UserRole + 1) for index in pain.words.list.selectedIndexes()]


def test_a_complaint_is_added_to_what_is_painted_in_one_step_of_undo(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    assert not pain.words.ways.isVisible()
    by_hand = drawn(pain, atlas)
    assert pain.words.ways.isVisible()
    choose(pain, "headache-temple", qtbot)
    both = atlas.store.state.report.drawing
    assert both is not None and (both.strength >= by_hand.strength).all() and (both.strength > by_hand.strength).any()
    choose(pain, "headache-forehead", qtbot)
    answered(pain, qtbot)
    assert marked(pain) == ["headache-temple", "headache-forehead"] and pain.answers.flags.text()
    atlas.store.undo()
    atlas.store.undo()
    answered(pain, qtbot)
    assert atlas.store.state.report.drawing is by_hand and marked(pain) == []
    assert "headache" not in pain.answers.flags.text().lower()
    atlas.store.redo()
    assert marked(pain) == ["headache-temple"]


def test_a_complaint_takes_the_place_of_what_is_painted_only_when_that_is_asked_for(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot
) -> None:
    drawn(pain, atlas)
    choose(pain, "headache-temple", qtbot)
    replace = pain.words.ways.button("instead")
    assert replace.text() == "Replace drawing" and replace.height() >= 48
    qtbot.mouseClick(replace, Qt.MouseButton.LeftButton)
    choose(pain, "headache-forehead", qtbot)
    alone = atlas.store.state.report
    assert marked(pain) == ["headache-forehead"] and alone.drawing is not None
    shoulder = atlas.catalog.surface.vertex("infraspinous-centre")
    assert not alone.drawing.strength[shoulder] and not alone.instead  # the next one adds again
    atlas.store.undo()
    before = atlas.store.state.report.drawing
    assert before is not None and before.strength[shoulder] > 0.5 and marked(pain) == ["headache-temple"]


# -- the drawing stays on the body -------------------------------------------


@pytest.mark.parametrize("change", ["language", "letters", "theme"])
def test_a_drawing_stays_on_the_body_with_other_words_letters_or_light(
    atlas: AtlasApp, pain: PainDrawingSurface, qtbot: QtBot, change: str
) -> None:
    drawn(pain, atlas)
    atlas.window.plate_pane.plate.zoom(1.5)
    before, zoom = atlas.window, atlas.window.plate_pane.plate.picture.zoom
    if change == "theme":
        atlas.store.choose_theme("dark")
    elif change == "letters":
        atlas.store.choose_text_size(150)
    else:
        atlas.store.choose_language("es")
    if change != "theme":
        qtbot.waitUntil(lambda: atlas.window is not before)
    qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
    QApplication.processEvents()
    plate: QWidget = atlas.window.plate_pane.plate
    picture = plate.grab().toImage()
    assert violet(picture.pixelColor(place(atlas, "infraspinous-centre"))) > 25
    assert atlas.window.plate_pane.plate.picture.zoom == zoom and atlas.store.state.study.view == "torso-back"
    back_to_the_start(atlas, qtbot)
