"""Points as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.content.point_syntax import NotAPoint, parse_point, written
from atlas.domain.body.surface import SurfacePoint

names = st.sampled_from(["c7", "acromion-tip", "mc2-base-dorsal", "rib-5-angle"])


def test_the_three_forms_of_a_point() -> None:
    assert parse_point("acromion-tip") == SurfacePoint(landmark="acromion-tip")
    assert parse_point("opposite acromion-tip") == SurfacePoint(landmark="acromion-tip", opposite=True)
    between = parse_point("acromion-tip > opposite deltoid-tuberosity 40%")
    assert between == SurfacePoint(
        landmark="acromion-tip", towards="deltoid-tuberosity", towards_opposite=True, percent=40.0
    )
    assert parse_point("a > b -20%").percent == -20.0


@pytest.mark.parametrize("text", ["", "Acromion Tip", "a >", "a > b", "a > b 40", "> b 40%", "a > b > c 40%", "a 40%"])
def test_what_is_no_point_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotAPoint, match="is not a point; write"):
        parse_point(text)


@given(a=names, b=st.none() | names, flip=st.booleans(), percent=st.integers(-100, 300))
def test_what_is_written_is_read_back(a: str, b: str | None, flip: bool, percent: int) -> None:
    point = SurfacePoint(
        landmark=a,
        opposite=flip,
        towards=b,
        towards_opposite=flip and b is not None,
        percent=float(percent) if b else 0.0,
    )
    assert parse_point(written(point)) == point
