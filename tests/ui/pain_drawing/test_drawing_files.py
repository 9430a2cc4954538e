"""A drawing is saved and opened, whole or not at all."""

from __future__ import annotations

import json
import resource
from pathlib import Path

from tests.ui.person import Person

LABEL = "Label of the drawing"


def test_a_drawing_is_saved_opened_and_measured_against(painter: Person, tmp_path: Path) -> None:
    painter.paints("infraspinous-centre")
    painter.saves_drawing(tmp_path / "drawing.json")
    painter.presses("Clear the drawing")
    painter.opens_drawing(tmp_path / "drawing.json")
    assert not painter.store.state.report.is_empty
    painter.opens_drawing(tmp_path / "drawing.json", "Second drawing to compare")
    painter.settled()
    said = painter.reads("Figures of the drawing")
    assert "Painted in both: over the shoulder blade (right)." in said
    assert "Overlap (Jaccard) 1.00" in said and "0.62 ± 0.18" in said


def test_a_label_is_kept_in_the_file_only_if_someone_types_it(painter: Person, tmp_path: Path) -> None:
    painter.paints("infraspinous-centre")
    painter.saves_drawing(tmp_path / "plain.json")
    painter.types("Knee, first visit", into=LABEL)
    painter.saves_drawing(tmp_path / "labelled.json")
    assert "label" not in json.loads((tmp_path / "plain.json").read_text(encoding="utf-8"))
    painter.begins_new_patient()
    painter.switches_to("pain")
    painter.presses("Answer: Figures")
    assert painter.holds(LABEL) == ""
    painter.opens_drawing(tmp_path / "labelled.json")
    assert painter.holds(LABEL) == "Knee, first visit"


def test_a_bad_file_leaves_the_drawing_untouched(painter: Person, tmp_path: Path) -> None:
    painter.paints("infraspinous-centre")
    before = painter.store.state.report
    (tmp_path / "broken.json").write_text('{"format": "trig', encoding="utf-8")
    painter.opens_drawing(tmp_path / "broken.json")
    assert painter.store.state.report is before
    assert "broken.json is not complete" in painter.reads("Answer")


def test_a_folder_that_cannot_be_written_is_said(painter: Person, tmp_path: Path) -> None:
    painter.paints("infraspinous-centre")
    painter.saves_drawing(tmp_path / "none" / "drawing.json")
    assert "could not be saved" in painter.reads("Answer")


def test_a_disk_that_is_full_midway_leaves_the_drawing_of_before_and_is_said(painter: Person, tmp_path: Path) -> None:
    path = tmp_path / "drawing.json"
    painter.paints("infraspinous-centre")
    painter.saves_drawing(path)
    before = path.read_bytes()
    painter.paints("infraspinous-centre")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        painter.saves_drawing(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    assert "drawing.json could not be saved: the file would be too large." in painter.reads("Answer")
