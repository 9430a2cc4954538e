"""A new patient: nothing of the last one is seen, heard or kept in memory."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from atlas.domain.pain.drawing import Drawing
from atlas.domain.state import AtlasState, said_of_a_patient
from atlas.ui.new_patient import UNDO_MS
from tests.ui.conftest import SCM, STROKE
from tests.ui.idle import with_time_to_clear_away
from tests.ui.person import BRING_BACK, COMPLAINTS, MUSCLES, PATTERNS, SAY, Person
from tests.ui.sight import fades, pixels

NOTE, OVER_IT = "Bring the blue brace on Thursday", "over the shoulder blade"
LABEL, PAGES = "Label of the drawing", "The pages"


def violet_pixels(picture: QImage) -> int:
    seen = pixels(picture)[::3, ::3]
    return int((seen[..., 2] - seen[..., 1] > 40).sum())


def things_in_memory() -> list[object]:
    """All that is alive, also what the atlas has put out of the collector's sight."""
    gc.unfreeze()
    gc.collect()
    found = gc.get_objects()
    gc.freeze()
    return found


def drawings_in_memory() -> int:
    return sum(isinstance(thing, Drawing) for thing in things_in_memory())


def texts_in_memory(words: str) -> list[str]:
    """Every text with these words that some object in memory holds."""
    held = (t for thing in things_in_memory() for t in gc.get_referents(thing) if type(t) is str and words in t)
    return [t for t in held if t is not words]


def held_by_widgets() -> str:
    """Every word that some widget holds, shown or hidden."""
    return "\n".join(words for widget in QApplication.allWidgets() for words in _held_by(widget))


def _held_by(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for row in range(model.rowCount()):
            yield from (str(model.index(row, 0).data(role) or "") for role in (0, Qt.ItemDataRole.AccessibleTextRole))


def test_a_stroke_that_goes_on_while_the_patient_changes_brings_nothing_back(painter: Person) -> None:
    painter.paints(*STROKE)
    at = painter.place("rib8-angle")
    painter.begins_stroke(at, at + QPoint(0, 20))
    painter.key("Ctrl+N")
    painter.ends_stroke(at)
    state = painter.store.state
    assert said_of_a_patient(state) == said_of_a_patient(AtlasState()) and state.mode == "muscles"
    painter.switches_to("pain")
    painter.store.choose_view("torso-back")
    painter.settled()
    assert violet_pixels(painter.body()) == 0
    assert painter.answers() == []


def test_the_patients_screen_fades_from_nothing_that_was_hidden(painter: Person) -> None:
    painter.presses("Patient's screen")
    screen = painter.patient_screen
    screen.root.resize(1920, 1080)
    painter.paints(*STROKE)
    painter.settled()
    assert violet_pixels(screen.picture()) > 30
    painter.begins_new_patient()
    assert painter.patient_screen_is_blank
    painter.store.choose_muscle(SCM)
    assert not fades(screen)
    assert violet_pixels(screen.picture()) == 0
    painter.store.show_patient_screen("blank")
    painter.store.choose_muscle("infraspinatus")
    painter.store.show_patient_screen("follow")
    assert not fades(screen)
    painter.store.choose_muscle(SCM)
    assert fades(screen)  # from what all have seen
    painter.store.show_patient_screen("off")


def test_no_drawing_and_no_note_is_left_in_memory(painter: Person) -> None:
    others = drawings_in_memory()
    painter.presses("Patient's screen")
    painter.paints(*STROKE)
    painter.presses("Answer: Figures")
    painter.types(NOTE, into=LABEL)
    painter.patient_screen.root.resize(1920, 1080)
    painter.settled()
    assert violet_pixels(painter.patient_screen.picture()) > 30
    for view in ("torso-back", "whole-back"):
        painter.small_picture(view)
    painter.presses("Answer: Patterns")
    painter.taps_row(PATTERNS, painter.answers()[0])
    painter.opens_handout()
    painter.types(NOTE, into="Your note")
    painter.waits(1)
    assert NOTE in painter.hears(PAGES)[2]
    assert len(texts_in_memory(NOTE)) > 1
    painter.store.choose_mode("muscles")
    painter.store.choose_view(None)  # so that nothing differs from the start but the drawing
    painter.app.begin_new_patient()
    assert NOTE not in held_by_widgets()
    painter.waits(UNDO_MS / 1000 + 1)
    assert not painter.offers(BRING_BACK)
    assert drawings_in_memory() == others
    assert texts_in_memory(NOTE) == []
    painter.store.show_patient_screen("off")


def test_no_widget_holds_a_word_of_it_shown_or_hidden(painter: Person) -> None:
    painter.presses("Patient's screen")
    painter.paints(*STROKE)
    for page in ("Compare", "Figures"):
        painter.presses(f"Answer: {page}")
        painter.settled()
    painter.types(NOTE, into=LABEL)
    assert "shoulder blade" in painter.patient_screen.reads()
    assert NOTE in held_by_widgets() and OVER_IT in held_by_widgets().lower()
    painter.begins_new_patient()
    assert NOTE not in held_by_widgets() and OVER_IT not in held_by_widgets().lower()
    painter.store.show_patient_screen("off")


def test_nothing_is_left_of_a_window_that_was_made_anew_meanwhile(painter: Person) -> None:
    others = drawings_in_memory()
    painter.paints(*STROKE)
    left = [weakref.ref(part) for part in (painter.window, painter.plate, painter.app.pain_drawing.made)]
    painter.store.choose_text_size(125)
    with with_time_to_clear_away():
        painter.settled()
    assert [ref() for ref in left] == [None] * 3
    painter.begins_new_patient()
    painter.waits(UNDO_MS / 1000 + 1)
    assert drawings_in_memory() == others


def test_every_pane_is_as_when_it_was_first_opened(painter: Person, tmp_path: Path) -> None:
    painter.searches("temple")
    painter.presses("List: Regions")
    (tmp_path / "jones-knee.json").write_text('{"format": "trig', encoding="utf-8")
    painter.opens_drawing(tmp_path / "jones-knee.json")
    assert "jones-knee.json is not complete" in painter.reads("Answer")
    painter.store.read_guide("problem/neck-pain")
    painter.settled()
    read = painter.guide_page().title()
    painter.switches_to("muscles")
    painter.store.choose_muscle("tibialis-anterior")
    painter.settled()
    assert painter.list(MUSCLES).verticalScrollBar().value() > 0
    painter.begins_new_patient()
    painter.settled()
    assert painter.list(MUSCLES).verticalScrollBar().value() == 0
    assert painter.current_row(MUSCLES) is None and painter.lit_rows(MUSCLES) == []
    painter.switches_to("pain")
    assert painter.button("Answer: Patterns").isChecked() and painter.chosen("List") == "Complaints"
    assert painter.holds(SAY) == "" and not painter.find(QLineEdit, SAY).isUndoAvailable()
    assert "jones" not in held_by_widgets()
    painter.switches_to("guide")
    assert painter.store.state.page is None and painter.guide_page().title() != read


def test_the_last_complaint_is_marked_for_nobody_else(painter: Person) -> None:
    painter.says("headache-temple")
    assert painter.lit_complaints() == [painter.complaint("headache-temple")]
    painter.begins_new_patient()
    painter.switches_to("pain")
    assert painter.shows(COMPLAINTS) and painter.lit_complaints() == [] and painter.warnings() == ""


@pytest.fixture
def places_of_files(tmp_path: Path) -> Iterator[QSettings]:
    """What Qt keeps of file dialogs, in a folder of one's own."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    yield QSettings(QSettings.Scope.UserScope, "QtProject")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path.home() / ".config"))


def test_a_file_dialog_remembers_neither_folder_nor_history(
    painter: Person, tmp_path: Path, places_of_files: QSettings
) -> None:
    folder = tmp_path / "Patients" / "Jones"
    folder.mkdir(parents=True)
    opened: list[str] = []

    def dialog() -> QFileDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QFileDialog)
        opened.append(found.directory().absolutePath())
        return found

    def type_name() -> None:
        asks = dialog()
        field = asks.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(folder / "knee.json"))
        asks.accept()

    def give_up() -> None:
        asks = dialog()
        assert not any("Jones" in past for past in asks.history())
        asks.done(QDialog.DialogCode.Rejected)

    painter.paints(*STROKE)
    painter.presses("Answer: Figures")
    QTimer.singleShot(0, type_name)
    painter.presses("Save drawing")
    assert (folder / "knee.json").exists()
    QTimer.singleShot(0, give_up)
    painter.presses("Open drawing")
    assert "Jones" not in "".join(opened) and len(opened) == 2
    places_of_files.sync()
    kept = places_of_files.allKeys()
    assert "FileDialog/lastVisited" not in kept and "FileDialog/history" not in kept
    written = [p.read_text(encoding="utf-8") for p in (tmp_path / "config").rglob("*") if p.is_file()]
    assert not any("Jones" in text for text in written)
