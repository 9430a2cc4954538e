"""A student with nothing but a finger: the choice, the cross and the zone are all answered by touch."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.study.student import Student

_FINGER = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
MUSCLE = "infraspinatus"


@pytest.fixture
def ana(ana: Student) -> Student:
    """On a small tablet: no finger reaches what lies beyond the screen of the tests, 800 px wide."""
    ana.window.resize(800, 760)
    ana.settled()
    touch(ana.window, QPoint(780, 720))  # beside the list, which now lies over the question: it goes
    ana.waits(0.3)
    return ana


def touch(on: QWidget, *places: QPoint) -> None:
    """A finger that goes down on the first place and up on the last."""
    QTest.touchEvent(on, _FINGER).press(0, places[0], on).commit()
    for place in places[1:]:
        QTest.touchEvent(on, _FINGER).move(0, place, on).commit()
    QTest.touchEvent(on, _FINGER).release(0, places[-1], on).commit()


def button(ana: Student, text: str) -> QAbstractButton:
    return next(
        b for b in ana.window.findChildren(QAbstractButton) if b.isVisible() and text in b.accessibleName() + b.text()
    )


def test_one_of_four_is_chosen_with_a_finger(ana: Student) -> None:
    question = ana.asks_for("pattern", MUSCLE)
    right = next(o for o in question.options if o in question.right)
    option = button(ana, ana.app.catalog.muscles[right].name)
    touch(option, option.rect().center())
    book = ana.study.drill.book
    assert book is not None
    ana.waits_until(lambda: len(book.answers) == 1)  # a list first waits whether the finger scrolls
    assert book.answers[0].grade == 3


def test_the_cross_is_set_with_a_finger(ana: Student) -> None:
    question = ana.asks_for("point", MUSCLE)
    ana.turns_to_view("torso-back")
    vertex = next(v for p, v in ana.app.catalog.pattern(MUSCLE).points if p in question.points)
    touch(ana.picture, ana.spot(vertex))
    done = button(ana, "Done")
    touch(done, done.rect().center())
    ana.settled()
    book = ana.study.drill.book
    assert book is not None and book.answers[-1].score is not None and book.answers[-1].score < 16.0


def test_the_zone_is_painted_with_a_finger(ana: Student) -> None:
    ana.asks_for("zone", MUSCLE)
    ana.turns_to_view("torso-front")
    zone = ana.app.catalog.pattern(MUSCLE).painting("essential")
    seen = [
        v
        for v in zone.vertices[zone.strength > 0.8]
        if ana.app.catalog.visibility("female").of_vertex("torso-front", int(v)) > 0.5
    ]
    order = np.array(seen)[np.argsort(-ana.app.catalog.surface.points[seen, 1])]
    spots = [ana.spot(int(v)) for v in order[:: max(len(order) // 10, 1)]]
    touch(ana.picture.sheet, *spots)
    done = button(ana, "Done")
    touch(done, done.rect().center())
    ana.settled()
    book = ana.study.drill.book
    assert book is not None and book.answers[-1].score is not None and book.answers[-1].score > 0.1
