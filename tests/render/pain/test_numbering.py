"""Numbers of trigger points never lie over each other, over another point's cross or out of the picture."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF

from atlas.content.catalog import FileCatalog
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.render.pain.marks import PlacedMark, place_marks
from atlas.render.pain.numbering import Numbered, Rectangle, placed_labels
from atlas.render.plates import Plates

CROSS = 7.0  # px, as on the plate


def over(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("high", [620.0, 210.0])  # a plate, and a small picture beside it
def test_no_numbers_collide_in_any_view_of_any_muscle(high: float, catalog: FileCatalog, plates: Plates) -> None:
    led = 0
    for muscle in catalog.muscles:
        for view in catalog.views:
            marks, room = marked(catalog, plates, muscle, view, high)
            boxes = [mark.label.box for mark in marks if mark.label is not None]
            led += sum(mark.label is not None and mark.label.leader is not None for mark in marks)
            assert not any(over(a, b) for a, b in combinations(boxes, 2)), (muscle, view)
            for k, cross in enumerate(mark.at for mark in marks if mark.label is not None):
                square = (cross.x() - 5.0, cross.y() - 5.0, cross.x() + 5.0, cross.y() + 5.0)
                assert high < 300.0 or not any(over(square, box) for n, box in enumerate(boxes) if n != k)
            assert high < 300.0 or all(room.contains(QRectF(QPointF(*b[:2]), QPointF(*b[2:]))) for b in boxes)
    assert led > 0  # and some have to be led away from their cross


def marked(
    catalog: FileCatalog, plates: Plates, muscle: str, view: str, high: float
) -> tuple[tuple[PlacedMark, ...], QRectF]:
    scene = resolve(AtlasState(study=Study(muscle=muscle, view=view)), catalog)
    size = plates.size(view, scene.figure)
    scale = high / size[1]
    found = [(mark, plates.place_of(view, scene.figure, mark.vertex)) for mark in scene.points]
    places = [(mark, QPointF(*place) * scale) for mark, place in found if place is not None]
    room = QRectF(0, 0, size[0] * scale, high)
    return place_marks(places, CROSS, room), room


def test_a_number_alone_stands_beside_its_cross_and_in_a_crowd_is_led_out_of_it() -> None:
    alone, apart = placed_labels(
        [Numbered(at=(50.0, 50.0), wide=8.0, high=10.0), Numbered(at=(90, 20), wide=8, high=10)], CROSS
    )
    assert alone.leader is None and apart.leader is None and alone.box[0] > 50.0 and alone.box[3] < 50.0
    crowd = [Numbered(at=(50.0 + 4 * x, 50.0 + 4 * y), wide=8.0, high=10.0) for x in range(3) for y in range(3)]
    labels = placed_labels(crowd, CROSS)
    assert not any(over(a.box, b.box) for a, b in combinations(labels, 2))
    assert any(label.leader is not None for label in labels)
    assert labels == placed_labels(crowd, CROSS)
