"""A drawing is saved and opened, whole or not at all."""

from __future__ import annotations

import json
import resource
from pathlib import Path

from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.ui.pain_drawing.surface import PainDrawing
from tests.ui.painting import paint, place


def test_a_drawing_is_saved_opened_and_measured_against(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    pain.desk.save(tmp_path / "drawing.json")
    atlas.store.draw(None)
    pain.desk.read(tmp_path / "drawing.json", second=False)
    assert not atlas.store.state.report.is_empty
    pain.desk.read(tmp_path / "drawing.json", second=True)
    pain.answers.show_page("figures")
    pain.mirror.answer()
    assert "Painted in both: over the shoulder blade (right)." in pain.answers.figures.text()
    assert "Overlap (Jaccard) 1.00" in pain.answers.figures.text() and "0.62 ± 0.18" in pain.answers.figures.text()


def test_a_label_is_kept_in_the_file_only_if_someone_types_it(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    pain.answers.show_page("figures")
    pain.desk.save(tmp_path / "plain.json")
    qtbot.keyClicks(pain.answers.files.label, "Knee, first visit")
    pain.desk.save(tmp_path / "labelled.json")
    assert "label" not in json.loads((tmp_path / "plain.json").read_text(encoding="utf-8"))
    atlas.chairside.begin_new_patient()
    atlas.store.choose_mode("pain")
    pain.mirror.answer()
    assert pain.answers.files.label.text() == ""
    pain.desk.read(tmp_path / "labelled.json", second=False)
    pain.mirror.answer()
    assert pain.answers.files.label.text() == "Knee, first visit"


def test_a_bad_file_leaves_the_drawing_untouched(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    before = atlas.store.state.report
    (tmp_path / "broken.json").write_text('{"format": "trig', encoding="utf-8")
    pain.desk.read(tmp_path / "broken.json", second=False)
    assert atlas.store.state.report is before
    assert "broken.json is not complete" in pain.answers.trouble.text()


def test_a_folder_that_cannot_be_written_is_said(atlas: AtlasApp, pain: PainDrawing, tmp_path: Path) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    pain.desk.save(tmp_path / "none" / "drawing.json")
    assert "could not be saved" in pain.answers.trouble.text()


def test_a_disk_that_is_full_midway_leaves_the_drawing_of_before_and_is_said(
    atlas: AtlasApp, pain: PainDrawing, tmp_path: Path
) -> None:
    path = tmp_path / "drawing.json"
    paint(pain, place(atlas, "infraspinous-centre"))
    pain.desk.save(path)
    before = path.read_bytes()
    paint(pain, place(atlas, "infraspinous-centre"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        pain.desk.save(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    assert "drawing.json could not be saved: the file would be too large." in pain.answers.trouble.text()
