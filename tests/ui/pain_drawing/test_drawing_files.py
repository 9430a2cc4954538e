"""A drawing is saved and opened, whole or not at all."""

from __future__ import annotations

import json
import resource
from pathlib import Path

from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.ui.pain_drawing.surface import Hurts
from tests.ui.painting import paint, place


def test_a_drawing_is_saved_opened_and_measured_against(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.desk.save(tmp_path / "drawing.json")
    atlas.store.draw(None)
    hurts.desk.read(tmp_path / "drawing.json", second=False)
    assert not atlas.store.state.hurting.is_empty
    hurts.desk.read(tmp_path / "drawing.json", second=True)
    hurts.answers.show_page("figures")
    hurts.mirror.answer()
    assert "Painted in both: over the shoulder blade (right)." in hurts.answers.figures.text()
    assert "Overlap (Jaccard) 1.00" in hurts.answers.figures.text() and "0.62 ± 0.18" in hurts.answers.figures.text()


def test_a_label_is_kept_in_the_file_only_if_someone_types_it(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot, tmp_path: Path
) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.answers.show_page("figures")
    hurts.desk.save(tmp_path / "plain.json")
    qtbot.keyClicks(hurts.answers.files.label, "Knee, first visit")
    hurts.desk.save(tmp_path / "labelled.json")
    assert "label" not in json.loads((tmp_path / "plain.json").read_text(encoding="utf-8"))
    atlas.chairside.begin_new_patient()
    atlas.store.choose_mode("hurts")
    hurts.mirror.answer()
    assert hurts.answers.files.label.text() == ""
    hurts.desk.read(tmp_path / "labelled.json", second=False)
    hurts.mirror.answer()
    assert hurts.answers.files.label.text() == "Knee, first visit"


def test_a_bad_file_leaves_the_drawing_untouched(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot, tmp_path: Path) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    before = atlas.store.state.hurting
    (tmp_path / "broken.json").write_text('{"format": "trig', encoding="utf-8")
    hurts.desk.read(tmp_path / "broken.json", second=False)
    assert atlas.store.state.hurting is before
    assert "broken.json is not complete" in hurts.answers.trouble.text()


def test_a_folder_that_cannot_be_written_is_said(atlas: AtlasApp, hurts: Hurts, tmp_path: Path) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.desk.save(tmp_path / "none" / "drawing.json")
    assert "could not be saved" in hurts.answers.trouble.text()


def test_a_disk_that_is_full_midway_leaves_the_drawing_of_before_and_is_said(
    atlas: AtlasApp, hurts: Hurts, tmp_path: Path
) -> None:
    path = tmp_path / "drawing.json"
    paint(hurts, place(atlas, "infraspinous-centre"))
    hurts.desk.save(path)
    before = path.read_bytes()
    paint(hurts, place(atlas, "infraspinous-centre"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        hurts.desk.save(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    assert "drawing.json could not be saved: the file would be too large." in hurts.answers.trouble.text()
