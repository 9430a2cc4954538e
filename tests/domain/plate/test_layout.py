"""How panels lie in a rectangle: inside it, in their own shape, not over each other, the main one largest."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.plate.layout import PanelPlace, laid_out

SHAPES = st.lists(st.floats(0.25, 2.5), min_size=1, max_size=4)


def edges(place: PanelPlace) -> tuple[float, float, float, float]:
    picture, caption = place.picture, place.caption
    return picture.x, picture.y, picture.x + picture.width, caption.y + caption.height


@given(shapes=SHAPES, width=st.floats(500, 1600), height=st.floats(400, 1600))
def test_panels_keep_their_shape_and_lie_inside_and_beside_each_other(
    shapes: list[float], width: float, height: float
) -> None:
    places = laid_out(shapes, width, height, caption=20.0, gap=12.0)
    for shape, place in zip(shapes, places, strict=True):
        assert place.picture.width / place.picture.height == pytest.approx(shape, rel=1e-6)
        left, top, right, bottom = edges(place)
        assert left >= -1e-6 and top >= -1e-6 and right <= width + 1e-6 and bottom <= height + 1e-6
    for one, other in combinations(map(edges, places), 2):
        beside = one[2] + 11.9 <= other[0] or other[2] + 11.9 <= one[0]
        assert beside or one[3] + 11.9 <= other[1] or other[3] + 11.9 <= one[1]


def test_a_single_panel_fills_the_room_it_can() -> None:
    (place,) = laid_out([1.0], 900.0, 520.0, caption=20.0, gap=12.0)
    assert (place.picture.height, place.picture.x) == pytest.approx((500.0, 200.0))


def test_companions_of_a_broad_room_stand_beside_the_main_panel_with_aligned_edges() -> None:
    main, arm = laid_out([1.0, 0.4], 800.0, 520.0, caption=20.0, gap=12.0)
    assert main.picture.y == arm.picture.y and main.picture.height == pytest.approx(arm.picture.height)
    assert arm.picture.x == pytest.approx(main.picture.x + main.picture.width + 12.0)


def test_companions_of_a_narrow_room_stand_below_and_are_together_as_wide() -> None:
    main, one, other = laid_out([1.0, 1.0, 1.0], 400.0, 900.0, caption=20.0, gap=12.0)
    assert one.picture.y == other.picture.y > main.picture.y + main.picture.height
    assert one.picture.x == pytest.approx(main.picture.x)
    assert other.picture.x + other.picture.width == pytest.approx(main.picture.x + main.picture.width)
