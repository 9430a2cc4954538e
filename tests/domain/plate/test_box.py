"""Parts of a picture."""

from __future__ import annotations

import pytest

from atlas.domain.plate.box import Box, OutsideItsView, checked, turned, widened


@pytest.mark.parametrize(
    "box", [(-0.1, 0.0, 1.0, 1.0), (0.0, 0.0, 1.2, 1.0), (0.5, 0.0, 0.4, 1.0), (0.0, 1.0, 1.0, 1.0)]
)
def test_a_box_that_is_no_part_of_its_view_is_refused_with_a_sentence(box: Box) -> None:
    with pytest.raises(OutsideItsView, match=r"is no part of the view `head-front`"):
        checked(box, "head-front")


def test_a_box_is_widened_about_its_middle_and_moved_inside_at_an_edge() -> None:
    assert widened((0.4, 0.4, 0.6, 0.6), 100.0, 100.0, 40.0, 60.0) == pytest.approx((0.3, 0.2, 0.7, 0.8))
    assert widened((0.0, 0.4, 0.2, 0.6), 100.0, 100.0, 40.0, 20.0) == pytest.approx((0.0, 0.4, 0.4, 0.6))
    assert widened((0.1, 0.1, 0.9, 0.9), 100.0, 100.0, 300.0, 10.0) == pytest.approx((0.0, 0.1, 1.0, 0.9))


def test_the_mirror_image_of_a_box_lies_as_far_from_the_other_edge() -> None:
    assert turned((0.1, 0.2, 0.4, 0.5)) == pytest.approx((0.6, 0.2, 0.9, 0.5))
