"""The patterns that cover what was painted: laid over it, compared, opened, measured."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.domain.body.painting import Painting
from atlas.domain.pain.drawing import from_painting
from atlas.domain.pain.pain_report import Overlay
from atlas.ui.pain_drawing.surface import PainDrawing
from tests.ui.painting import answered, paint, place


def test_patterns_are_laid_over_compared_and_told_apart(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    paint(pain, place(atlas, "infraspinous-centre"), place(atlas, "shoulder-back-centre"))
    answered(pain, qtbot)
    rows = pain.answers.list
    for k in range(2):
        area = rows.visualRect(rows.model().index(k, 0))
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert len(atlas.store.state.report.overlays) == 2
    answered(pain, qtbot)
    assert "A " in pain.answers.legend.text() and "adds" in pain.answers.legend.text()
    assert "Not in any of them" in pain.answers.legend.text()
    qtbot.mouseClick(pain.answers.pages.button("compare"), Qt.MouseButton.LeftButton)
    assert "Points to press to tell them apart" in pain.answers.comparison.text()
    atlas.store.choose_dermatome("c5")
    answered(pain, qtbot)
    assert "Nerve root C5" in pain.answers.comparison.text() and "Only C5" in pain.answers.comparison.text()
    assert "Lee" in pain.answers.comparison.text()


def test_of_five_patterns_the_first_one_goes(atlas: AtlasApp, pain: PainDrawing) -> None:
    some = [Overlay(muscle=m, side="right") for m in list(atlas.catalog.muscles)[:5]]
    for which in some:
        atlas.store.toggle_overlay(which)
    assert atlas.store.state.report.overlays == tuple(some[1:])


def test_nothing_is_said_of_how_likely_how_bad_or_why(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    paint(pain, place(atlas, "infraspinous-centre"), place(atlas, "shoulder-back-centre"))
    answered(pain, qtbot)
    atlas.store.toggle_overlay(pain.answers.list.rows.rows[0].which)
    for page in ("compare", "figures"):
        pain.answers.show_page(page)
        pain.mirror.answer()
    said = [row.accessible_text for row in pain.answers.list.rows.rows]
    said += [pain.answers.legend.text(), pain.answers.comparison.text(), pain.answers.figures.text()]
    for word in ("likely", "probab", "cause", "severe", "diagnos", "chance"):
        assert word not in " ".join(said).lower()


def test_the_figures_are_those_of_the_drawing(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    qtbot.mouseClick(pain.answers.pages.button("figures"), Qt.MouseButton.LeftButton)
    answered(pain, qtbot)
    said = pain.answers.figures.text()
    assert "% of the body surface" in said and "over the shoulder blade, right" in said and "cm²" in said
    assert "Medium, aching, surface" in said


def test_the_end_of_a_row_opens_the_muscle_on_its_side_and_the_drawing_waits(
    atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot
) -> None:
    paint(pain, place(atlas, "infraspinous-centre", opposite=True))
    first = answered(pain, qtbot)[0]
    rows = pain.answers.list
    end = rows.visualRect(rows.model().index(0, 0))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(end.right() - 10, end.center().y()))
    state = atlas.store.state
    assert first == f"{state.study.muscle} left" and state.study.sides == "left" and state.mode == "muscles"
    assert atlas.window.explanation.isVisible() and state.report.overlays == ()
    atlas.store.choose_mode("pain")
    assert answered(pain, qtbot)[0] == first
    rows.setCurrentIndex(rows.model().index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_O)
    assert atlas.store.state.mode == "muscles"


def test_the_inks_follow_the_palette(atlas: AtlasApp, pain: PainDrawing) -> None:
    paint(pain, place(atlas, "infraspinous-centre"))
    atlas.store.choose_palette("print")
    QApplication.processEvents()
    spot = atlas.window.plate_pane.plate.grab().toImage().pixelColor(place(atlas, "infraspinous-centre"))
    atlas.store.choose_palette("classic")
    assert abs(spot.blue() - spot.red()) < 6


def test_a_drawing_of_everything_is_said_to_be_too_much(atlas: AtlasApp, pain: PainDrawing, qtbot: QtBot) -> None:
    surface = atlas.catalog.surface
    everywhere = np.arange(len(surface.points), dtype=np.int32)
    painting = Painting(vertices=everywhere, strength=np.ones(len(everywhere), np.float32))
    atlas.store.draw(from_painting(surface, painting))
    answered(pain, qtbot)
    assert "Most of the body is painted" in " ".join(w.text() for w in pain.answers.findChildren(QLabel))
    qtbot.mouseClick(pain.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.report.is_empty
