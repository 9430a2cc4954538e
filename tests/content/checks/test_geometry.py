"""How much of a region is painted is said so that it never reads like enough where it is not."""

from __future__ import annotations

import pytest

from atlas.content.checks.geometry import below_least


@pytest.mark.parametrize(("share", "said"), [(0.0, "0%"), (4.4, "4%"), (9.6, "9.6%")])
def test_a_share_that_is_almost_enough_is_said_with_its_tenth(share: float, said: str) -> None:
    assert below_least(share) == said
