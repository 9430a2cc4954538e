"""A hand that paints where it hurts, and what it finds."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atlas.app import AtlasApp
from atlas.ui.pain_drawing.surface import PainDrawingSurface


def place(atlas: AtlasApp, landmark: str, opposite: bool = False) -> QPoint:
    state, plate = atlas.store.state, atlas.window.plate_pane.plate
    vertex = atlas.catalog.surface.vertex(landmark, opposite)
    at = atlas.presenter.plates.place_of(state.study.view or "", state.look.figure, vertex)
    assert at is not None
    return plate.picture.place_in_widget(*at).toPoint()


def paint(pain: PainDrawingSurface, *places: QPoint) -> None:
    QTest.mousePress(pain.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[0])
    for spot in places[1:]:
        QTest.mouseMove(pain.sheet, spot)
    QTest.mouseRelease(pain.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[-1])


def answered(pain: PainDrawingSurface, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not pain.presenter.is_behind)
    return [f"{row.which.muscle} {row.which.side}" for row in pain.answers.list.rows.rows]


def violet(colour: QColor) -> int:
    return colour.blue() - colour.green()
