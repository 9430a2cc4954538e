"""The patterns that cover what was painted: laid over it, compared, opened, measured."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.domain.body.painting import Painting
from atlas.domain.pain.drawing import from_painting
from atlas.domain.pain.pain_report import Compared
from atlas.ui.pain_drawing.surface import Hurts
from tests.ui.painting import answered, paint, place


def test_patterns_are_laid_over_compared_and_told_apart(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"), place(atlas, "shoulder-back-centre"))
    answered(hurts, qtbot)
    rows = hurts.answers.list
    for k in range(2):
        area = rows.visualRect(rows.model().index(k, 0))
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert len(atlas.store.state.hurting.compared) == 2
    answered(hurts, qtbot)
    assert "A " in hurts.answers.legend.text() and "adds" in hurts.answers.legend.text()
    assert "Not in any of them" in hurts.answers.legend.text()
    qtbot.mouseClick(hurts.answers.pages.button("compare"), Qt.MouseButton.LeftButton)
    assert "Points to press to tell them apart" in hurts.answers.comparison.text()
    atlas.store.choose_dermatome("c5")
    answered(hurts, qtbot)
    assert "Nerve root C5" in hurts.answers.comparison.text() and "Only C5" in hurts.answers.comparison.text()
    assert "Lee" in hurts.answers.comparison.text()


def test_of_five_patterns_the_first_one_goes(atlas: AtlasApp, hurts: Hurts) -> None:
    some = [Compared(muscle=m, side="right") for m in list(atlas.catalog.muscles)[:5]]
    for which in some:
        atlas.store.lay_over(which)
    assert atlas.store.state.hurting.compared == tuple(some[1:])


def test_nothing_is_said_of_how_likely_how_bad_or_why(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"), place(atlas, "shoulder-back-centre"))
    answered(hurts, qtbot)
    atlas.store.lay_over(hurts.answers.list.rows.rows[0].which)
    for page in ("compare", "figures"):
        hurts.answers.show_page(page)
        hurts.mirror.answer()
    said = [row.spoken for row in hurts.answers.list.rows.rows]
    said += [hurts.answers.legend.text(), hurts.answers.comparison.text(), hurts.answers.figures.text()]
    for word in ("likely", "probab", "cause", "severe", "diagnos", "chance"):
        assert word not in " ".join(said).lower()


def test_the_figures_are_those_of_the_drawing(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    qtbot.mouseClick(hurts.answers.pages.button("figures"), Qt.MouseButton.LeftButton)
    answered(hurts, qtbot)
    said = hurts.answers.figures.text()
    assert "% of the body surface" in said and "over the shoulder blade, right" in said and "cm²" in said
    assert "Medium, aching, surface" in said


def test_the_end_of_a_row_opens_the_muscle_on_its_side_and_the_drawing_waits(
    atlas: AtlasApp, hurts: Hurts, qtbot: QtBot
) -> None:
    paint(hurts, place(atlas, "infraspinous-centre", opposite=True))
    first = answered(hurts, qtbot)[0]
    rows = hurts.answers.list
    end = rows.visualRect(rows.model().index(0, 0))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(end.right() - 10, end.center().y()))
    state = atlas.store.state
    assert first == f"{state.muscle} left" and state.sides == "left" and state.mode == "muscles"
    assert atlas.window.explanation.isVisible() and state.hurting.compared == ()
    atlas.store.choose_mode("hurts")
    assert answered(hurts, qtbot)[0] == first
    rows.setCurrentIndex(rows.model().index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_O)
    assert atlas.store.state.mode == "muscles"


def test_the_inks_follow_the_palette(atlas: AtlasApp, hurts: Hurts) -> None:
    paint(hurts, place(atlas, "infraspinous-centre"))
    atlas.store.choose_palette("print")
    QApplication.processEvents()
    spot = atlas.window.plate_pane.plate.grab().toImage().pixelColor(place(atlas, "infraspinous-centre"))
    atlas.store.choose_palette("classic")
    assert abs(spot.blue() - spot.red()) < 6


def test_a_drawing_of_everything_is_said_to_be_too_much(atlas: AtlasApp, hurts: Hurts, qtbot: QtBot) -> None:
    surface = atlas.catalog.surface
    everywhere = np.arange(len(surface.points), dtype=np.int32)
    painting = Painting(vertices=everywhere, strength=np.ones(len(everywhere), np.float32))
    atlas.store.draw(from_painting(surface, painting))
    answered(hurts, qtbot)
    assert "Most of the body is painted" in " ".join(w.text() for w in hurts.answers.findChildren(QLabel))
    qtbot.mouseClick(hurts.steps.undo, Qt.MouseButton.LeftButton)
    assert atlas.store.state.hurting.is_empty
